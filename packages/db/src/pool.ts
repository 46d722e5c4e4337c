import type { Duration } from '@kept/base';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { TransactionLost } from './errors.ts';

/** Connections to one database, and one of them while a transaction has it. */
export type Pool = pg.Pool;
export type PoolClient = pg.PoolClient;

export interface PoolOptions {
  /** Who connects, as an operator sees it in `pg_stat_activity`: `kept vault`. */
  readonly name: string;
  /** Connections at most; 10 if absent. The embedded server has 100 for all. */
  readonly max?: number;
  /** Statements that run longer are cancelled by the server; no limit if absent. */
  readonly statementTimeout?: Duration;
  /**
   * Every frequent statement finds its rows by an index. A prepared statement keeps its plan; without this, one that was
   * planned while a table was small may go on reading it whole when it has grown.
   */
  readonly lookups?: boolean;
  /** A connection was lost outside a query. The pool has already dropped it and opens another when asked. */
  readonly onLost?: (error: Error) => void;
}

/**
 * A pool of connections. Does not connect until the first query; `end()` it.
 *
 * `bigint` arrives as a number, or as a BigInt beyond 2^53 - 1, so that arithmetic with a wrong one throws rather than
 * rounds. A connection that the server drops (restart, kill) never brings the process down: the query that used it
 * rejects, the next one gets another.
 */
export function openPool(url: string, options: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: options.name,
    max: options.max ?? 10,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
    ...(options.lookups ? { options: '-c enable_seqscan=off' } : {}),
    ...(options.statementTimeout ? { statement_timeout: options.statementTimeout } : {}),
  });
  const lost = (error: Error): void => options.onLost?.(error);
  pool.on('error', lost);
  // The pool listens to idle connections only; one that breaks while it is checked out would be an uncaught error.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

const INT8 = 20;
const INT8_ARRAY = 1016;

function typeParser(oid: number, format?: 'text' | 'binary'): (value: never) => unknown {
  const usual = pg.types.getTypeParser(oid, format as 'text') as (value: never) => unknown;
  if (format === 'binary') return usual;
  if (oid === INT8) return whole;
  if (oid === INT8_ARRAY) return (text) => deep(usual(text));
  return usual;
}

function whole(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}

const deep = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(deep) : typeof value === 'string' ? whole(value) : value;

/**
 * Runs `work` in one transaction: committed when it resolves, rolled back when it throws, and then its error is thrown.
 * Throws DB_TRANSACTION_LOST if the server turned the commit into a rollback.
 */
export async function transaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new TransactionLost();
    return result;
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => {
      broken = failed;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A Kysely over this pool. Do not `destroy()` it: that ends the pool, which belongs to whoever opened it. */
export const kysely = <Tables>(pool: Pool): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
