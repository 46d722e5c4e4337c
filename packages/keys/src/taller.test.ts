/** A tree that gets taller while another process is on its way down from the root. */
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { hashOf } from './audit.ts';
import { fileKeyring } from './keyring.ts';
import { wire } from './statements.ts';
import { treeOf } from './store.ts';
import { testKeys } from './testing.ts';
import { KeyTree } from './tree.ts';

const { keys, url, rootDir } = await testKeys();

/** The same tree in another process, which reads nodes only when it is let. */
async function slowReader(region: string) {
  let held: Promise<void> | undefined;
  let reached: () => void = () => {};
  class SlowPool extends pg.Pool {
    override query = (async (statement: { name: string }, values?: unknown) => {
      if (held && statement.name === 'keys_node') {
        reached();
        await held;
      }
      return super.query(statement as never, values as never);
    }) as never;
  }
  const pool = new SlowPool({ ...wire(url, 'kept keys'), max: 4 });
  // The database goes while the last connections end.
  pool.on('error', () => {});
  const provider = fileKeyring({ dir: rootDir });
  const found = await treeOf({ url, pool, provider, probe: () => {} }, region);
  const tree = await KeyTree.open({ ...found, url, pool, region, secrets: provider.secrets });
  afterAll(async () => {
    await tree.close();
    await pool.end();
    provider.close();
  });
  /** Resolves when a read of a node waits; `go` lets it on. */
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const waits = new Promise<void>((done) => {
      reached = done;
    });
    held = promise.finally(() => {
      held = undefined;
    });
    return { waits, go: resolve };
  };
  return { tree, hold };
}

test('a node that has come to stand below a new top is not opened with the root', async () => {
  const region = keys.region('cn');
  const ids = Array.from({ length: 64 * 64 }, (_, i) => `person:${i}`);
  await region.put(ids);
  const hash = await region.use(ids[0]!, hashOf);
  const { tree, hold } = await slowReader('cn');
  const { waits, go } = hold();
  const used = tree.use(ids[0]!, hashOf);
  await waits;
  await region.put(['person:one-more']);
  go();
  expect(await used).toBe(hash);
});
