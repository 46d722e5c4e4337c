import { Hours, Minutes, Seconds } from '@kept/base';
import { migrate } from '@kept/db';
import { tiny } from '@kept/policy/testing';
import { afterEach, expect, test, vi } from 'vitest';
import { gateMigrations, openGate, openTally, type Tally } from './index.ts';
import { testGate } from './testing.ts';

const kept = await testGate({ policy: tiny, region: 'eu', jurisdiction: 'everywhere' });
const { pool, clock, program, subjects, ledger, keys } = kept;
await migrate(pool, gateMigrations);
afterEach(() => pool.query('delete from gate.tally'));

const gateWith = (tally: Tally) => openGate({ region: 'eu', program, subjects, ledger, keys, clock, tally });
const common = { action: 'use', actor: { role: 'service' }, service: 'desk', purpose: 'account' } as const;
const rows = async () => (await pool.query('select * from gate.tally')).rowCount;

test('what the gate answered is counted by outcome and recipient', async () => {
  const tally = openTally(pool);
  const gate = gateWith(tally);
  const subject = await kept.newPerson();
  for (let i = 0; i < 3; i++) await gate.ask({ ...common, fields: ['phone'], subject });
  await gate.ask({ ...common, purpose: 'support', fields: ['recording'], subject });
  await gate.ask({ ...common, fields: ['phone'], subject: kept.newId() });
  await gate.ask({ ...common, action: 'share', fields: ['phone'], subject, recipient: 'sms' });
  await gate.ask({ ...common, action: 'share', fields: ['nickname'], subject, recipient: 'sms' });
  // Nothing but names of the policy: what somebody typed is not written down.
  await gate.ask({ ...common, action: 'share', fields: ['phone'], subject, recipient: 'lin@mail.example' });
  expect(await tally.since(clock.now())).toEqual([
    { recipient: null, permitted: 3, refused: 1, undecided: 2 },
    { recipient: 'sms', permitted: 1, refused: 1, undecided: 0 },
  ]);
});

test('it is written once a minute at most, and whole when it is closed', async () => {
  const tally = openTally(pool);
  const at = clock.now();
  for (let i = 0; i < 60; i++) tally.count(at + Seconds(i), 'permit');
  expect(await rows()).toBe(0);
  tally.count(at + Minutes(1), 'refuse');
  await vi.waitFor(async () => expect(await rows()).toBe(1));
  tally.count(at + Minutes(1), 'permit');
  expect((await openTally(pool).since(at))[0]).toMatchObject({ permitted: 60, refused: 1 });
  await tally.close();
  expect((await openTally(pool).since(at))[0]).toMatchObject({ permitted: 61, refused: 1 });
});

test('hours are apart, and processes add up', async () => {
  const [one, two] = [openTally(pool), openTally(pool)];
  const at = clock.now();
  for (const tally of [one, two]) {
    tally.count(at - Hours(2), 'permit');
    tally.count(at, 'refuse');
  }
  await Promise.all([one.close(), two.close()]);
  expect(await one.since(at)).toEqual([{ recipient: null, permitted: 0, refused: 2, undecided: 0 }]);
  expect(await one.since(at - Hours(2))).toEqual([{ recipient: null, permitted: 2, refused: 2, undecided: 0 }]);
});

test('while the database does not answer, decisions go on and their counts wait', async () => {
  let down = true;
  const flaky = Object.create(pool) as typeof pool;
  flaky.query = ((...given: Parameters<typeof pool.query>) =>
    down ? Promise.reject(new Error('down')) : pool.query(...given)) as typeof pool.query;
  const tally = openTally(flaky);
  tally.count(clock.now(), 'permit');
  await tally.close();
  expect(await rows()).toBe(0);
  down = false;
  tally.count(clock.now(), 'permit');
  expect(await tally.since(clock.now())).toEqual([{ recipient: null, permitted: 2, refused: 0, undecided: 0 }]);
});
