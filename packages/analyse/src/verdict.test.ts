import { SeededRandom } from '@kept/base';
import { decide, subjectState } from '@kept/decide';
import { randomManifest } from '@kept/decide/testing';
import { ACTIONS, ACTORS, compile, type Program, STATUSES } from '@kept/policy';
import { expect, test } from 'vitest';
import { type Situation, verdict } from './index.ts';

const POLICIES = Number(process.env.KEPT_SOAK ?? 30);
const SITUATIONS = 400;

function* situations(policies: number): Generator<{ program: Program; situation: Situation; dice: SeededRandom }> {
  for (let seed = 1; seed <= policies; seed++) {
    const program = compile(randomManifest(seed));
    const dice = new SeededRandom(seed);
    const one = <T>(list: readonly T[]): T => list[dice.below(list.length)]!;
    const orNone = (list: readonly string[]) => (list.length === 0 || dice.next() < 0.5 ? null : one(list));
    for (let i = 0; i < SITUATIONS; i++)
      yield {
        program,
        dice,
        situation: {
          actor: one(ACTORS),
          action: one(ACTIONS),
          purpose: one(program.purposes.ids),
          field: one(program.fields.ids),
          collection: orNone(program.collections.ids),
          recipient: orNone(program.recipients.ids),
          from: one(program.regions.ids),
          to: one(program.regions.ids),
          jurisdiction: one(program.jurisdictions.ids),
          ageBand: one(program.ageBands.ids),
          status: one(STATUSES),
        },
      };
  }
}

/** `decide` about the situation, for somebody who said so. */
function asked(
  program: Program,
  { field, collection, recipient, from, jurisdiction, ageBand, status, ...situation }: Situation,
  said: { consents: readonly string[]; restricted: readonly string[]; objected: readonly string[] },
) {
  return decide(program, {
    ...situation,
    ...{ fields: [field], from, collection: collection ?? undefined, recipient: recipient ?? undefined },
    subject: subjectState(program, { region: from, jurisdiction, ageBand, status, ...said }),
  });
}

test('decide permits where the condition holds, refuses where any part of it fails, and rules by the same clause', () => {
  const seen = { never: 0, open: 0, conditional: 0 };
  for (const { program, situation, dice } of situations(POLICIES)) {
    const answer = verdict(program, situation);
    const everything = { consents: program.consents.ids, restricted: [], objected: [] };
    if ('never' in answer) {
      seen.never++;
      expect(asked(program, situation, everything)).toMatchObject(answer.never);
      continue;
    }
    const { consents, unrestricted, unopposed } = answer.when;
    const others = program.purposes.ids.filter((id) => id !== situation.purpose);
    const least = { consents, restricted: others, objected: others };
    const permitted = asked(program, situation, least);
    expect(permitted.outcome).toBe('permit');
    expect(permitted.obligations.map(({ kind, clause }) => ({ kind, clause }))).toEqual(answer.obligations);
    if (consents.length === 0) seen.open++;
    else seen.conditional++;
    const missing = consents[dice.below(consents.length)];
    const without = program.consents.ids.filter((id) => id !== missing);
    if (missing !== undefined)
      expect(asked(program, situation, { ...least, consents: without }).outcome).toBe('refuse');
    const restricted = asked(program, situation, { ...least, restricted: [situation.purpose] });
    expect(restricted.outcome).toBe(unrestricted ? 'refuse' : 'permit');
    const opposed = asked(program, situation, { ...least, objected: [situation.purpose] });
    expect(opposed.outcome).toBe(unopposed ? 'refuse' : 'permit');
  }
  expect(Math.min(seen.never, seen.open, seen.conditional), JSON.stringify(seen)).toBeGreaterThan(100);
});
