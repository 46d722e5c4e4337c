import { type RuleProperties, Engine as RulesEngine, type TopLevelCondition } from 'json-rules-engine';
import type { Engine } from '../engine.ts';
import {
  answer,
  banned,
  type Clause,
  fieldOf,
  goesOn,
  mayUseSpecial,
  personOf,
  purposes,
  recipientOf,
} from '../world.ts';

type Condition = { fact: string; operator: string; value: unknown; path?: string };

const fact = (name: string, operator: string, value: unknown, path?: string): Condition => ({
  fact: name,
  operator,
  value,
  ...(path !== undefined && { path: `$.${path}` }),
});
const ofPurpose = (path: string) => ({ fact: 'purpose', path: `$.${path}` });

/** Checks that do not look at the field, then those that do: two engines, so that the first runs once a request. */
const whole: readonly (readonly [Clause, TopLevelCondition])[] = [
  ['restriction', { all: [fact('restricted', 'equal', true), fact('purpose', 'equal', false, 'goesOn')] }],
  ['age', { all: [fact('age', 'lessThan', ofPurpose('minAge'))] }],
  ['consent', { all: [fact('purpose', 'equal', true, 'asks'), fact('consents', 'doesNotContain', ofPurpose('id'))] }],
  ['objection', { all: [fact('purpose', 'equal', true, 'objectable'), fact('objected', 'equal', true)] }],
  ['recipient', { all: [fact('recipient', 'notIn', ofPurpose('recipients'))] }],
  ['region', { all: [fact('region', 'notIn', ofPurpose('regions'))] }],
  ['transfer', { all: [fact('route', 'in', [...banned])] }],
];
const fieldwise: readonly (readonly [Clause, TopLevelCondition])[] = [
  ['minimisation', { all: [fact('field', 'notIn', ofPurpose('fields'))] }],
  ['special', { all: [fact('special', 'equal', true), fact('purpose', 'equal', false, 'mayUseSpecial')] }],
  [
    'redact',
    {
      any: [
        fact('field', 'in', ofPurpose('redact')),
        { all: [fact('identifier', 'equal', true), fact('thirdParty', 'equal', true)] },
      ],
    },
  ],
];

/** The first rule that holds stops the engine. */
function engineOf(rules: readonly (readonly [Clause, TopLevelCondition])[]): RulesEngine {
  const engine = new RulesEngine([], { allowUndefinedFacts: false, replaceFactsInEventParams: false });
  for (const [i, [clause, conditions]] of rules.entries())
    engine.addRule({
      conditions,
      event: { type: clause },
      priority: rules.length - i,
      onSuccess: () => engine.stop(),
    } as RuleProperties);
  return engine;
}

export async function load(): Promise<Engine<Clause[]>> {
  const facts = new Map(
    purposes.map((purpose) => [
      purpose.id,
      {
        ...purpose,
        goesOn: goesOn(purpose.basis),
        mayUseSpecial: mayUseSpecial(purpose.basis),
        asks: purpose.basis === 'consent',
        objectable: purpose.basis === 'legitimate-interest',
      },
    ]),
  );
  const first = engineOf(whole);
  const then = engineOf(fieldwise);
  const clauseOf = async (engine: RulesEngine, known: Record<string, unknown>): Promise<Clause | undefined> =>
    (await engine.run(known)).events[0]?.type as Clause | undefined;
  return {
    form: `two engines, ${whole.length + fieldwise.length} rules`,
    ask: async (q) => {
      const person = personOf.get(q.person)!;
      const known = {
        purpose: facts.get(q.purpose)!,
        restricted: person.restricted,
        objected: person.objected,
        consents: person.consents,
        recipient: q.recipient,
        region: q.region,
        age: q.age,
        route: `${q.recipient}>${q.region}`,
        thirdParty: recipientOf.get(q.recipient)!.thirdParty,
      };
      const no = await clauseOf(first, known);
      if (no !== undefined) return q.fields.map(() => no);
      const clauses: Clause[] = [];
      for (const field of q.fields) {
        const { special, identifier } = fieldOf.get(field)!;
        clauses.push((await clauseOf(then, { ...known, field, special, identifier })) ?? 'allow');
      }
      return clauses;
    },
    read: (clauses) => clauses.map(answer),
  };
}
