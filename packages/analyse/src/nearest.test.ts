import { SeededRandom } from '@kept/base';
import { interpret, type PlainRequest, randomManifest, randomRequest, stateOf } from '@kept/decide/testing';
import { compile, type Program } from '@kept/policy';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { expect, test } from 'vitest';
import { nearest, type PlainAsked, type Turn } from './nearest.ts';

const POLICIES = Number(process.env.KEPT_SOAK ?? 20);

/** A request after some changes, as the oracle takes it. */
function changed(
  program: Program,
  { person, ...request }: PlainAsked,
  turns: readonly Turn[],
  pick: number,
): PlainRequest {
  let [now, facts] = [{ ...request } as Record<string, unknown>, { ...person } as Record<string, unknown>];
  for (const { of, values } of turns) {
    const value = values[pick % values.length]!;
    const list = { consent: 'consents', restriction: 'restricted', objection: 'objected' }[of as 'consent'];
    const toggle = (all: unknown) => {
      const ids = all === 'all' ? program.purposes.ids : (all as readonly string[]);
      return value!.startsWith('+') ? [...ids, value!.slice(1)] : ids.filter((id) => id !== value!.slice(1));
    };
    if (list !== undefined) facts = { ...facts, [list]: toggle(facts[list]) };
    else if (of === 'fields') now = { ...now, fields: toggle(now['fields']) };
    else if (of === 'status' || of === 'jurisdiction') facts = { ...facts, [of]: value };
    else if (of === 'age') facts = { ...facts, ageBand: value };
    else now = { ...now, [of]: value ?? undefined };
  }
  const { ageBand, ...rest } = facts;
  const age = ageBand === 'unknown' ? undefined : program.bands.find(({ id }) => id === ageBand)!.from;
  return { ...now, subject: { ...rest, age } } as unknown as PlainRequest;
}

test('each way turns the decision around, as the oracle sees it too', { timeout: 3_600_000 }, () => {
  const seen = { 1: 0, 2: 0, null: 0 };
  for (let seed = 1; seed <= POLICIES; seed++) {
    const program = compile(randomManifest(seed));
    const dice = new SeededRandom(seed);
    for (let i = 0; i < 12; i++) {
      const plain = randomRequest(program, dice);
      if (plain.fields.length === 0 || program.purposes.of(plain.purpose) < 0) continue;
      const { region, ageBand, jurisdiction, status, consents, restricted, objected } = stateOf(program, plain.subject);
      const { subject: _, ...request } = plain;
      const person = { region, ageBand, jurisdiction, status, consents, restricted, objected };
      const asked = { ...request, fields: [...new Set(plain.fields)], person } as PlainAsked;
      const { permitted, distance, ways } = nearest(program, asked);
      seen[`${distance}`]++;
      expect(interpret(program.manifest, changed(program, asked, [], 0)).outcome === 'permit').toBe(permitted);
      for (const way of ways.slice(0, 20)) {
        expect(way).toHaveLength(distance!);
        const { outcome } = interpret(program.manifest, changed(program, asked, way, dice.below(9)));
        expect(outcome === 'permit', JSON.stringify({ seed, i, way })).toBe(!permitted);
      }
    }
  }
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(3);
});

const program = compile(smartmiGlobal);
const grown = {
  ...{ region: 'sg', ageBand: 'adult', jurisdiction: 'elsewhere', status: 'active' as const },
  ...{ consents: [], restricted: [], objected: [] },
} as const;
const request = { actor: 'service', action: 'use', purpose: 'marketing', fields: ['account-email'] } as const;

test('a refusal is told with what would permit it, the easiest first', () => {
  const refused = nearest(program, { ...request, person: grown });
  expect(refused).toMatchObject({ permitted: false, distance: 1 });
  expect(refused.ways[0]).toEqual([{ of: 'consent', values: ['+marketing'] }]);
  const young = nearest(program, { ...request, person: { ...grown, ageBand: '16-17' } });
  expect(young).toMatchObject({ permitted: false, distance: 2 });
  expect(young.ways[0]).toEqual([
    { of: 'consent', values: ['+guardian'] },
    { of: 'consent', values: ['+marketing'] },
  ]);
});

test('a permit is told with what would refuse it', () => {
  const permitted = nearest(program, { ...request, person: { ...grown, consents: ['marketing'] } });
  expect(permitted).toMatchObject({ permitted: true, distance: 1 });
  expect(permitted.ways.slice(0, 3)).toEqual([
    [{ of: 'consent', values: ['-marketing'] }],
    [{ of: 'restriction', values: ['+marketing'] }],
    [{ of: 'objection', values: ['+marketing'] }],
  ]);
  expect(permitted.ways.find(([turn]) => turn!.of === 'age')![0]!.values).toContain('16-17');
});
