import { expect, test } from 'vitest';
import { openKeys } from './index.ts';
import { testKeys } from './testing.ts';
import { hashOf } from './audit.ts';
const { keys, url, rootDir } = await testKeys();
test('grow', { timeout: 100000 }, async () => {
  const other = await openKeys({ url, rootDir });
  for (let round = 0; round < 8; round++) {
    const regions = [keys.region(`g${round}`), other.region(`g${round}`)];
    const ids = Array.from({ length: 5000 }, (_, i) => `person:${i}`);
    let next = 0;
    await Promise.all(Array.from({ length: 64 }, async (_, w) => { while (next < ids.length) { const id = ids[next]!; next += 1; await regions[w % 2]!.put([id]); regions[(w + 1) % 2]!.forget(); await regions[(w + 1) % 2]!.use(id, hashOf); } }));
  }
  await other.close();
});
