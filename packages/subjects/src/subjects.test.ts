import { type Instant, ManualClock, Minutes, SeededRandom, uuidv7 } from '@kept/base';
import { migrate } from '@kept/db';
import { testDatabase } from '@kept/db/testing';
import { decide } from '@kept/decide';
import { compile, type Program } from '@kept/policy';
import { tiny } from '@kept/policy/testing';
import { afterAll, expect, test } from 'vitest';
import { CONSENT_RECORD_SCHEMA, openSubjects, type Subjects, subjectsMigrations } from './index.ts';

const { url, pool } = await testDatabase('data');
await migrate(pool, subjectsMigrations);
const clock = new ManualClock();
const random = new SeededRandom(11);
const policy = compile(tiny);
const evidence = { notice: policy.hash, language: 'zh-Hans', method: 'choices page, switch' };

const open = (program: () => Program = () => policy): Subjects => {
  const subjects = openSubjects({ region: 'eu', url, program, clock, random });
  afterAll(() => subjects.close());
  return subjects;
};
const here = open();
/** Another process, as far as caches go: a cache, a lease and connections of its own. */
const there = open();

async function newPerson(ageBand = 'adult'): Promise<string> {
  const id = uuidv7(clock, random);
  await here.create({ id, ageBand, jurisdiction: 'everywhere' });
  await here.activate(id);
  return id;
}

const mayRecord = async (subjects: Subjects, id: string) => {
  const request = { actor: 'service', action: 'use', purpose: 'support', fields: ['recording'] } as const;
  return decide(policy, { ...request, subject: await subjects.state(id) });
};

test('a person begins prospective, and what decisions depend on is read back', async () => {
  const id = uuidv7(clock, random);
  await here.create({ id, ageBand: '14-17', jurisdiction: 'everywhere' });
  const nothing = { consents: [], restricted: [], objected: [] };
  const facts = { region: 'eu', ageBand: '14-17', jurisdiction: 'everywhere', status: 'prospective', ...nothing };
  const version = policy.hash.slice(0, 16);
  const standing = { joined: version, placed: version, shown: [], agreed: [] };
  expect(await here.subject(id)).toEqual({ id, ...facts, standing, createdAt: clock.now() });
  expect(await here.state(id)).toMatchObject(facts);
  expect(here.cachedState(id)).toBe(await here.state(id));
});

test('people are counted by status', async () => {
  const before = await here.counts();
  const id = await newPerson();
  await here.create({ id: uuidv7(clock, random), ageBand: 'adult', jurisdiction: 'everywhere' });
  await here.setStatus(id, 'closing');
  const { prospective, active, closing, closed } = before;
  expect(await there.counts()).toEqual({
    prospective: prospective + 1,
    active,
    closing: closing + 1,
    closed,
  });
});

test('many are created in groups; of two with one id the first has it, and nobody else is troubled', async () => {
  const ids = Array.from({ length: 50 }, () => uuidv7(clock, random));
  const twice = [...ids, ids[0]!].map((id) => here.create({ id, ageBand: 'adult', jurisdiction: 'everywhere' }));
  const answers = await Promise.allSettled(twice);
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBe(50);
  expect(answers[50]).toMatchObject({ reason: { code: 'SUBJECT_CONFLICT' } });
});

test('what is no id, or nobody’s, fails alone and not those who ask at the same time', async () => {
  const id = await newPerson();
  const asked = ['not an id', uuidv7(clock, random), id].map((each) => there.state(each));
  const answers = await Promise.allSettled(asked);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  expect(answers[0]).toMatchObject({ reason: { code: 'SUBJECT_UNKNOWN' } });
  await expect(here.create({ id: 'x', ageBand: 'adult', jurisdiction: 'a\0b' })).rejects.toMatchObject({
    code: 'SUBJECT_MALFORMED',
  });
  await expect(here.activate(uuidv7(clock, random))).rejects.toMatchObject({ code: 'SUBJECT_UNKNOWN' });
});

test('a consent is a record in the shape of ISO/IEC TS 27560, and a withdrawal another one', async () => {
  const id = await newPerson();
  expect(await here.withdrawConsent(id, 'calls', evidence)).toBe(null);
  const given = await here.giveConsent(id, 'calls', evidence);
  const at: Instant = clock.now();
  expect(given).toEqual({
    schemaVersion: CONSENT_RECORD_SCHEMA,
    id: expect.any(String),
    subject: id,
    consent: 'calls',
    purposes: ['support'],
    ...evidence,
    event: { type: 'separate', state: 'given', at },
  });
  clock.advance(Minutes(5));
  const withdrawn = await here.withdrawConsent(id, 'calls', evidence);
  expect(withdrawn?.event).toEqual({ type: 'separate', state: 'withdrawn', at: at + Minutes(5) });
  expect(await there.consents(id)).toEqual([withdrawn, given]);
  await expect(here.giveConsent(id, 'nonsense', evidence)).rejects.toMatchObject({ code: 'SUBJECT_NOT_IN_POLICY' });
});

test('a no is recorded as one, and takes nothing back', async () => {
  const id = await newPerson();
  const refused = await here.refuseConsent(id, 'calls', evidence);
  expect(refused?.event.state).toBe('refused');
  clock.advance(Minutes(1));
  const given = await here.giveConsent(id, 'calls', evidence);
  expect(await there.refuseConsent(id, 'calls', evidence)).toBe(null);
  expect((await there.state(id)).consents).toEqual(['calls']);
  expect(await there.consents(id)).toEqual([given, refused]);
  await expect(here.refuseConsent(id, 'nonsense', evidence)).rejects.toMatchObject({ code: 'SUBJECT_NOT_IN_POLICY' });
});

test('when a withdrawal resolves, the very next decision in any process refuses', async () => {
  const id = await newPerson();
  for (let turn = 0; turn < 20; turn++) {
    await here.giveConsent(id, 'calls', evidence);
    expect((await mayRecord(there, id)).outcome).toBe('permit');
    // Whoever reads while it is being withdrawn must not keep what was true before.
    const reading = Array.from({ length: 5 }, () => there.state(id));
    await here.withdrawConsent(id, 'calls', evidence);
    expect(there.cachedState(id)?.consents ?? []).toEqual([]);
    expect(await mayRecord(there, id)).toMatchObject({ outcome: 'refuse', reason: 'consent', clause: '2.2' });
    await Promise.all(reading);
    expect(await mayRecord(there, id)).toMatchObject({ outcome: 'refuse' });
  }
});

test('restriction and objection stop what they name, everywhere, until they are lifted', async () => {
  const id = await newPerson();
  await here.giveConsent(id, 'calls', evidence);
  await there.restrict(id, ['support']);
  expect(await mayRecord(here, id)).toMatchObject({ outcome: 'refuse', reason: 'restriction' });
  await there.restrict(id, 'all');
  expect((await here.state(id)).restricted).toBe('all');
  await there.unrestrict(id, 'all');
  expect((await mayRecord(here, id)).outcome).toBe('permit');
  await there.object(id, ['account']);
  expect((await here.state(id)).objected).toEqual(['account']);
  await there.withdrawObjection(id, ['account']);
  expect((await here.state(id)).objected).toEqual([]);
  await expect(here.restrict(id, ['nonsense'])).rejects.toMatchObject({ code: 'SUBJECT_NOT_IN_POLICY' });
});

test('an account goes one way, and what decisions depend on can be corrected', async () => {
  const id = await newPerson();
  await here.amend(id, { ageBand: '14-17' });
  expect((await there.state(id)).ageBand).toBe('14-17');
  await here.setStatus(id, 'closing');
  await here.setStatus(id, 'active');
  await here.setStatus(id, 'closed');
  expect((await there.state(id)).status).toBe('closed');
  await expect(here.activate(id)).rejects.toMatchObject({ code: 'SUBJECT_STATUS_CONFLICT' });
});

test('records cannot be changed or removed one by one, only together with their person', async () => {
  const id = await newPerson();
  await here.giveConsent(id, 'calls', evidence);
  await expect(
    pool.query('update subjects.consent_record set method = $2 where owner_id = $1', [id, 'x']),
  ).rejects.toThrow(/append-only/);
  await expect(pool.query('delete from subjects.consent_record where owner_id = $1', [id])).rejects.toThrow(
    /append-only/,
  );
  await there.state(id);
  await here.erase(id);
  expect(there.cachedState(id)).toBe(undefined);
  await expect(there.state(id)).rejects.toMatchObject({ code: 'SUBJECT_UNKNOWN' });
  expect(await here.consents(id)).toEqual([]);
  await here.erase(id);
});

test('when another policy comes into force, states are made anew for it', async () => {
  let program = policy;
  const subjects = open(() => program);
  const id = await newPerson();
  const before = await subjects.state(id);
  program = compile({ ...tiny, version: '2026-02-01' });
  expect(subjects.cachedState(id)).not.toBe(before);
  const request = { actor: 'service', action: 'use', purpose: 'account', fields: ['phone'] } as const;
  expect(decide(program, { ...request, subject: await subjects.state(id) }).outcome).toBe('permit');
  expect(decide(program, { ...request, subject: before }).outcome).toBe('cannot-tell');
});

test('without a lease there is no cache, and without the database no answer', async () => {
  const id = await newPerson();
  const lonely = openSubjects({ region: 'eu', url: 'postgres://kept@127.0.0.1:1/none', program: () => policy });
  expect(lonely.cachedState(id)).toBe(undefined);
  await expect(lonely.state(id)).rejects.toMatchObject({ kind: 'unavailable' });
  await lonely.close();
});
