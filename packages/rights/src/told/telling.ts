/**
 * The steps of telling one recipient, each harmless when done again. A recipient is told once: before a try is made it is
 * noted, and whoever finds one asks the recipient first whether it has the request; its id is the same in every try.
 */
import { KeptError } from '@kept/base';
import type { DeclaredParty, DsrStatus } from '@kept/recipients';
import type { RightsContext, RightsRegion } from '../context.ts';
import { enclosedIn, keyOfTelling } from './noting.ts';
import type { Telling, Tellings } from './tellings.ts';

export interface Tell {
  readonly context: Pick<RightsContext, 'outward' | 'origin'>;
  readonly region: RightsRegion;
  readonly tellings: Tellings;
  readonly telling: string;
  /** Whoever asked, while they are there. */
  readonly owner: string;
}

/** Where recipients that speak OpenDSR call us back. */
export const callbackUrl = (origin: string): string => `${origin}/opendsr/callbacks`;

type Dsr = NonNullable<DeclaredParty['opendsr']>;

const dsrOf = ({ context }: Pick<Tell, 'context'>, { recipient }: Telling): Dsr | null =>
  context.outward?.parties.recipients.get(recipient)?.opendsr ?? null;

/** `letter`: somebody has to write it. */
type Outcome = 'told' | 'letter' | 'ended';

export async function tell(step: Tell): Promise<Outcome> {
  const telling = await step.tellings.get(step.telling);
  if (telling.state === 'answered' || telling.state === 'declined') return 'ended';
  if (telling.state === 'told') return telling.way === 'letter' ? 'letter' : 'told';
  const dsr = dsrOf(step, telling);
  if (telling.way === 'letter' || !dsr) return 'letter';
  return noting(step, async () => {
    const tries = await step.tellings.trying(telling.id);
    // Cut short after it was sent, it may be there already.
    const there = tries > 1 ? await dsr.status(telling.id) : null;
    const expectedAt = there?.expectedAt ?? (await submit(step, telling, dsr));
    if (await step.tellings.told(telling.id, expectedAt)) await record(step, telling, 'told');
    return 'told' as const;
  });
}

async function submit({ context, region }: Tell, telling: Telling, dsr: Dsr): Promise<number> {
  const { identities } = (await enclosedIn(region, telling))!;
  const { id, regulation, madeAt } = telling;
  const callback = context.origin.startsWith('https:') ? { callback: callbackUrl(context.origin) } : {};
  const { expectedAt } = await dsr.submit({
    ...{ id, type: 'erasure' as const, regulation, submittedAt: madeAt, identities },
    ...callback,
  });
  return expectedAt;
}

/** Asks how far they are; answers whether there is more to come. */
export async function chase(step: Tell): Promise<Outcome> {
  const telling = await step.tellings.get(step.telling);
  const dsr = dsrOf(step, telling);
  if (telling.state !== 'told') return 'ended';
  if (telling.way === 'letter' || !dsr) return 'letter';
  return noting(step, async () => {
    const status = await dsr.status(telling.id);
    // They have lost it: told anew, under the same id.
    if (!status) await submit(step, telling, dsr);
    return status ? hear(step, telling, status) : ('told' as const);
  });
}

/** What they say by themselves, or when asked. */
export async function hear(step: Tell, telling: Telling, status: DsrStatus): Promise<'told' | 'ended'> {
  if (status.state === 'pending' || status.state === 'in_progress') {
    await step.tellings.heard(telling.id, status.expectedAt, status.proof);
    return 'told';
  }
  await endTelling(step, telling, status.state === 'completed' ? 'answered' : 'declined', status);
  return 'ended';
}

/** By what the person was known goes with it, for good. */
export async function endTelling(
  step: Tell,
  telling: Telling,
  state: 'answered' | 'declined',
  { proof }: Pick<DsrStatus, 'proof'> = {},
): Promise<void> {
  // First: cut short after it, the recipient is asked again, and this is done to the end.
  await step.region.keys.erase([keyOfTelling(telling.id)]);
  if (await step.tellings.end(telling.id, state, proof)) await record(step, telling, state);
}

/** In the ledger of the person; of one who is gone, under the name of the telling, which nobody reads as theirs. */
export async function record({ region, owner }: Tell, telling: Telling, stage: string): Promise<void> {
  const { id, request, recipient, kind: right, way } = telling;
  const said = { id, request, recipient, right, way, stage };
  await region.gate.record(owner, 'recipient-told', said).catch(async (error: unknown) => {
    if (!(error instanceof KeptError) || error.code !== 'KEYS_NO_KEY') throw error;
    await region.keys.put([`person:${id}`]);
    await region.gate.record(id, 'recipient-told', said);
  });
}

/** What went wrong is seen in the console while it is tried again. */
async function noting<T>({ tellings, telling }: Tell, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await tellings.troubled(telling, error instanceof KeptError ? error.code : 'BUG');
    throw error;
  }
}
