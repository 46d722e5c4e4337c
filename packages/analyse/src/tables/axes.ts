import { ACTIONS, ACTORS, type Action, ageBandOf, type Program, STATUSES } from '@kept/policy';
import { can } from '../can.ts';
import type { Situation, Verdict } from '../situation.ts';
import { verdict } from '../verdict.ts';
import type { Edge, Given } from './table.ts';

/** A situation with an age in years. */
type Spot = Omit<Situation, 'ageBand'> & { readonly age: number | 'unknown' };

/** Steps away from a situation, each with its name. */
type Axis = (program: Program, base: Spot) => Iterable<readonly [name: string, spot: Spot]>;

const GROWN = 30;

/** What is looked at around the plainest request of a purpose. */
const AXES: Readonly<Record<string, Axis>> = {
  actor: (program, base) =>
    ACTORS.flatMap((actor) =>
      ACTIONS.map((action) => [`${actor}/${action}`, { ...naming(program, base, action), actor }] as const),
    ),
  doing: (_, base) =>
    ACTIONS.filter((action) => action !== 'collect' && action !== 'share').flatMap((action) =>
      STATUSES.map((status) => [`${action}/${status}`, { ...base, action, status }] as const),
    ),
  age: (program, base) =>
    program.jurisdictions.ids.flatMap((jurisdiction) =>
      agesOf(program).map((age) => [`${jurisdiction}/${age}`, { ...base, jurisdiction, age }] as const),
    ),
  way: ({ regions }, base) =>
    regions.ids.flatMap((from) => regions.ids.map((to) => [`${from}→${to}`, { ...base, from, to }] as const)),
  field: ({ fields }, base) => fields.ids.map((field) => [field, { ...base, field }]),
  'for the person': ({ fields, manifest }, base) =>
    fields.ids
      .filter((field) => manifest.fields[field]!.readableBy === 'person')
      .map((field) => [field, { ...base, field, actor: 'person' }]),
  collect: (program, base) =>
    program.collections.ids.flatMap((collection) =>
      fieldsOf(program, base).map(
        (field) => [`${collection}/${field}`, { ...base, action: 'collect', collection, field }] as const,
      ),
    ),
  share: (program, base) =>
    program.recipients.ids.flatMap((recipient) =>
      fieldsOf(program, base).map(
        (field) => [`${recipient}/${field}`, { ...giving(program, base), recipient, field }] as const,
      ),
    ),
  sent: (program, base) =>
    program.recipients.ids.flatMap((recipient) => {
      const field = fieldsOf(program, base).find((id) => program.manifest.recipients[recipient]!.fields.includes(id));
      const { ids } = program.regions;
      return field === undefined
        ? []
        : ids.flatMap((from) =>
            ids.map((to) => {
              const spot: Spot = { ...giving(program, base), recipient, field, from, to };
              return [`${recipient}/${from}→${to}`, spot] as const;
            }),
          );
    }),
};

/** What is asked along each axis. */
export const ABOUT: readonly string[] = Object.keys(AXES);

/** A request for an action, with a row or a recipient where it has to name one: of the purpose's own, if it has any. */
function naming({ manifest }: Program, base: Spot, action: Action): Spot {
  const pick = (all: Readonly<Record<string, { purposes: readonly string[] }>>, has: (id: string) => boolean) => {
    const some = Object.keys(all).filter((id) => has(id));
    return some.find((id) => all[id]!.purposes.includes(base.purpose)) ?? some[0] ?? null;
  };
  const { collections, recipients } = manifest;
  const row = pick(collections, (id) =>
    [...collections[id]!.required, ...collections[id]!.optional].includes(base.field),
  );
  const party = pick(recipients, (id) => recipients[id]!.fields.includes(base.field));
  return {
    ...{ ...base, action },
    ...(action === 'collect' && { collection: row }),
    ...(action === 'share' && { recipient: party }),
  };
}

/** A purpose that shares nothing may still have somebody who works for it. */
const giving = ({ manifest }: Program, base: Spot): Spot => {
  const actions = manifest.purposes[base.purpose]?.actions;
  return actions === undefined || actions.includes('share') ? { ...base, action: 'share' } : base;
};

const fieldsOf = ({ manifest }: Program, { purpose }: Spot): readonly string[] =>
  manifest.purposes[purpose]?.fields ?? [];

/** Each end of an age band, a year before it and a year after it, and somebody whose age nobody knows. */
function agesOf({ bands }: Program): (number | 'unknown')[] {
  const edges = bands.flatMap(({ from }) => (from === 0 ? [] : [from - 1, from, from + 1]));
  return [...[...new Set(edges)].sort((a, b) => a - b), 'unknown'];
}

/** The plainest request of each purpose that is permitted to whoever said yes to everything; null where none is. */
export function plainestOf(program: Program): Record<string, Given | null> {
  return Object.fromEntries(
    program.purposes.ids.map((purpose) => {
      const asked = can(program, { purpose }).permitted?.asked;
      if (asked === undefined) return [purpose, null];
      const { person, ...request } = asked;
      const { jurisdiction, status } = person;
      return [purpose, { ...request, jurisdiction, age: GROWN, status }];
    }),
  );
}

/** What most of them have in common. */
export function commonOf(plainest: Readonly<Record<string, Given | null>>): Given {
  const all = Object.values(plainest).filter((given) => given !== null);
  const names = ['actor', 'action', 'from', 'to', 'jurisdiction', 'age', 'status'] as const;
  return Object.fromEntries(
    names.map((name) => {
      const counted = Map.groupBy(all, (given) => given[name]);
      return [name, [...counted].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]];
    }),
  );
}

/** What lies around the plainest requests; purposes of which the same is to be said stand together. */
export function edgesOf(program: Program, plainest: Readonly<Record<string, Given | null>>): Omit<Edge, 'at'>[] {
  return ABOUT.flatMap((about) => {
    const found = new Map<string, { about: string; of: string[]; permits: Record<string, string[]> }>();
    for (const [purpose, given] of Object.entries(plainest)) {
      const permits = given === null ? {} : around(program, about, given);
      if (Object.keys(permits).length === 0) continue;
      const key = JSON.stringify(permits);
      const same = found.get(key);
      if (same === undefined) found.set(key, { about, of: [purpose], permits });
      else same.of.push(purpose);
    }
    return [...found.values()];
  });
}

/** What is permitted along one axis, by the condition and what is due. Throws `ANALYSE_UNKNOWN_NAME`. */
export function around(program: Program, about: string, given: Given): Record<string, string[]> {
  const base = spotOf(given);
  const found: Record<string, string[]> = {};
  for (const [name, spot] of AXES[about]?.(program, base) ?? []) {
    const said = told(verdict(program, situationOf(program, spot)));
    if (said !== null) found[said] = [...(found[said] ?? []), name];
  }
  return found;
}

const spotOf = (given: Given): Spot => ({
  ...{ actor: given.actor!, action: given.action!, purpose: given.purpose!, field: given.field as string },
  ...{ collection: given.collection ?? null, recipient: given.recipient ?? null, from: given.from!, to: given.to! },
  ...{ jurisdiction: given.jurisdiction!, age: given.age!, status: given.status! },
});

const situationOf = (program: Program, { age, ...spot }: Spot): Situation => ({
  ...spot,
  ageBand: age === 'unknown' ? age : ageBandOf(program, age),
});

/** A verdict in a few words; null: never. */
function told(said: Verdict): string | null {
  if ('never' in said) return null;
  const { consents, unrestricted, unopposed } = said.when;
  const stops = unrestricted ? ['unless restricted or objected to'] : unopposed ? ['unless objected to'] : [];
  const due = [...new Set(said.obligations.map(({ kind }) => kind))].toSorted();
  const parts = [consents.length === 0 ? 'asks nothing' : `asks ${consents.join(' + ')}`, ...stops];
  return [...parts, ...(due.length > 0 ? [`due ${due.join(' + ')}`] : [])].join(', ');
}
