import { Misuse } from '@kept/base';
import { ACTIONS, ACTORS, FIRST_REFUSAL, type Index, type Program, STATUSES } from '@kept/policy';
import { age, asked, both, datum, opposable, receiving, restrictable, reveals, standing, way } from './parts.ts';
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
  const purpose = numberOf(program.purposes, situation.purpose, 'purpose');
  const field = numberOf(program.fields, situation.field, 'field');
  const { collection: row, recipient: party } = situation;
  const collection = row === null ? sizes.collections : numberOf(program.collections, row, 'collection');
  const recipient = party === null ? sizes.recipients : numberOf(program.recipients, party, 'recipient');
  const from = numberOf(program.regions, situation.from, 'from');
  const to = numberOf(program.regions, situation.to, 'to');
  const jurisdiction = numberOf(program.jurisdictions, situation.jurisdiction, 'jurisdiction');
  const band = numberOf(program.ageBands, situation.ageBand, 'ageBand');
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

function numberOf(index: Index, id: string, path: string): number {
  const number = index.of(id);
  if (number < 0) throw unknownName(path);
  return number;
}

function numberIn<T>(all: readonly T[], one: T, path: string): number {
  const number = all.indexOf(one);
  if (number < 0) throw unknownName(path);
  return number;
}

const unknownName = (path: string): Misuse =>
  new Misuse('ANALYSE_UNKNOWN_NAME', 'the policy has no such name', {
    help: 'ask with the names of the policy: `kept policy show` lists them',
    path: `/${path}`,
  });
