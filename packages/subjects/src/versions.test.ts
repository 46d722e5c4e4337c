import { ManualClock, SeededRandom, uuidv7 } from '@kept/base';
import { migrate } from '@kept/db';
import { testDatabase } from '@kept/db/testing';
import { decide, matterOf } from '@kept/decide';
import { compile, type Manifest, type Succession, successionOf } from '@kept/policy';
import { tiny } from '@kept/policy/testing';
import { afterAll, expect, test } from 'vitest';
import { openSubjects, subjectsMigrations } from './index.ts';

const { url, pool } = await testDatabase('data');
await migrate(pool, subjectsMigrations);
const clock = new ManualClock();
const random = new SeededRandom(7);

const v1 = compile(tiny);
/** The purpose of support uses one field more, and the two jurisdictions there now are not called as the one was. */
const second = {
  ...tiny,
  version: '2026-06-01',
  jurisdictions: {
    elsewhere: tiny.jurisdictions.everywhere,
    everywhere: { ...tiny.jurisdictions.everywhere, residences: ['CN'] },
  },
  purposes: { ...tiny.purposes, support: { ...tiny.purposes.support, fields: ['phone', 'recording', 'nickname'] } },
  collections: { ...tiny.collections, call: { ...tiny.collections.call, optional: ['nickname'] } },
  consents: { ...tiny.consents, calls: { ...tiny.consents.calls, kind: 'explicit' } },
} as unknown as Manifest;
const v2 = compile(second);

let line: Succession = successionOf([v1]);
const open = () => {
  const subjects = openSubjects({
    ...{ region: 'eu', url, clock, random },
    program: () => line.present,
    succession: () => line,
  });
  afterAll(() => subjects.close());
  return subjects;
};
const [here, there] = [open(), open()];
const evidence = (hash: string) => ({ notice: hash, language: 'en', method: 'changes page, button' });

async function newPerson(): Promise<string> {
  const id = uuidv7(clock, random);
  await here.create({ id, ageBand: 'adult', jurisdiction: line.present.jurisdictions.ids[0]! });
  await here.activate(id);
  await here.giveConsent(id, 'calls', evidence(line.present.hash));
  return id;
}

const mayUse = async (id: string, field: string, subjects = there) =>
  decide(line.present, {
    ...({ actor: 'service', action: 'use', purpose: 'support', fields: [field] } as const),
    subject: await subjects.state(id),
  });

test('who joined before a version is asked about what it adds, and who joined after it is not', async () => {
  line = successionOf([v1]);
  const early = await newPerson();
  expect((await mayUse(early, 'recording')).outcome).toBe('permit');
  line = successionOf([v1, v2]);
  const late = await newPerson();
  expect((await mayUse(early, 'recording')).outcome).toBe('permit');
  expect(await mayUse(early, 'nickname')).toMatchObject({ reason: 'change', version: v1.version, hash: v1.hash });
  expect((await mayUse(late, 'nickname')).outcome).toBe('permit');

  // A yes to the change counts in every process, and can be taken back; a no leaves everything as it was.
  const matter = matterOf('support');
  await expect(here.agree(early, matter, evidence(v1.hash))).rejects.toMatchObject({
    code: 'SUBJECT_VERSION_CONFLICT',
  });
  const said = await here.agree(early, matter, evidence(v2.hash));
  expect(said).toMatchObject({ consent: 'change/support', purposes: ['support'], event: { state: 'given' } });
  expect((await mayUse(early, 'nickname')).outcome).toBe('permit');
  expect((await here.disagree(early, matter, evidence(v2.hash))).event.state).toBe('withdrawn');
  expect((await mayUse(early, 'nickname')).reason).toBe('change');
  expect((await here.disagree(early, matter, evidence(v2.hash))).event.state).toBe('refused');
  expect((await mayUse(early, 'recording')).outcome).toBe('permit');
  expect((await here.subject(early)).standing.agreed).toEqual([]);

  // So does a consent that is given anew before the newer text, until it is withdrawn.
  await here.giveConsent(early, 'calls', evidence(v2.hash));
  expect((await mayUse(early, 'nickname')).outcome).toBe('permit');
  await here.withdrawConsent(early, 'calls', evidence(v2.hash));
  expect((await mayUse(early, 'recording')).reason).toBe('consent');
  await here.giveConsent(early, 'calls', evidence(v1.hash));
  expect((await mayUse(early, 'nickname')).reason).toBe('change');
});

test('a name is read as the version meant it that wrote it', async () => {
  line = successionOf([v1]);
  const early = await newPerson();
  line = successionOf([v1, v2]);
  // "Everywhere" has become China alone: the person may live there or elsewhere, and is known to both readings.
  expect((await there.state(early)).jurisdiction).toBe('elsewhere');
  expect((await mayUse(early, 'recording')).outcome).toBe('permit');
  await here.amend(early, { jurisdiction: 'everywhere' });
  expect((await there.state(early)).jurisdiction).toBe('everywhere');
  expect((await there.subject(early)).standing).toMatchObject({ placed: v2.hash.slice(0, 16) });
});

test('people of a database without versions are held to the oldest', async () => {
  line = successionOf([v1]);
  const id = await newPerson();
  await pool.query(`update subjects.person set joined = '', placed = '' where owner_id = $1`, [id]);
  line = successionOf([v1, v2]);
  expect((await mayUse(id, 'recording', open())).outcome).toBe('permit');
  expect((await mayUse(id, 'nickname', open())).reason).toBe('change');
});
