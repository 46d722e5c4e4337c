/** How commands of the same machine reach the Kept that runs: an address and a link of the owner, readable by nobody else. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Misuse } from '@kept/base';
import { type Config, readConfig } from './config.ts';
import { regionIds } from './house.ts';

/** Where Kept listens on this machine, as which site, and what lets the owner in. */
export interface Shell {
  readonly url: string;
  readonly origin: string;
  readonly token: string;
}

/** No Kept runs on this folder of data. */
export class NotRunning extends Misuse {
  constructor() {
    super('SERVER_NOT_RUNNING', 'no Kept runs on this data', {
      help: 'start it with `kept start`, and name the same KEPT_DATA here',
    });
  }
}

const OWN = 0o600;
const fileOf = ({ data }: Pick<Config, 'data'>): string => join(data, 'shell.json');

/** Leaves the way in for commands, until `close`. */
export async function openShell(config: Config, port: number, origin: string, token: string) {
  const host = /^(0\.0\.0\.0|127\.|::)/.test(config.host) ? '127.0.0.1' : config.host;
  const shell: Shell = { url: `http://${host}:${port}`, origin, token };
  const file = fileOf(config);
  // A file that is there keeps its mode when it is written.
  await rm(file, { force: true });
  await writeFile(file, JSON.stringify(shell), { mode: OWN });
  return { close: () => rm(file, { force: true }) };
}

/** Throws SERVER_NOT_RUNNING. */
export async function readShell(env: Readonly<Record<string, string | undefined>>): Promise<Shell> {
  const text = await readFile(fileOf(readConfig(env, regionIds())), 'utf8').catch(() => null);
  if (text === null) throw new NotRunning();
  return JSON.parse(text) as Shell;
}
