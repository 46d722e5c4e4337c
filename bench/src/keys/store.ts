/** A key store on a PostgreSQL of its own, as `kept start` runs it, and a second process that caches its keys. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureDatabase, openPool, startServer } from '@kept/db';
import { type Keys, openKeys, type RegionKeys } from '@kept/keys';

export const REGION = 'eu';
const PUT_AT_ONCE = 5_000;

export interface Reader {
  /** Brings keys into the other process's cache; answers how many of them are in it. */
  load(ids: readonly string[]): Promise<number>;
  /** How many of these are in its cache. */
  cached(ids: readonly string[]): Promise<number>;
  end(): Promise<void>;
}

export interface KeyStore {
  readonly keys: Keys;
  readonly region: RegionKeys;
  readonly ids: string[];
  /** Opens a second process. */
  reader(): Promise<Reader>;
  /** Bytes of the tables and of the keyring. */
  size(): Promise<{ readonly tables: number; readonly keyring: number }>;
  close(): Promise<void>;
}

export const newId = (): string => `person:${randomUUID()}`;

/** With a key for so many people. */
export async function openStore(people: number): Promise<KeyStore> {
  const dir = await mkdtemp(join(tmpdir(), 'kept-bench-keys-'));
  await chmod(dir, 0o755);
  const server = await startServer({ dir: join(dir, 'pg'), port: 47_480 });
  await ensureDatabase(server.url('postgres'), 'kept_keys');
  const url = server.url('kept_keys');
  const rootDir = join(dir, 'keyring');
  const keys = await openKeys({ url, rootDir });
  const region = keys.region(REGION);
  const ids = Array.from({ length: people }, newId);
  for (let at = 0; at < people; at += PUT_AT_ONCE) await region.put(ids.slice(at, at + PUT_AT_ONCE));
  const pool = openPool(url, { name: 'bench', max: 1 });
  await pool.query('vacuum analyze');
  return {
    ...{ keys, region, ids },
    reader: () => startReader(url, rootDir),
    async size() {
      const { rows } = await pool.query(
        `select sum(pg_total_relation_size(oid))::bigint as bytes from pg_class where relnamespace = 'keys'::regnamespace and relkind = 'r'`,
      );
      const files = await Promise.all((await readdir(rootDir)).map((name) => stat(join(rootDir, name))));
      return { tables: Number(rows[0].bytes), keyring: files.reduce((sum, file) => sum + file.size, 0) };
    },
    async close() {
      await pool.end();
      await keys.close();
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function startReader(url: string, rootDir: string): Promise<Reader> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'reader.ts'), url, rootDir, REGION], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  const ask = async (verb: string, ids: readonly string[]): Promise<number> => {
    child.stdin.write(`${[verb, ...ids].join(' ')}\n`);
    return Number((await lines.next()).value);
  };
  return {
    load: (ids) => ask('load', ids),
    cached: (ids) => ask('cached', ids),
    async end() {
      child.stdin.end();
      await new Promise((done) => child.on('exit', done));
    },
  };
}
