/** How long something takes, and how much of the two processors: ours and the database servers'. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the kernel's clock in /proc, in microseconds. */
const TICK_US = 10_000;

export interface Sample {
  /** Operations in a second. */
  readonly rate: number;
  /** Microseconds of processor time for one operation, this process and every server process. */
  readonly cpu: number;
  /** Of which in this process. */
  readonly own: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Runs `count` operations, `concurrent` at once, each waiting for its answer. `servers` are folders of embedded ones. */
export async function sample(
  count: number,
  concurrent: number,
  run: (i: number) => Promise<unknown>,
  servers: readonly string[] = [],
): Promise<Sample> {
  const took = new Float64Array(count);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const i = next++;
      const from = performance.now();
      await run(i);
      took[i] = performance.now() - from;
    }
  };
  const pids = servers.map(serverPid);
  const [own, theirs, from] = [process.cpuUsage(), serverCpu(pids), performance.now()];
  await Promise.all(Array.from({ length: concurrent }, worker));
  const wall = performance.now() - from;
  const used = process.cpuUsage(own);
  const mine = (used.user + used.system) / count;
  took.sort();
  return {
    rate: (count / wall) * 1_000,
    cpu: mine + (serverCpu(pids) - theirs) / count,
    own: mine,
    p50: took[Math.floor(count / 2)]!,
    p99: took[Math.floor(count * 0.99)]!,
  };
}

/** Of the embedded server in this folder. */
export const serverPid = (dir: string): number =>
  Number(readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Of a server and its processes, those that ended included, in microseconds. */
export function serverCpu(pids: readonly number[]): number {
  let ticks = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = statOf(entry);
    if (!stat) continue;
    const root = pids.includes(Number(entry));
    if (!root && !pids.includes(stat.parent)) continue;
    ticks += stat.own + (root ? stat.ended : 0);
  }
  return ticks * TICK_US;
}

function statOf(pid: string): { parent: number; own: number; ended: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1]!, own: fields[11]! + fields[12]!, ended: fields[13]! + fields[14]! };
  } catch {
    // Ended between listing and reading.
    return undefined;
  }
}
