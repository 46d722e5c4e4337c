/** The cryptography of changing a tree: no input or output, and done in one turn of the event loop. */
import { NodeAltered } from './errors.ts';
import { childOf, FAN, indexOf, LEVELS_MAX, levelOf, openNode, placeOf, Slots, sealNode } from './node-format.ts';
import type { Key, Secrets } from './secrets.ts';

export interface Row {
  readonly place: number;
  readonly ver: number;
  readonly ct: Buffer;
}
export type NewRow = Row & { readonly free: number };
export interface Tree {
  readonly id: Buffer;
  readonly height: number;
  readonly secrets: Secrets;
}

const scratch = Array.from({ length: LEVELS_MAX + 1 }, () => new Slots());
const wipe = () => {
  for (const slots of scratch) slots.wipe();
};
/** The place nearest to the root. */
export function highest(places: Iterable<number>): number {
  let top = 0;
  for (const place of places) if (place > top) top = place;
  return top;
}

const byPlace = (rows: readonly Row[]) => new Map(rows.map((row) => [row.place, row]));

export function sealed(id: Buffer, place: number, ver: number, slots: Slots, key: Key): NewRow {
  const free = levelOf(place) === 0 ? FAN - slots.used().length : 0;
  return { place, ver, free, ct: sealNode(key, id, place, ver, slots) };
}

/** The plaintext of a node, until another node of its level is opened. Wipe it. Throws KEYS_NODE_ALTERED. */
export function opened(id: Buffer, { place, ver, ct }: Row, key: Key): Slots {
  const slots = scratch[levelOf(place)];
  if (!slots || !openNode(key, id, place, ver, ct, slots)) throw new NodeAltered();
  return slots;
}

export interface Change {
  readonly rows: readonly Row[];
  readonly ver: number;
  /** Slots to empty, by leaf. */
  readonly erased: ReadonlyMap<number, readonly number[]>;
  /** Whether a new top is put above the old one. */
  readonly taller: boolean;
}

/**
 * New keys, of version `ver`, for all these rows: leaves and every node above them. The caller frees the new root key.
 */
export function rewrap(tree: Tree, change: Change, root: Key): { rows: NewRow[]; root: Key } {
  const { ver, erased, taller } = change;
  const rows: NewRow[] = [];
  const old = byPlace(change.rows);
  const sealNew = (place: number, slots: Slots): Key => {
    const key = tree.secrets.random();
    rows.push(sealed(tree.id, place, ver, slots, key));
    return key;
  };
  const rekey = (row: Row, key: Key): Key => {
    const slots = opened(tree.id, row, key);
    for (const slot of erased.get(row.place) ?? []) slots.clear(slot);
    for (const slot of levelOf(row.place) > 0 ? slots.used() : []) {
      const child = old.get(childOf(row.place, slot));
      if (!child) continue;
      if (slots.label(slot) !== BigInt(child.ver)) throw new NodeAltered();
      const fresh = rekey(child, slots.key(slot));
      slots.set(slot, BigInt(ver), fresh);
      tree.secrets.free(fresh);
    }
    return sealNew(row.place, slots);
  };
  try {
    const oldTop = old.get(placeOf(tree.height - 1, 0));
    const above = scratch[tree.height];
    if (!oldTop || !above) throw new NodeAltered();
    const top = rekey(oldTop, root);
    if (rows.length !== change.rows.length) throw new NodeAltered();
    if (!taller) return { rows, root: top };
    above.wipe();
    above.set(0, BigInt(ver), top);
    tree.secrets.free(top);
    return { rows, root: sealNew(placeOf(tree.height, 0), above) };
  } finally {
    wipe();
  }
}

/** Whether this root opens all these rows, one through the other. */
export function opensAll(id: Buffer, rows: readonly Row[], root: Key): boolean {
  const places = byPlace(rows);
  const visit = (row: Row, key: Key): number => {
    const slots = opened(id, row, key);
    let seen = 1;
    for (const slot of levelOf(row.place) > 0 ? slots.used() : []) {
      const child = places.get(childOf(row.place, slot));
      if (child && slots.label(slot) === BigInt(child.ver)) seen += visit(child, slots.key(slot));
    }
    return seen;
  };
  try {
    const top = places.get(highest(places.keys()));
    return top !== undefined && visit(top, root) === rows.length;
  } catch {
    return false;
  } finally {
    wipe();
  }
}

/** Empty leaves `from` up to `to` at the right edge, under the keys in place: the root stays. */
export function widen(
  tree: Tree,
  edge: readonly Row[],
  { ver, from, to }: { ver: number; from: number; to: number },
  root: Key,
): { added: NewRow[]; changed: NewRow[] } {
  const edges = byPlace(edge);
  const added: NewRow[] = [];
  const changed: NewRow[] = [];
  const visit = (place: number, key: Key): void => {
    const row = edges.get(place);
    const level = levelOf(place);
    const slots = row ? opened(tree.id, row, key) : scratch[level]!;
    if (!row) slots.wipe();
    const span = FAN ** (level - 1);
    for (let slot = 0; level > 0 && slot < FAN; slot++) {
      const child = childOf(place, slot);
      if ((indexOf(child) + 1) * span <= from || indexOf(child) * span >= to) continue;
      if (!slots.has(slot)) {
        const fresh = tree.secrets.random();
        slots.set(slot, BigInt(ver), fresh);
        tree.secrets.free(fresh);
      }
      visit(child, slots.key(slot));
    }
    (row ? changed : added).push(sealed(tree.id, place, row?.ver ?? ver, slots, key));
  };
  try {
    visit(placeOf(tree.height - 1, 0), root);
    return { added, changed };
  } finally {
    wipe();
  }
}
