/** A person's own ledger entries, in pages as large as a question needs. */
import type { ActivityEntry, DecisionEntry } from '@kept/gate';
import type { RightsRegion } from './context.ts';

const PAGE = 1_000;

/** The newest first, at most `most`. */
export async function newestEntries({ gate }: RightsRegion, owner: string, most: number): Promise<ActivityEntry[]> {
  const entries: ActivityEntry[] = [];
  while (entries.length < most) {
    const limit = Math.min(PAGE, most - entries.length);
    const before = entries.at(-1)?.index;
    const page = await gate.activity(owner, { limit, ...(before !== undefined && { before }) });
    entries.push(...page);
    if (page.length < limit) break;
  }
  return entries;
}

/** Entries looked through for one that was written before a crash. */
const ENTRIES = 2_000;

/** What is told of a request: by stage, where there are several. */
interface Told {
  readonly request: string;
  readonly stage?: string;
  readonly [more: string]: unknown;
}

/** An entry of a request that a process, killed before it noted that, may have written already. */
export async function recordOnce(
  region: RightsRegion,
  owner: string,
  told: Told,
  from = 0,
  of = 'right',
): Promise<void> {
  const entries = await newestEntries(region, owner, ENTRIES);
  const there = entries.some((entry) => {
    if (entry.kind !== 'evidence' || entry.of !== of || entry.index < from) return false;
    const earlier = entry.payload as { request?: unknown; stage?: unknown } | null;
    return earlier?.request === told.request && earlier.stage === told.stage;
  });
  if (!there) await region.gate.record(owner, of, told as Parameters<typeof region.gate.record>[2]);
}

export const decisions = (entries: readonly ActivityEntry[]): DecisionEntry[] =>
  entries.filter((entry): entry is DecisionEntry => entry.kind === 'decision');
