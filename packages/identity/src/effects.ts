/** Effects outside the database (claims in the key store) that must agree with a transaction inside it. */
import { type Pool, type PoolClient, transaction } from '@kept/db';

export interface Effects {
  /** Runs after a rollback. */
  undo(effect: () => Promise<unknown>): void;
  /** Runs once the transaction is committed. */
  after(effect: () => Promise<unknown>): void;
}

/**
 * One transaction. A process that dies between a claim and the commit leaves a claim without a row; `sweep` finds it.
 */
export async function atomic<T>(pool: Pool, work: (client: PoolClient, effects: Effects) => Promise<T>): Promise<T> {
  const undo: (() => Promise<unknown>)[] = [];
  const after: (() => Promise<unknown>)[] = [];
  let result: T;
  try {
    result = await transaction(pool, (client) =>
      work(client, { undo: (effect) => void undo.push(effect), after: (effect) => void after.push(effect) }),
    );
  } catch (error) {
    for (const effect of undo.reverse()) await effect();
    throw error;
  }
  for (const effect of after) await effect();
  return result;
}
