import type { FactChange } from '@kept/analyse';
import type {
  Age,
  Contact,
  Deadline,
  IdentityProof,
  Period,
  Recipient,
  Retention,
  RightChannel,
  Text,
} from '@kept/policy';
import { whereOf } from '../parties.ts';
import type { ChangeLine, ChangeSectionId } from './notice.ts';
import { type LabelledPart, pairOf, type Sight, told } from './sight.ts';

const SECTION: Readonly<Partial<Record<FactChange['part'], ChangeSectionId>>> = {
  ...{ rights: 'rights', optOuts: 'rights', deadlines: 'deadlines', recipients: 'recipients', regions: 'regions' },
  ...{ residency: 'regions', retention: 'retention', ages: 'ages', consents: 'consents', fields: 'data' },
  collections: 'data',
};

/** Members that decide: what follows from them is told among what is decided. */
const DECIDED: ReadonlySet<string> = new Set([
  ...['purposes.fields', 'purposes.redact', 'purposes.recipients', 'purposes.regions', 'purposes.actions'],
  ...['purposes.actors', 'purposes.consent', 'purposes.sensitiveConsent', 'purposes.minAge', 'purposes.beforeAccount'],
  ...['purposes.disclosure', 'recipients.purposes', 'collections.purposes', 'exceptions.consent', 'exceptions.duties'],
  ...['ages.consent', 'jurisdictions.residences'],
]);

/** Parts of which what comes and goes is told in one line each. */
const IN_ONE = new Set<FactChange['part']>([
  ...([
    'fields',
    'purposes',
    'collections',
    'consents',
    'regions',
    'jurisdictions',
    'exemptions',
    'exceptions',
  ] as const),
  ...(['figures', 'cookies', 'measures', 'scope', 'prohibitions', 'separations'] as const),
]);

/** Facts that are declared otherwise, by section. */
export function factLines(sight: Sight): ReadonlyMap<ChangeSectionId, readonly ChangeLine[]> {
  const found = new Map<ChangeSectionId, ChangeLine[]>();
  const put = (part: FactChange['part'], line: ChangeLine): void => {
    const section = SECTION[part] ?? 'other';
    found.set(section, [...(found.get(section) ?? []), line]);
  };
  const wholes = sight.diff.facts.filter(({ part, member }) => member === 'all' && IN_ONE.has(part));
  for (const [part, facts] of Map.groupBy(wholes, (fact) => fact.part)) put(part, wholeLine(sight, part, facts));
  const periods = sight.diff.facts.filter(({ part }) => part === 'retention');
  for (const facts of Map.groupBy(periods, ({ before, after }) => JSON.stringify([before, after])).values())
    put('retention', periodLine(sight, facts));
  for (const fact of sight.diff.facts)
    if (!wholes.includes(fact) && !periods.includes(fact) && isTold(sight, fact)) put(fact.part, factLine(sight, fact));
  return found;
}

/** Terms and key groups are for machines, and what follows from the rest is told among what is decided. */
const isTold = ({ words }: Sight, { part, member }: FactChange): boolean =>
  !DECIDED.has(`${part}.${member}`) &&
  (member === 'all' || part === 'residency' || part === 'ages' || part === 'controller' || member in words.members);

/** Periods that change alike. */
function periodLine(sight: Sight, facts: readonly FactChange[]): ChangeLine {
  const [{ before, after, effect, id }] = facts as [FactChange];
  const names = facts.map((fact) => (fact.id === 'all' ? sight.words.everything : sight.label('purposes', fact.id)));
  const [was, is] = [kept(sight, before as Retention[]), kept(sight, after as Retention[])];
  return {
    id: `fact-retention-${id}`,
    label: sight.after.words.list([...new Set(names)]),
    text: told(sight, [sight.words.became(was, is)]),
    ...{ effect, reducesRights: false, clauses: clausesOf(facts) },
  };
}

function wholeLine(sight: Sight, part: FactChange['part'], facts: readonly FactChange[]): ChangeLine {
  const names = (some: readonly FactChange[]): string =>
    sight.after.words.list([...new Set(some.map((fact) => labelOf(sight, fact)))]);
  const [came, went] = [facts.filter(({ before }) => before === null), facts.filter(({ after }) => after === null)];
  const effects = new Set(facts.map(({ effect }) => effect));
  return {
    id: `${part}-all`,
    label: sight.words.parts[part],
    text: told(sight, [
      ...(came.length > 0 ? [sight.words.added(names(came))] : []),
      ...(went.length > 0 ? [sight.words.dropped(names(went))] : []),
    ]),
    effect: effects.size === 1 ? facts[0]!.effect : 'other',
    reducesRights: facts.some(({ reducesRights }) => reducesRights),
    clauses: clausesOf(facts),
  };
}

function factLine(sight: Sight, fact: FactChange): ChangeLine {
  const { part, id, member, places, effect, reducesRights } = fact;
  const where = sight.places(places);
  return {
    id: ['fact', part, id, member, ...(places ?? [])].join('-').replaceAll(/[^\w-]+/g, '-'),
    label: labelOf(sight, fact),
    text: told(sight, [...phrases(sight, fact), ...(where === undefined ? [] : [sight.words.only(where)])]),
    ...{ effect, reducesRights },
    ...(reducesRights && { waits: sight.words.takes }),
    clauses: clausesOf([fact]),
  };
}

const clausesOf = (facts: readonly FactChange[]): ChangeLine['clauses'] => {
  const of = (side: 'before' | 'after') => [...new Set(facts.flatMap(({ clauses }) => clauses[side] ?? []))];
  return { before: of('before'), after: of('after') };
};

/** What the fact is about. */
function labelOf(sight: Sight, { part, id }: FactChange): string {
  const { words, before, after } = sight;
  switch (part) {
    case 'residency':
      return sight.residences(id.split(' '));
    case 'ages':
      return words.parts.ages;
    case 'deadlines':
      return id === 'contacts' || id === 'breach'
        ? words.parts[id === 'breach' ? 'breach' : 'controller']
        : sight.label('rights', id);
    case 'scope':
    case 'prohibitions':
    case 'separations': {
      const named = [after, before].flatMap(({ manifest }) => manifest[part] as readonly { label: Text }[]);
      return named.find(({ label }) => label.en === id)!.label[after.lang];
    }
    case 'controller':
    case 'breach':
    case 'changes':
    case 'cookieControl':
      return words.parts[part];
    default:
      return sight.label(part as LabelledPart, id);
  }
}

/** What is said of the fact. */
function phrases(sight: Sight, fact: FactChange): string[] {
  const { words, after } = sight;
  const { part, member } = fact;
  if (part === 'residency') return [words.became(...sides(fact, (at) => region(sight, at as Kept)))];
  if (part === 'ages') return age(sight, fact);
  if (member === 'all') return whole(sight, fact);
  if (part === 'controller' && fact.id === 'contacts') return [contact(sight, fact)];
  const head = words.members[member] ?? member;
  if (Array.isArray(fact.before ?? fact.after) && member !== 'identity') {
    const [was, is] = sides(fact, (items) =>
      ((items ?? []) as readonly unknown[]).map((item) => itemOf(sight, fact, item)),
    );
    const more = is.filter((item) => !was.includes(item));
    const less = was.filter((item) => !is.includes(item));
    const moved = [
      ...(more.length > 0 ? [words.added(after.words.list(more))] : []),
      ...(less.length > 0 ? [words.dropped(after.words.list(less))] : []),
    ];
    return pairOf(sight, head, after.words.clauses(moved.length === 0 ? [words.changed] : moved));
  }
  const values = sides(fact, (value) => single(sight, fact, value));
  if (values.includes('')) return pairOf(sight, head, words.changed);
  return pairOf(sight, head, words.became(...values));
}

const sides = <T>({ before, after }: Pick<FactChange, 'before' | 'after'>, say: (value: unknown) => T): [T, T] => [
  say(before),
  say(after),
];

type Kept = { readonly region: string; readonly country: string };

const region = ({ label, after }: Sight, at: Kept): string =>
  `${label('regions', at.region)}${after.words.aside(after.country(at.country as 'CN'))}`;

function kept({ words, after }: Sight, rules: readonly Retention[]): string {
  if (rules.length === 0) return words.nothing;
  const reasons = [...new Set(rules.flatMap(({ longer }) => longer ?? []))].map((why) => after.words.longerFor[why]);
  const ends = [...new Set(rules.map(({ end }) => after.words.end[end]))];
  const longer = reasons.length === 0 ? [] : [after.words.longer(after.words.or(reasons))];
  return after.words.clauses([after.words.until(rules.map(({ until }) => until)), ...ends, ...longer]);
}

/** A rule about the young, before and after. */
function age(sight: Sight, { id, member, before, after }: FactChange): string[] {
  const { words } = sight.after;
  if (member === 'eraseWithin') {
    const [was, is] = sides({ before, after }, (value) => words.period(value as Period));
    return [sight.words.became(was, is)];
  }
  if (member !== 'below') return [sight.words.became(...([before, after].map(String) as [string, string]))];
  const say = (below: unknown): string =>
    below === null ? sight.words.nothing : words.age(id as Age['rule'], below as number).replace(/[.。]$/, '');
  return [sight.words.became(say(before), say(after))];
}

/** A way to reach the controller that comes or goes. */
function contact({ words, after }: Sight, { before, after: is }: FactChange): string {
  const { channel, value } = (is ?? before) as Contact;
  const said = after.words.pair(after.words.contacts[channel], value);
  return is === null ? words.dropped(said) : words.added(said);
}

/** Something that comes or goes as a whole. */
function whole(sight: Sight, { part, before, after }: FactChange): string[] {
  const { words } = sight;
  const item = (after ?? before) as { fields?: readonly string[]; purposes?: readonly string[] };
  const is = after === null ? words.gone : words.come;
  if (part !== 'recipients') return [is];
  return [
    is,
    ...pairOf(sight, words.heads.data, sight.labels('fields', item.fields)),
    ...pairOf(sight, words.members['purposes']!, sight.labels('purposes', item.purposes)),
  ];
}

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'zh-Hans' in value;

/** One of several: a field, a ground for refusal, a channel. */
function itemOf({ after, label, words }: Sight, { part, member }: FactChange, item: unknown): string {
  if (isText(item)) return item[after.lang];
  if (typeof item === 'object' && item !== null && 'label' in item) return (item.label as Text)[after.lang];
  if (typeof item !== 'string') return words.changed;
  if (['fields', 'redact', 'required', 'optional', 'from'].includes(member)) return label('fields', item);
  if (member === 'purposes') return label('purposes', item);
  if (part === 'rights' && member === 'channels') return after.words.rightChannels[item as RightChannel];
  if (part === 'breach' && member === 'parts') return after.words.breachParts[item as 'contact'];
  if (member === 'channels') return after.words.channels[item as 'app'];
  if (member === 'askAgain') return after.words.askAgain[item as 'more-data'];
  return item;
}

/** A single value; empty where there are no words for it. */
function single({ after: view, label, words: own }: Sight, fact: FactChange, value: unknown): string {
  const { part, member } = fact;
  const { words, say } = view;
  if (member === 'fee') return value === null ? words.free : say(value as Text);
  if (member === 'below') return value === null ? words.everybody : words.younger(value as number, false);
  if (value === null) return own.nothing;
  if (isText(value)) return say(value);
  if (part === 'deadlines' && member !== 'confirmWithin') return words.deadline(value as Deadline);
  if (member === 'confirmWithin') return words.period(value as Period);
  if (member === 'identity') return words.or((value as readonly IdentityProof[]).map((proof) => words.proofs[proof]));
  if (member === 'country') return whereOf(view, value as Recipient['country']);
  if (member === 'basis') return words.bases[value as 'consent'] ?? '';
  if (part === 'consents' && member === 'kind') return words.kinds[value as 'consent'];
  if (member === 'role') return words.roles[value as 'processor'];
  if (member === 'exception') return label('exceptions', value as string);
  return typeof value === 'string' && ['name', 'url', 'address', 'brand', 'mention'].includes(member) ? value : '';
}
