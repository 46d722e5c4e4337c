import { tiny } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { testRegion } from './testing.ts';
import { asksOf, newCaller, PROFILE } from './testing-tables.ts';

const kept = await testRegion({ policy: tiny, region: 'eu', jurisdiction: 'everywhere', tables: [PROFILE] });
const { gate, vault, pool, keys } = kept;
const profile = vault.table(PROFILE);

async function heldIn(...buckets: readonly string[]): Promise<{ owner: string; ids: string[] }> {
  const owner = await newCaller(kept);
  const permit = await gate.permit(asksOf(owner).register);
  const ids = buckets.map(() => kept.newId());
  for (const [i, bucket] of buckets.entries())
    await profile.insert(permit, { id: ids[i]!, plain: { state: 'new' }, values: { nickname: bucket }, bucket });
  return { owner, ids };
}
const open = async (owner: string, id: string) => profile.open(await gate.permit(asksOf(owner).use), id);
const gone = { code: 'VAULT_KEY_ERASED' };

test('what falls due together ends at once, whoever’s it is; what is due later stays', async () => {
  const a = await heldIn('until:2026-01-31', 'until:2026-02-01', 'event');
  const b = await heldIn('until:2026-01-01', 'until:2026-02-02');
  expect(await vault.endBuckets('until:', 'until:2026-02-01~')).toEqual({ keys: 3, rows: 3 });
  expect((await profile.rows(a.owner)).map(({ bucket }) => bucket)).toEqual(['event']);
  expect((await profile.rows(b.owner)).map(({ bucket }) => bucket)).toEqual(['until:2026-02-02']);
  expect(await open(b.owner, b.ids[1]!)).toEqual({ nickname: 'until:2026-02-02' });
  expect(await vault.endBuckets('until:', 'until:2026-02-01~')).toEqual({ keys: 0, rows: 0 });
  expect(await vault.hasBucket('until:2026-01-31')).toBe(false);
  expect(await vault.hasBucket('until:2026-02-02')).toBe(true);
});

test('a row that comes back from a backup after its time does not open, and goes with the next sweep', async () => {
  const { owner, ids } = await heldIn('until:2026-03-01');
  await pool.query('create table backup as select * from test_profile');
  await vault.endBuckets('until:', 'until:2026-03-01~');
  await pool.query('insert into test_profile select * from backup where owner_id = $1', [owner]);
  await expect(open(owner, ids[0]!)).rejects.toMatchObject(gone);
  expect(await vault.endBuckets('until:', 'until:2026-03-01~')).toEqual({ keys: 0, rows: 1 });
});

test('a value added to a row whose bucket is gone does not bring the bucket back', async () => {
  const { owner, ids } = await heldIn('given:x');
  await vault.destroyBucket('given:x');
  await expect(profile.update(gate.permit(asksOf(owner).register), ids[0]!, { phone: '+999 1' })).rejects.toMatchObject(
    gone,
  );
  await expect(
    profile.update(gate.permit(asksOf(owner).call), ids[0]!, { recording: 'not there before' }),
  ).rejects.toMatchObject(gone);
  expect(await keys.between('bucket:given:', 'bucket:given;')).toEqual([]);
});

test('more than one piece goes, and bounds that are no names do nothing', async () => {
  const { owner } = await heldIn('until:2026-04-01');
  await pool.query(
    `insert into test_profile select owner_id, gen_random_uuid(), bucket, created_at, updated_at, state
     from test_profile, generate_series(1, 12_000) where owner_id = $1`,
    [owner],
  );
  for (const bad of ['', "x' or true --", 'a b'])
    await expect(vault.endBuckets(bad, 'until:9')).rejects.toMatchObject({ code: 'VAULT_BAD_BUCKET' });
  expect(await vault.endBuckets('until:', 'until:2026-04-01~')).toEqual({ keys: 1, rows: 12_001 });
});
