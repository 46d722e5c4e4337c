import { systemClock, uuidv7 } from '@kept/base';
import { migrate } from '@kept/db';
import { testDatabase } from '@kept/db/testing';
import { testKeys } from '@kept/keys/testing';
import type { BetterAuthOptions } from 'better-auth';
import { beforeEach, expect, test } from 'vitest';
import { sealedAdapter } from './adapter.ts';
import type { Desk } from './desk.ts';
import { identityMigrations } from './index.ts';
import { libraryOptions } from './library.ts';
import { openSealing } from './sealing.ts';

const { pool } = await testDatabase();
const { keys } = await testKeys();
await migrate(pool, identityMigrations);
const region = 'cn';
const sealing = openSealing({ region, claims: keys, keys: keys.region(region), clock: systemClock });
const options = libraryOptions({ passwords: {}, pool, region, claims: keys } as unknown as Desk, sealing, {
  baseURL: 'http://localhost',
  secret: 'not a secret that signs anything',
  siteName: 'Kept',
  rateLimit: true,
}) as unknown as BetterAuthOptions;
const adapter = sealedAdapter({ pool, region, claims: keys, sealing })(options);

interface Person {
  id: string;
  email: string;
  name: string;
}
const emailBlind = (email: string) => keys.blind('email', email);
const newPerson = async (email: string, on = adapter) => {
  const id = uuidv7();
  await keys.region(region).put([`person:${id}`]);
  return on.create<Record<string, unknown>, Person>({
    model: 'user',
    data: { id, name: 'n', email, emailVerified: true, createdAt: new Date(), updatedAt: new Date() },
    forceAllowId: true,
  });
};
const byEmail = (email: string) =>
  adapter.findOne<Person>({ model: 'user', where: [{ field: 'email', value: email }] });
const codeOf = (error: unknown) => (error as { code: string }).code;

beforeEach(async () => {
  await pool.query('truncate auth_user, auth_session, auth_two_factor, auth_verification');
});

test('a row is found by a sealed field, whatever its case, changed and removed, and claims go along', async () => {
  const made = await newPerson('Lin@mail.example');
  expect(await byEmail('lin@MAIL.example')).toMatchObject({ id: made.id });
  expect(await keys.locate('email', emailBlind('lin@mail.example'))).toEqual({ owner: made.id, region });
  await adapter.update({
    model: 'user',
    where: [{ field: 'id', value: made.id }],
    update: { email: 'lan@mail.example', name: 'Lan' },
  });
  expect(await byEmail('lin@mail.example')).toBeNull();
  expect(await byEmail('lan@mail.example')).toMatchObject({ name: 'Lan' });
  expect(await keys.locate('email', emailBlind('lin@mail.example'))).toBeNull();
  await adapter.delete({ model: 'user', where: [{ field: 'id', value: made.id }] });
  expect(await keys.locate('email', emailBlind('lan@mail.example'))).toBeNull();
});

test('what a transaction does to claims is undone with it', async () => {
  const work = adapter.transaction(async (tx) => {
    await newPerson('undone@mail.example', tx as typeof adapter);
    throw new Error('change of mind');
  });
  await expect(work).rejects.toThrow('change of mind');
  expect(await keys.locate('email', emailBlind('undone@mail.example'))).toBeNull();
  expect(await byEmail('undone@mail.example')).toBeNull();
});

test('one contact has one holder, however many want it at once', async () => {
  const wanted = await Promise.allSettled(Array.from({ length: 20 }, () => newPerson('wanted@mail.example')));
  expect(wanted.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  for (const each of wanted) if (each.status === 'rejected') expect(codeOf(each.reason)).toBe('IDENTITY_CONTACT_TAKEN');
});

test('a sealed field answers to equality alone; all else is refused by name, not silently empty', async () => {
  const find = (operator: 'contains' | 'starts_with' | 'gt', field = 'email') =>
    adapter.findMany({ model: 'user', where: [{ field, operator, value: 'lin' }] }).catch(codeOf);
  expect(await find('contains')).toBe('IDENTITY_SEALED_FIELD');
  expect(await find('starts_with')).toBe('IDENTITY_SEALED_FIELD');
  expect(await find('gt', 'name')).toBe('IDENTITY_SEALED_FIELD');
  expect(await adapter.findMany({ model: 'user', sortBy: { field: 'email', direction: 'asc' } }).catch(codeOf)).toBe(
    'IDENTITY_SEALED_FIELD',
  );
  expect(await adapter.findOne({ model: 'user', where: [{ field: 'name', value: 'n' }] }).catch(codeOf)).toBe(
    'IDENTITY_SEALED_FIELD',
  );
  expect(
    await adapter.count({ model: 'user', where: [{ field: 'email', operator: 'in', value: ['a@b.example'] }] }),
  ).toBe(0);
});

test('of many who consume a row one gets it, and a guarded change of a sealed field happens once', async () => {
  await adapter.create({
    model: 'verification',
    data: {
      identifier: 'one',
      value: 'v',
      expiresAt: new Date(Date.now() + 60_000),
      createdAt: new Date(),
      updatedAt: new Date(),
    },
  });
  const where = [{ field: 'identifier', value: 'one' }];
  const got = await Promise.all(Array.from({ length: 20 }, () => adapter.consumeOne({ model: 'verification', where })));
  expect(got.filter((row) => row !== null).length).toBe(1);

  const { id } = await newPerson('guard@mail.example');
  const row = await adapter.create<Record<string, unknown>, { id: string }>({
    model: 'twoFactor',
    data: { userId: id, secret: 's', backupCodes: 'before' },
  });
  const swap = () =>
    adapter.incrementOne({
      model: 'twoFactor',
      where: [
        { field: 'id', value: row.id },
        { field: 'backupCodes', value: 'before' },
      ],
      increment: {},
      set: { backupCodes: 'after' },
    });
  const swapped = await Promise.all(Array.from({ length: 20 }, swap));
  expect(swapped.filter((each) => each !== null).length).toBe(1);
});

test('a row whose key is erased is nobody', async () => {
  const { id } = await newPerson('erased@mail.example');
  await keys.region(region).erase([`person:${id}`]);
  expect(await byEmail('erased@mail.example')).toBeNull();
  expect(
    await adapter.update({ model: 'user', where: [{ field: 'id', value: id }], update: { name: 'x' } }),
  ).toBeNull();
  const session = { userId: id, token: 't', expiresAt: new Date(), createdAt: new Date(), updatedAt: new Date() };
  expect(await adapter.create({ model: 'session', data: session }).catch(codeOf)).toBe('IDENTITY_NO_KEY');
});
