import { decide, type Request, type SubjectFacts, subjectState } from '@kept/decide';
import { ACTIONS, ACTORS, type Program, STATUSES } from '@kept/policy';

/** A request as plain data: the person's facts instead of a state. */
export interface PlainAsked extends Omit<Request, 'subject'> {
  readonly person: SubjectFacts;
}

/**
 * What a request can be changed in, the easiest first: what the person can do, then the one who asks, then what is.
 * Another purpose is another request.
 */
export const CHANGEABLE = [
  'consent',
  'restriction',
  'objection',
  'status',
  'fields',
  'recipient',
  'collection',
  'to',
  'from',
  'action',
  'actor',
  'age',
  'jurisdiction',
] as const;

/** One of them. */
export type Changeable = (typeof CHANGEABLE)[number];

/** One change; any one of `values` will do. A consent given or taken back is `+id` or `-id`; null: none is named. */
export interface Turn {
  readonly of: Changeable;
  readonly values: readonly (string | null)[];
}

/** What would turn a decision around. */
export interface Nearest {
  readonly permitted: boolean;
  /** The fewest changes that do it; null where no two do. */
  readonly distance: 1 | 2 | null;
  /** Each way to do it: all of its changes together. The easiest first. */
  readonly ways: readonly (readonly Turn[])[];
}

interface Step {
  readonly of: Changeable;
  readonly value: string | null;
  readonly asked: PlainAsked;
}

/**
 * The fewest changes that turn a decision around, from refused to permitted or from permitted to refused: every single
 * change is tried, and if none does it every two. Pure; what it says is what `decide` says. Takes up to some 50 ms.
 */
export function nearest(program: Program, asked: PlainAsked): Nearest {
  const permitted = permits(program, asked);
  const first = [...steps(program, asked)];
  const turned = first.filter((step) => permits(program, step.asked) !== permitted);
  if (turned.length > 0) return { permitted, distance: 1, ways: grouped(turned.map((step) => [step])) };
  const pairs: (readonly [Step, Step])[] = [];
  for (const one of first)
    for (const other of steps(program, one.asked)) {
      // Each pair once, and never the same thing twice.
      const later = CHANGEABLE.indexOf(other.of) > CHANGEABLE.indexOf(one.of);
      const twoConsents = one.of === 'consent' && other.of === 'consent' && one.value! < other.value!;
      if ((later || twoConsents) && permits(program, other.asked) !== permitted) pairs.push([one, other]);
    }
  return { permitted, distance: pairs.length > 0 ? 2 : null, ways: grouped(pairs) };
}

function permits(program: Program, { person, ...request }: PlainAsked): boolean {
  if (request.fields.length === 0) return false;
  return decide(program, { ...request, subject: subjectState(program, person) }).outcome === 'permit';
}

/** Everything that is one change away. */
function* steps(program: Program, asked: PlainAsked): Generator<Step> {
  const { person, purpose } = asked;
  const about = (facts: Partial<SubjectFacts>): PlainAsked => ({ ...asked, person: { ...person, ...facts } });
  const without = (list: readonly string[], id: string) => list.filter((each) => each !== id);
  for (const id of program.consents.ids) {
    const given = person.consents.includes(id);
    const consents = given ? without(person.consents, id) : [...person.consents, id];
    yield { of: 'consent', value: `${given ? '-' : '+'}${id}`, asked: about({ consents }) };
  }
  const restricted = person.restricted === 'all' ? program.purposes.ids : person.restricted;
  const toggled = (list: readonly string[]) =>
    list.includes(purpose)
      ? ([`-${purpose}`, without(list, purpose)] as const)
      : ([`+${purpose}`, [...list, purpose]] as const);
  const [restriction, objection] = [toggled(restricted), toggled(person.objected)];
  yield { of: 'restriction', value: restriction[0], asked: about({ restricted: restriction[1] }) };
  yield { of: 'objection', value: objection[0], asked: about({ objected: objection[1] }) };
  for (const status of others(STATUSES, person.status)) yield { of: 'status', value: status, asked: about({ status }) };
  for (const field of asked.fields.length > 1 ? asked.fields : [])
    yield { of: 'fields', value: `-${field}`, asked: { ...asked, fields: without(asked.fields, field) } };
  for (const recipient of others([null, ...program.recipients.ids], asked.recipient ?? null))
    yield { of: 'recipient', value: recipient, asked: { ...asked, recipient: recipient ?? undefined } };
  for (const collection of others([null, ...program.collections.ids], asked.collection ?? null))
    yield { of: 'collection', value: collection, asked: { ...asked, collection: collection ?? undefined } };
  for (const to of others(program.regions.ids, asked.to ?? person.region))
    yield { of: 'to', value: to, asked: { ...asked, to } };
  for (const from of others(program.regions.ids, asked.from ?? person.region))
    yield { of: 'from', value: from, asked: { ...asked, from } };
  for (const action of others(ACTIONS, asked.action))
    yield { of: 'action', value: action, asked: { ...asked, action } };
  for (const actor of others(ACTORS, asked.actor)) yield { of: 'actor', value: actor, asked: { ...asked, actor } };
  for (const ageBand of others(program.ageBands.ids, person.ageBand))
    yield { of: 'age', value: ageBand, asked: about({ ageBand }) };
  for (const jurisdiction of others(program.jurisdictions.ids, person.jurisdiction))
    yield { of: 'jurisdiction', value: jurisdiction, asked: about({ jurisdiction }) };
}

const others = <T>(all: readonly T[], own: T): T[] => all.filter((each) => each !== own);

/** Ways that differ in the value of their last change alone are one. */
function grouped(ways: readonly (readonly Step[])[]): (readonly Turn[])[] {
  const found = new Map<
    string,
    { readonly before: readonly Turn[]; readonly of: Changeable; readonly values: (string | null)[] }
  >();
  for (const way of ways) {
    const before = way.slice(0, -1).map(({ of, value }) => ({ of, values: [value] }));
    const { of, value } = way.at(-1)!;
    const key = JSON.stringify([before, of]);
    const same = found.get(key);
    if (same === undefined) found.set(key, { before, of, values: [value] });
    else same.values.push(value);
  }
  const ease = (way: readonly Turn[]) => way.reduce((sum, { of }) => sum + CHANGEABLE.indexOf(of), 0);
  return [...found.values()]
    .map(({ before, of, values }) => [...before, { of, values }])
    .toSorted((a, b) => ease(a) - ease(b));
}
