import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Account } from './account.ts';

/** What it takes to run one of PostgreSQL's programs for the server of one folder. */
export interface Programs {
  /** The installed package's folder of programs and libraries. */
  readonly native: string;
  /** The server's own folder. */
  readonly dir: string;
  readonly account: Account;
}

/** Command, arguments and options for `spawn`. */
export function launch({ native, dir, account }: Programs, program: string, args: readonly string[]) {
  const [command = '', ...rest] = [...account.prefix, join(native, 'bin', program), ...args];
  return {
    command,
    args: rest,
    options: {
      cwd: dir,
      env: {
        PATH: process.env.PATH ?? '/usr/bin:/bin',
        // Both: a library found through a link looks for its own needs beside the link.
        LD_LIBRARY_PATH: `${join(dir, 'lib')}:${join(native, 'lib')}`,
        LC_ALL: 'C.UTF-8',
        HOME: dir,
        TZ: 'UTC',
      },
      // Ctrl-C reaches the whole group of a terminal; the server is stopped by us, in order.
      detached: true,
      ...account.ids,
    },
  };
}

/**
 * Whether a program was ended by what was meant for us. A Ctrl-C goes to everybody in the group of the terminal, and a
 * program that was started belongs to it until it has a session of its own: for a moment with `detached`, else for all
 * of its life. Whoever started it starts it again.
 */
export const endedBeside = (signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP';

export interface Ended {
  /** 1 where a signal ended it. */
  readonly status: number;
  readonly signal: NodeJS.Signals | null;
  /** All it printed. */
  readonly output: string;
}

/** Runs a program to its end. */
export function run(programs: Programs, program: string, args: readonly string[]): Promise<Ended> {
  return new Promise((done, failed) => {
    const { command, args: all, options } = launch(programs, program, args);
    const child = spawn(command, all, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
    child.on('error', failed);
    child.on('close', (status, signal) => done({ status: status ?? 1, signal, output }));
  });
}
