/** A process with a cache, for the tests of `Ears`: told what to do on standard input, says what it did on standard output. */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Millis } from '@kept/base';
import { Ears } from './ears.ts';

const [url = '', topic = '', lease = '5000'] = process.argv.slice(2);
const cache = new Set<string>();
const say = (line: string) => writeSync(1, `${line}\n`);

const ears = new Ears({
  url,
  topic,
  lease: Millis(Number(lease)),
  evict: (keys) => {
    for (const key of keys ?? [...cache]) cache.delete(key);
  },
});
await ears.ready();
say('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [verb, key = ''] = line.split(' ');
  if (verb === 'cache') cache.add(key);
  if (verb === 'end') break;
  say(`${key} ${ears.trusted && cache.has(key) ? 'cached' : 'gone'}`);
}
await ears.stop();
