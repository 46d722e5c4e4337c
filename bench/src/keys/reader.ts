/** Another process with the same keys in its cache: an erasure has to wait for its answer. Asked by lines on standard input. */
import { createInterface } from 'node:readline';
import { openKeys } from '@kept/keys';

const [url = '', rootDir = '', region = ''] = process.argv.slice(2);
const keys = await openKeys({ url, rootDir });
const tree = keys.region(region);
await tree.load([]);
process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const [verb, ...ids] = line.split(' ');
  if (verb === 'load') await tree.load(ids);
  if (verb === 'end') break;
  process.stdout.write(`${ids.filter((id) => tree.cached(id)).length}\n`);
}
await keys.close();
