/** Kinds of systems, and how each is declared and opened. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { NoSetting, NotADeclaration } from './errors.ts';
import { type Endpoints, openHttp } from './http.ts';
import { FILE, KEY, keyPattern } from './key-pattern.ts';
import type { Collection, Store } from './words.ts';

/** The variable that holds what is never written in a file: an address with name and password, a key. */
const secret = z.strictObject({ env: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/) });
const byUrl = <const K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind), url: secret });

export const store = z.discriminatedUnion('kind', [
  byUrl('postgresql'),
  byUrl('mariadb'),
  byUrl('mysql'),
  byUrl('redis'),
  byUrl('s3'),
  /** `folder` beside the declaration, or from the root; `delimiter` of CSV. */
  z.strictObject({ kind: z.literal('files'), folder: z.string().min(1), delimiter: z.string().length(1).optional() }),
  z.strictObject({
    kind: z.literal('http'),
    url: secret,
    auth: z
      .union([
        z.strictObject({ bearer: secret }),
        z.strictObject({ basic: secret }),
        z.strictObject({ header: z.string().regex(/^[A-Za-z0-9-]{1,64}$/), value: secret }),
      ])
      .optional(),
  }),
]);
export type StoreSaid = z.output<typeof store>;

export interface Opening {
  readonly id: string;
  readonly said: StoreSaid;
  /** Of the declarations. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly endpoints: ReadonlyMap<string, Endpoints>;
}

/**
 * Reads the settings at once, so that one that is missing is told before anything runs; opens nothing yet. Of the drivers
 * only those of declared systems are loaded: all of them take 0.2 s of a start.
 */
export async function opener({ id, said, folder, env, endpoints }: Opening): Promise<() => Store> {
  const setting = ({ env: name }: z.output<typeof secret>): string => {
    const value = env[name];
    if (!value) throw new NoSetting(name, id);
    return value;
  };
  switch (said.kind) {
    case 'files': {
      const { openFiles } = await import('./files.ts');
      return () => openFiles(id, resolve(folder, said.folder), said.delimiter);
    }
    case 'http': {
      const base = addressOf(id, setting(said.url));
      const headers = headersOf(said.auth, setting);
      return () => openHttp({ dataset: id, base, headers }, endpoints);
    }
    default: {
      const url = setting(said.url);
      const open = await OPEN[said.kind]();
      return () => open(id, url);
    }
  }
}

type Open = (id: string, url: string) => Store;
const mariaDb = async (): Promise<Open> => (await import('./mariadb.ts')).openMariaDb;
const OPEN: Readonly<Record<'postgresql' | 'mariadb' | 'mysql' | 'redis' | 's3', () => Promise<Open>>> = {
  postgresql: async () => (await import('./postgresql.ts')).openPostgres,
  mariadb: mariaDb,
  mysql: mariaDb,
  redis: async () => (await import('./redis.ts')).openRedis,
  s3: async () => (await import('./s3.ts')).openS3,
};

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function addressOf(id: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  // What is told of people does not travel open.
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))) || url.username)
    throw new NotADeclaration(id, '/store/url');
  return url;
}

function headersOf(
  auth: Extract<StoreSaid, { kind: 'http' }>['auth'],
  setting: (said: z.output<typeof secret>) => string,
): Record<string, string> {
  if (!auth) return {};
  if ('bearer' in auth) return { authorization: `Bearer ${setting(auth.bearer)}` };
  if ('basic' in auth) return { authorization: `Basic ${Buffer.from(setting(auth.basic)).toString('base64')}` };
  return { [auth.header]: setting(auth.value) };
}

/** With the columns that a kind of system gives each row, and the key that it has without being told. */
export function completed({ kind }: StoreSaid, collection: Collection): Collection {
  const columns: string[] =
    kind === 'redis' || kind === 's3' ? [KEY] : kind === 'files' && collection.name.includes('*') ? [FILE] : [];
  if (columns.length === 0) return collection;
  const name = kind === 's3' ? collection.name.replace(/^[^/]*\//, '') : collection.name;
  // Says at once what is wrong with a pattern.
  if (kind !== 'files') keyPattern(collection.id, name);
  const known = new Set(collection.fields.map(({ path }) => path));
  const more = columns.filter((each) => !known.has(each)).map((path) => ({ path, references: [] }));
  const key =
    kind === 'files' ? [...collection.primaryKey, FILE].filter((each, i, all) => all.indexOf(each) === i) : [KEY];
  return {
    ...collection,
    fields: [...collection.fields, ...more],
    primaryKey: kind === 'files' && collection.primaryKey.length === 0 ? [] : key,
  };
}
