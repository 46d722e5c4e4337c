/** The community over HTTP: whose is what, what ends with whom, and what is not taken. */

import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { beforeAll, expect, test } from 'vitest';
import { MARKUP } from './markup.harness.ts';
import { PHOTO } from './photo.harness.ts';

interface Post {
  readonly id: string;
  readonly byline: string;
  readonly text: string;
  readonly mine: boolean;
  readonly pictures: readonly string[];
  readonly likes: number;
  readonly comments: number;
  readonly liked: boolean;
}
interface Thread {
  readonly post: Post | null;
  readonly comments: readonly { id: string; byline: string; text: string; mine: boolean }[];
  readonly before: string | null;
}

const POSTS = '/api/community/posts';
const PICTURES = '/api/community/pictures';
let kept: TestHouse;
let lin: Person;
let mira: Person;

beforeAll(async () => {
  kept = await testHouse();
  [lin, mira] = [await member('Lin'), await member('Mira')];
}, 60_000);

async function member(nickname: string): Promise<Person> {
  const person = await kept.person({ nickname });
  for (const consent of ['community-interaction', 'community-records', 'public-disclosure'])
    await person.visitor.must(200, 'PUT', `/api/my/consents/${consent}`, { given: true });
  return person;
}
const write = ({ visitor }: Person, text: string, pictures: readonly string[] = []) =>
  visitor.must<Post>(201, 'POST', POSTS, { text, pictures });
const thread = ({ visitor }: Person, id: string) => visitor.must<Thread>(200, 'GET', `${POSTS}/${id}`);
const board = async ({ visitor }: Person) => (await visitor.must<{ posts: Post[] }>(200, 'GET', POSTS)).posts;

interface Sending {
  readonly offset: number;
  readonly picture: string | null;
}
const piece = ({ visitor }: Person, token: string, offset: number, payload: Buffer) =>
  visitor.send<Sending & { code?: string }>('PATCH', `${PICTURES}/${token}?offset=${offset}`, {
    headers: { origin: kept.origin, 'content-type': 'application/octet-stream' },
    payload,
  });

async function begin({ visitor }: Person, name: string, bytes: number): Promise<string> {
  return (await visitor.must<{ secret: string }>(201, 'POST', PICTURES, { name, bytes })).secret;
}
async function send(person: Person, bytes: Buffer): Promise<string> {
  const token = await begin(person, 'C:\\fake path\\../"beach".jpg', bytes.length);
  const half = Math.floor(bytes.length / 2);
  expect((await piece(person, token, 0, bytes.subarray(0, half))).body).toEqual({ offset: half, picture: null });
  // Cut off: how far it is, is asked.
  expect(await person.visitor.must(200, 'GET', `${PICTURES}/${token}`)).toEqual({ offset: half, picture: null });
  expect((await piece(person, token, 0, bytes)).body.code).toBe('BLOBS_UPLOAD_CONFLICT');
  const { body } = await piece(person, token, half, bytes.subarray(half));
  expect(body).toEqual({ offset: bytes.length, picture: expect.any(String) });
  return body.picture!;
}
test('nothing is published without the consents that the policy asks for, and nothing half', async () => {
  const { visitor } = await kept.person();
  for (const consent of [null, 'community-interaction']) {
    if (consent) await visitor.must(200, 'PUT', `/api/my/consents/${consent}`, { given: true });
    expect(await visitor.call('POST', POSTS, { text: 'hello' })).toMatchObject({
      ...{ status: 403, body: { code: 'GATE_REFUSED' } },
    });
  }
  expect((await visitor.must<{ categories: unknown[] }>(200, 'GET', '/api/my/data')).categories).not.toContainEqual(
    expect.objectContaining({ id: 'community' }),
  );
});

test('a post is read, liked once and commented on by others; only its author takes it down', async () => {
  const post = await write(lin, '# A lamp\n\nthat **listens**');
  expect(await board(mira)).toContainEqual(
    expect.objectContaining({ id: post.id, byline: 'Lin', text: '# A lamp\n\nthat **listens**', mine: false }),
  );
  for (let i = 0; i < 2; i++) await mira.visitor.must(204, 'PUT', `${POSTS}/${post.id}/like`, { liked: true });
  const comment = await mira.visitor.must<{ id: string }>(201, 'POST', `${POSTS}/${post.id}/comments`, {
    text: 'Mine too',
  });
  expect(await thread(lin, post.id)).toMatchObject({
    post: { likes: 1, comments: 1, mine: true, liked: false },
    comments: [{ id: comment.id, byline: 'Mira', text: 'Mine too', mine: false }],
  });
  await mira.visitor.must(204, 'PUT', `${POSTS}/${post.id}/like`, { liked: false });
  expect((await thread(mira, post.id)).post).toMatchObject({ likes: 0, liked: false });
  await mira.visitor.must(404, 'DELETE', `${POSTS}/${post.id}`);
  await lin.visitor.must(404, 'DELETE', `/api/community/comments/${comment.id}`);
  await lin.visitor.must(204, 'DELETE', `${POSTS}/${post.id}`);
  expect(await thread(lin, post.id)).toMatchObject({ post: null, comments: [{ text: 'Mine too' }] });
  await mira.visitor.must(204, 'DELETE', `/api/community/comments/${comment.id}`);
  await lin.visitor.must(404, 'GET', `${POSTS}/${post.id}`);
});

test('markup is kept, and told, as the text that it is', async () => {
  const text = MARKUP.join('\n');
  const post = await write(lin, text);
  await lin.visitor.must(201, 'POST', `${POSTS}/${post.id}/comments`, { text });
  const path = `${POSTS}/${post.id}`;
  const { headers } = await mira.visitor.call('GET', path);
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  expect(await thread(mira, post.id)).toMatchObject({ post: { text }, comments: [{ text }] });
});

test('a picture comes in pieces, without where and with what it was taken, and goes with its post', async () => {
  const picture = await send(lin, PHOTO);
  expect(await mira.visitor.call('POST', POSTS, { text: 'stolen', pictures: [picture] })).toMatchObject({
    ...{ status: 404, body: { code: 'COMMUNITY_PICTURE_NOT_FOUND' } },
  });
  const post = await write(lin, 'The beach', [picture]);
  expect(post.pictures).toEqual([picture]);
  const path = `${POSTS}/${post.id}/pictures/${picture}`;
  const seen = await mira.visitor.call('GET', `${path}?size=small`);
  expect(seen).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } });
  expect(seen.text).not.toContain('LanternCam');
  await kept.visitor().must(401, 'GET', path);
  await lin.visitor.must(204, 'DELETE', `${POSTS}/${post.id}`);
  await mira.visitor.must(404, 'GET', path);
});

test('what is no picture, too large, another’s or out of step is refused, and nothing of it stays', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const token = await begin(lin, 'a.jpg', svg.length);
  expect((await piece(mira, token, 0, svg)).body.code).toBe('BLOBS_UPLOAD_NOT_FOUND');
  expect((await piece(lin, token, 0, Buffer.alloc(svg.length + 1))).body.code).toBe('BLOBS_TOO_LARGE');
  expect((await piece(lin, token, 0, svg)).body.code).toBe('BLOBS_NOT_A_PICTURE');
  await lin.visitor.must(404, 'GET', `${PICTURES}/${token}`);
  expect((await lin.visitor.call('POST', PICTURES, { name: 'a', bytes: 900_000_000 })).body.code).toBe(
    'BLOBS_TOO_LARGE',
  );
  const { store } = kept.house.regions.get(lin.region)!.files;
  expect(await store.names(lin.id)).toEqual([]);
});

test('whoever closes their account is gone everywhere, and the threads of others stay readable', async () => {
  const gone = await member('Gone');
  const [own, other] = [await write(gone, 'soon gone', [await send(gone, PHOTO)]), await write(lin, 'stays')];
  await gone.visitor.must(201, 'POST', `${POSTS}/${other.id}/comments`, { text: 'a word of theirs' });
  await mira.visitor.must(201, 'POST', `${POSTS}/${own.id}/comments`, { text: 'an answer' });
  const preview = '/api/my/requests/preview?right=closure';
  const { confirm } = await gone.visitor.must<{ confirm: string }>(200, 'GET', preview);
  const { request } = await gone.visitor.must<{ request: { certificate: string } }>(202, 'POST', '/api/my/requests', {
    ...{ right: 'closure', confirm },
  });
  const path = `/api/certificates/${request.certificate}`;
  for (let ready = false; !ready; ) ({ ready } = await kept.visitor().must<{ ready: boolean }>(200, 'GET', path));
  expect(await thread(mira, own.id)).toMatchObject({ post: null, comments: [{ text: 'an answer' }] });
  expect(await thread(mira, other.id)).toMatchObject({ post: { text: 'stays', comments: 0 }, comments: [] });
  expect((await board(mira)).map(({ id }) => id)).not.toContain(own.id);
  expect(await kept.house.regions.get(lin.region)!.files.store.names(gone.id)).toEqual([]);
});

test('whoever takes back that others may see leaves every list, and a flood is stopped', async () => {
  const shy = await member('Shy');
  const post = await write(shy, 'for now');
  await shy.visitor.must(200, 'PUT', '/api/my/consents/public-disclosure', { given: false });
  expect((await board(mira)).map(({ id }) => id)).not.toContain(post.id);
  const loud = await member('Loud');
  const { id } = await write(loud, 'ten times');
  const codes: number[] = [];
  for (let i = 0; i < 31; i++)
    codes.push((await loud.visitor.call('POST', `${POSTS}/${id}/comments`, { text: `${i}` })).status);
  expect(codes.filter((status) => status === 201)).toHaveLength(30);
  expect(codes.at(-1)).toBe(429);
});

test('all that somebody posted is taken down by one request, and nothing of anybody else', async () => {
  const poster = await member('Poster');
  const [own, other] = [await write(poster, 'mine', [await send(poster, PHOTO)]), await write(lin, 'not mine')];
  await poster.visitor.must(201, 'POST', `${POSTS}/${other.id}/comments`, { text: 'a word' });
  await poster.visitor.must(204, 'PUT', `${POSTS}/${other.id}/like`, { liked: true });
  const preview = '/api/my/requests/preview?right=content-removal';
  const { confirm, clause } = await poster.visitor.must<{ confirm: string; clause: string }>(200, 'GET', preview);
  expect(clause).toBe('2.1.6');
  await poster.visitor.must(202, 'POST', '/api/my/requests', { right: 'content-removal', confirm });
  await expect.poll(async () => (await mira.visitor.call('GET', `${POSTS}/${own.id}`)).status).toBe(404);
  await expect
    .poll(() => thread(mira, other.id))
    .toMatchObject({ post: { text: 'not mine', comments: 0, likes: 1 }, comments: [] });
  expect((await board(mira)).map(({ id }) => id)).not.toContain(own.id);
  const { store } = kept.house.regions.get(lin.region)!.files;
  await expect.poll(() => store.names(poster.id)).toEqual([]);
});

interface Found {
  readonly id: string;
  readonly author: string;
  readonly followed: boolean;
}
const search = async ({ visitor }: Person, words: string): Promise<string[]> =>
  (await visitor.must<{ posts: Found[] }>(200, 'POST', '/api/community/search', { words })).posts.map(({ id }) => id);

test('posts are found by words, tags and characters, and only while they may be shown', async () => {
  const poet = await member('Poet');
  const lamp = await write(poet, 'Curtain that listens #QuietHome');
  const rain = await write(poet, '窗帘自己关上了，外面正下着雨。 curtain');
  expect(await search(mira, 'CURTAIN')).toEqual([rain.id, lamp.id]);
  expect(await search(mira, 'curtain listens')).toEqual([lamp.id]);
  expect(await search(mira, '#quiethome')).toEqual([lamp.id]);
  expect(await search(mira, '下着雨')).toEqual([rain.id]);
  expect(await search(mira, '雨下')).toEqual([]);
  expect(await search(mira, '???')).toEqual([]);
  // Written after the index was made.
  const late = await write(poet, 'curtain, once more');
  expect(await search(mira, 'curtain')).toEqual([late.id, rain.id, lamp.id]);
  await poet.visitor.must(204, 'DELETE', `${POSTS}/${lamp.id}`);
  expect(await search(mira, 'curtain')).toEqual([late.id, rain.id]);
  await poet.visitor.must(200, 'PUT', '/api/my/consents/public-disclosure', { given: false });
  expect(await search(mira, 'curtain')).toEqual([]);
});

test('whoever is followed is in the feed, and nobody learns who follows', async () => {
  const [reader, writer] = [await member('Reader'), await member('Writer')];
  const feed = async () =>
    (await reader.visitor.must<{ posts: Found[] }>(200, 'GET', `${POSTS}?of=following`)).posts.map(({ id }) => id);
  const first = (await write(writer, 'one')) as unknown as Found;
  await write(lin, 'not followed');
  expect(await feed()).toEqual([]);
  const path = `/api/community/authors/${first.author}/follow`;
  for (let i = 0; i < 2; i++) await reader.visitor.must(204, 'PUT', path, { follows: true });
  await writer.visitor.must(404, 'PUT', path, { follows: true });
  const second = (await write(writer, 'two')) as unknown as Found;
  expect(await feed()).toEqual([second.id, first.id]);
  expect((await thread(reader, first.id)).post).toMatchObject({ followed: true });
  expect((await thread(writer, first.id)).post).toMatchObject({ followed: false, author: first.author });
  await reader.visitor.must(204, 'PUT', path, { follows: false });
  expect(await feed()).toEqual([]);
  await reader.visitor.must(404, 'PUT', `/api/community/authors/${first.id}/follow`, { follows: true });
});
