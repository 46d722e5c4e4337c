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

async function drop(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}
