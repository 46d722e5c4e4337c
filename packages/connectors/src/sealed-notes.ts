/** Notes of a run that may last for days: in Kept's own database, sealed under a key that is destroyed when it ends. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Pool } from '@kept/db';
import type { Notes } from './notes.ts';
import { PAGE } from './words.ts';

/** Where the keys of runs are kept: those of a region. */
export interface RunKeys {
  put(ids: readonly string[]): Promise<void>;
  use<T>(id: string, run: (key: Buffer) => T): Promise<T>;
  erase(ids: readonly string[]): Promise<void>;
}

export const keyOfRun = (request: string): string => `elsewhere:${request}`;

const NONCE = 12;
const TAG = 16;

function seal(key: Buffer, text: string, aad: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Buffer, sealed: Buffer, aad: Buffer): string {
  const end = sealed.length - TAG;
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG }).setAAD(aad);
  cipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([cipher.update(sealed.subarray(NONCE, end)), cipher.final()]).toString('utf8');
}

/** Its key must be there: see `keyOfRun`. */
export function sealedNotes(pool: Pool, keys: RunKeys, request: string): Notes {
  const id = keyOfRun(request);
  const place = (list: string): Buffer => Buffer.from(`${request} ${list}`);
  return {
    async add(list, values) {
      if (values.length === 0) return 0;
      const rows = await keys.use(id, (key) => {
        const mark = createHmac('sha256', key).update('elsewhere/mark').digest();
        return values.map((value) => ({
          hash: createHmac('sha256', mark).update(value).digest(),
          sealed: seal(key, value, place(list)),
        }));
      });
      const { rowCount } = await pool.query(
        `insert into connector_note (request, list, hash, sealed)
         select $1, $2, h, s from unnest($3::bytea[], $4::bytea[]) x(h, s) on conflict do nothing`,
        [request, list, rows.map(({ hash }) => hash), rows.map(({ sealed }) => sealed)],
      );
      return rowCount ?? 0;
    },
    async *pages(list) {
      for (let after = 0; ; ) {
        const { rows } = await pool.query<{ n: number; sealed: Buffer }>(
          `select n, sealed from connector_note where request = $1 and list = $2 and n > $3 order by n limit ${PAGE}`,
          [request, list, after],
        );
        if (rows.length === 0) return;
        yield await keys.use(id, (key) => rows.map(({ sealed }) => open(key, sealed, place(list))));
        after = rows.at(-1)!.n;
      }
    },
    async size(list) {
      const { rows } = await pool.query<{ n: number }>(
        'select count(*) as n from connector_note where request = $1 and list = $2',
        [request, list],
      );
      return Number(rows[0]!.n);
    },
    async drop(list) {
      await pool.query('delete from connector_note where request = $1 and list = $2', [request, list]);
    },
  };
}
