/**
 * A database in which steps run exactly once: the step's own writes and the note that it ran are one transaction.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { DBOS } from '@dbos-inc/dbos-sdk';
import {
  assertStillOwnsWorkflow,
  DBOSStepAlreadyRecordedError,
  initializeDataSourceSchemaPG,
  isPGKeyConflictError,
  registerDataSource,
  runTransaction,
} from '@dbos-inc/dbos-sdk/datasource';
import { type Pool, type PoolClient, transaction } from '@kept/db';
import type { Noted } from './plain.ts';
import { plainSerializer } from './serializer.ts';
import { persistently, type Surroundings } from './steps.ts';

/** A database that jobs write to. Made by `jobs.store`, used in `run.transaction`. */
export interface Store {
  readonly name: string;
}

interface Config {
  readonly step: string;
}

type Work = (client: PoolClient) => Promise<unknown>;

const current = new AsyncLocalStorage<PoolClient>();

/** Announces the database to the library; its table of notes is made at launch. */
export function openStore(name: string, pool: Pool, around: Surroundings): Store {
  registerDataSource({
    name,
    initialize: () =>
      transaction(pool, async (client) => {
        await initializeDataSourceSchemaPG(async (text) => (await client.query(text)).rows);
      }),
    destroy: async () => {},
    deleteCheckpoints: (job, from, beforeCommit) =>
      transaction(pool, async (client) => {
        await client.query('delete from dbos.transaction_completion where workflow_id = $1 and function_num >= $2', [
          job,
          from,
        ]);
        await beforeCommit?.();
      }),
    invokeTransactionFunction: async (config, target, work, ...args) => {
      const attempt = (client: PoolClient) => current.run(client, () => work.apply(target, args));
      return (await persistently((config as Config).step, () => once(pool, attempt), around)) as never;
    },
  });
  return { name };
}

/** Runs `work` in the store, within the present job, as one of its steps. */
export function inStore<T extends Noted>(
  store: Store,
  step: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const config: Config = { step };
  return runTransaction(() => work(current.getStore()!), step, { dsName: store.name, config });
}

/** Two transactions met: the one that is rolled back runs again. */
const MET = new Set(['40001', '40P01']);
const MET_PAUSE_MS = 10;
const IDLE = '30s';

async function once(pool: Pool, work: Work): Promise<unknown> {
  const job = DBOS.workflowID;
  const step = DBOS.stepID;
  if (job === undefined || step === undefined) return transaction(pool, work);
  for (;;) {
    const noted = await pool.query<{ output: string }>(
      'select output from dbos.transaction_completion where workflow_id = $1 and function_num = $2',
      [job, step],
    );
    if (noted.rows[0]) return plainSerializer.parse(noted.rows[0].output);
    try {
      return await transaction(pool, async (client) => {
        // A process that is stopped in here must not hold up whoever takes its job over.
        await client.query(`set local idle_in_transaction_session_timeout = '${IDLE}'`);
        const answer = await work(client);
        await note(client, job, step, answer);
        return answer;
      });
    } catch (error) {
      // Another execution of this step was faster: its answer is there now.
      if (error instanceof DBOSStepAlreadyRecordedError) continue;
      if (!MET.has((error as { code?: string }).code ?? '')) throw error;
      await new Promise((done) => setTimeout(done, Math.random() * MET_PAUSE_MS));
    }
  }
}

/**
 * INVARIANT: the note first, then the question whose job it is, both in the step's transaction. The note makes another
 * owner's note wait for this commit; the question makes an owner that was replaced meanwhile roll back.
 */
async function note(client: PoolClient, job: string, step: number, answer: unknown): Promise<void> {
  const output = await plainSerializer.stringify(answer);
  try {
    await client.query(
      'insert into dbos.transaction_completion (workflow_id, function_num, output) values ($1, $2, $3)',
      [job, step, output],
    );
  } catch (error) {
    if (isPGKeyConflictError(error)) throw new DBOSStepAlreadyRecordedError(job, step);
    throw error;
  }
  await assertStillOwnsWorkflow(job);
}
