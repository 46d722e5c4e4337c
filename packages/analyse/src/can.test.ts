import { SeededRandom } from '@kept/base';
import { randomManifest } from '@kept/decide/testing';
import { ACTIONS, ACTORS, compile, type Program, STATUSES } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Alternative, type Answer, can, type Question, verdict } from './index.ts';
import { mistakesIn } from './testing/brute.ts';

const RUNS = Number(process.env.KEPT_SOAK ?? 40);
/** Situations times all that a person can have said. */
const LIMIT = 15_000;

/** A question at random, about no more than can be gone through one by one. */
function randomQuestion(program: Program, dice: SeededRandom): Question {
  const one = <T>(list: readonly T[]): T => list[dice.below(list.length)]!;
  const orNone = (list: readonly string[]) => (list.length === 0 || dice.next() < 0.3 ? null : one(list));
  const parts: (() => Question)[] = [
    () => ({ actor: one(ACTORS) }),
    () => ({ action: one(ACTIONS) }),
    () => ({ purpose: one(program.purposes.ids) }),
    () => ({ field: one(program.fields.ids) }),
    () => ({ collection: orNone(program.collections.ids) }),
    () => ({ recipient: orNone(program.recipients.ids) }),
    () => ({ from: one(program.regions.ids) }),
    () => ({ to: one(program.regions.ids) }),
    () => ({ jurisdiction: one(program.jurisdictions.ids) }),
    () => ({ age: dice.next() < 0.5 ? one(program.ageBands.ids) : dice.below(90) }),
    () => ({ status: one(STATUSES) }),
  ];
  let question: Question = {};
  const states = 4 * 2 ** program.consents.ids.length;
  while (parts.length > 0 && can(program, question).situations * states > LIMIT)
    question = { ...question, ...parts.splice(dice.below(parts.length), 1)[0]!() };
  return question;
}

const asked = fc.nat({ max: 100_000 }).map((seed) => {
  const program = compile(randomManifest(seed));
  const question = randomQuestion(program, new SeededRandom(seed));
  return { seed, program, question, toString: () => `manifest ${seed}, asked ${JSON.stringify(question)}` };
});

test('an answer is what the oracle says, in every situation and whatever the person said', {
  timeout: 3_600_000,
}, () => {
  const answers = { never: 0, always: 0, sometimes: 0 };
  fc.assert(
    fc.property(asked, ({ program, question }) => {
      const answer = can(program, question);
      answers[answer.answer]++;
      expect(mistakesIn(program, question, answer)).toEqual([]);
    }),
    { seed: 20260607, numRuns: RUNS },
  );
  expect(answers.sometimes).toBeGreaterThan(RUNS / 4);
  expect(answers.never).toBeGreaterThan(0);
});

/** An answer with its first alternative in another form. */
const withFirst = (answer: Answer, change: (first: Alternative) => Alternative[]): Answer => ({
  ...answer,
  alternatives: [...change(answer.alternatives[0]!), ...answer.alternatives.slice(1)],
});

const LIES: Readonly<Record<string, (answer: Answer, program: Program) => Answer | undefined>> = {
  'one consent fewer': (answer) =>
    answer.alternatives[0]!.when.consents.length === 0
      ? undefined
      : withFirst(answer, (first) => [{ ...first, when: { ...first.when, consents: first.when.consents.slice(1) } }]),
  'one consent more': (answer, { consents }) => {
    const more = consents.ids.find((id) => !answer.alternatives[0]!.when.consents.includes(id));
    if (more === undefined) return undefined;
    return withFirst(answer, (first) => [
      { ...first, when: { ...first.when, consents: [...first.when.consents, more] } },
    ]);
  },
  'a restriction that does not count': (answer) =>
    answer.alternatives[0]!.when.unrestricted
      ? withFirst(answer, (first) => [{ ...first, when: { ...first.when, unrestricted: false } }])
      : undefined,
  'an alternative left out': (answer) => withFirst(answer, () => []),
  'a limit left out': (answer) => {
    const [dimension] = Object.keys(answer.alternatives[0]!.within);
    if (dimension === undefined) return undefined;
    return withFirst(answer, (first) => [{ ...first, within: { ...first.within, [dimension]: undefined } }]);
  },
  'a status left out': (answer) =>
    withFirst(answer, (first) => [
      { ...first, within: { ...first.within, status: (first.within.status ?? STATUSES).slice(1) } },
    ]),
  'no example': (answer) => ({ ...answer, permitted: null }),
  'a wrong count': (answer) => ({ ...answer, permissible: answer.permissible - 1 }),
};

test('whatever is wrong with an answer is found', () => {
  const told = new Map(Object.keys(LIES).map((lie) => [lie, 0]));
  for (let seed = 1; seed <= 40; seed++) {
    const program = compile(randomManifest(seed));
    const [purpose] = program.purposes.ids;
    const [region] = program.regions.ids;
    const [field] = program.manifest.purposes[purpose!]!.fields;
    const question = { purpose, field, action: 'use', actor: 'service', from: region, to: region } as const;
    const answer = can(program, question);
    if (answer.alternatives.length === 0) continue;
    for (const [lie, tell] of Object.entries(LIES)) {
      const wrong = tell(answer, program);
      if (wrong === undefined) continue;
      expect(mistakesIn(program, question, wrong), `${lie}, manifest ${seed}`).not.toEqual([]);
      told.set(lie, told.get(lie)! + 1);
    }
  }
  expect(Math.min(...told.values()), JSON.stringify([...told])).toBeGreaterThan(2);
});

test('a program that was compiled wrongly is found', () => {
  const program = compile(randomManifest(5));
  const open = can(program, { action: 'use', status: 'active' }).alternatives.find(
    ({ when }) => when.consents.length > 0,
  );
  const purpose = program.purposes.of(open!.within.purpose![0]!);
  const question = { purpose: program.purposes.ids[purpose]!, action: 'use', status: 'active' } as const;
  expect(mistakesIn(program, question, can(program, question))).toEqual([]);
  program.tables.consent[purpose] = -1;
  expect(mistakesIn(program, question, can(program, question))).not.toEqual([]);
});

const account = compile(aqaraAccount);

test('the whole of the largest policy takes seconds of a processor, not minutes', () => {
  const started = process.cpuUsage();
  const answer = can(account, {});
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(10);
  expect(answer.situations).toBeGreaterThan(100_000_000);
});

test('an answer about a real policy says what holds', () => {
  const stay = { from: 'cn', to: 'cn' } as const;
  const use = can(account, { ...stay, field: 'account-email', purpose: 'account', action: 'use', status: 'active' });
  expect(use).toMatchObject({
    answer: 'sometimes',
    alternatives: [
      {
        within: { actor: ['person', 'service', 'system'], age: ['14-17', 'adult'] },
        when: { consents: [], unrestricted: true, unopposed: true },
      },
    ],
  });
  expect(can(account, { field: 'account-email', recipient: 'fadada' })).toMatchObject({
    answer: 'never',
    alternatives: [],
    permitted: null,
  });
  expect(can(account, { purpose: 'rights', action: 'use', actor: 'person', status: 'active', ...stay })).toMatchObject({
    answer: 'always',
    refused: null,
  });
  const signed = can(account, { field: 'company-name', recipient: 'fadada', actor: 'service', age: 30, ...stay });
  expect(signed.alternatives.map(({ when }) => when.consents)).toEqual([['e-signature']]);
  expect(signed.permitted?.asked.person.consents).toEqual(['e-signature']);
});

test('what the policy has no name for is said so', () => {
  for (const question of [{ field: 'shoe-size' }, { purpose: 'fun' }, { recipient: 'moon' }, { age: 'ancient' }])
    expect(() => can(account, question)).toThrow(expect.objectContaining({ code: 'ANALYSE_UNKNOWN_NAME' }));
  expect(() => can(account, { age: 200 })).toThrow(expect.objectContaining({ code: 'POLICY_NO_SUCH_AGE' }));
  expect(() => verdict(account, { ...can(account, {}).permitted!.asked, ...REST, field: 'shoe-size' })).toThrow(
    expect.objectContaining({ code: 'ANALYSE_UNKNOWN_NAME', path: '/field' }),
  );
});

const REST = {
  collection: null,
  recipient: null,
  jurisdiction: 'mainland-china',
  ageBand: 'adult',
  status: 'active',
} as const;
