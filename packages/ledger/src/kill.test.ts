/** Processes are killed while they append, at any moment; what they were promised is there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SeededRandom } from '@kept/base';
import type { Pool } from '@kept/db';
import { type TestDatabase, testDatabase } from '@kept/db/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openLedger } from './ledger.ts';
import { fileSigner } from './signer.ts';
import { ORIGIN, tagOf } from './testing.child.ts';

const CHILD = join(import.meta.dirname, 'appender.child.ts');
const KILLS = Number(process.env.KEPT_SOAK ?? 0) || 4;

let dir: string;
const running = new Set<ChildProcess>();
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kept-kill-'));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(dir, { recursive: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
  /** Ends when the process does; index and leaf of what it was promised. */
  readonly promised: Promise<[number, string][]>;
}

function start(url: string, name: string): Run {
  const child = spawn(process.execPath, [CHILD, url, join(dir, 'key.pem'), name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  let output = '';
  let ready: () => void;
  const isReady = new Promise<void>((done) => {
    ready = done;
  });
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
    if (output.includes('ready\n')) ready();
  });
  const promised = once(child, 'close').then(() => {
    running.delete(child);
    ready();
    // A line that the kill cut short was not said.
    const lines = output.slice(0, output.lastIndexOf('\n')).split('\n').slice(1);
    return lines.map((line): [number, string] => [Number(line.split(' ')[0]), line.split(' ')[1]!]);
  });
  return { child, ready: isReady, promised };
}

/** The server may still be at what a killed process sent last: until it has hung up, the log can grow. */
const hungUp = (pool: Pool): Promise<void> =>
  vi.waitFor(async () => {
    const left = `select from pg_stat_activity where datname = current_database() and application_name = 'kept ledger'`;
    expect((await pool.query(left)).rowCount).toBe(0);
  }, 240_000);

async function check({ url, pool }: TestDatabase, promised: readonly [number, string][]): Promise<void> {
  await hungUp(pool);
  const ledger = await openLedger({ url, origin: ORIGIN, signer: await fileSigner(join(dir, 'key.pem')) });
  try {
    const entries: string[] = [];
    while (entries.length < ledger.size) {
      const to = Math.min(ledger.size, entries.length + 4_096);
      entries.push(...(await ledger.entries(entries.length, to)).map(String));
    }
    for (const [index, leaf] of promised) expect(entries[index], `leaf ${index}`).toBe(leaf);
    expect(new Set(promised.map(([index]) => index)).size).toBe(promised.length);
    expect(await ledger.verify()).toMatchObject({ valid: true, size: entries.length, problems: [] });
    const found = await ledger.byTag([0, 1, 2, 3, 4].map(tagOf), { limit: 4_096 });
    expect(found.map(({ index }) => index)).toEqual([...entries.keys()].reverse().slice(0, 4_096));
  } finally {
    await ledger.close();
  }
}

it('one after the other: each goes on where the killed one ended', async () => {
  const log = await testDatabase('data');
  const random = new SeededRandom(9);
  const promised: [number, string][] = [];
  // On a crowded machine one may be killed before it has promised anything.
  for (let kill = 0; kill < KILLS || promised.length <= KILLS; kill++) {
    const run = start(log.url, `k${kill}`);
    await run.ready;
    await sleep(random.below(120));
    run.child.kill('SIGKILL');
    promised.push(...(await run.promised));
  }
  expect(promised.length).toBeGreaterThan(KILLS);
  await check(log, promised);
}, 600_000);

it('two at once, one of them killed again and again: they never fork the log', async () => {
  const log = await testDatabase('data');
  const random = new SeededRandom(10);
  const steady = start(log.url, 's0');
  await steady.ready;
  const promised: [number, string][] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const run = start(log.url, `t${kill}`);
    await run.ready;
    await sleep(random.below(120));
    // Stopped in its turn it must not stop the other for ever, and woken up it must not write over it.
    if (kill % 2 === 1) {
      run.child.kill('SIGSTOP');
      await sleep(200);
      run.child.kill('SIGCONT');
      await sleep(20);
    }
    run.child.kill('SIGKILL');
    promised.push(...(await run.promised));
  }
  steady.child.kill('SIGKILL');
  const others = await steady.promised;
  expect(Math.min(others.length, promised.length)).toBeGreaterThan(KILLS);
  await check(log, [...promised, ...others]);
}, 600_000);
