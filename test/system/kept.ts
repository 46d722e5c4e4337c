/** Kept as a process of its own, as `npm start` runs it: started, listened to, stopped, killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { atEnd } from '@kept/db/testing';
import { clearRemains, kill, postmasterOf } from '../../packages/db/src/processes.ts';

export const CLI = fileURLToPath(new URL('../../apps/cli/bin/kept.js', import.meta.url));

export interface StartOptions {
  /** Folder of everything it keeps. */
  readonly data: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What to run in place of `node kept.js start`. */
  readonly command?: readonly string[];
  readonly cwd?: string;
  /** Takes the place of the process that runs the tests, root in CI. */
  readonly uid?: number;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process that was started, whether or not it came to serve. */
export interface Started {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** All that it has printed so far, both streams. */
  output(): string;
  /** To it and all its descendants in one group, as a terminal does. */
  signal(signal: NodeJS.Signals): void;
}

/** A Kept that serves. */
export interface Kept extends Started {
  readonly url: string;
  readonly operatorToken: string;
  /** From the first instruction to the last line of what it prints at start. */
  readonly ms: number;
  /** Ends it in order; its exit code. */
  stop(): Promise<number | null>;
  /** Kill -9 of this process alone; the embedded servers live on. */
  kill(): Promise<void>;
}

/** A folder for the test file that goes with it; the embedded servers' account can reach it. */
export async function testFolder(name = 'kept system '): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), name));
  await chmod(root, 0o755);
  atEnd(() => rm(root, { recursive: true, force: true, maxRetries: 3 }));
  return root;
}

/** Kill -9 of every process of both embedded servers; whether there was any. */
export async function endServers(data: string): Promise<void> {
  for (const name of ['data', 'keys']) {
    const cluster = join(data, name, 'data');
    if (!existsSync(cluster)) continue;
    const found = postmasterOf(cluster);
    if (found) kill(found.pid, 'SIGKILL');
    await clearRemains(cluster);
  }
}

/** Embedded servers that run on this folder. */
export const serversOf = (data: string): number =>
  ['data', 'keys'].filter((name) => existsSync(join(data, name, 'data')) && postmasterOf(join(data, name, 'data')))
    .length;

/** Begins to start one; does not wait. */
export function beginKept({
  data,
  env = {},
  command = [process.execPath, CLI, 'start'],
  cwd,
  uid,
}: StartOptions): Started {
  // Whatever a failed test leaves running goes with the test file.
  atEnd(() => endServers(data));
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], KEPT_DATA: data, KEPT_DEMO: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...(cwd && { cwd }),
    ...(uid !== undefined && { uid, gid: uid }),
  });
  atEnd(() => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const ended = once(child, 'close').then(
    ([code, signal]: (number | string | null)[]): Ended => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
    }),
  );
  return {
    pid: child.pid!,
    ended,
    output: () => output,
    signal: (signal) => kill(-child.pid!, signal),
  };
}

/** Started and serving; an error with all it printed if it ends before. */
export async function startKept(options: StartOptions): Promise<Kept> {
  const began = performance.now();
  const started = beginKept(options);
  const kept = await serving(started);
  const ms = performance.now() - began;
  return {
    ...started,
    ...kept,
    ms,
    async stop() {
      started.signal('SIGINT');
      return (await started.ended).code;
    },
    async kill() {
      process.kill(started.pid, 'SIGKILL');
      await started.ended;
    },
  };
}

async function serving(started: Started): Promise<Pick<Kept, 'url' | 'operatorToken'>> {
  let over = false;
  void started.ended.then(() => {
    over = true;
  });
  for (;;) {
    const found = /Console\s+(http:\S+)\/console\?token=(\S+)[\s\S]*Ctrl-C/.exec(started.output());
    if (found) return { url: found[1]!, operatorToken: found[2]! };
    if (over) throw new Error(`Kept did not start:\n${started.output()}`);
    await sleep(5);
  }
}

// Below the range from which the kernel takes the near end of a connection (32,768 and up on Linux): there any port may be taken.
let last = 12_000 + Math.floor(Math.random() * 18_000);
/** A port that is probably nobody's; where it is somebody's the next free one is taken. */
export function port(): string {
  last += 7;
  return String(last);
}
