/** Databases on servers that are there already: made if absent, and checked before anything is written. */
import pg from 'pg';
import { DatabaseName, ExternalRefused, ExternalUnreachable } from './errors.ts';

/** A server that was found fit. */
export interface External {
  /** Major version of the server: 15, 18. */
  readonly version: number;
  /**
   * Names the instance, if the server tells: two URLs with one value are databases of one instance, which share a
   * write-ahead log and base backups.
   */
  readonly instance: string | null;
}

const OLDEST = 15;
const CONNECT_MS = 5_000;

/**
 * Makes the database `name` on the server of `url` if it is not there. Answers whether it made it. Safe to race. Throws
 * DB_EXTERNAL_UNREACHABLE or DB_EXTERNAL_REFUSED.
 */
export async function ensureDatabase(url: string, name: string): Promise<boolean> {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new DatabaseName(name);
  return made(url, name).catch((error: unknown) => {
    throw explain(whereOf(url), error);
  });
}

/** A server that has just started, on a machine that does much else, may keep a newcomer waiting. */
const PATIENT_MS = 60_000;

const made = (url: string, name: string): Promise<boolean> =>
  withClient(url, PATIENT_MS, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return false;
    try {
      await client.query(`create database ${name}`);
      return true;
    } catch (error) {
      if (['42P04', '23505'].includes(codeOf(error))) return false;
      throw error;
    }
  });

/**
 * Checks a PostgreSQL that Kept is told to use: reachable, 15 or later, UTF-8, writable, durable, and this role may
 * create tables and schemas in it. Writes nothing. Throws DB_EXTERNAL_UNREACHABLE or DB_EXTERNAL_REFUSED, each with
 * one sentence that names host, port and database, and never the password.
 */
export async function openExternal(url: string): Promise<External> {
  const where = whereOf(url);
  try {
    return await withClient(url, CONNECT_MS, async (client) => {
      const { rows } = await client.query<Facts>(FACTS);
      return { version: judge(where, rows[0]!), instance: await instanceOf(client) };
    });
  } catch (error) {
    throw explain(where, error);
  }
}

interface Facts {
  version: number;
  encoding: string;
  standby: boolean;
  readonly: boolean;
  fsync: string;
  commit: string;
  schemas: boolean;
  tables: boolean;
}

const FACTS = `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
  pg_is_in_recovery() as standby, current_setting('default_transaction_read_only')::bool as readonly,
  current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
  has_database_privilege(current_database(), 'create') as schemas,
  coalesce(has_schema_privilege(current_schema(), 'create'), false) as tables`;

function judge(where: string, facts: Facts): number {
  const version = Math.floor(facts.version / 10_000);
  const refuse = (why: string, help: string): never => {
    throw new ExternalRefused(where, why, help);
  };
  if (version < OLDEST)
    refuse(`is PostgreSQL ${version}; Kept needs ${OLDEST} or later`, 'upgrade it, or name another server');
  if (facts.encoding !== 'UTF8')
    refuse(`stores text as ${facts.encoding}, not UTF8`, "create one with `encoding 'UTF8' template template0`");
  if (facts.standby || facts.readonly) refuse('is read only', 'name the primary');
  if (facts.fsync !== 'on') refuse('runs with fsync off, so it may lose what it has confirmed', 'turn fsync on');
  if (facts.commit === 'off')
    refuse(
      'runs with synchronous_commit off, so it may lose what it has confirmed',
      'turn it on for this role or database',
    );
  if (!facts.tables) refuse('does not let this role create tables', 'grant create on its schema `public` to the role');
  if (!facts.schemas) refuse('does not let this role create schemas', 'grant create on the database to the role');
  return version;
}

async function instanceOf(client: pg.Client): Promise<string | null> {
  try {
    return (await client.query('select system_identifier::text as id from pg_control_system()')).rows[0].id;
  } catch {
    // The provider has taken this function away.
    return null;
  }
}

function explain(where: string, error: unknown): unknown {
  if (error instanceof ExternalRefused) return error;
  const code = codeOf(error);
  const sentence = SENTENCES[code];
  if (sentence) return new ExternalRefused(where, sentence[0], sentence[1], error);
  if (code === '57P03') return new ExternalUnreachable(where, 'is starting up or shutting down', error);
  if (code === '53300') return new ExternalUnreachable(where, 'has no free connection', error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new ExternalUnreachable(where, 'has a host name that cannot be found', error);
  return new ExternalUnreachable(where, 'does not answer', error);
}

const SENTENCES: Readonly<Record<string, readonly [why: string, help: string]>> = {
  '28P01': ['refuses this name and password', 'check both; special characters in a URL are written as %XX'],
  '28000': ['refuses this role or this way of connecting', 'check the role, `sslmode` and the server’s pg_hba.conf'],
  '3D000': ['does not exist', 'create it, empty; Kept makes its own tables'],
  '42501': ['does not let this role connect', 'grant connect on the database to the role'],
};

/** Host, port and database of a URL: what may be shown of it. */
function whereOf(url: string): string {
  const { host, port, database } = new pg.Client({ connectionString: url });
  return host.startsWith('/') ? `${host} ${database ?? ''}` : `${host}:${port}/${database ?? ''}`;
}

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? '';

async function withClient<T>(url: string, ms: number, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'kept',
    connectionTimeoutMillis: ms,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
