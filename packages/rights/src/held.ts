/** Everything that is held about one person, walked over the declarations of every service. */
import type { HeldItem, Holding } from '@kept/kit';
import { NothingHeld } from '@kept/kit';
import type { RightsRegion } from './context.ts';

export interface Held {
  readonly holding: Holding;
  readonly item: HeldItem;
}

/** Found, not opened. */
export async function heldItems(region: RightsRegion, owner: string): Promise<Held[]> {
  const all = await Promise.all(
    region.holdings.map(async (holding) => (await holding.items(owner)).map((item) => ({ holding, item }))),
  );
  return all.flat();
}

/** Throws KIT_NOT_FOUND; an item of another person is not found either. */
export async function heldItem(region: RightsRegion, owner: string, id: string): Promise<Held> {
  const found = (await heldItems(region, owner)).find(({ item }) => item.id === id);
  if (!found) throw new NothingHeld();
  return found;
}

/** Items of one row belong together: one decision opens them. */
export function byRow(items: readonly Held[]): Held[][] {
  const rows = new Map<string, Held[]>();
  for (const held of items) {
    const key = `${held.item.service}.${held.item.resource}.${held.item.row}`;
    rows.set(key, [...(rows.get(key) ?? []), held]);
  }
  return [...rows.values()];
}

/** What a person does with their own data; the note of the entry that records it. */
export type OwnAct = 'seen' | 'copied' | 'corrected' | 'erased';

/** Opens one row for the person themself; the opening is an entry of their ledger. */
export async function openRow(
  region: RightsRegion,
  owner: string,
  row: readonly Held[],
  note: OwnAct,
): Promise<{ values: Readonly<Record<string, unknown>>; index: number }> {
  const { holding, item } = row[0]!;
  const permit = await region.gate.permit({
    ...{ action: 'use', actor: { role: 'person' }, service: item.service, subject: owner, purpose: 'rights', note },
    fields: row.map((held) => held.item.field),
  });
  return { values: await holding.open(permit, item.row), index: permit.index };
}

/** A value as text; what has no value is left out by those who ask. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
