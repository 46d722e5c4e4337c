/** A process may die at any effect while something is done for another: one closure, and each entry once. */
import { generateKeyPairSync } from 'node:crypto';
import { openStage } from '@kept/kit/testing';
import { keySigner } from '@kept/ledger';
import letters from '@kept/service-letters';
import { expect, test } from 'vitest';
import type { RightsRegion } from '../context.ts';
import { carryOut, clear, prove, type Step } from '../course.ts';
import { dying, Killed } from '../dying.harness.ts';
import { Requests } from '../index.ts';

const stage = await openStage(letters);
const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
const real = new Requests({ pool: stage.pool, clock: stage.region.clock, region: stage.region.id });
const due = { at: stage.region.clock.now() + 86_400_000 * 15, zone: 'Asia/Shanghai' };

/** Closures under way that no request carries: at a start each gets a workflow of its own. */
const uncarried = async (): Promise<string[]> => {
  const running = await real.running();
  const carried = new Set(running.map(({ carries }) => carries?.id));
  return running.flatMap(({ kind, id }) => (kind === 'closure' && !carried.has(id) ? [id] : []));
};

async function run(wants: 'copy' | 'erasure', at: number): Promise<boolean> {
  const [mo, kin] = [await stage.newPerson(), await stage.newPerson()];
  const behalf = { as: 'relative', wants, of: { person: mo.id, region: stage.region.id }, wished: 'nothing' } as const;
  const request = await real.make(kin.id, 'deceased', { due, about: { behalf }, firstEntry: stage.region.ledger.size });
  const decision = { outcome: 'granted', by: 'one', at: 1, clauses: ['10'], second: 'two', secondAt: 2 } as const;
  await real.decide(kin.id, request.id, decision);
  const { watch, reached } = dying(at);
  const region: RightsRegion = {
    ...stage.region,
    gate: watch(stage.region.gate),
    subjects: watch(stage.region.subjects),
    vault: watch(stage.region.vault),
  };
  const requests = watch(real);
  const step: Step = {
    context: { services: [letters], letters: () => null, documents: () => null },
    ...{ region, requests, owner: kin.id, request: request.id },
    sign: async (bytes) => Buffer.from(await signer.sign(bytes)),
    across: { at: () => region, requests: () => requests, suppression: watch(stage.desks.keys) },
  };
  const again = async (work: () => Promise<void>): Promise<void> =>
    work().catch(async (error: unknown) => {
      if (!(error instanceof Killed)) throw error;
      expect([at, await uncarried()]).toEqual([at, []]);
      return again(work);
    });
  const entries = async (owner: string): Promise<unknown[]> =>
    (await stage.region.gate.activity(owner, { limit: 100 })).flatMap((entry) =>
      entry.kind === 'evidence' && entry.of === 'right' ? [entry.payload] : [],
    );
  let before: unknown[] = [];
  const stopped = new Proxy(step.across!.suppression, {
    get: (target, name) =>
      name === 'suppressOwner'
        ? async (...args: Parameters<typeof target.suppressOwner>) => {
            // The first time they can still be read.
            if (before.length === 0) before = await entries(mo.id);
            return target.suppressOwner(...args);
          }
        : (Reflect.get(target, name) as unknown),
  });
  const whole = { ...step, across: { ...step.across!, suppression: stopped } };
  for (const work of [carryOut, clear, prove]) await again(() => work(whole));

  expect((await real.get(kin.id, request.id)).state).toBe('done');
  if (wants === 'copy') before = await entries(mo.id);
  expect(before).toEqual([expect.objectContaining({ request: expect.any(String) as string })]);
  const made = await stage.pool.query(`select state from right_request where kind = 'closure'`);
  expect(made.rows.every(({ state }: { state: string }) => state === 'done')).toBe(true);
  expect(made.rowCount! - closures).toBe(wants === 'erasure' ? 1 : 0);
  closures = made.rowCount!;
  return reached();
}
let closures = 0;

test.each(['copy', 'erasure'] as const)('%s', async (wants) => {
  let deaths = 0;
  while (await run(wants, deaths)) deaths++;
  expect(deaths).toBeGreaterThan(wants === 'copy' ? 7 : 20);
});
