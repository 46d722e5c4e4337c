import { Days, Hours, ManualClock, SeededRandom } from '@kept/base';
import { migrate } from '@kept/db';
import { testDatabase } from '@kept/db/testing';
import { compile, type Manifest } from '@kept/policy';
import { tiny } from '@kept/policy/testing';
import { afterAll, expect, test } from 'vitest';
import { openVersions, type Versions, versionsMigrations } from './index.ts';

const random = new SeededRandom(5);

async function deployment(): Promise<{ clock: ManualClock; open: () => Promise<Versions> }> {
  const { url, pool } = await testDatabase('data');
  await migrate(pool, versionsMigrations);
  const clock = new ManualClock();
  const open = async (): Promise<Versions> => {
    const versions = openVersions({ url, pool, clock, random });
    afterAll(() => versions.close());
    await versions.begin(tiny);
    return versions;
  };
  return { clock, open };
}

const later = (n: number, change: object = {}): Manifest => ({ ...tiny, version: `v${n}`, ...change }) as never;

test('a version goes its way step by step, and holds in every process from its time on', async () => {
  const { clock, open } = await deployment();
  const [here, there] = [await open(), await open()];
  const first = compile(tiny);
  expect([here, there].map((each) => each.program().hash)).toEqual([first.hash, first.hash]);

  const { id, state, program: second } = await here.draft(later(2));
  expect(state).toBe('draft');
  await expect(there.draft(later(2))).rejects.toMatchObject({ code: 'VERSIONS_CONFLICT' });
  for (const early of [() => there.publish(id), () => there.announce(id, clock.now())])
    await expect(early()).rejects.toMatchObject({ code: 'VERSIONS_CONFLICT' });
  await there.review(id);
  const wanted = clock.now() + Hours(3);
  await there.announce(id, wanted);
  await expect(here.discard(id)).rejects.toMatchObject({ code: 'VERSIONS_CONFLICT' });
  clock.advance(Hours(1));
  expect(await here.publish(id)).toMatchObject({ state: 'published', notifiedAt: clock.now(), effectiveAt: wanted });
  expect(await there.publish(id)).toMatchObject({ effectiveAt: wanted });

  // Whoever had read the list has let go of it by now.
  expect(there.certain()).toBe(false);
  await Promise.all([here.ready(), there.ready()]);
  clock.advance(Hours(1));
  expect([here, there].map((each) => each.program().hash)).toEqual([first.hash, first.hash]);
  const before = there.succession();
  clock.advance(Hours(1));
  for (const each of [here, there]) {
    expect(each.program().hash).toBe(second.hash);
    expect(each.succession().versions.map(({ hash }) => hash)).toEqual([first.hash, second.hash]);
  }
  expect(there.succession()).not.toBe(before);
  expect(there.succession()).toBe(there.succession());
  expect([wanted - 1, wanted, wanted + Hours(1)].map((at) => here.versionAt(at))).toEqual([
    first.hash,
    first.hash,
    second.hash,
  ]);
  // Whoever starts now knows both, though its program carries the first alone.
  expect((await open()).program().hash).toBe(second.hash);
});

test('the lead that either version names is kept, whatever the operator wants', async () => {
  const { clock, open } = await deployment();
  const versions = await open();
  const { id } = await versions.draft(later(2, { changes: { ...tiny.changes, lead: { count: 30, unit: 'day' } } }));
  await versions.review(id);
  await versions.announce(id, clock.now());
  clock.advance(Days(2));
  expect((await versions.publish(id)).effectiveAt).toBe(clock.now() + Days(30));
  await versions.ready();
  clock.advance(Days(29));
  expect(versions.program().version).toBe(tiny.version);
  clock.advance(Days(1));
  expect(versions.program().version).toBe('v2');
});

test('a program that carries another version hands it in and goes on with the one in force', async () => {
  const { open } = await deployment();
  const [one, two] = await Promise.all([open(), open()]);
  await Promise.all([one.begin(later(2)), two.begin(later(2)), two.begin(tiny)]);
  expect((await one.list()).map(({ state, program }) => [state, program.version])).toEqual([
    ['published', tiny.version],
    ['draft', 'v2'],
  ]);
  expect(two.program().version).toBe(tiny.version);
});

test('a draft that cannot follow is refused with all that is wrong with it', async () => {
  const versions = await (await deployment()).open();
  await expect(versions.draft({ ...tiny, otherwise: 'nowhere' } as never)).rejects.toMatchObject({
    code: 'POLICY_INVALID',
  });
  const moved = later(2, { regions: { ...tiny.regions, eu: { ...tiny.regions.eu, country: 'FR' } } });
  await expect(versions.draft(moved)).rejects.toMatchObject({ code: 'POLICY_SUCCESSION' });
  await expect(versions.review('nonsense')).rejects.toMatchObject({ code: 'VERSIONS_UNKNOWN' });
});

test('a process that cannot hear the others is not certain, and decides nothing', async () => {
  const { url } = await testDatabase('data');
  const { pool } = await testDatabase('data');
  await migrate(pool, versionsMigrations);
  const lost = openVersions({ url: `${url.replace(/:\d+\//, ':1/')}`, pool });
  expect(lost.certain()).toBe(false);
  await expect(lost.ready()).rejects.toMatchObject({ kind: 'unavailable', code: 'VERSIONS_UNCERTAIN' });
  await lost.close();
});
