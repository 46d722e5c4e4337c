/** Doing what was granted. Each is harmless when done again: what is gone is gone, what is stopped is stopped. */
import { KeptError } from '@kept/base';
import type { RightsRegion } from './context.ts';
import { type Held, heldItems } from './held.ts';
import type { KeptRequest, Removed } from './kept-request.ts';
import { stops } from './kinds.ts';
import type { Requests } from './requests.ts';

export async function execute(region: RightsRegion, requests: Requests, request: KeptRequest): Promise<void> {
  const { owner, about } = request;
  switch (request.kind) {
    case 'restriction':
      return region.subjects.restrict(owner, about.purposes ?? 'all');
    case 'objection':
    case 'opt-out':
    case 'limit-sensitive':
      return region.subjects.object(owner, about.purposes ?? stoppable(region));
    case 'erasure':
      return erase(region, requests, request);
    case 'content-removal':
      return takeDown(region, requests, request);
    default:
      // Copies are taken by the person; answers stand in the decision.
      return;
  }
}

/** Whether it stops something still. */
export const isInForce = ({ kind, state, liftedAt, decision }: KeptRequest): boolean =>
  stops(kind) && state === 'done' && decision?.outcome === 'granted' && liftedAt === null;

/**
 * Allows again what a request had stopped, but for what another one stops as well. At no moment is more allowed than
 * afterwards.
 */
export async function lift(region: RightsRegion, requests: Requests, request: KeptRequest): Promise<void> {
  const { subjects } = region;
  const { owner, about, id } = request;
  const restricts = request.kind === 'restriction';
  const others = (await requests.of(owner)).filter(
    (each) => each.id !== id && isInForce(each) && (each.kind === 'restriction') === restricts,
  );
  const all = others.some((each) => each.about.purposes === undefined);
  const still = others.flatMap((each) => each.about.purposes ?? []);
  if (restricts) {
    // `*` had taken the place of those that were named.
    if (still.length > 0) await subjects.restrict(owner, still);
    const named = about.purposes ?? (all ? [] : ['*']);
    await subjects.unrestrict(
      owner,
      named.filter((each) => !still.includes(each)),
    );
  } else if (!all) {
    const named = about.purposes ?? stoppable(region);
    await subjects.withdrawObjection(
      owner,
      named.filter((each) => !still.includes(each)),
    );
  }
  await requests.lift(owner, id);
}

/** Purposes that a person can stop: all but what the law or a life demands. */
export const stoppable = ({ program: { manifest } }: RightsRegion): string[] =>
  Object.keys(manifest.purposes).filter((id) => {
    const { basis } = manifest.purposes[id]!;
    return basis !== 'legal-obligation' && basis !== 'vital-interest';
  });

/** Items of these collections, all unless named, apart by whether the account works without them. */
export async function erasable(
  region: RightsRegion,
  owner: string,
  collections?: readonly string[],
): Promise<{ goes: Held[]; stays: Held[] }> {
  const held = (await heldItems(region, owner)).filter(({ item }) => collections?.includes(item.collection) ?? true);
  const needed = ({ holding, item }: Held): boolean =>
    !holding.correctable.includes(item.field) ||
    (region.program.manifest.collections[item.collection]?.required.includes(item.field) ?? true);
  return { goes: held.filter((each) => !needed(each)), stays: held.filter(needed) };
}

async function erase(region: RightsRegion, requests: Requests, { owner, id, about }: KeptRequest): Promise<void> {
  const { goes } = await erasable(region, owner, about.collections);
  await requests.counted(owner, id, countsOf(goes));
  for (const { holding, item } of goes) {
    const ask = { action: 'use', actor: { role: 'person' }, service: item.service, subject: owner } as const;
    const permit = await region.gate.permit({ ...ask, purpose: 'rights', fields: [item.field], note: 'erased' });
    await holding.correct(permit, item.row, { [item.field]: null }).catch(unlessGone);
  }
}

/** All that others see of a person: with its files, and out of every list, since these are made of what is there. */
async function takeDown(region: RightsRegion, requests: Requests, { owner, id }: KeptRequest): Promise<void> {
  const shown = region.holdings.filter((each) => each.takeDown !== undefined);
  const items = await Promise.all(shown.map((holding) => holding.items(owner)));
  const going = shown.flatMap((holding, i) => items[i]!.map((item) => ({ holding, item })));
  await requests.counted(owner, id, countsOf(going));
  for (const [i, { service, takeDown: end }] of shown.entries()) {
    const fields = [...new Set(items[i]!.map(({ field }) => field))];
    if (fields.length === 0) continue;
    const ask = { action: 'use', actor: { role: 'person' }, service, subject: owner } as const;
    await region.gate.permit({ ...ask, purpose: 'rights', fields, note: 'erased' });
    await end!(owner);
  }
}

/** Somebody else was faster: the row went with the request that it belonged to, or with the account. */
function unlessGone(error: unknown): void {
  if (!(error instanceof KeptError) || !error.code.endsWith('NOT_FOUND')) throw error;
}

function countsOf(items: readonly Held[]): Removed[] {
  const counts = new Map<string, Removed>();
  for (const { item } of items) {
    const key = `${item.service}.${item.resource}`;
    const rows = (counts.get(key)?.rows ?? 0) + 1;
    counts.set(key, { service: item.service, resource: item.resource, rows });
  }
  return [...counts.values()];
}
