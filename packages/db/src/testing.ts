/**
 * Databases for tests: each call makes an empty one of its own on the servers that `test/setup.ts` started, and drops
 * it when the test file ends. Two servers, as in production: `data` and `keys`.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { ensureDatabase } from './external.ts';
import { openPool, type Pool } from './pool.ts';
import { atEnd } from './testing-end.ts';

export { type Door, openDoor } from './testing-door.ts';
export { lookFor, type Scan, scan } from './testing-scan.ts';
export { atEnd };

declare module 'vitest' {
  interface ProvidedContext {
    dataServer: string;
    keysServer: string;
    dataDir: string;
    keysDir: string;
  }
}

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
}

/** A fresh, empty database. `which` says on which of the two servers. */
export async function testDatabase(which: 'data' | 'keys' = 'data'): Promise<TestDatabase> {
  const server = inject(which === 'data' ? 'dataServer' : 'keysServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ensureDatabase(server, name);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = openPool(url.href, { name: 'kept test', max: 8 });
  atEnd(async () => {
    await pool.end();
    await drop(server, name);
  });
  return { url: url.href, pool };
}

/**
 * Until the test file ends this server lets go of no part of its write-ahead log: it is shared, and after a checkpoint that
 * anybody asks for, what was written before is gone.
 */
export async function holdLog(which: 'data' | 'keys'): Promise<void> {
  const client = new pg.Client({ connectionString: inject(which === 'data' ? 'dataServer' : 'keysServer') });
  await client.connect();
  atEnd(() => client.end());
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [
    `test_${randomBytes(6).toString('hex')}`,
  ]);
}

async function drop(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}
