import type { SeededRandom } from '@kept/base';
import type { Program } from '@kept/policy';
import { type SubjectState, subjectState } from '../state.ts';
import type { PlainRequest } from './interpret.ts';

const ACTORS = ['person', 'service', 'operator', 'system'] as const;
const ACTIONS = ['collect', 'use', 'share', 'transfer', 'disclose', 'retain'] as const;
const RARE_STATUSES = ['prospective', 'closing', 'closed'] as const;

/** A request about as likely to be permitted as refused; now and then with a name that nobody knows. */
export function randomRequest(program: Program, dice: SeededRandom): PlainRequest {
  const one = <T>(list: readonly T[]): T => list[dice.below(list.length)]!;
  const chance = (of: number) => dice.next() < of;
  const name = (list: readonly string[]) => (list.length === 0 || chance(0.01) ? 'nobody' : one(list));
  const { manifest } = program;
  const purpose = name(program.purposes.ids);
  const own = manifest.purposes[purpose];
  const action = chance(0.01)
    ? 'steal'
    : chance(0.05)
      ? one(ACTIONS)
      : one(own?.actions ?? ACTIONS.filter((each) => each !== 'disclose'));
  const near = (mine: readonly string[] | undefined, all: readonly string[]) =>
    name(mine !== undefined && mine.length > 0 && chance(0.8) ? mine : all);
  const rows = Object.entries(manifest.collections).filter(([, row]) => row.purposes.includes(purpose));
  const collecting = action === 'collect' ? chance(0.95) : chance(0.1);
  const collection = collecting
    ? near(
        rows.map(([id]) => id),
        program.collections.ids,
      )
    : undefined;
  const row = collection === undefined || chance(0.2) ? undefined : manifest.collections[collection];
  const fields = row === undefined ? own?.fields : [...row.required, ...row.optional];
  const sharing = action === 'share' ? chance(0.95) : chance(0.05);
  return {
    actor: chance(0.01) ? 'ghost' : own?.actors && chance(0.95) ? one(own.actors) : one(ACTORS),
    action,
    purpose,
    fields: Array.from({ length: dice.below(6) }, () => near(fields, program.fields.ids)),
    collection,
    recipient: sharing ? near(own?.recipients, program.recipients.ids) : undefined,
    from: chance(0.2) ? name(program.regions.ids) : undefined,
    to: chance(0.3) ? near(own?.regions, program.regions.ids) : undefined,
    subject: randomSubject(program, dice, near(own?.regions, program.regions.ids)),
  };
}

function randomSubject(program: Program, dice: SeededRandom, region: string): PlainRequest['subject'] {
  const one = <T>(list: readonly T[]): T => list[dice.below(list.length)]!;
  const some = (list: readonly string[], of: number) => list.filter(() => dice.next() < of);
  return {
    region,
    age: dice.next() < 0.05 ? undefined : dice.next() < 0.5 ? 18 + dice.below(60) : dice.below(20),
    jurisdiction: dice.next() < 0.01 ? 'nowhere' : one(program.jurisdictions.ids),
    status: dice.next() < 0.005 ? 'lost' : dice.next() < 0.8 ? 'active' : one(RARE_STATUSES),
    consents: some(program.consents.ids, 0.75),
    restricted: dice.next() < 0.05 ? 'all' : some(program.purposes.ids, 0.05),
    objected: some(program.purposes.ids, 0.05),
  };
}

/** The state that `decide` takes for the facts that `interpret` takes. */
export function stateOf(program: Program, { age, status, ...facts }: PlainRequest['subject']): SubjectState {
  const band = program.bands.find(
    (each) => age !== undefined && each.id !== 'unknown' && age >= each.from && age <= each.to,
  );
  return subjectState(program, { ...facts, ageBand: band?.id ?? 'unknown', status: status as SubjectState['status'] });
}
