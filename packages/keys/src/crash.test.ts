/**
 * Processes are stopped at every step that a crash can cut, and after each stop every promise is checked: what was
 * acknowledged holds, what was not is whole or gone. Unset, `KEPT_SOAK` means a slice of the steps, chosen by
 * `KEPT_SEED`; set, all of them, and then so many rounds at random.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Millis, SeededRandom } from '@kept/base';
import { testDatabase } from '@kept/db/testing';
import { afterAll, expect, test } from 'vitest';
import { audit } from './audit.ts';
import type { ChildOptions } from './crash.child.ts';
import { openKeys } from './index.ts';

const SOAK = Number(process.env.KEPT_SOAK ?? 0);
const random = new SeededRandom(Number(process.env.KEPT_SEED ?? 1));
type Known = { state: 'adding' | 'live' | 'erasing' | 'erased'; hash?: string };

/** A key store, what is known to be promised of it, and processes at work on it. */
async function world() {
  const { url, pool } = await testDatabase('keys');
  const rootDir = await mkdtemp(join(tmpdir(), 'kept-crash-'));
  const known = new Map<string, Known>();
  const stopped: string[] = [];
  const children = new Set<ChildProcess>();
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(rootDir, { recursive: true, force: true });
  });

  const heard = (line: string): void => {
    const [what, id = '', hash = ''] = line.split(' ');
    const before = known.get(id);
    if (what === 'X') stopped.push(id);
    if (what === 'P') known.set(id, { state: 'adding' });
    if (what === 'p') known.set(id, { state: 'live', hash });
    if (what === 'E') known.set(id, { ...before, state: 'erasing' });
    if (what === 'e') known.set(id, { ...before, state: 'erased' });
    if (what === 'u') expect(before?.hash ?? hash, 'a key never changes').toBe(hash);
  };

  const start = (options: Partial<ChildOptions>) => {
    const live = [...known].filter(([, k]) => k.state === 'live').map(([id]) => id);
    const seed = random.below(2 ** 30);
    const args: ChildOptions = { url, rootDir, seed, ops: 25, live: live.slice(-200), ...options };
    const path = fileURLToPath(new URL('crash.child.ts', import.meta.url));
    const child = spawn(process.execPath, [path, JSON.stringify(args)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'kept-compile-cache') },
    });
    children.add(child);
    let rest = '';
    const waiting = new Set<() => void>();
    const lines: string[] = [];
    child.stdout.on('data', (data) => {
      const parts = `${rest}${data}`.split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) heard(line);
      lines.push(...parts);
      for (const wake of waiting) wake();
    });
    const ended = new Promise<void>((done) => child.on('close', () => done()));
    /** False if it ended without saying so. */
    const says = (start: string): Promise<boolean> =>
      Promise.race([
        ended.then(() => lines.some((line) => line.startsWith(start))),
        new Promise<boolean>((done) => {
          const look = () => lines.some((line) => line.startsWith(start)) && done(true);
          waiting.add(look);
          look();
        }),
      ]);
    return { child, ended, says };
  };

  /** Opens the store, which settles it, and holds what is stored against what was promised. */
  const check = async (): Promise<void> => {
    const keys = await openKeys({ url, rootDir, lease: Millis(400) });
    await keys.region('cn').put(['day:2026-01-01']);
    await keys.close();
    const found = await audit(pool, rootDir, 'cn');
    for (const [id, { state, hash }] of known) {
      const now = found.get(id);
      if (state === 'live') expect(now, 'an acknowledged key is there').toBe(hash);
      if (state === 'erased') expect(now, 'an erased key is gone').toBeUndefined();
      if (state === 'erasing' && hash) expect([undefined, hash], 'a half-erased key is gone or whole').toContain(now);
      if (state === 'adding' && now) known.set(id, { state: 'live', hash: now });
      if (state === 'adding' && !now) known.delete(id);
      if (state === 'erasing') known.set(id, { hash: hash ?? '', state: now ? 'live' : 'erased' });
    }
    const gone = new Set([...known.values()].filter((k) => k.state === 'erased').map((k) => k.hash));
    for (const hash of found.values())
      expect(gone.has(hash), 'no erased key hangs in the tree under any id').toBe(false);
  };
  return { url, pool, known, stopped, start, check };
}

const STEPS = [
  ...['found:root', 'put:sealed', 'put:committed', 'grow:sealed', 'grow:committed', 'suppress:copied'],
  ...['root:write', 'root:written', 'root:synced', 'erase:begin', 'erase:rewrapped', 'erase:finished', 'erase:evicted'],
];
/** A step, and one of the recovery that it makes necessary. */
const RECOVERIES = [
  ['erase:prepared', 'settle:aborted'],
  ['erase:prepared', 'settle:discarded'],
  ['erase:staged', 'erase:proven'],
  ['erase:proven', 'erase:committed'],
  ['erase:committed', 'settle:begin'],
  ['suppress:committed', 'erase:prepared'],
] as const;
const LANES = 3;

function slice<T>(of: readonly T[], count: number): readonly T[] {
  if (SOAK > 0) return of;
  const from = random.below(of.length);
  return [...of, ...of].slice(from, from + count);
}

async function inLanes<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

test('a process may be killed at any step', { timeout: 120_000 }, async () => {
  const worlds = await Promise.all(Array.from({ length: LANES }, world));
  await inLanes(slice(STEPS, 5), async (step) => {
    const at = step === 'found:root' || step.startsWith('grow') ? await world() : worlds.pop()!;
    const late = /^(put|erase|suppress|root)/.test(step) ? 2 + random.below(4) : 1;
    await at.start({ only: [step], stopAt: late }).ended;
    expect(at.stopped.at(-1)).toBe(step);
    await at.check();
    worlds.push(at);
  });
});

test('a process may be killed while it recovers from having been killed', { timeout: 120_000 }, async () => {
  const worlds = await Promise.all(Array.from({ length: LANES }, world));
  await inLanes(slice(RECOVERIES, 3), async ([first, second]) => {
    const at = worlds.pop()!;
    await at.start({ only: [first], stopAt: 2 }).ended;
    await at.start({ only: [second], stopAt: 1 }).ended;
    expect(at.stopped.slice(-2)).toEqual([first, second]);
    await at.check();
    worlds.push(at);
  });
});

test('of two processes at work one is killed, and the other takes over', { timeout: 120_000 }, async () => {
  const at = await world();
  await Promise.all([at.start({ stopAt: 40 + random.below(100) }).ended, at.start({ ops: 15 }).ended]);
  await at.check();
});

const DANGEROUS = ['erase:prepared', 'erase:staged', 'erase:proven', 'erase:committed', 'root:write', 'root:written'];

async function pauseAt(at: Awaited<ReturnType<typeof world>>, step: string): Promise<void> {
  const sleeper = at.start({ only: [step], stopAt: 2 + random.below(6), signal: 'SIGSTOP' });
  if (!(await sleeper.says('X'))) return sleeper.ended;
  await at.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name like 'kept keys%'`,
  );
  const other = at.start({ ops: 10 });
  // Within a write to the root file the sleeper still holds the file's lock: then the other has to wait for it.
  await Promise.race([other.ended, sleep(1_000)]);
  sleeper.child.kill('SIGCONT');
  await Promise.all([sleeper.ended, other.ended]);
}

test('a writer that was given up for dead wakes and does no harm', { timeout: 120_000 }, async () => {
  const at = await world();
  await pauseAt(at, DANGEROUS[random.below(DANGEROUS.length)]!);
  await at.check();
});

test.runIf(SOAK > 0)('any of this, at random', { timeout: 36_000_000 }, async () => {
  const at = await world();
  const anywhere = () => 1 + random.below(300);
  const kinds: (() => Promise<unknown>)[] = [
    () => at.start({ stopAt: anywhere() }).ended,
    () => Promise.all([at.start({ stopAt: anywhere() }).ended, at.start({}).ended]),
    () => pauseAt(at, DANGEROUS[random.below(DANGEROUS.length)]!),
    async () => {
      const one = at.start({});
      await one.says('O');
      await sleep(random.below(250));
      one.child.kill('SIGKILL');
      await one.ended;
    },
  ];
  for (let round = 0; round < SOAK; round++) {
    await kinds[round % kinds.length]!();
    await at.check();
  }
});
