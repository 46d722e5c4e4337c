/** One engine, measured in a process of its own: `node worker.ts NAME CHECKS MS` prints what it did as JSON. */
import type { Engine } from './engine.ts';
import { measure } from './harness.ts';

const [name = '', checks = '0', ms = '1000'] = process.argv.slice(2);
if (name === 'kept-batch') {
  const { measureBatch } = await import('./batch.ts');
  process.stdout.write(JSON.stringify(measureBatch(Number(ms))));
} else {
  const { load }: { load: () => Promise<Engine> } = await import(`./engines/${name}.ts`);
  const engine = await load();
  try {
    process.stdout.write(JSON.stringify(await measure(engine, Number(checks), Number(ms))));
  } finally {
    await engine.close?.();
  }
}
