/** The ends that come by themselves, or with a withdrawal. Those that a person asks for are the rights'. */
import { dueBuckets } from './bucket.ts';
import type { Holding } from './holding.ts';
import type { Region } from './region.ts';

/** What has ended: keys destroyed, and rows removed. */
export interface Ended {
  readonly keys: number;
  readonly rows: number;
}

/**
 * Ends everything in a region whose time has come. Keys go first, so that all of it is unreadable at once, whatever the
 * amount, in backups too. To be run now and then; a run that was cut short is made good by the next.
 */
export async function expire(
  { vault, clock, identity, recipients, files }: Region,
  holdings: readonly Holding[] = [],
): Promise<Ended> {
  const ended = await vault.endBuckets(...dueBuckets(clock.now()));
  for (const holding of holdings) await holding.sweep?.();
  await files.uploads.sweep();
  await identity.sweep();
  await recipients.expire();
  return ended;
}

/** Ends what a person had given until they withdraw this consent; answers how many rows. After the withdrawal. */
export async function endConsent(holdings: readonly Holding[], owner: string, consent: string): Promise<number> {
  let rows = 0;
  for (const holding of holdings) rows += (await holding.withdrawn?.(owner, consent)) ?? 0;
  return rows;
}
