/** Appending durably, through PostgreSQL; and a plain audit table beside it. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool } from '@kept/db';
import { fileSigner, type Ledger, openLedger } from '@kept/ledger';
import { sample } from '../sample.ts';
import { LEAF_BYTES } from './memory.ts';

export const openBenchLog = async (url: string, keyFile: string): Promise<Ledger> =>
  openLedger({ url, origin: 'bench/log', signer: await fileSigner(keyFile) });

const TAGS = Array.from({ length: 5_000 }, () => randomBytes(16));

/** Appends a leaf of its own, with a tag. */
export const appendTo =
  (ledger: Ledger) =>
  (i: number): Promise<number> => {
    const leaf = Buffer.alloc(LEAF_BYTES, 7);
    leaf.writeUInt32BE(i);
    return ledger.append(leaf, TAGS[i % TAGS.length]!);
  };

/** One row, one commit, for each entry: what an application writes when it keeps an audit table. */
export async function auditTable(
  url: string,
): Promise<{ insert(i: number): Promise<unknown>; close(): Promise<void> }> {
  const pool = openPool(url, { name: 'bench audit', max: 16 });
  await pool.query(
    'create table audit (id bigserial primary key, at timestamptz default now(), tag bytea, entry bytea)',
  );
  await pool.query('create index on audit (tag, id)');
  return {
    insert: (i) =>
      pool.query({
        name: 'audit',
        text: 'insert into audit (tag, entry) values ($1, $2)',
        values: [TAGS[i % TAGS.length], Buffer.alloc(LEAF_BYTES, 7)],
      }),
    close: () => pool.end(),
  };
}

/** What a long log costs: milliseconds, and leaves a second for the verification. */
export interface Long {
  readonly open: number;
  readonly proof: number;
  readonly search: number;
  readonly verify: number;
  readonly valid: boolean;
}

export async function useLong(url: string, keyFile: string, size: number): Promise<Long> {
  const millis = async (work: () => Promise<unknown>): Promise<number> => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  let ledger!: Ledger;
  const open = await millis(async () => {
    ledger = await openBenchLog(url, keyFile);
  });
  const proof = (await sample(200, 1, (i) => ledger.proof((i * 7_919 * 31) % size))).p50;
  const search = (await sample(100, 1, (i) => ledger.byTag([TAGS[i]!], { limit: 50 }))).p50;
  let valid = false;
  const verify = await millis(async () => {
    ({ valid } = await ledger.verify());
  });
  await ledger.close();
  return { open, proof, search, verify: (size / verify) * 1_000, valid };
}

/** Fills a log and waits until its index by tag has come to rest. */
export async function fill(url: string, keyFile: string, size: number): Promise<void> {
  const ledger = await openBenchLog(url, keyFile);
  const append = appendTo(ledger);
  await sample(size, 64, append);
  await ledger.close();
  // The next one to open it indexes what is left.
  const again = await openBenchLog(url, keyFile);
  await sleep(1_000);
  await again.close();
}
