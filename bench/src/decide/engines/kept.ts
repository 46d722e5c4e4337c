import { type Decision, decide, type SubjectFacts, type SubjectState, subjectState } from '@kept/decide';
import type { Program, Reason } from '@kept/policy';
import type { Engine } from '../engine.ts';
import { program as compiled } from '../policy.ts';
import { AGES, type Answer, answer, type Clause, type Person, people, purposes, type Question } from '../world.ts';

/** What is known of a person of some age. Where a request takes place is the request's own business, as in the world. */
export function factsOf(program: Program, person: Person, age: number): SubjectFacts {
  return {
    region: 'eu',
    ageBand: program.ageBands.ids[age]!,
    jurisdiction: 'everywhere',
    status: 'active',
    consents: person.consents,
    restricted: person.restricted ? 'all' : [],
    objected: person.objected ? objectable : [],
  };
}

const objectable = purposes.filter((purpose) => purpose.basis === 'legitimate-interest').map((purpose) => purpose.id);

const CLAUSE_OF: Partial<Record<Reason, Clause>> = { 'sensitive-consent': 'special' };

/** The clause that the world's manifest gives to what decided: the right word alone is not enough. */
function expectedClause(clause: Clause, q: Question): string {
  switch (clause) {
    case 'age':
    case 'minimisation':
      return `purpose-${q.purpose}`;
    case 'consent':
      return `consent-${q.purpose}`;
    case 'recipient':
      return `recipient-${q.recipient}`;
    case 'region':
      return `region-${q.region}`;
    case 'transfer':
      return `transfer-${q.recipient}-${q.region}`;
    default:
      return clause;
  }
}

/** A refusal in the world's words; one by a clause that is not the expected one is told as a wrong answer. */
export function wordOf({ reason, clause }: { reason: Reason; clause: string }, q: Question): Answer {
  const word = CLAUSE_OF[reason] ?? (reason as Clause);
  return clause === expectedClause(word, q) ? answer(word) : { decision: 'deny', clause: clause as Clause };
}

function readDecision({ refused, obligations }: Decision, q: Question): Answer[] {
  return q.fields.map((field) => {
    const why = refused.find((each) => each.field === field);
    if (why !== undefined) return wordOf(why, q);
    return answer(
      obligations.some((duty) => duty.kind === 'redact' && duty.fields!.includes(field)) ? 'redact' : 'allow',
    );
  });
}

/** `decide` with names in and a decision out; the person's state is looked up by name, as a cache would. */
export async function load(): Promise<Engine<Decision>> {
  const program = compiled();
  const states: readonly ReadonlyMap<string, SubjectState>[] = AGES.map(
    (_, age) => new Map(people.map((person) => [person.id, subjectState(program, factsOf(program, person, age))])),
  );
  return {
    form: 'string API',
    ask: (q) =>
      decide(program, {
        actor: 'service',
        action: 'share',
        purpose: q.purpose,
        fields: q.fields,
        recipient: q.recipient,
        from: q.region,
        to: q.region,
        subject: states[q.age]!.get(q.person)!,
      }),
    read: readDecision,
  };
}
