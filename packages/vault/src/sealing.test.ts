import type { Json } from '@kept/base';
import { tiny } from '@kept/policy/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBlob, openVault, sealBlob } from './index.ts';
import { testRegion } from './testing.ts';
import { asksOf, BUCKET, newCaller, PROFILE } from './testing-tables.ts';

const kept = await testRegion({ policy: tiny, region: 'eu', jurisdiction: 'everywhere', tables: [PROFILE] });
const { gate, vault, pool, keys } = kept;
const profile = vault.table(PROFILE);
const fips = openVault({ ...kept, suite: 'aes-256-gcm' }).table({ ...PROFILE });
const owner = await newCaller(kept);
const permit = () => gate.permit(asksOf(owner).register);
const see = () => gate.permit(asksOf(owner).see);
const altered = { code: 'VAULT_ALTERED' };

const anyValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json),
);
const runs = Number(process.env['KEPT_SOAK'] ?? 25);

test('any JSON and any text comes back as it was given, through the database, by either suite', async () => {
  const collected = await permit();
  const seen = await see();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(profile, fips), anyValue, anyValue, async (table, phone, nickname) => {
      const id = kept.newId();
      await (table as typeof profile).insert(collected, {
        id,
        plain: { state: 'new' },
        values: { phone, nickname },
        bucket: BUCKET,
      });
      const held = Object.fromEntries(Object.entries({ phone, nickname }).filter(([, value]) => value !== null));
      // Whatever suite a vault writes with, it reads both.
      expect(await profile.open(seen, id)).toEqual(held);
    }),
    { numRuns: runs },
  );
});

test('any bit flipped in the database, anywhere in a sealed value, refuses', async () => {
  const id = kept.newId();
  await profile.insert(permit(), { id, plain: { state: 'new' }, values: { phone: '+999 1' }, bucket: BUCKET });
  const seen = await see();
  const cell = async (): Promise<Buffer> =>
    (await pool.query('select sealed_account as cell from test_profile where id = $1', [id])).rows[0].cell;
  const whole = await cell();
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
      await pool.query(
        'update test_profile set sealed_account = set_bit($2::bytea, $3::bigint, 1 - get_bit($2::bytea, $3::bigint)) where id = $1',
        [id, whole, bit],
      );
      await expect(profile.open(seen, id)).rejects.toMatchObject({
        code: expect.stringMatching(/^VAULT_(ALTERED|UNKNOWN_SUITE)$/),
      });
    }),
    { numRuns: runs },
  );
  await pool.query('update test_profile set sealed_account = $2 where id = $1', [id, whole]);
  expect(await profile.open(seen, id)).toEqual({ phone: '+999 1' });
});

test('a value that was moved to another row, column, table, owner or bucket does not open there', async () => {
  const other = await newCaller(kept);
  const [a, b, c] = [kept.newId(), kept.newId(), kept.newId()];
  const row = (id: string) => ({ id, plain: { state: 'new' }, values: { phone: id, nickname: id }, bucket: BUCKET });
  await profile.insert(permit(), row(a));
  await profile.insert(permit(), row(b));
  await profile.insert(gate.permit(asksOf(other).register), row(c));
  const moves = [
    `update test_profile t set sealed_account = (select sealed_account from test_profile where id = '${b}') where id = '${a}'`,
    `update test_profile t set sealed_account = (select sealed_account from test_profile where id = '${c}') where id = '${a}'`,
    `update test_profile t set sealed_support = sealed_account, sealed_account = null where id = '${a}'`,
    `update test_profile t set bucket = 'other' where id = '${a}'`,
    `update test_profile t set owner_id = '${owner}' where id = '${c}'`,
  ];
  await keys.put(['bucket:other', 'group:support']);
  for (const [i, move] of moves.entries()) {
    const client = await pool.connect();
    await client.query(move);
    client.release();
    await expect(profile.open(await see(), i === 4 ? c : a), move).rejects.toMatchObject(altered);
    if (i < 4) await pool.query('delete from test_profile where id = $1', [a]);
    if (i < 3) await profile.insert(permit(), row(a));
  }
  expect(await profile.open(await see(), b)).toEqual({ phone: b, nickname: b });
});

test('a blob opens under its own key and in its own context only', async () => {
  await keys.put(['day:2026-11-23', 'day:2026-11-24']);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string(), async (bytes, context) => {
      const blob = await sealBlob(keys, 'day:2026-11-23', context, bytes);
      expect(await openBlob(keys, 'day:2026-11-23', context, blob)).toEqual(Buffer.from(bytes));
      await expect(openBlob(keys, 'day:2026-11-23', `${context}x`, blob)).rejects.toMatchObject(altered);
      await expect(openBlob(keys, 'day:2026-11-24', context, blob)).rejects.toMatchObject(altered);
      await expect(openBlob(keys, 'day:2026-11-25', context, blob)).rejects.toMatchObject({ code: 'KEYS_NO_KEY' });
    }),
    { numRuns: runs },
  );
});
