/** Which processes serve a data folder, told from /proc: a pid alone may be another program's by now. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerFailed } from './errors.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/**
 * The name that a server of this folder carries in the command line of each of its processes. From the folder's device
 * and inode, so that it does not depend on the path it is reached by.
 */
export function markOf(data: string): string {
  const { dev, ino } = statSync(data, { bigint: true });
  return `kept-${dev}-${ino}`;
}

/** The server that owns this data folder, if it lives. */
export function postmasterOf(data: string): Postmaster | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 && serves(pid, markOf(data))
      ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
      : null;
  } catch {
    return null;
  }
}

/** Whether a process lives and is a server, or a part of one, of the folder with this mark. */
export function serves(pid: number, mark: string): boolean {
  try {
    // A killed process keeps its number until its parent has asked for it; an orphan's parent may take seconds.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    if (!stat.includes('(postgres)') || /\) [ZX] /.test(stat)) return false;
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return line.split('\0').includes(`cluster_name=${mark}`) || line.startsWith(`postgres: ${mark}: `);
  } catch {
    return false;
  }
}

const WAIT_MS = 10_000;

/**
 * Makes way for a new server when no postmaster lives: ends what a killed one left behind, then removes its pid file.
 *
 * INVARIANT: in this order. Sessions outlive a killed postmaster for a moment and still write; the pid file is what
 * keeps a second server away from them, and PostgreSQL itself trusts it even when the number is another program's.
 */
export async function clearRemains(data: string): Promise<void> {
  const mark = markOf(data);
  const remains = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && serves(pid, mark));
  for (const pid of remains) kill(pid, 'SIGKILL');
  for (let waited = 0; remains.some((pid) => serves(pid, mark)); waited += 10) {
    if (waited > WAIT_MS) throw new ServerFailed('end the processes that an earlier run left behind');
    await sleep(10);
  }
  await rm(join(data, 'postmaster.pid'), { force: true });
}

/** Sends a signal; a process that has gone already is none's loss. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
