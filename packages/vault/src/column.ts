/**
 * One sealed column of one row.
 *
 *     value := n u8 | which (n bytes) | blob
 *
 * `which` says by bits, lowest first, which of the declared fields are held: so that a person can be shown what is held
 * of them without any of it being opened. It is bound to the blob, as are region, table, column, owner and row.
 */
import type { Json } from '@kept/base';
import { groupKey, type Key, recordKey } from '@kept/keys';
import { combined, derived, wipeDerived } from './derive.ts';
import { Altered } from './errors.ts';
import { type Layout, layout, pack, unpack, type Values } from './pack.ts';
import { open, type SuiteName, seal } from './suite.ts';

const DOMAIN = 'kept/row/v1';
const FILE = Buffer.from('file');
const UUID_BYTES = 16;
const HEAD_BYTES = 1;
const HYPHEN = 0x2d;
/** Bytes of `which`, at most: 256 fields in a column. */
export const WHICH_MAX = 32;

export interface Column {
  readonly name: string;
  readonly group: string;
  /** Id of the group's key in the key tree. */
  readonly groupKey: string;
  readonly fields: readonly string[];
  readonly layout: Layout;
  /** Head of the blob, then the place, then `which`: rewritten for every row. */
  readonly aad: Buffer;
  /** The part of `aad` that the key is derived from. */
  readonly place: Buffer;
}

/** The three keys whose loss, one by one, erases by person, by purpose or by expiry. */
export interface RowKeys {
  readonly person: Key;
  readonly group: Key;
  readonly bucket: Key;
}

export function column(
  region: string,
  table: string,
  name: string,
  { group, fields }: { group: string; fields: readonly string[] },
): Column {
  const names = [DOMAIN, region, table, name].map((part) => `${part}\0`).join('');
  const fixed = HEAD_BYTES + Buffer.byteLength(names);
  const aad = Buffer.alloc(fixed + 2 * UUID_BYTES + WHICH_MAX);
  aad.write(names, HEAD_BYTES, 'utf8');
  const place = aad.subarray(HEAD_BYTES, fixed + 2 * UUID_BYTES);
  return { name, group, groupKey: `group:${group}`, fields, layout: layout(table, fields), aad, place };
}

/** Null where none of the column's fields is held: nothing is stored then. */
export function sealColumn(
  of: Column,
  suite: SuiteName,
  owner: string,
  id: string,
  keys: RowKeys,
  values: Values,
): Buffer | null {
  const which = whichOf(of, values);
  if (which.length === 0) return null;
  const aad = bind(of, owner, id, which);
  deriveKey(of, keys);
  try {
    const blob = seal(suite, pack(of.layout, values), aad, derived);
    return Buffer.concat([Buffer.of(which.length), which, blob]);
  } finally {
    wipeDerived();
  }
}

/** Values of the fields that are wanted and held. Throws VAULT_ALTERED. */
export function openColumn(
  of: Column,
  owner: string,
  id: string,
  keys: RowKeys,
  value: Buffer,
  wanted: readonly string[],
): Record<string, Json> {
  const which = cutWhich(value);
  const aad = bind(of, owner, id, which);
  deriveKey(of, keys);
  try {
    const plain = open(value.subarray(1 + which.length), aad, derived);
    try {
      return unpack(of.layout, plain, wanted);
    } finally {
      plain.fill(0);
    }
  } finally {
    wipeDerived();
  }
}

/** Fields that the value says it holds, from its first bytes alone. Nothing is opened, and nothing proven. */
export function heldIn(of: Column, value: Buffer): string[] {
  const which = cutWhich(value);
  return of.fields.filter((_, i) => ((which[i >> 3] ?? 0) >> (i & 7)) & 1);
}

function whichOf(of: Column, values: Values): Buffer {
  const bits = Buffer.alloc(Math.ceil(of.fields.length / 8));
  let last = 0;
  for (const [i, field] of of.fields.entries()) {
    const value = values[field];
    if (value === undefined || value === null) continue;
    bits[i >> 3]! |= 1 << (i & 7);
    last = (i >> 3) + 1;
  }
  return bits.subarray(0, last);
}

function cutWhich(value: Buffer): Buffer {
  const bytes = value[0] ?? 0;
  if (bytes === 0 || bytes > WHICH_MAX || value.length <= bytes) throw new Altered();
  return value.subarray(1, 1 + bytes);
}

function bind(of: Column, owner: string, id: string, which: Buffer): Buffer {
  const end = HEAD_BYTES + of.place.length;
  writeUuid(of.aad, end - 2 * UUID_BYTES, owner);
  writeUuid(of.aad, end - UUID_BYTES, id);
  which.copy(of.aad, end);
  return of.aad.subarray(0, end + which.length);
}

/**
 * The key of a file that belongs to a row: made of the same three keys as the row, so that it ends with any of them. A
 * copy, for whoever seals the file in pieces; to be wiped after.
 */
export function fileKey(of: Column, owner: string, id: string, keys: RowKeys): Buffer {
  bind(of, owner, id, FILE);
  groupKey(combined, keys.group, keys.bucket);
  recordKey(derived, keys.person, combined, Buffer.concat([of.place, FILE]));
  try {
    return Buffer.from(derived);
  } finally {
    wipeDerived();
  }
}

function deriveKey(of: Column, { person, group, bucket }: RowKeys): void {
  groupKey(combined, group, bucket);
  recordKey(derived, person, combined, of.place);
}

/** INVARIANT: `uuid` was checked with `isUuid` before: its hyphens stand where they should. */
function writeUuid(out: Buffer, at: number, uuid: string): void {
  for (let i = 0, to = at; i < uuid.length; i += 2) {
    if (uuid.charCodeAt(i) === HYPHEN) i++;
    out[to++] = (nibble(uuid.charCodeAt(i)) << 4) | nibble(uuid.charCodeAt(i + 1));
  }
}

/** Of a lower-case hexadecimal digit: `0` to `9` are 0x30 onward, `a` to `f` 0x61 onward. */
const nibble = (code: number): number => (code & 0x0f) + (code >> 6) * 9;
