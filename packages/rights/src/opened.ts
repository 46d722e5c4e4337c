/** Everything that is held about a person, opened for them a page of rows at a time. */
import type { HeldItem, Holding } from '@kept/kit';
import type { Hold } from '@kept/vault';
import type { RightsRegion } from './context.ts';
import { CopyInterrupted } from './errors.ts';
import type { OwnAct } from './held.ts';

type Values = Readonly<Record<string, unknown>>;

export interface OpenedRow {
  /** Of one row, those that can be read. */
  readonly items: readonly HeldItem[];
  readonly values: Values;
}

/** Also while it is on its way: what was erased or has ended since is not theirs any more. */
const GONE = ['VAULT_ROW_NOT_FOUND', 'VAULT_KEY_ERASED'];
const NOTE: OwnAct = 'copied';

/**
 * Rows of one collection come together, those of one holding by age. Rows of a page with the same fields are one decision,
 * and one entry of the ledger. Throws GATE_REFUSED once the person is gone.
 */
export async function* openedRows(region: RightsRegion, owner: string, hold: Hold): AsyncGenerator<OpenedRow> {
  const holdings = [...Map.groupBy(region.holdings, ({ collection }) => collection).values()].flat();
  for (const holding of holdings) {
    for await (const page of holding.pages?.(owner) ?? [await holding.items(owner)]) {
      const rows = Map.groupBy(
        page.filter(({ field }) => holding.readable?.(field) ?? true),
        ({ row }) => row,
      );
      yield* openPage(region, owner, holding, rows, hold);
    }
  }
}

type Page = ReadonlyMap<string, readonly HeldItem[]>;

async function* openPage(region: RightsRegion, owner: string, holding: Holding, rows: Page, hold: Hold) {
  const alike = Map.groupBy(rows.keys(), (row) =>
    rows
      .get(row)!
      .map(({ field }) => field)
      .join(),
  );
  const opened = new Map<string, Values>();
  for (const some of alike.values()) {
    const fields = rows.get(some[0]!)!.map(({ field }) => field);
    for (const [row, values] of await openAlike(region, owner, holding, some, fields)) opened.set(row, values);
  }
  // INVARIANT: without the hold a row that is not there any more may lie folded in one that was read before.
  if (opened.size < rows.size && !hold.holds) throw new CopyInterrupted();
  for (const [row, items] of rows) {
    const values = opened.get(row);
    if (values) yield { items, values };
  }
}

async function openAlike(
  region: RightsRegion,
  owner: string,
  holding: Holding,
  rows: readonly string[],
  fields: readonly string[],
): Promise<Iterable<readonly [string, Values]>> {
  const permit = await region.gate.permit({
    ...{ action: 'use', actor: { role: 'person' }, subject: owner, purpose: 'rights', note: NOTE, fields },
    service: holding.service,
  });
  const one = async (row: string) => [row, await holding.open(permit, row)] as const;
  try {
    return holding.openMany ? await holding.openMany(permit, rows) : await Promise.all(rows.map(one));
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  // One of them ended just now: the others are still theirs.
  const each = await Promise.allSettled(rows.map(one));
  return each.flatMap((answer) => {
    if (answer.status === 'fulfilled') return [answer.value];
    if (!isGone(answer.reason)) throw answer.reason;
    return [];
  });
}

const isGone = (error: unknown): boolean => GONE.includes((error as { code?: string }).code ?? '');
