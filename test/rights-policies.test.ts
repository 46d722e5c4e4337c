/**
 * Every right × every policy × residence × age, each policy in a house of its own on a real database: done, refused on a
 * ground that the policy lists, or not granted by the clause that says so. What to expect is read off the manifest
 * (`system/granted.ts`), never asked of the code under test. A seed picks the places; a soak goes to all of them.
 */
import { liftRequest, listActivity, listRequests, makeRequest, previewRequest } from '@kept/api';
import { ageBandOf, compile, type Manifest, type Right } from '@kept/policy';
import { rightsTable } from '@kept/rights';
import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../packages/base/src/index.ts';
import {
  type Filled,
  fill,
  itemsOf,
  openStage,
  refusalOf,
  savedRows,
  type Trial,
} from '../packages/kit/src/testing.ts';
import { aqaraAccount } from '../policies/aqara-account/src/index.ts';
import { aqaraCommunity } from '../policies/aqara-community/src/index.ts';
import { aqaraDeveloper } from '../policies/aqara-developer/src/index.ts';
import { smartmiGlobal } from '../policies/smartmi-global/src/index.ts';
import { smartmiLegacy } from '../policies/smartmi-legacy/src/index.ts';
import { GOES_ON, granted, HERE, jurisdictionAt, REQUESTS, type Spot, STOPS, spotsOf } from './system/granted.ts';
import { houseOf } from './system/house.ts';
import { USED } from './system/pages.ts';

const POLICIES: readonly Manifest[] = [aqaraAccount, aqaraCommunity, aqaraDeveloper, smartmiGlobal, smartmiLegacy];
const ROUNDS = Number(process.env['KEPT_SOAK'] ?? 1);
const seed = Number(process.env['KEPT_SEED'] ?? Date.now() % 1_000_000);
const random = new SeededRandom(seed);
process.stdout.write(`figures: the rights of five policies, KEPT_SEED=${seed}\n`);

/** Collections that a slice is content with. */
const some = (all: string[]): string[] => {
  const from = random.below(all.length);
  return [...all.slice(from), ...all.slice(0, from)].slice(0, 5);
};
const nameOf = (kind: string) => (kind === 'deceased' ? 'relatives' : kind) as never;
const requestsOf = ({ stage }: Trial) => stage.rights.requests(stage.region.id);
const policyOf = ({ service }: Trial): Manifest => service.declaration.policy;

/** Somebody of whom the house holds all that it can hold, and who turns out to live there and to be so old. */
async function somebody(trial: Trial, { residence, age }: Spot): Promise<Filled> {
  const filled = await fill(trial);
  const policy = policyOf(trial);
  const found = { ageBand: ageBandOf(compile(policy), age), jurisdiction: jurisdictionAt(policy, residence) };
  await trial.stage.region.subjects.amend(filled.person.id, found);
  return filled;
}

async function ask({ stage }: Trial, { person }: Filled, kind: string): Promise<string> {
  const preview = await stage.call(previewRequest, { person, query: { right: nameOf(kind) } });
  const { confirm } = preview.body as { confirm?: string };
  const { body } = await stage.call(makeRequest, {
    person,
    body: { right: nameOf(kind), ...(confirm && { confirm }) },
  });
  return (body as { request: { id: string } }).request.id;
}

/** What its certificate says. */
async function decided(trial: Trial, id: string, said: { ground: number } | { clauses: string[] }): Promise<string[]> {
  const { region, rights } = trial.stage;
  const requests = requestsOf(trial);
  const { owner, code } = await requests.byId(id);
  const outcome = 'ground' in said ? 'refused' : 'granted';
  await requests.decide(owner, id, { outcome, by: 'one', at: region.clock.now(), ...said });
  await requests.second(owner, id, 'two', true);
  await rights.workflows.begin(region.id, await requests.byId(id));
  expect((await requests.byId(id)).state).toBe('ground' in said ? 'refused' : 'done');
  const found = await requests.byCode(code);
  return 'certificate' in found ? found.certificate.facts.flatMap(({ lines }) => lines.map(({ text }) => text)) : [];
}

async function done(trial: Trial, filled: Filled, kind: string): Promise<string> {
  const id = await ask(trial, filled, kind);
  const [clause] = Object.keys(policyOf(trial).clauses);
  if ((await requestsOf(trial).byId(id)).state === 'running') await decided(trial, id, { clauses: [clause!] });
  expect([kind, (await requestsOf(trial).byId(id)).state]).toEqual([kind, 'done']);
  return id;
}

/** A ground of the policy, of which the certificate says which; no row is touched. */
async function refusedOn(trial: Trial, { person }: Filled, kind: string, { refusalGrounds }: Right): Promise<void> {
  if (refusalGrounds.length === 0) return;
  const { region, rights } = trial.stage;
  const rows = await savedRows(trial, person.id);
  const grounds = ROUNDS > 1 ? [...refusalGrounds.keys()] : [random.below(refusalGrounds.length)];
  for (const ground of grounds) {
    const due = { at: region.clock.now() + 1_000_000, zone: 'Asia/Shanghai' };
    const made = { due, firstEntry: region.ledger.size, proof: 'documents', language: 'zh-Hans' } as const;
    const request = await requestsOf(trial).make(person.id, kind, made);
    await rights.workflows.begin(region.id, request);
    const words = refusalGrounds[ground]!.label['zh-Hans'];
    expect(await decided(trial, request.id, { ground })).toContainEqual(expect.stringContaining(words));
  }
  expect(await savedRows(trial, person.id)).toEqual(rows);
}

/** A use of something of theirs that the house may make now, and that a person may stop. */
async function stoppableUse(trial: Trial, { person, given }: Filled) {
  for (const [purpose, { basis, fields, actors }] of Object.entries(policyOf(trial).purposes)) {
    const field = given.find((each) => fields.includes(each.field))?.field;
    if (!field || GOES_ON.includes(basis)) continue;
    const by = { actor: { role: actors?.[0] ?? 'service' }, service: 'house' } as const;
    const asked = { ...by, action: 'use', purpose, subject: person.id, fields: [field] } as const;
    const use = () => trial.stage.region.gate.permit(asked);
    if ((await refusalOf(use())).ok) return use;
  }
  return null;
}

/** Nothing more is done for it, until it is allowed again; whether there was anything to stop. */
async function stopped(trial: Trial, filled: Filled, kind: string): Promise<boolean> {
  const use = await stoppableUse(trial, filled);
  const id = await done(trial, filled, kind);
  if (!use) return false;
  expect([kind, (await refusalOf(use())).error?.code]).toEqual([kind, 'GATE_REFUSED']);
  await trial.stage.call(liftRequest, { person: filled.person, params: { id } });
  expect((await refusalOf(use())).error).toBeUndefined();
  return true;
}

async function ended(trial: Trial, filled: Filled, kind: 'erasure' | 'closure'): Promise<void> {
  await done(trial, filled, kind);
  if (kind === 'erasure') {
    // The account works with what its rows require; all else goes.
    const { collections } = policyOf(trial);
    for (const { collection, field } of (await itemsOf(trial, filled.person)).values())
      expect(collections[collection.id]!.required).toContain(field);
    return;
  }
  expect([...(await savedRows(trial, filled.person.id)).values()].flat()).toEqual([]);
  for (const { items } of trial.stage.region.holdings) expect(await items(filled.person.id)).toEqual([]);
}

/** What is offered to somebody is what the policy grants where they live; what no request exercises has somebody to write to. */
async function offered(trial: Trial, { person }: Filled, spot: Spot): Promise<string[]> {
  const policy = policyOf(trial);
  const had = HERE.filter((kind) => granted(policy, kind, spot));
  const { body } = await trial.stage.call(listRequests, { person });
  const shown = (body as { rights: { id: string; clause: string }[] }).rights.map(({ id, clause }) => [id, clause]);
  expect(new Map(shown as [string, string][])).toEqual(
    new Map(had.map((kind) => [nameOf(kind) as string, granted(policy, kind, spot)!.clause])),
  );
  for (const { kind, how, cells } of rightsTable(compile(policy))) {
    const right = granted(policy, kind, spot);
    const cell = cells.find(({ jurisdiction }) => jurisdiction === jurisdictionAt(policy, spot.residence))!;
    // What stands in the table is everybody's there, or says whose it is.
    const own = [cell, ...(cell.besides ?? [])].filter(
      ({ right: id, below, guardian }) => id !== null && !guardian && (below === undefined || spot.age < below),
    );
    expect([kind, own.length > 0]).toEqual([kind, right !== undefined]);
    if (right) expect(own.map(({ clause }) => clause)).toContain(right.clause);
    if (!cell.granted) expect(cell.clause).toBe(policy.otherwise);
    expect([kind, how === 'contact']).toEqual([kind, !HERE.includes(kind)]);
    if (right && how === 'contact') expect(right.channels.length).toBeGreaterThan(0);
  }
  return had;
}

describe.each(POLICIES.map((policy) => [policy.id, policy] as const))('%s', async (_, policy) => {
  const all = Object.keys(policy.collections);
  const service = houseOf(policy, ROUNDS > 1 ? all : some(all));
  const trial: Trial = { stage: await openStage(service), service, unbounded: {} };
  const spots = spotsOf(policy);
  const picked =
    ROUNDS >= spots.length ? spots : Array.from({ length: ROUNDS }, () => spots[random.below(spots.length)]!);
  let stops = 0;

  /** One right of one person, whichever way it goes. */
  async function exercised(filled: Filled, kind: string, right: Right | undefined): Promise<void> {
    if (!right) {
      const { error } = await refusalOf(ask(trial, filled, kind));
      const notGranted = { code: 'RIGHTS_NOT_GRANTED', clause: policy.otherwise };
      expect([kind, error]).toEqual([kind, expect.objectContaining(notGranted)]);
      return;
    }
    if (kind !== 'closure') await refusedOn(trial, filled, kind, right);
    if (kind === 'deceased') {
      // Asked from outside, where it is said whose relative it is.
      expect((await refusalOf(ask(trial, filled, kind))).error?.code).toBe('RIGHTS_NOT_HERE');
      return;
    }
    if (kind === 'erasure' || kind === 'closure') return ended(trial, filled, kind);
    if (!STOPS.includes(kind)) await done(trial, filled, kind);
    else if (await stopped(trial, filled, kind)) stops++;
  }

  test.each(picked.map((spot) => [spot.residence, spot.age] as const))(
    '%s, %i years',
    { timeout: 240_000 },
    async (residence, age) => {
      const spot = { residence, age };
      const [filled, other] = [await somebody(trial, spot), await fill(trial)];
      const before = await savedRows(trial, other.person.id);
      const had = await offered(trial, filled, spot);
      const pages = Object.keys(USED).filter((kind) => had.includes(kind));
      for (const kind of pages) if (kind !== 'withdrawal') await USED[kind]!(trial, filled, other);
      for (const kind of REQUESTS) {
        if (kind === 'erasure' && pages.includes('withdrawal')) await USED['withdrawal']!(trial, filled, other);
        const rows = await savedRows(trial, filled.person.id);
        const right = granted(policy, kind, spot);
        await exercised(filled, kind, right);
        const takes = right && (kind === 'erasure' || kind === 'closure');
        if (!takes) expect(await savedRows(trial, filled.person.id)).toEqual(rows);
      }
      expect(await savedRows(trial, other.person.id)).toEqual(before);
    },
  );

  // A right of guardians alone stops nothing that somebody asks for themself.
  const canStop = STOPS.some((kind) => picked.some((spot) => granted(policy, kind, spot)));
  test.runIf(ROUNDS > 1 && canStop)('a whole house has uses that were stopped', () => {
    expect(stops).toBeGreaterThan(0);
  });
});

test('whoever is under 18 in California takes down all that they posted, and nobody else does', async () => {
  const policy: Manifest = smartmiGlobal;
  const service = houseOf(policy, ['posts'], { posts: 'publication' });
  const trial: Trial = { stage: await openStage(service), service, unbounded: {} };
  const kind = 'content-removal';
  const other = await fill(trial);
  const rows = await savedRows(trial, other.person.id);
  for (const spot of [
    { residence: 'US-CA', age: 30 },
    { residence: 'DE', age: 16 },
  ]) {
    const { error } = await refusalOf(ask(trial, await somebody(trial, spot), kind));
    expect(error).toMatchObject({ code: 'RIGHTS_NOT_GRANTED', clause: policy.otherwise });
  }
  const young = await somebody(trial, { residence: 'US-CA', age: 16 });
  const preview = await trial.stage.call(previewRequest, { person: young.person, query: { right: kind } });
  expect(preview.body).toMatchObject({ clause: '12.2', goes: [expect.anything()] });
  await done(trial, young, kind);
  expect([...(await savedRows(trial, young.person.id)).values()].flat()).toEqual([]);
  const { entries } = (await trial.stage.call(listActivity, { person: young.person, query: {} })).body as {
    entries: { act?: string }[];
  };
  expect(entries.filter(({ act }) => act === 'erased')).toHaveLength(1);
  expect(await savedRows(trial, other.person.id)).toEqual(rows);
});
