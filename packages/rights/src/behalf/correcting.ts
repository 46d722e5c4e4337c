/**
 * A guardian has a value of a child's corrected. What it is to be is their letter, sealed under a key of theirs until it is
 * done; only what a person has one of can be named without seeing the rows.
 */
import { NothingHeld } from '@kept/kit';
import { LETTER, type RightsContext, type RightsRegion } from '../context.ts';
import { type Held, heldItems, type OwnAct } from '../held.ts';
import type { KeptRequest } from '../kept-request.ts';
import { noteTellings } from '../told/noting.ts';

/** What is needed to read the letter of a region, and to tell who received the value. */
export type Correcting = Pick<RightsContext, 'letters' | 'outward'>;

/** Fields that can be named. */
export const correctableFor = ({ holdings }: RightsRegion): string[] => [
  ...new Set(holdings.flatMap(({ single = [] }) => single)),
];

interface Wanted {
  readonly field: string;
  readonly value: string;
  readonly held: readonly Held[];
}

/** Throws KIT_NOT_FOUND where the letter is not there. */
async function wanted(
  { letters }: Pick<Correcting, 'letters'>,
  asker: RightsRegion,
  request: KeptRequest,
  of: { readonly region: RightsRegion; readonly person: string },
): Promise<Wanted> {
  const field = request.about.fields?.[0];
  const by = { role: 'system' } as const;
  const value = (await letters(asker.id)?.read(by, request.owner, request.id, 'requests', [LETTER]))?.[LETTER];
  const held = (await heldItems(of.region, of.person)).filter(
    ({ item, holding }) => item.field === field && holding.single?.includes(item.field),
  );
  if (field === undefined || value === undefined) throw new NothingHeld();
  return { field, value, held };
}

/** Before anybody grants it. Throws KIT_NOT_FOUND, KIT_VALUE_INVALID. */
export async function mayCorrect(...given: Parameters<typeof wanted>): Promise<void> {
  const { field, value, held } = await wanted(...given);
  if (held.length === 0) throw new NothingHeld();
  for (const { holding } of held) holding.check?.({ [field]: value });
}

/** Harmless when done again; what went meanwhile is not brought back. Who received the value hears of it, as when the child corrects it. */
export async function correctFor(
  context: Correcting,
  asker: RightsRegion,
  request: KeptRequest,
  of: Parameters<typeof wanted>[3],
  tellings: Parameters<typeof noteTellings>[2],
): Promise<void> {
  const { region, person } = of;
  const { field, value, held } = await wanted(context, asker, request, of);
  const ask = { action: 'use', actor: { role: 'person' }, subject: person, purpose: 'rights' } as const;
  const note: OwnAct = 'corrected';
  for (const { holding, item } of held) {
    const permit = await region.gate.permit({ ...ask, service: item.service, fields: [field], note });
    await holding.correct(permit, item.row, { [field]: value });
  }
  const about = { owner: person, id: request.id, kind: request.kind, about: { fields: [field] } };
  await noteTellings(context, region, tellings, about, { [field]: value });
}
