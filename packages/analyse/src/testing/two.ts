import type { SeededRandom } from '@kept/base';
import type { Decision } from '@kept/decide';
import { ACTIONS, ACTORS, jurisdictionOf, type Program, STATUSES } from '@kept/policy';
import type { Asked, ChangedWithin, Condition, DutyChange, PolicyDiff } from '../index.ts';
import { type Cell, everySaid, oracle, type Said } from './brute.ts';

/** A situation of two programs, by names of either and facts of a person. */
export interface Shared extends Omit<Cell, 'jurisdiction' | 'age'> {
  readonly residence: string;
}

type Choices = { readonly [K in keyof Shared]: readonly Shared[K][] };

const DIMENSIONS = ['actor', 'action', 'purpose', 'field', 'collection', 'recipient', 'from', 'to', 'status'] as const;

/** Every choice that two programs leave between them. */
export function choicesOf(a: Program, b: Program): Choices {
  const both = (of: (program: Program) => readonly string[]): string[] => [...new Set([a, b].flatMap(of))];
  const years = [a, b].flatMap(({ bands }) => bands.flatMap(({ from }) => [from, from + 1, Math.max(0, from - 1)]));
  return {
    ...{ actor: ACTORS, action: ACTIONS, status: STATUSES },
    purpose: both(({ purposes }) => purposes.ids),
    field: both(({ fields }) => fields.ids),
    collection: [null, ...both(({ collections }) => collections.ids)],
    recipient: [null, ...both(({ recipients }) => recipients.ids)],
    ...{ from: both(({ regions }) => regions.ids), to: both(({ regions }) => regions.ids) },
    residence: ['*', 'CN', 'US', 'US-CA', 'DE'],
    years: [undefined, ...new Set(years)],
  };
}

/** The same choices, some taken away at random, so that `keep` and no more than `limit` situations are left. */
export function narrowed(choices: Choices, keep: Shared, dice: SeededRandom, limit: number): Choices {
  const sizeOf = (some: Choices) => Object.values(some).reduce((product, { length }) => product * length, 1);
  const left: Record<string, readonly unknown[]> = { ...choices };
  const names = Object.keys(choices) as (keyof Shared)[];
  while (sizeOf(left as unknown as Choices) > limit) {
    const name = names[dice.below(names.length)]!;
    const others = left[name]!.filter((value) => value !== keep[name]);
    if (others.length === 0) continue;
    const gone = others[dice.below(others.length)];
    left[name] = left[name]!.filter((value) => value !== gone);
  }
  return left as unknown as Choices;
}

/** The situation of an example, as one of two programs tells it. */
export function sharedOf({ places, ages }: PolicyDiff, { person, collection, recipient, ...asked }: Asked): Shared {
  const place = places.find(({ before, after }) => [before, after].includes(person.jurisdiction));
  return {
    ...asked,
    ...{ collection: collection ?? null, recipient: recipient ?? null, status: person.status },
    residence: place!.residences[0]!,
    years: person.ageBand === 'unknown' ? undefined : ages.find(({ id }) => id === person.ageBand)?.from,
  };
}

/** All combinations of them; somebody who collects always names a row. */
export function* sharedCells(choices: Choices): Generator<Shared> {
  const names = Object.keys(choices) as (keyof Shared)[];
  const all = names.reduce<Partial<Shared>[]>(
    (cells, name) => cells.flatMap((cell) => choices[name].map((value) => ({ ...cell, [name]: value }))),
    [{}],
  );
  for (const cell of all as Shared[]) if (cell.action !== 'collect' || cell.collection !== null) yield cell;
}

/** Everything in which a diff is not what the oracle says of both programs, for these situations. */
export function mistakesBetween(a: Program, b: Program, found: PolicyDiff, cells: Iterable<Shared>): string[] {
  const wrong: string[] = [];
  const consents = [...new Set([...a.consents.ids, ...b.consents.ids])];
  for (const cell of cells) {
    const near = {
      allowed: found.allowed.filter(({ within }) => isWithin(found, within, cell)),
      refused: found.refused.filter(({ within }) => isWithin(found, within, cell)),
      duties: found.duties.filter(({ within }) => isWithin(found, within, cell)),
    };
    for (const [kind, some] of Object.entries(near))
      if (some.length > 1) wrong.push(`${kind} twice: ${JSON.stringify(cell)}`);
    let alike = true;
    for (const said of everySaid(consents)) {
      const [was, is] = [decided(a, cell, said), decided(b, cell, said)];
      const [permitted, permits] = [was.outcome === 'permit', is.outcome === 'permit'];
      const allowed = near.allowed.some(({ before, after }) => holds(after, said) && !holds(before, said));
      const refused = near.refused.some(({ before, after }) => holds(before, said) && !holds(after, said));
      if (allowed !== (permits && !permitted)) wrong.push(`allowed ${allowed}: ${JSON.stringify({ cell, said })}`);
      if (refused !== (permitted && !permits)) wrong.push(`refused ${refused}: ${JSON.stringify({ cell, said })}`);
      if (permitted && permits && dueOtherwise(was, is) !== dueIn(near.duties[0]))
        wrong.push(`duties: ${JSON.stringify({ cell, said })}`);
      alike &&= permitted === permits;
    }
    if (alike && near.allowed.length + near.refused.length > 0) wrong.push(`nothing changes: ${JSON.stringify(cell)}`);
  }
  return wrong;
}

const dueIn = (change: DutyChange | undefined): string =>
  JSON.stringify([change?.dropped ?? [], change?.added ?? []].map((kinds) => kinds.toSorted()));

function dueOtherwise(was: Decision, is: Decision): string {
  const [due, dueNow] = [was, is].map(({ obligations }) => [...new Set(obligations.map(({ kind }) => kind))]);
  return JSON.stringify([
    due!.filter((kind) => !dueNow!.includes(kind)).toSorted(),
    dueNow!.filter((kind) => !due!.includes(kind)).toSorted(),
  ]);
}

function decided(program: Program, { residence, ...cell }: Shared, said: Said) {
  return oracle(program.manifest, { ...cell, jurisdiction: jurisdictionOf(program, residence) }, said);
}

const holds = (condition: Condition | null, said: Said): boolean =>
  condition?.consents.every((id) => said.consents.includes(id)) === true &&
  !(condition.unrestricted && said.restricted) &&
  !(condition.unopposed && said.objected);

function isWithin({ places, ages }: PolicyDiff, within: ChangedWithin, cell: Shared): boolean {
  const named = places.find(({ residences }) => residences.includes(cell.residence));
  const unnamed = places.find(({ residences }) => residences.includes(cell.residence === 'US-CA' ? 'US' : '*'));
  const place = named ?? unnamed ?? places.find(({ residences }) => residences.includes('*'));
  const age = ages.find(({ id, from, to }) =>
    cell.years === undefined ? id === 'unknown' : id !== 'unknown' && cell.years >= from && cell.years <= (to ?? 999),
  );
  return (
    DIMENSIONS.every((name) => (within[name] as readonly unknown[] | undefined)?.includes(cell[name]) ?? true) &&
    (within.place?.includes(place!.id) ?? true) &&
    (within.age?.includes(age!.id) ?? true)
  );
}
