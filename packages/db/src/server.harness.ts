/** Servers of their own for the tests that kill them, and the processes that run them. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { binaries } from './binaries.ts';
import { clearRemains } from './processes.ts';
import { atEnd } from './testing-end.ts';

interface Answer {
  port: number;
  adopted: boolean;
  url: string;
  ms: number;
  code: string;
  message: string;
  cause: string;
}

export interface Kept {
  readonly child: ChildProcess;
  readonly answer: Answer;
  next(): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
  /** Kill -9 of this process; its server lives on. */
  kill(): Promise<void>;
}

export const root = await mkdtemp(join(tmpdir(), "kept server's test "));
await chmod(root, 0o755);
export const children: ChildProcess[] = [];

let made = 0;
export function folder(...under: string[]): string {
  const dir = join(root, ...under, `server ${made++}`);
  atEnd(async () => {
    if (existsSync(join(dir, 'data'))) await clearRemains(join(dir, 'data'));
    await rm(dir, { recursive: true, force: true });
  });
  return dir;
}

export const wanted = (): number => 41_000 + Math.floor(Math.random() * 15_000);

export async function run(
  dir: string,
  port: number = wanted(),
  how: { native?: string; prefix?: string[] } = {},
): Promise<Kept> {
  const [command = '', ...args] = [
    ...(how.prefix ?? []),
    ...[
      process.execPath,
      fileURLToPath(new URL('server.child.ts', import.meta.url)),
      JSON.stringify({ dir, port }),
      how.native ?? '',
    ],
  ];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  atEnd(() => child.kill('SIGKILL'));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<Record<string, unknown>> => JSON.parse((await lines.next()).value ?? '{}');
  const answer = (await next()) as unknown as Answer;
  const gone = async (): Promise<void> =>
    void (child.exitCode === null && child.signalCode === null && (await once(child, 'exit')));
  return {
    child,
    answer,
    next,
    stop: async () => {
      child.stdin.write('stop\n');
      await gone();
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone();
    },
  };
}

/** PostgreSQL and `flock`, each ended by SIGINT the first time it is run: `ended` then holds a file of its name. */
export async function endingOnce(): Promise<{ native: string; path: string; ended: string }> {
  const dir = await mkdtemp(join(root, 'ending '));
  const [ended, native, bin] = [join(dir, 'ended'), join(dir, 'native'), join(dir, 'native', 'bin')];
  await mkdir(bin, { recursive: true });
  await mkdir(ended);
  for (const name of await readdir(binaries()))
    if (name !== 'bin') await symlink(join(binaries(), name), join(native, name));
  const flock = execFileSync('which', ['flock'], { encoding: 'utf8' }).trim();
  for (const [name, real] of [
    ['flock', flock],
    ['initdb', join(binaries(), 'bin', 'initdb')],
    ['postgres', join(binaries(), 'bin', 'postgres')],
  ] as const) {
    const first = `[ -e '${name}' ] || { touch '${name}'; kill -s INT $$; }`;
    const script = `#!/bin/sh\nhere=$PWD; cd "$(dirname "$0")/../../ended"; ${first}\ncd "$here"; exec '${real}' "$@"\n`;
    await writeFile(join(bin, name), script, { mode: 0o755 });
  }
  // The server runs under an account of its own when we are root.
  for (const each of [dir, native, bin]) await chmod(each, 0o755);
  await chmod(ended, 0o777);
  return { native, path: `${bin}:${process.env['PATH']}`, ended };
}

export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** One folder for the tests that leave it as good as they found it. */
let shared: Promise<string> | null = null;
export function ordinary(): Promise<string> {
  if (!shared)
    atEnd(() => {
      shared = null;
    });
  shared ??= (async () => {
    const dir = folder();
    const kept = await run(dir);
    await query(kept.answer.url, 'create table memory (n int)');
    await kept.stop();
    return dir;
  })();
  return shared;
}

/** A copy of it, for those that do not. */
export async function copied(): Promise<string> {
  const from = await ordinary();
  const dir = folder();
  await mkdir(dir, { recursive: true });
  // Ten times as fast as `cp` of node:fs for a thousand small files.
  execFileSync('cp', ['-r', '--reflink=auto', join(from, 'data'), join(from, 'password'), dir]);
  return dir;
}
