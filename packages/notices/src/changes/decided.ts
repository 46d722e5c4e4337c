import type {
  AllowedChange,
  ChangedWithin,
  Condition,
  DecisionChange,
  DutyChange,
  Example,
  Needs,
  Topic,
} from '@kept/analyse';
import type { Action, ActorRole, Duty, Status } from '@kept/policy';
import { unique } from '../view.ts';
import type { ChangeLine } from './notice.ts';
import { pairOf, type Sight, told } from './sight.ts';

type Kind = 'allowed' | 'refused';

/** What is told of one purpose in one breath. */
interface Gathered {
  readonly purpose: string;
  readonly topic: Topic;
  /** Of each of the changes. */
  readonly needs: Needs[];
  readonly before: Condition | null;
  readonly after: Condition | null;
  readonly sets: Map<keyof ChangedWithin, Set<string> | 'any'>;
  readonly clauses: { readonly before: Set<string>; readonly after: Set<string> };
  situations: number;
  example: { readonly before: Example; readonly after: Example };
}

const NOTHING: Needs = { kind: 'nothing' };

/** What is newly allowed, or no longer, purpose by purpose. */
export function decidedLines(sight: Sight, kind: Kind): ChangeLine[] {
  const changes: readonly (DecisionChange | AllowedChange)[] = sight.diff[kind];
  const groups = gathered(sight, changes, ({ topic, before, after }) => ({
    ...{ topic, before, after },
    key: topic === 'condition' ? JSON.stringify([before, after]) : '',
  }));
  return groups.map((group, i) => {
    const { topic, situations, example, purpose } = group;
    const needs = neededIn(group);
    const waits = waitsOf(sight, needs);
    return {
      id: `${kind}-${purpose}-${topic}${topic === 'condition' ? `-${i + 1}` : ''}`,
      label: sight.label('purposes', purpose),
      text: told(sight, [sight.words[kind][topic], ...details(sight, group)]),
      effect: kind === 'allowed' ? 'worse' : 'better',
      ...(waits !== undefined && { waits }),
      reducesRights: false,
      clauses: listed(group),
      decided: { purpose, topic, ...needs, situations, example },
    };
  });
}

/** What is permitted by both, and done with other care. */
export function dutyLines(sight: Sight): ChangeLine[] {
  const due = (kinds: readonly Duty['kind'][]) => sight.after.words.list(kinds.map((kind) => sight.words.duties[kind]));
  const kinds = new Map<string, DutyChange>();
  const groups = gathered(sight, sight.diff.duties, (change) => {
    const key = `${change.dropped.join()} ${change.added.join()}`;
    kinds.set(key, change);
    return { topic: 'condition', before: null, after: null, key };
  });
  return groups.map((group, i) => {
    const { dropped, added } = kinds.get(group.key)!;
    return {
      id: `duties-${group.purpose}-${i + 1}`,
      label: sight.label('purposes', group.purpose),
      text: told(sight, [
        ...(dropped.length > 0 ? [sight.words.dutyDropped(due(dropped))] : []),
        ...(added.length > 0 ? [sight.words.dutyAdded(due(added))] : []),
        ...pairOf(sight, sight.words.heads.data, labelsOf(sight, group, 'fields', 'field')),
        ...pairOf(sight, sight.words.heads.recipients, labelsOf(sight, group, 'recipients', 'recipient')),
        ...pairOf(sight, sight.words.heads.to, labelsOf(sight, group, 'regions', 'to')),
      ]),
      effect: dropped.length === 0 ? 'better' : added.length === 0 ? 'worse' : 'other',
      reducesRights: false,
      clauses: listed(group),
    };
  });
}

/** What all of a group waits for, and what some of it does. */
function neededIn({ needs }: Gathered): Needed {
  const asked = needs.flatMap((each) => (each.kind === 'consent' ? [each.consents] : []));
  const all = unique(asked.flat());
  const always = asked.length === needs.length ? all.filter((id) => asked.every((ids) => ids.includes(id))) : [];
  return {
    needs: asked.length === 0 ? 'nothing' : asked.length === needs.length ? 'consent' : 'sometimes',
    consents: always,
    sometimes: all.filter((id) => !always.includes(id)),
  };
}

type Needed = Pick<NonNullable<ChangeLine['decided']>, 'needs' | 'consents' | 'sometimes'>;

const listed = ({ clauses }: Gathered): ChangeLine['clauses'] => ({
  before: [...clauses.before],
  after: [...clauses.after],
});

type About = Pick<Gathered, 'topic' | 'before' | 'after'> & { readonly key: string };

/** Changes with one purpose and one key, put together; in the order of the later policy's purposes. */
function gathered<T extends DecisionChange | AllowedChange | DutyChange>(
  { before, after }: Sight,
  changes: readonly T[],
  about: (change: T) => About,
): (Gathered & { readonly key: string })[] {
  const order = unique([...Object.keys(after.manifest.purposes), ...Object.keys(before.manifest.purposes), 'rights']);
  const found = new Map<string, Gathered & { readonly key: string }>();
  for (const change of changes)
    for (const purpose of change.within.purpose ?? order) {
      const { key, ...rest } = about(change);
      const name = [purpose, rest.topic, key].join('|');
      const group: Gathered & { readonly key: string } = found.get(name) ?? {
        ...{ ...rest, purpose, key, needs: [], situations: 0, example: change.example, sets: new Map() },
        clauses: { before: new Set(), after: new Set() },
      };
      found.set(name, group);
      group.needs.push('needs' in change ? change.needs : NOTHING);
      join(group, change, change.within.purpose?.length ?? order.length);
    }
  const at = ({ purpose }: Gathered): number => order.indexOf(purpose);
  return [...found.values()].toSorted((a, b) => at(a) - at(b));
}

const DIMENSIONS = [
  ...(['actor', 'action', 'field', 'collection', 'recipient', 'from', 'to', 'place', 'age', 'status'] as const),
];

function join(
  group: Gathered,
  { within, situations, clauses, example }: DecisionChange | DutyChange,
  purposes: number,
) {
  group.situations += situations / purposes;
  for (const dimension of DIMENSIONS) {
    const [mine, more] = [group.sets.get(dimension), within[dimension]];
    if (more === undefined || mine === 'any') group.sets.set(dimension, 'any');
    else
      group.sets.set(
        dimension,
        new Set([...(mine ?? []), ...(more as readonly (string | null)[]).filter((each) => each !== null)]),
      );
  }
  for (const side of ['before', 'after'] as const) for (const clause of clauses[side]) group.clauses[side].add(clause);
  if (oddity(example.after) < oddity(group.example.after)) group.example = example;
}

/** How many things about a request are out of the ordinary. */
const oddity = ({ asked }: Example): number =>
  [
    asked.collection !== undefined,
    asked.recipient !== undefined,
    asked.action !== 'use',
    asked.actor !== 'service',
    asked.from !== asked.to,
    asked.person.status !== 'active',
  ].filter(Boolean).length + asked.person.consents.length;

/** Names of a group in one dimension: undefined where it makes no difference. */
function namesIn(group: Gathered, dimension: keyof ChangedWithin): string[] | undefined {
  const set = group.sets.get(dimension);
  return set === undefined || set === 'any' ? undefined : [...set];
}

function labelsOf(
  sight: Sight,
  group: Gathered,
  part: 'fields' | 'recipients' | 'regions',
  dimension: 'field' | 'recipient' | 'from' | 'to',
): string | undefined {
  const names = namesIn(group, dimension);
  return names === undefined || names.length === 0 ? undefined : sight.labels(part, names);
}

/** What is told of a group, by what it is about. */
function details(sight: Sight, group: Gathered): string[] {
  const { words, diff, after } = sight;
  const list = after.words.list;
  const heads = words.heads;
  const from = <T extends string>(dimension: keyof ChangedWithin, names: Readonly<Record<T, string>>) =>
    namesIn(group, dimension)?.map((id) => names[id as T]);
  const data = pairOf(sight, heads.data, labelsOf(sight, group, 'fields', 'field') ?? words.everything);
  const parties = pairOf(sight, heads.recipients, labelsOf(sight, group, 'recipients', 'recipient'));
  switch (group.topic) {
    case 'purpose':
    case 'recipient':
      return [...parties, ...data];
    case 'data':
      return data;
    case 'place': {
      const to = labelsOf(sight, group, 'regions', 'to');
      return to === undefined
        ? pairOf(sight, heads.from, labelsOf(sight, group, 'regions', 'from'))
        : pairOf(sight, heads.to, to);
    }
    case 'people': {
      const ages = diff.ages.filter(({ id }) => namesIn(group, 'age')?.includes(id));
      const groups = ages.map(({ id, from: least, to }) => words.age(id === 'unknown' ? undefined : least, to));
      return [
        ...pairOf(sight, heads.ages, list(groups)),
        ...pairOf(sight, heads.places, sight.places(namesIn(group, 'place'))),
      ];
    }
    case 'account':
      return pairOf(sight, heads.statuses, list(from<Status>('status', words.statuses) ?? []));
    case 'asking':
      return [
        ...pairOf(sight, heads.actions, list(from<Action>('action', words.actions) ?? [])),
        ...pairOf(sight, heads.actors, list(from<ActorRole>('actor', words.actors) ?? [])),
      ];
    case 'condition':
      return [words.became(conditionOf(sight, group.before), conditionOf(sight, group.after)), ...data];
  }
}

function conditionOf({ words, label, after }: Sight, condition: Condition | null): string {
  if (condition === null) return words.nothing;
  if (condition.consents.length === 0) return words.without;
  return words.under(after.words.list(condition.consents.map((id) => words.quoted(label('consents', id)))));
}

function waitsOf({ words, label, after }: Sight, { needs, consents, sometimes }: Needed): string | undefined {
  const named = (ids: readonly string[]) => after.words.list(ids.map((id) => words.quoted(label('consents', id))));
  if (needs === 'nothing') return undefined;
  if (needs === 'sometimes') return words.waitsSometimes(named(sometimes));
  const always = consents.length === 0 ? words.waitsForYes : words.waitsFor(named(consents));
  return sometimes.length === 0 ? always : [always, words.waitsAlso(named(sometimes))].join(after.words.gap);
}
