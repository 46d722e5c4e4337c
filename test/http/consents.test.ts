import type { ActivityEntry, ConsentState, Named } from '@kept/api';
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
  expect(consents.map(({ id, state }) => [id, state])).toEqual([['profile', 'never']]);
  expect(later.map(({ id }) => id)).toContain('community-records');
  expect(later.map(({ id }) => id)).not.toContain('profile');
  expect(await visitor.call('PUT', '/api/my/consents/community-records', { given: true })).toMatchObject({
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
