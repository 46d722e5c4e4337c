/**
 * The suppression list beside the roots: records of 48 bytes, only ever added.
 *
 *   0 4 "KSUP"   4 1 format 1   5 3 zero   8 32 keyed hash   40 8 the first half of BLAKE2b-128 of the bytes before it
 */
import fs from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import sodium from 'sodium-native';
import { syncFolder } from './folder.ts';
import type { SuppressionCopy } from './roots.ts';

const RECORD = 48;
const SUM_AT = 40;
const MAGIC = 'KSUP\x01';
const READ_RECORDS = 4096;

export function suppressionFile(file: string): SuppressionCopy {
  const bytes = (): number => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return {
    length: async () => Math.ceil(bytes() / RECORD),
    async append(hashes) {
      const isNew = bytes() === 0;
      // A record that a crash cut short is filled up, never cut off: a late writer may be adding behind it.
      const gap = Buffer.alloc((RECORD - (bytes() % RECORD)) % RECORD);
      const handle = await open(file, 'a', 0o600);
      try {
        await handle.appendFile(Buffer.concat([gap, ...hashes.map(record)]));
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (isNew) syncFolder(path.dirname(file));
    },
    async *read(from) {
      if (bytes() === 0) return;
      const handle = await open(file, 'r');
      try {
        const block = Buffer.alloc(READ_RECORDS * RECORD);
        for (let at = from * RECORD; ; ) {
          const { bytesRead } = await handle.read(block, 0, block.length, at);
          if (bytesRead === 0) return;
          yield hashesIn(block.subarray(0, bytesRead));
          at += bytesRead;
          if (bytesRead % RECORD !== 0) return;
        }
      } finally {
        await handle.close();
      }
    },
  };
}

function record(hash: Buffer): Buffer {
  const bytes = Buffer.alloc(RECORD);
  bytes.write(MAGIC, 0, 'latin1');
  hash.copy(bytes, 8, 0, 32);
  sum(bytes).copy(bytes, SUM_AT);
  return bytes;
}

function hashesIn(block: Buffer): Buffer[] {
  const hashes: Buffer[] = [];
  for (let at = 0; at + RECORD <= block.length; at += RECORD) {
    const bytes = block.subarray(at, at + RECORD);
    const sound = bytes.toString('latin1', 0, MAGIC.length) === MAGIC && sum(bytes).equals(bytes.subarray(SUM_AT));
    if (sound) hashes.push(Buffer.from(bytes.subarray(8, SUM_AT)));
  }
  return hashes;
}

function sum(bytes: Buffer): Buffer {
  const out = Buffer.alloc(16);
  sodium.crypto_generichash(out, bytes.subarray(0, SUM_AT));
  return out.subarray(0, 8);
}
