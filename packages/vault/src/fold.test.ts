import { openPool } from '@kept/db';
import { tiny } from '@kept/policy/testing';
import { afterAll, expect, test } from 'vitest';
import { testRegion } from './testing.ts';
import { asksOf, BUCKET, newCaller } from './testing-tables.ts';
import { openVault } from './vault.ts';

const NAMES = {
  name: 'test_names',
  plain: {},
  sealed: { sealed_account: { group: 'account', fields: ['phone', 'nickname'] } },
} as const;

const kept = await testRegion({ policy: tiny, region: 'eu', jurisdiction: 'everywhere', tables: [NAMES] });
const { gate, vault, region, url, keys, clock } = kept;
const names = vault.table(NAMES);
const owner = await newCaller(kept);
const using = () => gate.permit(asksOf(owner).use);
const joined = (rows: readonly { nickname?: unknown }[]) => ({
  nickname: rows.map(({ nickname }) => nickname).join(' '),
});

async function three(): Promise<string[]> {
  const ids = ['one', 'two', 'three'].map(() => kept.newId()).toSorted();
  for (const [i, nickname] of ['one', 'two', 'three'].entries())
    await names.insert(gate.permit(asksOf(owner).register), {
      ...{ id: ids[i]!, plain: {}, values: { nickname }, bucket: BUCKET },
    });
  return ids;
}

const here = async (ids: readonly string[]) =>
  [...(await names.openMany(using(), ids)).values()].map(({ nickname }) => nickname as string).toSorted();

test('rows become one, and whoever reads meanwhile sees all of them or the one', async () => {
  const ids = await three();
  const seen = new Set<string>();
  let folded = false;
  const reading = (async () => {
    while (!folded) seen.add((await here(ids)).join());
  })();
  expect(await names.fold(using(), ids, joined)).toBe(true);
  folded = true;
  await reading;
  expect([...seen, 'one two three'].every((each) => ['one,three,two', 'one two three'].includes(each))).toBe(true);
  expect(await here(ids)).toEqual(['one two three']);
  expect(await names.fold(using(), ids, joined)).toBe(false);
});

test('while somebody reads row after row nothing is folded, by no process; afterwards it is', async () => {
  const pool = openPool(url, { name: 'kept test' });
  afterAll(() => pool.end());
  const elsewhere = openVault({ region, url, pool, keys, clock });
  const ids = await three();
  const [hold, other] = [await vault.hold(owner), await elsewhere.hold(owner)];
  expect(await names.fold(using(), ids, joined)).toBe(false);
  await hold.release();
  await hold.release();
  expect([hold.holds, other.holds]).toEqual([false, true]);
  expect(await names.fold(using(), ids, joined)).toBe(false);
  await other.release();
  expect(await here(ids)).toEqual(['one', 'three', 'two']);
  expect(await names.fold(using(), ids, joined)).toBe(true);
});

test('a hold whose connection is lost says so, and the next one has another', async () => {
  const hold = await vault.hold(owner);
  await kept.pool.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted`);
  await expect.poll(() => hold.holds).toBe(false);
  await hold.release();
  const next = await vault.hold(owner);
  expect(next.holds).toBe(true);
  await next.release();
});

test('what was erased since it was listed does not come back, and a permit names all that a row holds', async () => {
  const ids = await three();
  await names.remove(owner, [ids[1]!]);
  expect(await names.fold(using(), ids, joined)).toBe(true);
  expect(await here(ids)).toEqual(['one three']);
  const part = gate.permit({ ...asksOf(owner).use, fields: ['nickname'] });
  await expect(names.fold(part as never, await three(), joined)).rejects.toMatchObject({ code: 'VAULT_NOT_PERMITTED' });
});
