/**
 * The embedded PostgreSQL: started, adopted if a killed process of ours left it running, stopped.
 *
 * The server listens on loopback only, with a password of its own kept beside its data (mode 0600).
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { binaries } from './binaries.ts';
import { ServerFailed } from './errors.ts';

export interface ServerOptions {
  /** Folder of this server: `data/`, `server.log`, `password`. Made if absent. */
  readonly dir: string;
  /** Wanted port; the next free one is taken if it is not free. */
  readonly port: number;
  /** `postgresql.conf` settings, as `-c name=value`. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

export interface Server {
  readonly port: number;
  readonly adopted: boolean;
  /** Connection string of a database on this server. */
  url(database: string): string;
  /** Clean shutdown: sessions are ended, everything is on disk when it resolves. */
  stop(): Promise<void>;
}

const USER = 'kept';
/** Not root: PostgreSQL refuses it. `nobody` exists wherever there is a passwd file. */
const NOBODY = 65534;
const TRIES = 50;

export async function startServer({ dir, port, settings = {} }: ServerOptions): Promise<Server> {
  const native = binaries();
  const data = join(dir, 'data');
  await prepareFolder(dir);
  const password = await ownPassword(dir);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(native, dir, password);
  const started = await startOrAdopt(native, dir, port, settings);
  return {
    ...started,
    url: (database) => `postgres://${USER}:${password}@127.0.0.1:${started.port}/${database}`,
    stop: async () => {
      const { status, output } = await run(native, dir, 'pg_ctl', ['-D', data, '-m', 'fast', '-w', '-t', '60', 'stop']);
      if (status !== 0 && running(data)) throw new ServerFailed('stop', output);
    },
  };
}

async function prepareFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await chmod(dir, 0o700);
  if (asRoot()) await chown(dir, NOBODY, NOBODY);
}

async function ownPassword(dir: string): Promise<string> {
  const file = join(dir, 'password');
  if (!existsSync(file)) {
    await writeFile(`${file}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (asRoot()) await chown(`${file}.new`, NOBODY, NOBODY);
    await rename(`${file}.new`, file);
  }
  return (await readFile(file, 'utf8')).trim();
}

async function initialise(native: string, dir: string, password: string): Promise<void> {
  // A start that was killed half-way leaves a folder that initdb refuses.
  await rm(join(dir, 'data'), { recursive: true, force: true });
  await rm(join(dir, 'data.new'), { recursive: true, force: true });
  const { status, output } = await run(native, dir, 'initdb', [
    ...['-D', join(dir, 'data.new'), '-U', USER, '--auth=scram-sha-256', `--pwfile=${join(dir, 'password')}`],
    ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ]);
  if (status !== 0 || password === '') throw new ServerFailed('make its data folder', output);
  await rename(join(dir, 'data.new'), join(dir, 'data'));
}

async function startOrAdopt(
  native: string,
  dir: string,
  wanted: number,
  settings: Readonly<Record<string, string | number>>,
): Promise<{ port: number; adopted: boolean }> {
  const data = join(dir, 'data');
  for (let tries = 0; ; tries++) {
    const orphan = running(data);
    if (orphan) return { port: orphan.port, adopted: true };
    const port = await freePort(wanted);
    const options = Object.entries({ listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings });
    const { status, output } = await run(native, dir, 'pg_ctl', [
      ...['-D', data, '-w', '-t', '60', '-l', join(dir, 'server.log'), '-o'],
      [`-p ${port}`, ...options.map(([name, value]) => `-c ${name}='${value}'`)].join(' '),
      'start',
    ]);
    if (status === 0) return { port, adopted: false };
    if (tries >= TRIES) throw new ServerFailed('start', output);
    // A killed server stays a zombie, or holds its memory, for a moment; a port may have been taken in between.
    await sleep(200);
  }
}

/** The server that owns this data folder, if its process lives. */
function running(data: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    if (lines[7]?.trim() !== 'ready' || !pid || !port) return null;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /\) Z /.test(stat) || !stat.includes('(postgres)') ? null : { pid, port };
  } catch {
    return null;
  }
}

/** `wanted`, or the next port on loopback that nobody listens on. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 200; port++) {
    const free = await new Promise<boolean>((done) => {
      const probe = createServer();
      probe.once('error', () => done(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
    });
    if (free) return port;
  }
  throw new ServerFailed(`find a free port from ${wanted} on`);
}

function run(native: string, dir: string, tool: string, args: string[]): Promise<{ status: number; output: string }> {
  return new Promise((done, failed) => {
    const child = spawn(join(native, 'bin', tool), args, {
      cwd: dir,
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', HOME: dir, TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C reaches the whole group of a terminal; the server is stopped by us, in order.
      detached: true,
      ...(asRoot() ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
    child.on('error', failed);
    // `exit`, not `close`: the server it started keeps the pipes open.
    child.on('exit', (status) => {
      child.stdout.destroy();
      child.stderr.destroy();
      done({ status: status ?? 1, output });
    });
  });
}

const asRoot = (): boolean => process.getuid?.() === 0;
