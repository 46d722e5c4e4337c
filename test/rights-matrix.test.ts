/**
 * Every right × every service of the policy that runs × jurisdiction × age: done, refused on a ground of the policy, or
 * not granted. Cells of one outcome are alike: a seed picks the one that is carried out, a soak carries out more. The
 * policies under which no service runs are held, by declaration only, by the test of the table of rights.
 */
import { makeRequest, previewRequest, type RequestPreview, type RightRequest } from '@kept/api';
import { ageBandOf, compile, jurisdictionOf, type RightKind } from '@kept/policy';
import { rightsTable } from '@kept/rights';
import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../packages/base/src/index.ts';
import {
  type Filled,
  fill,
  idOf,
  itemsOf,
  openStage,
  refusalOf,
  savedRows,
  type Trial,
} from '../packages/kit/src/testing.ts';
import { aqaraAccount } from '../policies/aqara-account/src/index.ts';
import account, { naming } from '../services/account/src/index.ts';
import { signedUp } from '../services/account/src/sample.harness.ts';
import alerts from '../services/alerts/src/index.ts';
import automations from '../services/automations/src/index.ts';
import devices from '../services/devices/src/index.ts';
import energy from '../services/energy/src/index.ts';
import firmware from '../services/firmware/src/index.ts';
import homeAssistant from '../services/home-assistant/src/index.ts';
import inbox from '../services/inbox/src/index.ts';
import letters from '../services/letters/src/index.ts';
import spaces from '../services/spaces/src/index.ts';

const SERVICES = [account, alerts, automations, devices, energy, firmware, homeAssistant, inbox, letters, spaces];
const ROUNDS = Number(process.env['KEPT_SOAK'] ?? 1);
const seed = Number(process.env['KEPT_SEED'] ?? Date.now() % 1_000_000);
const random = new SeededRandom(seed);
process.stdout.write(`figures: the matrix of rights, KEPT_SEED=${seed}\n`);

const program = compile(aqaraAccount);
const RESIDENCES = ['CN', 'DE', 'US-CA', 'RU', 'JP'];
/** Below the ages of the manifest, a minor, a grown-up. */
const AGES = [10, 15, 30];
const PLACES = RESIDENCES.flatMap((residence) => AGES.map((age) => ({ residence, age })));
const REQUESTS = rightsTable(program).filter(({ how }) => how === 'request');
/** About the dead one asks from outside, see `test/http/relatives.test.ts`. */
const INSIDE = REQUESTS.filter(({ kind }) => kind !== 'deceased');
/** What can be asked for under other policies alone. */
const OTHERS = ['opt-out', 'limit-sensitive'] as const;

type Place = (typeof PLACES)[number];
const picked = (): Place[] =>
  Array.from({ length: Math.min(ROUNDS, PLACES.length) }, (_, n) =>
    ROUNDS >= PLACES.length ? PLACES[n]! : PLACES[random.below(PLACES.length)]!,
  );

/** Somebody of whom the service holds all that it can hold, and who turns out to live there and to be so old. */
async function somebody(trial: Trial, { residence, age }: Place): Promise<Filled> {
  const filled = await fill(trial);
  const [ageBand, jurisdiction] = [ageBandOf(program, age), jurisdictionOf(program, residence)];
  await trial.stage.region.subjects.amend(filled.person.id, { ageBand, jurisdiction });
  return filled;
}

const nameOf = (kind: RightKind) => (kind === 'deceased' ? 'relatives' : kind) as never;

async function ask({ stage }: Trial, { person }: Filled, kind: RightKind): Promise<string> {
  const preview = await stage.call(previewRequest, { person, query: { right: nameOf(kind) } });
  const { confirm } = preview.body as RequestPreview;
  const { body } = await stage.call(makeRequest, { person, body: { right: nameOf(kind), confirm } });
  return (body as { request: RightRequest }).request.id;
}

async function decided({ stage }: Trial, id: string, outcome: 'granted' | 'refused', ground?: number) {
  const requests = stage.rights.requests(stage.region.id);
  const { owner } = await requests.byId(id);
  const at = stage.region.clock.now();
  const said = outcome === 'refused' ? { ground: ground! } : { clauses: [Object.keys(aqaraAccount.clauses)[0]!] };
  await requests.decide(owner, id, { outcome, by: 'one', at, ...said });
  await requests.second(owner, id, 'two', true);
  await stage.rights.workflows.begin(stage.region.id, await requests.byId(id));
}

/** What is seen of it afterwards in the rows of the service, and in what its uses are told. */
async function effect(trial: Trial, filled: Filled, kind: RightKind, before: Awaited<ReturnType<typeof savedRows>>) {
  const { person, given } = filled;
  const { region } = trial.stage;
  const after = await savedRows(trial, person.id);
  const items = kind === 'closure' ? null : await itemsOf(trial, person);
  if (kind === 'closure') {
    expect([...after.values()].flat()).toEqual([]);
    for (const { items: left } of region.holdings) expect(await left(person.id)).toEqual([]);
  } else if (kind === 'erasure') {
    for (const { collection, field, resource } of given) {
      const holding = region.holdings.find((each) => each.resource === resource)!;
      const needed = (aqaraAccount.collections as typeof program.manifest.collections)[collection]!.required;
      const goes = holding.correctable.includes(field) && !needed.includes(field);
      const there = [...items!.values()].some((each) => each.field === field && each.collection.id === collection);
      expect([resource, field, there]).toEqual([resource, field, !goes]);
    }
  } else expect(after).toEqual(before);
  if (kind === 'restriction') expect((await region.subjects.subject(person.id)).restricted).toEqual(['*']);
  if (kind === 'objection') expect((await region.subjects.subject(person.id)).objected.length).toBeGreaterThan(0);
}

test('every cell says the same of what is granted, so that one of them stands for all', () => {
  expect(new Set(AGES.map((age) => ageBandOf(program, age))).size).toBe(AGES.length);
  for (const { kind, cells } of rightsTable(program))
    for (const { residence } of PLACES) {
      const cell = cells.find(({ jurisdiction }) => jurisdiction === jurisdictionOf(program, residence))!;
      const clause = Object.values(program.manifest.rights).find((right) => right.kind === kind)!.clause;
      const { granted, below } = cell;
      expect([kind, residence, granted, below, cell.clause]).toEqual([kind, residence, true, undefined, clause]);
    }
  for (const kind of OTHERS) expect(rightsTable(program).some((row) => row.kind === kind)).toBe(false);
});

describe.each(SERVICES.map((service) => [service.declaration.name, service] as const))('%s', async (name, service) => {
  const stage = await openStage(service, name === 'account' ? { naming } : {});
  const trial: Trial = {
    ...{ stage, service, unbounded: {} },
    ...(name === 'account' && { sample: () => signedUp(stage) }),
  };
  const requests = stage.rights.requests(stage.region.id);

  test('access shows every item to each', async () => {
    for (const place of PLACES.slice(0, 5 * ROUNDS)) {
      const { person, given } = await somebody(trial, place);
      const shown = new Set((await itemsOf(trial, person)).keys());
      expect(given.filter((each) => !shown.has(idOf(trial, each)))).toEqual([]);
    }
  });

  test.each(INSIDE.map((row) => [row.kind, row] as const))('%s is done', async (kind, { decides }) => {
    for (const place of picked()) {
      const filled = await somebody(trial, place);
      const before = await savedRows(trial, filled.person.id);
      const id = await ask(trial, filled, kind);
      if (decides !== 'policy') {
        expect((await requests.byId(id)).state).toBe('running');
        await decided(trial, id, 'granted');
      }
      expect([place, kind, (await requests.byId(id)).state]).toEqual([place, kind, 'done']);
      await effect(trial, filled, kind, before);
    }
  });

  test('what somebody refuses leaves every row as it was, and says the ground that was named', async () => {
    for (const { kind } of REQUESTS.filter((row) => row.kind !== 'closure'))
      for (const place of picked()) {
        const { person } = await somebody(trial, place);
        const before = await savedRows(trial, person.id);
        const due = { at: stage.region.clock.now() + 1_000_000, zone: 'Asia/Shanghai' };
        const made = { due, firstEntry: stage.region.ledger.size, proof: 'documents' as const };
        const request = await requests.make(person.id, kind, made);
        await stage.rights.workflows.begin(stage.region.id, request);
        const { refusalGrounds: own, clause } = Object.values(program.manifest.rights).find(
          (right) => right.kind === kind,
        )!;
        const ground = random.below(Math.max(1, own.length));
        await decided(trial, request.id, 'refused', ground);
        const after = await requests.byId(request.id);
        expect([kind, after.state]).toEqual([kind, 'refused']);
        const found = await requests.byCode(request.code);
        const said = JSON.stringify('certificate' in found ? found.certificate.facts : []);
        // Where the policy lists none, the one that is left is that nothing was proven.
        expect(said).toContain(own[ground]?.label['zh-Hans'] ?? `"clause":"${clause}"`);
        expect(await savedRows(trial, person.id)).toEqual(before);
      }
  });

  test.each(OTHERS)('%s is not exercised by a request under this policy', async (kind) => {
    for (const place of picked()) {
      const filled = await somebody(trial, place);
      const before = await savedRows(trial, filled.person.id);
      const { error } = await refusalOf(ask(trial, filled, kind));
      expect(error).toMatchObject({ code: 'RIGHTS_NOT_GRANTED', clause: aqaraAccount.otherwise });
      expect(await savedRows(trial, filled.person.id)).toEqual(before);
    }
  });
});
