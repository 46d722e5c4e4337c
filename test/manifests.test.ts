/**
 * The five published policies as what a compiler is given: broken anywhere, they do not compile, break nothing, and
 * everything that is wrong is told at once; whole, each compiles in no time.
 */
import { SeededRandom } from '@kept/base';
import { checkManifest, compile, PolicyInvalid } from '@kept/policy';
import { broken } from '@kept/policy/testing';
import { POLICIES } from '@kept/server';
import { expect, test } from 'vitest';

const SEED = 20_261_126;
/** Of each policy. */
const ROUNDS = Number(process.env.KEPT_SOAK ?? 30);
/** Places that are broken at once. */
const MOST = 6;

test.each(POLICIES)(
  `$id, broken in ${ROUNDS} ways, never compiles, and each fault is told (seed ${SEED})`,
  {
    timeout: 3_600_000,
  },
  (whole) => {
    const dice = new SeededRandom(SEED);
    for (let i = 0; i < ROUNDS; i++) {
      const { at, manifest } = broken(whole, dice, 1 + (i % MOST));
      const problems = checkManifest(manifest);
      for (const { path, message, help } of problems) expect([path, message, help]).not.toContain('');
      const untold = at.filter((place) => !problems.some(({ path }) => isAbout(path, place)));
      expect(untold, `${untold.join()} of ${at.join()} is not told`).toEqual([]);
      expect(() => compile(manifest), at.join()).toThrow(PolicyInvalid);
    }
  },
);

/** Told at the place itself, at something in it, or at what it is a member of. */
const isAbout = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}/`) || path === place.slice(0, place.lastIndexOf('/'));

test.each(POLICIES)('$id compiles in less than 50 ms', (manifest) => {
  compile(manifest);
  // Of processor time: what others do on the machine is not counted.
  const times = Array.from({ length: 11 }, () => {
    const from = process.cpuUsage();
    compile(manifest);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  });
  const [median] = times.toSorted((a, b) => a - b).slice(5);
  expect(median).toBeLessThan(50);
});
