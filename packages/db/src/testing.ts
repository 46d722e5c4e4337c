/**
 * Databases for tests: each call makes an empty one of its own on the servers that `test/setup.ts` started, and drops
 * it when the test file ends. Two servers, as in production: `data` and `keys`.
 */
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { randomBytes } from 'node:crypto';

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
  readonly pool: pg.Pool;
}

/** A fresh, empty database. `which` says on which of the two servers. */
export async function testDatabase(which: 'data' | 'keys' = 'data'): Promise<TestDatabase> {
  const server = inject(which === 'data' ? 'dataServer' : 'keysServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 8 });
  pool.on('error', () => {});
  afterAll(async () => {
    await pool.end();
    await administer(server, `drop database if exists ${name} with (force)`);
  });
  return { url: url.href, pool };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
