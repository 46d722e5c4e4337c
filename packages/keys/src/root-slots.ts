/**
 * The bytes of a root file: two slots of one block each, overwritten in place, never by a rename, which would leave the
 * old block behind.
 *
 *   0 8 "KEPTROOT"   8 1 format 1   9 1 kind   10 2 body bytes   12 4 zero   16 16 tree   32 8 version   40 n body
 *   4064 32 BLAKE2b-256 of the bytes before it; a torn slot reads as absent
 *
 * One live root: a body in one slot, the other empty. A replacement cut short: a body in both, the lower one live. A
 * tree that is being founded: a body in the first slot, the other never written.
 */
import sodium from 'sodium-native';

export const SLOT_BYTES = 4096;
const MAGIC = 'KEPTROOT\x01';
const BODY_AT = 40;
const SUM_AT = SLOT_BYTES - 32;

/** Whether the body is the key itself, a sealer's bytes, or was destroyed. */
export const Kind = { clear: 0, sealed: 1, empty: 2 } as const;

export interface Slot {
  readonly at: number;
  readonly kind: number;
  readonly version: number;
  readonly tree: Buffer;
  /** A view into the block it was read from, valid until that is wiped. */
  readonly body: Buffer;
}

export function writeSlot(block: Buffer, slot: Omit<Slot, 'at' | 'body'>, body: Buffer | null): void {
  block.fill(0);
  block.write(MAGIC, 0, 'latin1');
  block[9] = slot.kind;
  slot.tree.copy(block, 16);
  block.writeBigUInt64LE(BigInt(slot.version), 32);
  if (body) block.writeUInt16LE(body.copy(block, BODY_AT), 10);
  sum(block).copy(block, SUM_AT);
}

/** Null if the block was never written, or was torn. */
export function readSlot(block: Buffer, at: number): Slot | null {
  if (block.toString('latin1', 0, 9) !== MAGIC || !sum(block).equals(block.subarray(SUM_AT))) return null;
  return {
    at,
    kind: block[9]!,
    version: Number(block.readBigUInt64LE(32)),
    tree: Buffer.from(block.subarray(16, 32)),
    body: block.subarray(BODY_AT, BODY_AT + block.readUInt16LE(10)),
  };
}

/** INVARIANT: a torn slot is not a blank one; only what was never written may be founded anew. */
export const blank = (block: Buffer): boolean => block.every((byte) => byte === 0);

function sum(block: Buffer): Buffer {
  const out = Buffer.alloc(32);
  sodium.crypto_generichash(out, block.subarray(0, SUM_AT));
  return out;
}
