/**
 * Where everything lies: two PostgreSQL servers, one for data (a database per region), one for keys; embedded unless a
 * setting names others. They are apart because logs and backups are instance-wide: who holds the data holds no key.
 */
import { join } from 'node:path';
import { ensureDatabase, openExternal, type Server, startServer } from '@kept/db';
import { type Config, databaseSetting } from './config.ts';

export interface Storage {
  /** Connection string by region. */
  readonly databases: Readonly<Record<string, string>>;
  readonly keys: string;
  /** Database of the durable workflows. */
  readonly jobs: string;
  /** Whether no other process can be at work on it: an embedded server is one process's. */
  readonly ours: boolean;
  /** What an operator may want to know, a sentence each. */
  readonly remarks: readonly string[];
  stop(): Promise<void>;
}

const DATA_PORT = 7410;
const KEYS_PORT = 7440;

/** Starts, adopts or reaches the databases. Throws DB_* with one sentence; then nothing is left running. */
export async function openStorage(config: Config, regions: readonly string[]): Promise<Storage> {
  // Settings first: a wrong one must not leave a server started for nothing.
  const notes = await remarksOnExternals(config);
  const own = regions.filter((region) => !config.databases[region]);
  const started = await Promise.allSettled([
    own.length > 0 ? startServer({ dir: join(config.data, 'data'), port: DATA_PORT }) : null,
    config.keys ? null : startServer({ dir: join(config.data, 'keys'), port: KEYS_PORT }),
  ]);
  const servers = started.flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []));
  const stop = async (): Promise<void> => void (await Promise.all(servers.map((server) => server.stop())));
  try {
    const [data, keys] = started.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    });
    return {
      ...(await urls(config, regions, data ?? null, keys ?? null)),
      ours: data !== null,
      remarks: [...notes, ...remarksOf(data ?? null, keys ?? null)],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Throws DB_EXTERNAL_* for one that cannot be used. */
async function remarksOnExternals(config: Config): Promise<string[]> {
  const opened = await Promise.all(
    Object.entries(config.databases).map(async ([region, url]) => ({ region, ...(await openExternal(url)) })),
  );
  const keys = config.keys ? await openExternal(config.keys) : null;
  return opened
    .filter(({ instance }) => instance !== null && instance === keys?.instance)
    .map(
      ({ region }) =>
        `KEPT_KEYS and ${databaseSetting(region)} are on one server: whoever takes its backup has both; use two`,
    );
}

async function urls(
  config: Config,
  regions: readonly string[],
  data: Server | null,
  keys: Server | null,
): Promise<Pick<Storage, 'databases' | 'keys' | 'jobs'>> {
  const own = async (server: Server, name: string): Promise<string> => {
    await ensureDatabase(server.url('postgres'), name);
    return server.url(name);
  };
  const databases: Record<string, string> = {};
  for (const region of regions) {
    databases[region] = config.databases[region] ?? (await own(data!, `kept_${region.toLowerCase()}`));
  }
  return {
    databases,
    keys: config.keys ?? (await own(keys!, 'kept_keys')),
    jobs: data ? await own(data, 'kept_jobs') : databases[regions[0]!]!,
  };
}

function remarksOf(data: Server | null, keys: Server | null): string[] {
  const named = [
    ['data', data, DATA_PORT],
    ['keys', keys, KEYS_PORT],
  ] as const;
  return named.flatMap(([name, server, wanted]) => [
    ...(server?.adopted ? [`the ${name} database of an earlier run was still there and was taken over`] : []),
    ...(server && !server.adopted && server.port !== wanted
      ? [`port ${wanted} is taken, the ${name} database listens on ${server.port}`]
      : []),
  ]);
}
