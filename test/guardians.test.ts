/**
 * A guardian's yes to a child's account, and what else a guardian has done over it, each decided by two: under a policy that
 * lets a guardian say yes (`aqara-developer`), over a house that holds something of everybody.
 */
import { type BehalfWants, listRequests } from '@kept/api';
import { find } from '@kept/rights';
import { expect, test } from 'vitest';
import { Days } from '../packages/base/src/index.ts';
import { type Filled, fill, openStage, refusalOf, type Trial } from '../packages/kit/src/testing.ts';
import { aqaraDeveloper as policy } from '../policies/aqara-developer/src/index.ts';
import { smartmiLegacy } from '../policies/smartmi-legacy/src/index.ts';
import { houseOf } from './system/house.ts';

const service = houseOf(policy, Object.keys(policy.collections).slice(0, 3));
const trial: Trial = { stage: await openStage(service), service, unbounded: {} };
const { stage } = trial;
const { region, rights } = stage;
const requests = rights.requests(region.id);
const CLAUSE = policy.ages[0].clause;
const guardianConsent = policy.ages[0].consent;

/** Whatever the house may use of somebody for what is not the law's. */
async function uses(
  { person, given }: Filled,
  { stage: { region }, service: { declaration } } = trial,
): Promise<string[]> {
  const all = await Promise.all(
    Object.entries(declaration.policy.purposes).map(async ([purpose, each]) => {
      const { basis, fields, actors } = each as { basis: string; fields: readonly string[]; actors?: readonly never[] };
      const field = given.find((one) => fields.includes(one.field))?.field;
      if (!field || basis === 'legal-obligation' || basis === 'vital-interest') return [];
      const by = { actor: { role: actors?.[0] ?? 'service' }, service: 'house' } as const;
      const permit = region.gate.permit({ ...by, action: 'use', purpose, subject: person.id, fields: [field] });
      return (await refusalOf(permit)).ok ? [purpose] : [];
    }),
  );
  return all.flat();
}

/** A child who was found later. */
async function child(): Promise<Filled & { found: string; before: string[] }> {
  const filled = await fill(trial);
  const before = await uses(filled);
  const made = await find(rights, region, filled.person.id, { years: 12, why: 'seen', by: 'one' });
  return { ...filled, before, found: made!.id };
}

/** Asked by somebody with papers, and granted by two. */
async function granted(of: Filled, kind: BehalfWants, { stage } = trial): Promise<string> {
  const { region, rights } = stage;
  const requests = rights.requests(region.id);
  const guardian = await stage.newPerson();
  const behalf = {
    as: 'guardian',
    wants: kind,
    of: { person: of.person.id, region: region.id },
    wished: 'nothing',
  } as const;
  const due = { at: region.clock.now() + Days(15), zone: 'Asia/Shanghai' };
  const made = await requests.make(guardian.id, kind, {
    ...{ due, about: { behalf }, firstEntry: region.ledger.size, proof: 'documents' },
  });
  await rights.workflows.begin(region.id, made);
  expect((await requests.byId(made.id)).state).toBe('running');
  await requests.decide(guardian.id, made.id, { outcome: 'granted', by: 'three', at: region.clock.now() });
  await rights.workflows.begin(region.id, made);
  expect((await requests.byId(made.id)).state).toBe('running');
  await requests.second(guardian.id, made.id, 'four', true);
  await rights.workflows.begin(region.id, made);
  expect((await requests.byId(made.id)).state).toBe('done');
  return made.id;
}
/** The workflow looks again. */
const again = async (id: string) => {
  await rights.workflows.begin(region.id, await requests.byId(id));
  return requests.byId(id);
};
const gone = async ({ person }: Filled) =>
  (await refusalOf(region.keys.use(`person:${person.id}`, () => true))).error?.code === 'KEYS_NO_KEY';

test('a guardian says yes in time: the account is withheld no longer, and ends when the yes is taken back', async () => {
  const lin = await child();
  expect(lin.before.length).toBeGreaterThan(0);
  expect(await uses(lin)).toEqual([]);
  expect(await region.subjects.accountBar(lin.person.id)).toMatchObject({ rule: 'guardian', clause: CLAUSE });
  await requests.second(lin.person.id, lin.found, 'two', true);
  // Two have looked, and the guardian has a week.
  expect(await again(lin.found)).toMatchObject({ state: 'running', carries: null });
  await granted(lin, 'consent');
  expect(await region.subjects.accountBar(lin.person.id)).toBeUndefined();
  expect(await uses(lin)).toEqual(lin.before);
  expect((await again(lin.found)).state).toBe('cancelled');
  const [record] = await region.subjects.consents(lin.person.id);
  expect(record).toMatchObject({
    consent: guardianConsent,
    event: { state: 'given' },
    method: expect.stringContaining('guardian'),
  });
  const given = (await region.gate.activity(lin.person.id, { limit: 200 })).filter(
    (entry) =>
      entry.kind === 'evidence' && entry.of === 'consent-given' && JSON.stringify(entry.payload).includes('guardian'),
  );
  expect(given).toHaveLength(1);

  await granted(lin, 'withdrawal');
  expect(await gone(lin)).toBe(true);
  for (const { items } of region.holdings) expect(await items(lin.person.id)).toEqual([]);
});

test('nobody says yes: after a week all of it is erased; papers that came by then are looked at first', async () => {
  const lin = await child();
  await requests.second(lin.person.id, lin.found, 'two', true);
  const guardian = await stage.newPerson();
  const of = { person: lin.person.id, region: region.id };
  const behalf = { as: 'guardian', wants: 'consent', of, wished: 'nothing' } as const;
  const due = { at: region.clock.now() + Days(30), zone: 'Asia/Shanghai' };
  const asked = await requests.make(guardian.id, 'consent', {
    ...{ due, about: { behalf }, firstEntry: region.ledger.size, proof: 'documents' },
  });
  (stage.desks.clock as { advance(by: number): void }).advance(Days(9));
  expect(await again(lin.found)).toMatchObject({ state: 'running', carries: null });
  await requests.drop(guardian.id, asked.id);
  expect(await again(lin.found)).toMatchObject({ state: 'done', carries: { region: region.id } });
  expect(await gone(lin)).toBe(true);
});

test('a guardian has it stopped, under a policy that lets them (`smartmi-legacy`)', async () => {
  const other = houseOf(smartmiLegacy, Object.keys(smartmiLegacy.collections).slice(0, 3));
  const legacy: Trial = { stage: await openStage(other), service: other, unbounded: {} };
  const lin = await fill(legacy);
  expect((await uses(lin, legacy)).length).toBeGreaterThan(0);
  await granted(lin, 'objection', legacy);
  expect(await uses(lin, legacy)).toEqual([]);
});

test('a yes that lifts nothing is not granted, and a child gives none themself', async () => {
  const grown = await fill(trial);
  await expect(granted(grown, 'consent')).rejects.toMatchObject({ code: 'RIGHTS_NOT_GRANTED' });
  const { body } = await stage.call(listRequests, { person: grown.person });
  expect((body as { rights: { id: string }[] }).rights.map(({ id }) => id)).not.toContain('consent');
});
