import { SeededRandom } from '@kept/base';
import { randomManifest } from '@kept/decide/testing';
import { compile, type Manifest, type Program } from '@kept/policy';
import { tiny } from '@kept/policy/testing';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { smartmiLegacy } from '@kept/policy-smartmi-legacy';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { can, type DecisionChange, diff, type PolicyDiff } from '../index.ts';
import { choicesOf, mistakesBetween, narrowed, sharedCells, sharedOf } from '../testing/two.ts';

const RUNS = Number(process.env.KEPT_SOAK ?? 14);
/** Situations around each request that is looked at, each with all that somebody can have said: up to 4 x 2^6 times. */
const LIMIT = 60;
const LONG = { timeout: 3_600_000 };

const manifests = fc.nat({ max: 100_000 });

/** Requests that a diff should be right about: its own examples, and what either policy permits and refuses. */
function requestsFor(found: PolicyDiff, a: Program, b: Program, dice: SeededRandom) {
  const one = <T>(list: readonly T[]): T[] => (list.length === 0 ? [] : [list[dice.below(list.length)]!]);
  const changes = [found.allowed, found.refused, found.duties].flatMap((some) => one<DecisionChange | object>(some));
  const own = changes.flatMap((change) =>
    'example' in change ? [(change as DecisionChange).example.before.asked] : [],
  );
  const answers = [can(a, {}), can(b, {})].flatMap(({ permitted, refused }) => [permitted, refused]);
  return [...own, ...answers.flatMap((example) => (example === null ? [] : [example.asked]))];
}

function mistakesAround(a: Program, b: Program, found: PolicyDiff, dice: SeededRandom): string[] {
  return requestsFor(found, a, b, dice).flatMap((asked) => {
    const around = narrowed(choicesOf(a, b), sharedOf(found, asked), dice, LIMIT);
    return mistakesBetween(a, b, found, sharedCells(around));
  });
}

test('a diff is what the oracle says of both, in every situation and whatever the person said', LONG, () => {
  const seen = { allowed: 0, refused: 0, duties: 0 };
  fc.assert(
    fc.property(fc.tuple(manifests, manifests), ([one, other]) => {
      const [a, b] = [compile(randomManifest(one)), compile(randomManifest(other))];
      const found = diff(a, b);
      for (const kind of ['allowed', 'refused', 'duties'] as const) seen[kind] += found[kind].length;
      expect(mistakesAround(a, b, found, new SeededRandom(one))).toEqual([]);
    }),
    { seed: 20261126, numRuns: RUNS },
  );
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(RUNS);
});

/** What a diff says, as it is, or as its mirror image has to. */
function told({ situations, counts, facts }: PolicyDiff, mirrored: boolean): unknown {
  const { allowed, refused, duties } = counts;
  return {
    situations,
    counts: mirrored ? [refused, allowed, duties] : [allowed, refused, duties],
    facts: facts
      .map(({ part, id, member, before, after }) => [
        part,
        id,
        member,
        ...(mirrored ? [after, before] : [before, after]),
      ])
      .map((fact) => JSON.stringify(fact))
      .toSorted(),
  };
}

test('nothing changes from a policy to itself, and the other way round everything is the other way round', LONG, () => {
  fc.assert(
    fc.property(fc.tuple(manifests, manifests), ([one, other]) => {
      const [a, b] = [compile(randomManifest(one)), compile(randomManifest(other))];
      expect(diff(a, compile(randomManifest(one)))).toMatchObject({ same: true, allowed: [], refused: [], facts: [] });
      expect(told(diff(b, a), true)).toEqual(told(diff(a, b), false));
    }),
    { seed: 20261127, numRuns: Math.ceil(RUNS / 2) },
  );
});

type Draft = { -readonly [K in keyof Manifest]: Manifest[K] };

/** `tiny` with something changed. */
function changed(change: (draft: Draft) => void): PolicyDiff {
  const draft = structuredClone(tiny) as Draft;
  change(draft);
  return diff(compile(tiny), compile(draft));
}

test('what is newly allowed says what is new, and what it waits for', () => {
  const purposes = (extra: object) => (draft: Draft) =>
    void Object.assign(draft, { purposes: { ...draft.purposes, news: { ...draft.purposes['account']!, ...extra } } });
  const free = changed(purposes({ recipients: [] }));
  expect(free.refused).toEqual([]);
  expect(free.allowed[0]).toMatchObject({
    within: { purpose: ['news'] },
    topic: 'purpose',
    before: null,
    news: ['new-purpose'],
    // A contract needs no consent; the earlier policy promised to ask about a new purpose all the same.
    needs: { kind: 'consent', consents: [], promised: ['new-purpose'] },
    example: { before: { outcome: 'cannot-tell' }, after: { outcome: 'permit' } },
  });
  const asked = changed(purposes({ recipients: [], basis: 'consent', consent: 'calls' }));
  expect(new Set(asked.allowed.map(({ needs }) => needs.kind))).toEqual(new Set(['consent']));
  expect(asked.allowed[0]!.needs).toMatchObject({ consents: ['calls'] });
  const bound = changed(purposes({ recipients: [], basis: 'legal-obligation' }));
  expect(bound.allowed.every(({ needs }) => needs.kind === 'nothing')).toBe(true);
});

test('facts that nobody is decided by are told, with what they do to the person', () => {
  const right = (extra: object) => (draft: Draft) =>
    void Object.assign(draft, { rights: { access: { ...draft.rights['access']!, ...extra } } });
  const [slower] = changed(right({ deadline: { count: 1, unit: 'month', from: 'verified' } })).facts;
  expect(slower).toMatchObject({ part: 'deadlines', id: 'access', effect: 'worse', reducesRights: true });
  const [faster] = changed(right({ deadline: { count: 10, unit: 'day', from: 'verified' } })).facts;
  expect(faster).toMatchObject({ effect: 'better', reducesRights: false });
  const [gone] = changed((draft) => void Object.assign(draft, { rights: {} })).facts;
  expect(gone).toMatchObject({ part: 'rights', member: 'all', after: null, reducesRights: true });
  const later = { after: 'closure', count: 1, unit: 'year' };
  const kept = changed((draft) => void Object.assign(draft, { retention: [{ ...draft.retention[0]!, until: later }] }));
  expect(kept.facts.every(({ part, effect }) => part === 'retention' && effect === 'worse')).toBe(true);
  expect(kept.facts.find(({ id }) => id === 'support')?.fields).toEqual(['phone', 'recording']);
  const older = changed((draft) => void Object.assign(draft, { ages: [{ ...draft.ages[0]!, below: 15 }] }));
  expect(older.facts).toMatchObject([{ part: 'ages', id: 'guardian', before: 14, after: 15, effect: 'better' }]);
  expect(older.refused.length).toBeGreaterThan(0);
  expect(older.refused.every(({ within }) => within.age?.join() === '14')).toBe(true);
});

test('the largest policy, and a real succession, take less than two seconds', LONG, () => {
  const programs = [aqaraAccount, smartmiLegacy, smartmiGlobal].map((manifest) => compile(manifest));
  const [account, legacy, global] = programs as [Program, Program, Program];
  for (const [before, after] of [
    [account, account],
    [legacy, global],
  ] as const) {
    const started = process.cpuUsage();
    const found = diff(before, after);
    const { user, system } = process.cpuUsage(started);
    const seconds = ((user + system) / 1e6).toFixed(2);
    // Told, not held to: processor time too grows on a machine that is crowded.
    process.stdout.write(`figures: ${before.id} → ${after.id} ${seconds} s, ${found.situations} situations\n`);
    expect(found.same).toBe(before === after);
  }
});

test('a diff is plain data', () => {
  const ages = [{ ...tiny.ages[0], below: 16 }];
  const found = changed((draft) => void Object.assign(draft, { rights: {}, ages, breach: null, optOuts: {} }));
  expect(found.refused.length + found.facts.length).toBeGreaterThan(3);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});
