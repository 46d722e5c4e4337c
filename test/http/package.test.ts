/** Everything held, sealed on its way out, and taken in again by another Kept. */
import { createHash } from 'node:crypto';
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { Decrypter } from 'age-encryption';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';

let kept: TestHouse;
let lin: Person;
let files: Record<string, string>;
const passphrase = 'paper lantern under the eaves';
const PROFILE = {
  'profile-name': 'Lin',
  'profile-bio': '=HYPERLINK("http://a.example")\nherbs',
  'profile-region': '<b>Lake</b>',
};

beforeAll(async () => {
  kept = await testHouse();
  lin = await kept.person({ nickname: 'Lin of the lake' });
  await lin.visitor.must(200, 'PUT', '/api/my/consents/profile', { given: true });
  await lin.visitor.must(200, 'PATCH', '/api/account/profile', { values: PROFILE });
  files = await opened(lin);
}, 240_000);

async function opened({ visitor }: Person): Promise<Record<string, string>> {
  const { path } = await visitor.must<{ path: string }>(201, 'POST', '/api/my/packages', {
    seal: { passphrase },
    lang: 'en',
  });
  const answer = await kept.app.inject({ method: 'GET', url: path, headers: { cookie: visitor.cookie } });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-disposition']).toMatch(/attachment; filename="kept-[\d-]+\.zip\.age"/);
  expect(answer.rawPayload.includes('Lin')).toBe(false);
  const reader = new Decrypter();
  reader.addPassphrase(passphrase);
  const zip = unzipSync(await reader.decrypt(answer.rawPayload));
  return Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

interface Part {
  readonly items: readonly {
    id: string;
    collectionId: string;
    field: string;
    value: string;
    clause: string;
    recipients: string[];
  }[];
}
const parts = (all: Record<string, string>) =>
  Object.entries(all).flatMap(([name, text]) => (/\/\d+\.json$/.test(name) ? (JSON.parse(text) as Part).items : []));

test('for each service JSON, CSV and a page, with clause and recipients of each item, and checksums of all', () => {
  expect(Object.keys(files).toSorted()).toEqual(
    ['account/1.csv', 'account/1.html', 'account/1.json', 'consents.jsonld', 'index.json'].toSorted(),
  );
  const items = parts(files);
  for (const [field, value] of Object.entries(PROFILE))
    expect(items).toContainEqual(expect.objectContaining({ field, value, clause: expect.any(String) }));
  expect(items.find(({ field }) => field === 'account-email')).toMatchObject({
    value: lin.email,
    recipients: expect.any(Array),
  });
  expect(files['account/1.csv']).toContain(`"'=HYPERLINK(""http://a.example"")`);
  expect(files['account/1.html']).toContain('&lt;b&gt;Lake&lt;/b&gt;');
  const index = JSON.parse(files['index.json']!) as { format: string; files: { name: string; sha256: string }[] };
  expect(index.format).toBe('kept-package/1');
  expect(index.files).toHaveLength(4);
  for (const { name, sha256 } of index.files)
    expect(createHash('sha256').update(files[name]!).digest('hex')).toBe(sha256);
});

test('each opening is in the activity, and the link is nobody else’s', async () => {
  const { gate } = kept.house.regions.get(lin.region)!;
  const entries = await gate.activity(lin.id, { limit: 200 });
  const copied = entries.filter((entry) => entry.kind === 'decision' && entry.note === 'copied');
  expect(copied.length).toBeGreaterThan(1);
  const { path } = await lin.visitor.must<{ path: string }>(201, 'POST', '/api/my/packages', { seal: { passphrase } });
  const stranger = await kept.person();
  await stranger.visitor.must(404, 'GET', path);
  await kept.visitor().must(401, 'GET', path);
  await lin.visitor.must(404, 'GET', `/api/my/packages/${'a'.repeat(43)}`);
});

test('words that are too few, and keys that are none, are told', async () => {
  const ask = (seal: object) => lin.visitor.call('POST', '/api/my/packages', { seal });
  for (const seal of [{ passphrase: 'short' }, { recipient: 'age1nothing' }, {}, { passphrase, recipient: 'x' }])
    expect((await ask(seal)).status).toBe(400);
});

test('another account takes it in, under the policy: what needs a consent waits for it, what nobody keeps is told', async () => {
  const { visitor } = await kept.person({ nickname: 'somebody', residence: 'DE' });
  const rows = Object.values(Object.groupBy(parts(files), ({ id }) => id.split('.').slice(0, 3).join('.'))).map(
    (items) => ({
      collection: items![0]!.collectionId,
      values: Object.fromEntries(items!.map(({ field, value }) => [field, value])),
    }),
  );
  const profile = rows.findIndex(({ collection }) => collection === 'profile');
  const take = (list: object[]) =>
    visitor.must<{ taken: number; left: { row: number; code: string; clause?: string }[] }>(
      200,
      'POST',
      '/api/my/import',
      { rows: list },
    );
  const before = await take(rows);
  expect(before.left).toContainEqual({ row: profile, code: 'GATE_REFUSED', clause: expect.any(String) });
  await visitor.must(200, 'PUT', '/api/my/consents/profile', { given: true });
  const after = await take([...rows, { collection: 'nowhere', values: { field: 'x' } }]);
  expect(after.left.map(({ row }) => row)).not.toContain(profile);
  expect(after.left).toContainEqual({ row: rows.length, code: 'RIGHTS_NOT_KEPT_HERE' });
  const read = await visitor.must<{ values: object }>(200, 'GET', '/api/account/profile');
  expect(read.values).toEqual(PROFILE);
  await visitor.must(400, 'POST', '/api/my/import', { rows: [] });
  const long = { collection: 'profile', values: { 'profile-name': 'x'.repeat(81) } };
  expect((await take([long])).left).toEqual([{ row: 0, code: 'KIT_VALUE_INVALID' }]);
});
