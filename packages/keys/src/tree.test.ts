/** The key tree against a model that is a Map, in sequence and all at once. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SeededRandom } from '@kept/base';
import { testDatabase } from '@kept/db/testing';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { audit, hashOf } from './audit.ts';
import { type Keys, NoKey, openKeys } from './index.ts';

const { url, pool } = await testDatabase('keys');
const rootDir = await mkdtemp(join(tmpdir(), 'kept-tree-'));
const processes: Keys[] = [await openKeys({ url, rootDir }), await openKeys({ url, rootDir, cache: { keys: 5 } })];
afterAll(async () => {
  for (const keys of processes) await keys.close();
  await rm(rootDir, { recursive: true, force: true });
});
const SOAK = Number(process.env.KEPT_SOAK ?? 0);
const NAMES = Array.from({ length: 12 }, (_, i) => `person:${i}`);

type Step =
  | { what: 'put' | 'erase' | 'load'; ids: string[] }
  | { what: 'use' | 'cached'; ids: string[] }
  | { what: 'rotate' | 'forget' | 'reopen'; ids: string[] };

/** What the tree is: ids and the keys they have. Reads the key of a new id from the tree itself, once. */
async function run(region: string, at: number, { what, ids }: Step, model: Map<string, string>): Promise<void> {
  const keys = processes[at]!.region(region);
  if (what === 'put') {
    await keys.put(ids);
    for (const id of ids) if (!model.has(id)) model.set(id, await keys.use(id, hashOf));
  }
  if (what === 'erase') {
    await keys.erase(ids);
    for (const id of ids) model.delete(id);
  }
  if (what === 'use' || what === 'load') {
    for (const id of ids) {
      const result = await keys.use(id, hashOf).catch((error) => error.code);
      expect(result).toBe(model.get(id) ?? 'KEYS_NO_KEY');
    }
  }
  if (what === 'cached') for (const id of ids) expect([undefined, model.get(id)]).toContain(hashed(keys.cached(id)));
  if (what === 'rotate') await keys.rotate();
  if (what === 'forget') keys.forget();
  if (what === 'reopen') {
    await processes[at]!.close();
    processes[at] = await openKeys({ url, rootDir });
  }
}
const hashed = (key: Buffer | undefined): string | undefined => key && hashOf(key);

const step = fc.record({
  at: fc.nat(1),
  what: fc.constantFrom('put', 'put', 'erase', 'use', 'use', 'load', 'cached', 'rotate', 'forget', 'reopen'),
  ids: fc.subarray(NAMES, { minLength: 1 }),
});

test('the tree is a map from ids to keys, whatever is done to it and in whichever process', {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const model = new Map<string, string>();
      await processes[0]!.region('model').erase(NAMES);
      for (const { at, ...rest } of steps) await run('model', at, rest as Step, model);
      expect(await audit(pool, rootDir, 'model')).toEqual(model);
    }),
    { numRuns: SOAK || 12, endOnFailure: true },
  );
});

test('a tree grows by leaves and by levels, and shrinks to nothing', async () => {
  const keys = processes[0]!.region('growth');
  const ids = Array.from({ length: 4_500 }, (_, i) => `person:${i}`);
  await keys.put(ids);
  expect((await pool.query("select height, leaves from keys.tree where region = 'growth'")).rows[0].height).toBe(3);
  const all = await audit(pool, rootDir, 'growth');
  expect(all.size).toBe(4_500);
  expect(new Set(all.values()).size).toBe(4_500);
  await keys.erase(ids.slice(1));
  expect([...(await audit(pool, rootDir, 'growth'))]).toEqual([[ids[0], all.get(ids[0]!)]]);
  await keys.put(ids);
  const anew = await audit(pool, rootDir, 'growth');
  expect(ids.filter((id) => anew.get(id) === all.get(id))).toEqual([ids[0]]);
});

/**
 * Each id has one task that puts and erases it in turn; all others use it meanwhile, in two processes. Between the end
 * of a put and the begin of an erasure there is one right answer, between erasure and put another, else both will do.
 */
test('puts, uses, erasures and rotations at once', { timeout: 3_600_000 }, async () => {
  const region = 'races';
  const until = performance.now() + (SOAK ? SOAK * 100 : 1_200);
  const random = new SeededRandom(7);
  const now = new Map<string, { epoch: number; hash: string | null; changing: boolean }>();
  const pick = () => processes[random.below(2)]!.region(region);
  let [used, refused] = [0, 0];

  const owner = async (id: string): Promise<void> => {
    for (let epoch = 1; performance.now() < until; epoch++) {
      now.set(id, { epoch, hash: null, changing: true });
      await pick().put([id]);
      const hash = await pick().use(id, hashOf);
      now.set(id, { epoch, hash, changing: false });
      await sleep(random.below(20));
      now.set(id, { epoch, hash, changing: true });
      await pick().erase([id]);
      now.set(id, { epoch, hash: null, changing: false });
      for (const keys of processes) expect(keys.region(region).cached(id)).toBeUndefined();
      await sleep(random.below(5));
    }
  };
  const user = async (): Promise<void> => {
    while (performance.now() < until) {
      const id = NAMES[random.below(NAMES.length)]!;
      const before = now.get(id);
      const hash = await pick()
        .use(id, hashOf)
        .catch((error) => {
          if (error instanceof NoKey) return null;
          throw error;
        });
      if (hash) used++;
      else refused++;
      if (before && before === now.get(id) && !before.changing) expect(hash).toBe(before.hash);
      await sleep(0);
    }
  };
  const restless = async (): Promise<void> => {
    while (performance.now() < until) {
      await sleep(random.below(60));
      await pick().rotate();
      pick().forget();
      await pick().put([`person:${randomUUID()}`]);
    }
  };
  await Promise.all([...NAMES.map(owner), user(), user(), user(), user(), restless()]);
  expect(used).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
  await processes[0]!.region(region).erase(NAMES);
  const left = await audit(pool, rootDir, region);
  expect(NAMES.filter((id) => left.has(id))).toEqual([]);
});

test('room that lies scattered over many leaves does not keep a group of new keys waiting', {
  timeout: 20_000,
}, async () => {
  const keys = processes[0]!.region('scattered');
  const some = (n: number) => Array.from({ length: n }, () => `person:${randomUUID()}`);
  // Sixteen leaves of 64 places, sixty of them taken in each: room for 64 in all, for eight in any two.
  for (let leaf = 0; leaf < 16; leaf++) await keys.put(some(60));
  const group = some(30);
  await keys.put(group);
  expect(await keys.use(group[29]!, hashOf)).toMatch(/./);
});
