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

export const decisions = (entries: readonly ActivityEntry[]): DecisionEntry[] =>
  entries.filter((entry): entry is DecisionEntry => entry.kind === 'decision');
