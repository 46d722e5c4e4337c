import { ACTIONS, ACTORS, FIRST_REFUSAL, type Program, STATUSES } from '@kept/policy';
import { age, asked, both, datum, opposable, receiving, restrictable, reveals, standing, way } from './parts.ts';
import { numberIn } from './question.ts';
import type { Situation, Verdict } from './situation.ts';

/**
 * What `program` says about a situation, whatever the person said: `decide` permits where the condition holds, and only
 * there. Pure; the ruling is that of `decide` for a person who said yes to everything and stopped nothing. Throws
 * `ANALYSE_UNKNOWN_NAME` for a name that the program does not have.
 */
export function verdict(program: Program, situation: Situation): Verdict {
  const { sizes } = program.tables;
  const actor = numberIn(ACTORS, situation.actor, 'actor');
  const action = numberIn(ACTIONS, situation.action, 'action');
  const status = numberIn(STATUSES, situation.status, 'status');
  const purpose = numberIn(program.purposes.ids, situation.purpose, 'purpose');
  const field = numberIn(program.fields.ids, situation.field, 'field');
  const { collection: row, recipient: party } = situation;
  const collection = row === null ? sizes.collections : numberIn(program.collections.ids, row, 'collection');
  const recipient = party === null ? sizes.recipients : numberIn(program.recipients.ids, party, 'recipient');
  const from = numberIn(program.regions.ids, situation.from, 'from');
  const to = numberIn(program.regions.ids, situation.to, 'to');
  const jurisdiction = numberIn(program.jurisdictions.ids, situation.jurisdiction, 'jurisdiction');
  const band = numberIn(program.ageBands.ids, situation.ageBand, 'ageBand');
  const whole = [
    asked(program, actor, action, purpose, collection, recipient),
    standing(program, action, purpose, status),
    age(program, purpose, jurisdiction, band),
    receiving(program, action, purpose, recipient),
    way(program, purpose, recipient, from, to),
    datum(program, reveals(actor, action), purpose, collection, recipient, field),
  ].reduce(both);
  if (whole.ruling !== 0) return { never: program.refusals[whole.ruling - FIRST_REFUSAL]! };
  return {
    when: {
      consents: whole.consents.toSorted((a, b) => a - b).map((number) => program.consents.ids[number]!),
      unrestricted: restrictable(program, action, purpose),
      unopposed: opposable(program, purpose),
    },
    obligations: whole.duties,
  };
}
