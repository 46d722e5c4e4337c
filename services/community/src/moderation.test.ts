/** Moderation over HTTP: what is reported, decided, told, appealed against and looked at again, each on the record. */
import { Days, ManualClock, Millis } from '@kept/base';
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { beforeAll, expect, test } from 'vitest';
import type { Case, Contested, Opened, Outcome, Ruling } from './api/index.ts';
import service from './index.ts';
import { PHOTO } from './photo.harness.ts';

const COMMUNITY = '/api/community';
const CONSOLE = '/api/console/community';
const clock = new ManualClock(Date.now());
let kept: TestHouse;
let lin: Person;
let mira: Person;
let first: TestHouse['visitor'] extends () => infer V ? V : never;
let second: typeof first;

beforeAll(async () => {
  kept = await testHouse({ clock });
  [lin, mira] = [await member('Lin'), await member('Mira')];
  [first, second] = [(await kept.staff('agent')).visitor, (await kept.staff('officer')).visitor];
}, 60_000);

async function member(nickname: string): Promise<Person> {
  const person = await kept.person({ nickname });
  for (const consent of ['community-interaction', 'public-disclosure'])
    await person.visitor.must(200, 'PUT', `/api/my/consents/${consent}`, { given: true });
  return person;
}
const write = async ({ visitor }: Person, text: string, pictures: readonly string[] = []): Promise<string> =>
  (await visitor.must<{ id: string }>(201, 'POST', `${COMMUNITY}/posts`, { text, pictures })).id;
const comment = async ({ visitor }: Person, thread: string, text: string): Promise<string> => {
  // Of two in one millisecond nobody knows which was first.
  clock.advance(Millis(1));
  return (await visitor.must<{ id: string }>(201, 'POST', `${COMMUNITY}/posts/${thread}/comments`, { text })).id;
};
const report = ({ visitor }: Person, about: string, thread = about, more: object = {}) =>
  visitor.call('POST', `${COMMUNITY}/reports`, {
    ...{ kind: about === thread ? 'post' : 'comment', thread, about, ground: 'spam', text: 'sells <b>lamps</b>' },
    ...more,
  });
const queue = (visitor = first) =>
  visitor.must<{ cases: Case[]; appeals: Contested[] }>(200, 'GET', `${CONSOLE}/cases`);
const decide = (about: string, outcome: Outcome, visitor = first) => {
  clock.advance(Millis(1));
  return visitor.must(204, 'POST', `${CONSOLE}/cases/${about}/decision`, {
    outcome,
    ground: 'spam',
    text: 'No adverts here.',
  });
};
const rulings = async ({ visitor }: Person) =>
  (await visitor.must<{ rulings: Ruling[] }>(200, 'GET', `${COMMUNITY}/rulings`)).rulings;
const onBoard = async (id: string): Promise<boolean> =>
  (await mira.visitor.must<{ posts: { id: string }[] }>(200, 'GET', `${COMMUNITY}/posts`)).posts.some(
    (each) => each.id === id,
  );
const region = () => kept.house.regions.get(lin.region)!;
async function picture({ visitor }: Person): Promise<string> {
  const path = `${COMMUNITY}/pictures`;
  const { secret } = await visitor.must<{ secret: string }>(201, 'POST', path, { name: 'a.jpg', bytes: PHOTO.length });
  const headers = { origin: kept.origin, 'content-type': 'application/octet-stream' };
  const sent = await visitor.send<{ picture: string }>('PATCH', `${path}/${secret}?offset=0`, {
    headers,
    payload: PHOTO,
  });
  return sent.body.picture;
}

test('a reported post is hidden with a reason, appealed against, and brought back by a second moderator', async () => {
  const shown = await picture(lin);
  const id = await write(lin, 'Lamps, half price', [shown]);
  await comment(mira, id, 'a word');
  expect((await report(lin, id)).body.code).toBe('COMMUNITY_OWN');
  for (let i = 0; i < 2; i++) expect((await report(mira, id)).status).toBe(204);
  const { cases } = await queue();
  expect(cases).toMatchObject([{ id, kind: 'post', reports: 1, grounds: ['spam'] }]);
  expect(JSON.stringify(cases)).not.toMatch(/Lamps|lamps|Lin|Mira/);
  const opened = await first.must<Opened>(200, 'POST', `${CONSOLE}/cases/${id}/details`);
  expect(opened).toEqual({
    ...{ text: 'Lamps, half price', byline: 'Lin', pictures: [shown] },
    said: [{ ground: 'spam', text: 'sells <b>lamps</b>' }],
  });
  await first.must(200, 'GET', `${CONSOLE}/cases/${id}/pictures/${shown}`);
  await decide(id, 'hidden');
  await first.must(404, 'POST', `${CONSOLE}/cases/${id}/decision`, { outcome: 'kept', ground: 'spam' });
  expect(await onBoard(id)).toBe(false);
  expect(await mira.visitor.must(200, 'GET', `${COMMUNITY}/posts/${id}`)).toMatchObject({
    post: null,
    comments: [{ text: 'a word' }],
  });
  await mira.visitor.must(404, 'GET', `${COMMUNITY}/posts/${id}/pictures/${shown}`);
  // It is told, with the reason, on the record, and to nobody else.
  expect(await lin.visitor.must(200, 'GET', `${COMMUNITY}/rulings/count`)).toEqual({ unseen: 1 });
  const [ruling] = await rulings(lin);
  expect(ruling).toMatchObject({
    ...{ outcome: 'hidden', ground: 'spam', words: 'No adverts here.', text: 'Lamps, half price', state: 'told' },
    ...{ seen: false, until: expect.any(Number) },
  });
  expect(await rulings(mira)).toEqual([]);
  const { entries } = await lin.visitor.must<{ entries: { actor: { role: string } }[] }>(
    200,
    'GET',
    '/api/my/activity',
  );
  expect(entries.filter(({ actor }) => actor.role === 'operator').length).toBeGreaterThanOrEqual(4);

  const path = `${COMMUNITY}/rulings/${ruling!.id}/appeal`;
  await mira.visitor.must(404, 'POST', path, { text: 'mine?' });
  await lin.visitor.must(204, 'POST', path, { text: 'They were a present.' });
  expect((await lin.visitor.call('POST', path, { text: 'again' })).body.code).toBe('COMMUNITY_NO_APPEAL');
  const at = `${CONSOLE}/appeals/${ruling!.id}`;
  expect((await queue()).appeals).toMatchObject([{ id: ruling!.id, outcome: 'hidden', own: true }]);
  expect((await queue(second)).appeals).toMatchObject([{ own: false }]);
  expect((await first.call('POST', `${at}/decision`, { stands: true })).body.code).toBe('COMMUNITY_SAME_MODERATOR');
  expect(await second.must(200, 'POST', `${at}/details`)).toMatchObject({
    ...{ text: 'Lamps, half price', said: [{ ground: null, text: 'They were a present.' }] },
  });
  await second.must(204, 'POST', `${at}/decision`, { stands: false });
  expect(await onBoard(id)).toBe(true);
  expect(await mira.visitor.must(200, 'GET', `${COMMUNITY}/posts/${id}`)).toMatchObject({
    post: { pictures: [shown] },
  });
  expect(await rulings(lin)).toMatchObject([{ state: 'reversed', seen: false, until: null }]);
  expect(await queue()).toEqual({ cases: [], appeals: [] });
});

test('of forty comments at once, by whatever process, at most thirty are kept', async () => {
  const loud = await member('Loud');
  const id = await write(loud, 'forty at once');
  const sent = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      loud.visitor.call('POST', `${COMMUNITY}/posts/${id}/comments`, { text: `${i}` }),
    ),
  );
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([201, 429]));
  const count = 'select count(*)::int as count from community_comments where thread = $1';
  const { rows } = await kept.house.quarters.get(loud.region)!.pool.query<{ count: number }>(count, [id]);
  expect(rows[0]!.count).toBeLessThanOrEqual(30);
});

test('reports of what is gone go', async () => {
  const id = await write(lin, 'soon gone');
  await report(mira, id);
  await lin.visitor.must(204, 'DELETE', `${COMMUNITY}/posts/${id}`);
  expect(await first.must(200, 'POST', `${CONSOLE}/cases/${id}/details`)).toMatchObject({ text: null });
  expect(await service.over!(region())).toBe(1);
  expect((await queue()).cases).toEqual([]);
});

test('kept, warned and removed; what was removed goes when it cannot be appealed against any more', async () => {
  const post = await write(lin, 'A quiet evening');
  const [kept_, warned, removed] = [
    await comment(lin, post, 'kept'),
    await comment(lin, post, 'warned'),
    await comment(lin, post, 'removed'),
  ];
  for (const about of [kept_, warned, removed]) expect((await report(mira, about, post)).status).toBe(204);
  expect((await queue()).cases).toHaveLength(3);
  await decide(kept_, 'kept');
  await decide(warned, 'warned');
  await decide(removed, 'removed');
  const thread = await mira.visitor.must<{ post: object; comments: { text: string }[] }>(
    ...([200, 'GET', `${COMMUNITY}/posts/${post}`] as const),
  );
  expect(thread.post).toMatchObject({ comments: 2 });
  expect(thread.comments.map(({ text }) => text)).toEqual(['warned', 'kept']);
  expect((await rulings(lin)).slice(0, 2)).toMatchObject([
    { outcome: 'removed', text: 'removed' },
    { outcome: 'warned', text: 'warned' },
  ]);
  // One whose post never comes.
  await picture(lin);
  expect(await service.over!(region())).toBe(0);
  clock.advance(Days(31));
  expect(await service.over!(region())).toBe(2);
  // Whoever was signed in then is not any more.
  const { pool } = kept.house.quarters.get(lin.region)!;
  const of = async (table: string, id: string) =>
    (await pool.query(`select id from ${table} where id = $1 or about = $1`, [id])).rows.length;
  expect((await pool.query('select id from community_comments where id = $1', [removed])).rows).toEqual([]);
  expect(await of('community_rulings', removed)).toBe(1);
  clock.advance(Days(366));
  expect(await service.over!(region())).toBe(3);
  expect(await of('community_rulings', removed)).toBe(0);
});
