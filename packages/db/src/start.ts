import { spawn } from 'node:child_process';
import { chownSync, closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerFailed } from './errors.ts';
import { markOf, postmasterOf } from './processes.ts';
import { endedBeside, launch, type Programs } from './run.ts';
import { commandLine, type Settings } from './settings.ts';

/** Another program listens on the port. */
export class PortTaken extends ServerFailed {
  constructor() {
    super('listen on its port, which another program took');
  }
}

/** It was ended by a signal to the group of a terminal before it had left that group. */
export class EndedBeside extends ServerFailed {
  constructor() {
    super('start, being ended as it began');
  }
}

const LOG_BYTES_MAX = 1_000_000;

/** Starts the server and resolves when it accepts connections. Throws DB_SERVER_FAILED with the end of its log as cause. */
export async function startPostmaster(
  programs: Programs,
  port: number,
  settings: Settings,
  patienceMs: number,
): Promise<{ pid: number; port: number }> {
  const data = join(programs.dir, 'data');
  const log = openLog(programs);
  const args = ['-D', data, '-p', String(port), '-c', `cluster_name=${markOf(data)}`, ...commandLine(settings)];
  const { command, args: all, options } = launch(programs, 'postgres', args);
  const child = spawn(command, all, { ...options, stdio: ['ignore', log.descriptor, log.descriptor] });
  child.unref();
  closeSync(log.descriptor);
  let ended: Error | true | null = null;
  child.on('error', (error) => {
    ended = error;
  });
  child.on('exit', (_, signal) => {
    ended ??= endedBeside(signal) ? new EndedBeside() : true;
  });

  const giveUp = performance.now() + patienceMs;
  for (;;) {
    const found = postmasterOf(data);
    if (found?.ready && found.pid === child.pid) return { pid: found.pid, port };
    if (ended) {
      const words = log.since();
      if (/Address already in use|could not create any TCP\/IP sockets/.test(words)) throw new PortTaken();
      throw (ended as unknown) instanceof ServerFailed
        ? ended
        : new ServerFailed('start', ended === true ? words : ended);
    }
    if (performance.now() > giveUp) {
      child.kill('SIGQUIT');
      throw new ServerFailed('start in time', log.since());
    }
    await sleep(4);
  }
}

function openLog({ dir, account }: Programs): { descriptor: number; since(): string } {
  const file = join(dir, 'server.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX) renameSync(file, `${file}.1`);
  const descriptor = openSync(file, 'a', 0o600);
  if (account.owner) chownSync(file, account.owner.uid, account.owner.gid);
  const { size } = fstatSync(descriptor);
  return { descriptor, since: () => readFileSync(file).subarray(size).toString() };
}
