/**
 * For tests: one process at work on a key store, which stops itself with SIGKILL or SIGSTOP at its nth step. Says on
 * standard output what it is about to do and what it was told.
 */
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type KeptError, Millis, SeededRandom } from '@kept/base';
import { hashOf } from './audit.ts';
import { openKeys } from './keys.ts';

export interface ChildOptions {
  readonly url: string;
  readonly rootDir: string;
  readonly seed: number;
  /** At which step to stop, of those named in `only` or of all. Never, if absent. */
  readonly stopAt?: number;
  readonly only?: readonly string[];
  readonly signal?: 'SIGKILL' | 'SIGSTOP';
  readonly ops: number;
  /** Ids that have a key. */
  readonly live: readonly string[];
}

const options: ChildOptions = JSON.parse(process.argv[2] ?? '');
const say = (line: string) => writeSync(1, `${line}\n`);
const random = new SeededRandom(options.seed);
let steps = 0;
const probe = (step: string): void => {
  if (options.only && !options.only.includes(step)) return;
  steps++;
  if (steps !== options.stopAt) return;
  say(`X ${step}`);
  process.kill(process.pid, options.signal ?? 'SIGKILL');
};

const keys = await openKeys({ url: options.url, rootDir: options.rootDir, lease: Millis(400), probe });
const region = keys.region('cn');
say('O');
const ids = [...options.live];
const take = (): string => ids.splice(random.below(ids.length), 1)[0] ?? '';

const add = async (id: string): Promise<void> => {
  say(`P ${id}`);
  await region.put([id]);
  say(`p ${id} ${await region.use(id, hashOf)}`);
  ids.push(id);
};
const erase = async (): Promise<void> => {
  const some = Array.from({ length: 1 + random.below(4) }, take).filter(Boolean);
  for (const id of some) say(`E ${id}`);
  // Half of the time the way an erasure goes in earnest: suppressed first.
  if (random.below(2)) await Promise.all(some.map((id) => keys.suppressOwner('cn', id.slice('person:'.length))));
  await region.erase(some);
  for (const id of some) say(`e ${id}`);
};
const look = async (): Promise<void> => {
  const id = ids[random.below(ids.length)] ?? '';
  const hash = await region.use(id, hashOf).catch(() => '');
  if (hash) say(`u ${id} ${hash}`);
};

async function lane(name: number): Promise<void> {
  for (let i = 0; i < options.ops; i++) {
    const roll = random.below(20);
    try {
      if (roll === 0) await region.rotate();
      else if (roll < 10 || ids.length < 5) await add(`person:${options.seed}-${name}-${i}`);
      else if (roll < 16) await erase();
      else await look();
    } catch (error) {
      say(`! ${(error as KeptError).code ?? error}`);
      await sleep(20);
    }
  }
}
await Promise.all([0, 1, 2, 3].map(lane));
say(`S ${steps}`);
await keys.close();
