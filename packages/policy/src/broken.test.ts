import { SeededRandom } from '@kept/base';
import { expect, test } from 'vitest';
import { checkManifest, compile, PolicyInvalid } from './index.ts';
import { broken, tiny } from './testing.ts';

const SEED = 20_261_126;

test(`a manifest that is broken anywhere does not compile, and breaks nothing else (seed ${SEED})`, {
  timeout: 120_000,
}, () => {
  const dice = new SeededRandom(SEED);
  for (let i = 0; i < 1_000; i++) {
    const { at: places, manifest } = broken(tiny, dice);
    const at = places.join();
    const problems = checkManifest(manifest);
    expect(problems.length, at).toBeGreaterThan(0);
    for (const { path, message, help } of problems) expect([path, message, help]).not.toContain('');
    expect(() => compile(manifest), at).toThrow(PolicyInvalid);
  }
});
