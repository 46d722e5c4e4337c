/**
 * Field values as bytes, compact and in declared order.
 *
 *     plain  := version u8 | layout u32le | count varint | head varint * count | text UTF-8
 *     head   := length << 2 | kind       length in UTF-16 code units of its part of the text
 *     kind   := 0 not held | 1 the string itself | 2 JSON
 *
 * All parts are one text, so that it is encoded and decoded by one call. `layout` hashes the names of the fields that
 * were declared when it was written: fields may be appended later, never silently reordered or taken away.
 */
import type { Json } from '@kept/base';
import { LayoutChanged, NotDeclared } from './errors.ts';

const VERSION = 1;
const HEAD_START = 5;
const VARINT_MAX = 5;
/** A code unit takes at most three bytes; a surrogate pair is two units and four bytes. */
const UTF8_MAX = 3;

const NOT_HELD = 0;
const STRING = 1;
const JSON_TEXT = 2;

/** Values by field. A field that is absent or null is not held. */
export type Values<F extends string = string> = { readonly [K in F]?: Json | undefined };

/** The fields of one sealed column, in declared order. */
export interface Layout {
  readonly table: string;
  readonly fields: readonly string[];
  /** FNV-1a of the first n names, for n from 0 on. */
  readonly hashes: readonly number[];
}

export function layout(table: string, fields: readonly string[]): Layout {
  const hashes = [0x811c9dc5];
  let hash = 0x811c9dc5;
  for (const field of fields) {
    for (const byte of Buffer.from(`${field}\0`)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    hashes.push(hash);
  }
  return { table, fields, hashes };
}

let scratch = Buffer.allocUnsafeSlow(64 * 1024);

/** A place for plaintext of up to `bytes`; the same place every time. Its user wipes what it wrote, in the same turn. */
export function workspace(bytes: number): Buffer {
  if (scratch.length < bytes) {
    scratch.fill(0);
    scratch = Buffer.allocUnsafeSlow(2 * bytes);
  }
  return scratch;
}

/** The packed bytes, in the workspace: valid until its next use, to be wiped by the caller. */
export function pack(of: Layout, values: Values): Buffer {
  const { fields, hashes } = of;
  let text = '';
  let held = 0;
  const heads: number[] = [];
  for (const field of fields) {
    const value = values[field];
    if (value === undefined || value === null) {
      heads.push(NOT_HELD);
      continue;
    }
    held++;
    // A lone surrogate has no UTF-8; JSON escapes it.
    const asString = typeof value === 'string' && value.isWellFormed();
    const part = asString ? value : JSON.stringify(value);
    heads.push(part.length * 4 + (asString ? STRING : JSON_TEXT));
    text += part;
  }
  refuseOthers(of, values, held);
  const out = workspace(HEAD_START + VARINT_MAX * (heads.length + 1) + UTF8_MAX * text.length);
  out[0] = VERSION;
  out.writeUInt32LE(hashes[fields.length]!, 1);
  let at = putVarint(out, HEAD_START, heads.length);
  for (const head of heads) at = putVarint(out, at, head);
  at += out.write(text, at, 'utf8');
  return out.subarray(0, at);
}

/** The values of those fields that are wanted and held. Throws VAULT_LAYOUT_CHANGED. */
export function unpack(of: Layout, bytes: Buffer, wanted: readonly string[]): Record<string, Json> {
  cursor = HEAD_START;
  const count = getVarint(bytes);
  if (bytes[0] !== VERSION || count > of.fields.length || bytes.readUInt32LE(1) !== of.hashes[count])
    throw new LayoutChanged();
  const heads: number[] = [];
  for (let i = 0; i < count; i++) heads.push(getVarint(bytes));
  const text = bytes.toString('utf8', cursor);
  const values: Record<string, Json> = {};
  let at = 0;
  for (let i = 0; i < count; i++) {
    const head = heads[i]!;
    const kind = head % 4;
    const from = at;
    at += (head - kind) / 4;
    const field = of.fields[i]!;
    if (kind === NOT_HELD || !wanted.includes(field)) continue;
    const part = text.slice(from, at);
    values[field] = kind === JSON_TEXT ? (JSON.parse(part) as Json) : part;
  }
  return values;
}

/** A field that nobody declared is refused, not dropped: whoever sent it believes that it was kept. */
function refuseOthers({ table, fields }: Layout, values: Values, held: number): void {
  let given = 0;
  for (const field in values) if (values[field] !== undefined && values[field] !== null) given++;
  if (given === held) return;
  throw new NotDeclared(table, Object.keys(values).find((field) => !fields.includes(field)) ?? '');
}

function putVarint(out: Buffer, at: number, value: number): number {
  let rest = value;
  while (rest >= 0x80) {
    out[at++] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  out[at] = rest;
  return at + 1;
}

let cursor = 0;

/** Reads at `cursor` and moves it: numbers are not boxed for a second result. */
function getVarint(bytes: Buffer): number {
  let value = 0;
  for (let scale = 1; ; scale *= 0x80) {
    const byte = bytes[cursor++];
    if (byte === undefined) throw new LayoutChanged();
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
  }
}
