/**
 * A process that appends until it is killed, for `kill.test.ts`. Says on its output, after the fact, what it was
 * promised: `<index> <leaf>` a line.
 */
import { writeSync } from 'node:fs';
import { SeededRandom } from '@kept/base';
import { openLedger } from './ledger.ts';
import { fileSigner } from './signer.ts';
import { ORIGIN, tagOf } from './testing.child.ts';

const [url, keyFile, name] = process.argv.slice(2) as [string, string, string];
const ledger = await openLedger({ url, origin: ORIGIN, signer: await fileSigner(keyFile) });
const random = new SeededRandom(Number(name.replaceAll(/\D/g, '')) + 1);
writeSync(1, 'ready\n');

let count = 0;
await Promise.all(
  Array.from({ length: 24 }, async () => {
    for (;;) {
      const leaf = `${name}-${count++}`;
      const index = await ledger.append(Buffer.from(leaf), tagOf(random.below(5)));
      writeSync(1, `${index} ${leaf}\n`);
    }
  }),
);
