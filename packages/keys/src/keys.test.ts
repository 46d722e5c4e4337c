import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { groupKey, type Keys, openKeys, recordKey, Secrets } from './index.ts';
import { testKeys } from './testing.ts';

const { keys, url, rootDir } = await testKeys();
const opened: Keys[] = [];
const again = async (): Promise<Keys> => {
  const other = await openKeys({ url, rootDir });
  opened.push(other);
  return other;
};
afterEach(async () => {
  for (const other of opened.splice(0)) await other.close();
});
const hex = (key: Buffer): string => key.toString('hex');
const person = (): string => `person:${randomUUID()}`;

test('a key is made once, lent to whoever asks, and the same after a restart', async () => {
  const id = person();
  await keys.region('cn').put([id, id]);
  const first = await keys.region('cn').use(id, hex);
  await keys.region('cn').put([id]);
  expect(await keys.region('cn').use(id, hex)).toBe(first);
  expect(await (await again()).region('cn').use(id, hex)).toBe(first);
});

test('an erased key is gone at once, in every process, and its id may be given a new one', async () => {
  const other = (await again()).region('cn');
  const [id, bystander] = [person(), person()];
  await keys.region('cn').put([id, bystander]);
  const before = await other.use(id, hex);
  const kept = await other.use(bystander, hex);

  await keys.region('cn').erase([id]);
  expect(other.cached(id)).toBeUndefined();
  for (const region of [other, keys.region('cn')]) {
    await expect(region.use(id, hex)).rejects.toMatchObject({ code: 'KEYS_NO_KEY', kind: 'refused' });
    await expect(region.load([bystander, id])).rejects.toMatchObject({ code: 'KEYS_NO_KEY' });
    expect(await region.use(bystander, hex)).toBe(kept);
  }

  await keys.region('cn').erase([id, person()]);
  await keys.region('cn').put([id]);
  expect(await other.use(id, hex)).not.toBe(before);
});

test('keys are listed between two ids, in order, and those that are gone are not among them', async () => {
  const region = keys.region('listed');
  const days = Array.from({ length: 1_100 }, (_, i) => `bucket:until:${4_000 + i}`);
  await region.put([...days, 'bucket:event', 'bucket:until;', 'group:until']);
  expect(await region.between('bucket:until:', 'bucket:until;')).toEqual(days.slice(0, 1_000));
  expect(await region.between('bucket:until:4003', 'bucket:until:4005')).toEqual(days.slice(3, 5));
  await region.erase(days.slice(0, 1_000));
  expect(await region.between('bucket:until:', 'bucket:until;')).toEqual(days.slice(1_000));
  await expect(region.between('a b', 'c')).rejects.toMatchObject({ code: 'KEYS_BAD_NAME' });
});

test('the keys of one region are not those of another', async () => {
  const id = person();
  await keys.region('cn').put([id]);
  await expect(keys.region('eu').use(id, hex)).rejects.toMatchObject({ code: 'KEYS_NO_KEY' });
  await keys.region('eu').put([id]);
  expect(await keys.region('eu').use(id, hex)).not.toBe(await keys.region('cn').use(id, hex));
});

test('cached answers at once after load, and not before', async () => {
  const region = (await again()).region('cn');
  const ids = Array.from({ length: 1_200 }, person);
  await keys.region('cn').put(ids);
  expect(region.cached(ids[0]!)).toBeUndefined();
  await region.load(ids);
  expect(ids.every((id) => region.cached(id)?.length === 32)).toBe(true);
  region.forget();
  expect(region.cached(ids[0]!)).toBeUndefined();
});

test('rotation changes nothing that a caller can see', async () => {
  const region = keys.region('eu');
  const ids = Array.from({ length: 200 }, person);
  await region.put(ids);
  const before = await Promise.all(ids.map((id) => region.use(id, hex)));
  await region.rotate();
  region.forget();
  expect(await Promise.all(ids.map((id) => region.use(id, hex)))).toEqual(before);
});

test('a record key needs all three keys, and its place', () => {
  const secrets = new Secrets();
  const [one, two, three, four] = [secrets.random(), secrets.random(), secrets.random(), secrets.random()];
  const [group, out] = [secrets.random(), secrets.random()];
  const derive = (person: Buffer, purpose: Buffer, bucket: Buffer, context: string): string => {
    groupKey(group, purpose, bucket);
    recordKey(out, person, group, Buffer.from(context));
    return hex(out);
  };
  const key = derive(one, two, three, 'cn/profile/1');
  expect(derive(one, two, three, 'cn/profile/1')).toBe(key);
  const others = [
    derive(four, two, three, 'cn/profile/1'),
    derive(one, four, three, 'cn/profile/1'),
    derive(one, two, four, 'cn/profile/1'),
    derive(one, three, two, 'cn/profile/1'),
    derive(one, two, three, 'cn/profile/2'),
  ];
  expect(new Set([key, ...others]).size).toBe(6);
});

test('names that say too much, or nothing, are refused', async () => {
  expect(() => keys.region('China')).toThrow('region');
  await expect(keys.region('cn').put([''])).rejects.toMatchObject({ code: 'KEYS_BAD_NAME' });
  await expect(keys.region('cn').use('two words', hex)).rejects.toMatchObject({ code: 'KEYS_BAD_NAME' });
  expect(() => keys.blind('Phone number', 'x')).toThrow('identifier');
});
