import type { ActivityEntry, ConsentState, MyData, Named } from '@kept/api';
import { testHouse } from '@kept/server/testing';
import { expect, test } from 'vitest';

const { person } = await testHouse();

interface Asked {
  readonly consents: readonly ConsentState[];
  readonly later: readonly Named[];
}

test('people are asked about what a running service does, and told what will be asked later', async () => {
  const { visitor } = await person();
  const { consents, later } = await visitor.must<Asked>(200, 'GET', '/api/my/consents');
  const ofTheAccount = consents.filter(({ cookie }) => !cookie);
  expect(ofTheAccount.map(({ id, state }) => [id, state])).toContainEqual(['profile', 'never']);
  // The pages themselves ask for these, whatever else runs.
  const ofTheBrowser = consents.filter(({ cookie }) => cookie);
  expect(ofTheBrowser.map(({ id }) => id)).toEqual(['cookie-preferences', 'cookie-statistics']);
  expect(later.map(({ id }) => id)).toContain('certification');
  expect(later.map(({ id }) => id)).not.toContain('profile');
  expect(await visitor.call('PUT', '/api/my/consents/certification', { given: true })).toMatchObject({
    ...{ status: 400, body: { code: 'RIGHTS_NOT_OFFERED' } },
  });
  expect((await visitor.call('PUT', '/api/my/consents/nonsense', { given: true })).status).toBe(404);
});

test('a no is an answer: it is remembered, recorded and not asked again; a yes after it counts', async () => {
  const { visitor } = await person();
  const answer = async (given: boolean): Promise<ConsentState> =>
    (await visitor.must<{ consent: ConsentState }>(200, 'PUT', '/api/my/consents/profile', { given })).consent;
  expect(await answer(false)).toMatchObject({ given: false, state: 'refused', since: expect.any(Number) });
  expect(await answer(true)).toMatchObject({ given: true, state: 'given' });
  expect(await answer(false)).toMatchObject({ given: false, state: 'withdrawn' });
  const { entries } = await visitor.must<{ entries: ActivityEntry[] }>(200, 'GET', '/api/my/activity');
  const told = entries.filter(({ kind }) => kind === 'consent').map(({ reason }) => reason?.split(':')[0]);
  expect(told).toEqual(['you took your consent back', 'you agreed', 'you did not agree']);
});

test('what a withdrawal destroys is named before it happens, and is what it destroys', async () => {
  const { visitor } = await person();
  const asked = async (): Promise<ConsentState> =>
    (await visitor.must<Asked>(200, 'GET', '/api/my/consents')).consents.find(({ id }) => id === 'profile')!;
  const held = async (): Promise<string[]> => {
    const { categories } = await visitor.must<MyData>(200, 'GET', '/api/my/data');
    return categories.flatMap(({ items }) => items.map(({ field }) => field)).toSorted();
  };
  const before = await held();
  await visitor.must(200, 'PUT', '/api/my/consents/profile', { given: true });
  expect((await asked()).erases).toEqual([]);
  const values = { 'profile-name': 'Lin Lan', 'profile-region': 'Hangzhou' };
  await visitor.must(200, 'PATCH', '/api/account/profile', { values });
  expect((await asked()).erases.map(({ id }) => id).toSorted()).toEqual(Object.keys(values));
  await visitor.must(200, 'PUT', '/api/my/consents/profile', { given: false });
  expect(await held()).toEqual(before);
  expect((await asked()).erases).toEqual([]);
});
