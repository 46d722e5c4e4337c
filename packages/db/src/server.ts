/**
 * The embedded PostgreSQL: started, adopted if a killed process of ours left it running, restarted if it is killed
 * itself, stopped.
 *
 * The server listens on loopback only, with a password of its own kept beside its data (mode 0600). It is no child that
 * ends with us: after a kill of this process it serves on, and the next one takes it over.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { accountFor, handOver } from './account.ts';
import { binaries, linkLibraries } from './binaries.ts';
import { ensureCluster, ownPassword, SUPERUSER } from './cluster.ts';
import { ServerFailed } from './errors.ts';
import { lockFolder } from './lock.ts';
import { clearRemains, kill, markOf, postmasterOf, serves } from './processes.ts';
import type { Programs } from './run.ts';
import type { Settings } from './settings.ts';
import { EndedBeside, PortTaken, startPostmaster } from './start.ts';

export interface ServerOptions {
  /** Folder of this server: `data/`, `lib/`, `server.log`, `password`, `lock`. Made if absent, with those above it. */
  readonly dir: string;
  /** Wanted port; the next free one is taken if it is not free. */
  readonly port: number;
  /** `postgresql.conf` settings over those that suit a laptop. */
  readonly settings?: Settings;
  /** The server was killed and is back, on the same port. */
  readonly onRestart?: () => void;
}

/** An embedded server that runs, and is kept running until `stop`. */
export interface Server {
  /** The same for as long as this object is used, whatever happens to the server. */
  readonly port: number;
  /** Whether it ran already, left behind by a process that was killed. */
  readonly adopted: boolean;
  /** Connection string of a database on this server. */
  url(database: string): string;
  /** Clean shutdown: sessions are ended, everything is on disk and the folder is free when it resolves. */
  stop(): Promise<void>;
}

/**
 * Starts the server of a folder, or takes over the one that runs there. Throws DB_FOLDER_IN_USE if another process has
 * it, DB_FOLDER_UNUSABLE, DB_NO_BINARIES, or DB_SERVER_FAILED; then nothing is left running that did not run before.
 */
export const startServer = (options: ServerOptions): Promise<Server> => startServerFrom(binaries(), options);

/** `startServer` from binaries that lie elsewhere. */
export async function startServerFrom(
  native: string,
  { dir, port: wanted, settings = {}, onRestart }: ServerOptions,
): Promise<Server> {
  const programs: Programs = { native, dir, account: await accountFor(dir, native) };
  const lock = lockFolder(dir);
  try {
    await linkLibraries(native, join(dir, 'lib'));
    await handOver(dir, programs.account);
    const password = await ownPassword(programs);
    const url = (port: number, database: string): string =>
      `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
    await ensureCluster(programs);
    const orphan = await answering(join(dir, 'data'), (port) => url(port, 'postgres'));
    const running = orphan ?? (await start(programs, wanted, settings));
    const keeper = keep(programs, running, settings, onRestart);
    return {
      port: running.port,
      adopted: orphan !== null,
      url: (database) => url(running.port, database),
      stop: async () => {
        await keeper.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The URL of a database on the server that runs in this folder, whoever started it; null if none does. */
export function runningServer(dir: string): { url(database: string): string } | null {
  const found = postmasterOf(join(dir, 'data'));
  if (!found?.ready) return null;
  const password = readFileSync(join(dir, 'password'), 'utf8').trim();
  return { url: (database) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${found.port}/${database}` };
}

interface Running {
  readonly pid: number;
  readonly port: number;
}

/** Recovery after a crash may have to read all of the write-ahead log. */
const PATIENCE_MS = 300_000;
const STOP_MS = 60_000;

/** A server that a killed process left behind, once it answers. One that is on its way up or down is waited for. */
async function answering(data: string, url: (port: number) => string): Promise<Running | null> {
  const giveUp = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = postmasterOf(data);
    if (!found) return null;
    if (found.ready && (await answers(url(found.port)))) return found;
    if (performance.now() > giveUp)
      throw new ServerFailed('take over the server of an earlier run, which does not answer');
    await sleep(20);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  return client
    .connect()
    .then(
      () => true,
      () => false,
    )
    .finally(() => client.end().catch(() => {}));
}

async function start(programs: Programs, wanted: number, settings: Settings): Promise<Running> {
  await clearRemains(join(programs.dir, 'data'));
  for (let port = wanted; ; ) {
    port = await freePort(port);
    try {
      return await startPostmaster(programs, port, settings, PATIENCE_MS);
    } catch (error) {
      // Someone was faster between the look and the start.
      if (error instanceof PortTaken) port++;
      else if (!(error instanceof EndedBeside)) throw error;
    }
  }
}

const WATCH_MS = 200;
const RETRY_MS_MAX = 10_000;

/** Watches the server until it is told to stop, and brings it back on the same port whenever it is gone. */
function keep(
  programs: Programs,
  first: Running,
  settings: Settings,
  onRestart?: () => void,
): { stop(): Promise<void> } {
  const data = join(programs.dir, 'data');
  const mark = markOf(data);
  let pid: number = first.pid;
  let stopping: Promise<void> | null = null;
  let restarting: Promise<void> | null = null;

  const restart = async (): Promise<void> => {
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, RETRY_MS_MAX)) {
      try {
        await clearRemains(data);
        pid = (await startPostmaster(programs, first.port, settings, PATIENCE_MS)).pid;
        return onRestart?.();
      } catch {
        // The port may be in use for a moment, the disk full for an hour: the log beside the data says which.
        await sleep(pause, undefined, { ref: false });
      }
    }
  };
  const watch = setInterval(() => {
    if (restarting || serves(pid, mark)) return;
    restarting = restart().finally(() => {
      restarting = null;
    });
  }, WATCH_MS).unref();

  const end = async (): Promise<void> => {
    clearInterval(watch);
    await restarting;
    if (serves(pid, mark)) kill(pid, 'SIGINT');
    for (let waited = 0; serves(pid, mark); waited += 5) {
      if (waited > STOP_MS) throw new ServerFailed('stop within a minute');
      await sleep(5);
    }
  };
  return { stop: () => (stopping ??= end()) };
}

/** `wanted`, or the next port on loopback that nobody listens on. Throws DB_SERVER_FAILED after 200 tries. */
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
