import { ACTIONS, ACTORS, type Manifest, type Text } from '@kept/policy';
import type { Between } from '../between.ts';
import { alike, bare, byItems, daysOf, keyOf, lessIsBetter } from './compare.ts';
import type { Declared, Effect, FactChange } from './fact.ts';

type Items = Readonly<Record<string, object>>;

/** Parts whose items have ids, and those that are lists or one item. */
const BY_ID = [
  ...(['recipients', 'regions', 'jurisdictions', 'fields', 'purposes', 'collections', 'consents'] as const),
  ...(['exemptions', 'exceptions', 'optOuts', 'figures', 'cookies', 'measures'] as const),
];
const LISTS = ['scope', 'prohibitions', 'separations'] as const;
const SINGLE = ['controller', 'breach', 'changes', 'cookieControl'] as const;

/** Words that bind, and are compared as such. */
const WORDED: ReadonlySet<string> = new Set(['consents.question', 'recipients.contract']);

/** Of what more is better, and of what it is worse: an item of the part, a name in the member, or having it at all. */
const MORE: Readonly<Record<string, 'better' | 'worse'>> = {
  ...{ recipients: 'worse', fields: 'worse', purposes: 'worse', collections: 'worse', cookies: 'worse' },
  ...{ exemptions: 'worse', exceptions: 'worse', optOuts: 'better', prohibitions: 'better', separations: 'better' },
  ...{ measures: 'better', breach: 'better', cookieControl: 'better' },
  ...{ 'recipients.fields': 'worse', 'recipients.purposes': 'worse', 'recipients.redact': 'better' },
  ...{ 'recipients.contract': 'better', 'purposes.fields': 'worse', 'purposes.recipients': 'worse' },
  ...{ 'purposes.redact': 'better', 'purposes.actions': 'worse', 'purposes.actors': 'worse' },
  ...{ 'purposes.consent': 'better', 'purposes.sensitiveConsent': 'better', 'purposes.beforeAccount': 'worse' },
  ...{ 'collections.required': 'worse', 'collections.optional': 'worse', 'collections.purposes': 'worse' },
  ...{ 'exceptions.consent': 'better', 'exceptions.duties': 'better', 'cookies.consent': 'better' },
  ...{ 'optOuts.purposes': 'better', 'breach.parts': 'better', 'breach.channels': 'better' },
  ...{ 'changes.channels': 'better', 'changes.askAgain': 'better', 'fields.readableBy': 'better' },
  ...{ 'fields.sensitive': 'better' },
};

/** What holds where nothing is said. */
const UNSAID: Readonly<Record<string, unknown>> = {
  'purposes.actions': ACTIONS.filter((action) => action !== 'disclose'),
  'purposes.actors': ACTORS,
  'purposes.beforeAccount': false,
  'purposes.redact': [],
  'recipients.redact': [],
  'collections.source': 'person',
  'consents.by': 'person',
  'exceptions.duties': [],
};

/** What a person can do, so that less of it is a reduction of their rights. */
const RIGHTS: ReadonlySet<string> = new Set(['optOuts', 'optOuts.purposes', 'changes.askAgain', 'cookieControl']);

/** Whatever is declared otherwise, item by item and member by member. */
export function declaredChanges({ before, after }: Between): FactChange[] {
  const [was, is] = [before.program.manifest, after.program.manifest];
  return [
    ...BY_ID.flatMap((part) => itemChanges(part, was[part], is[part])),
    ...LISTS.flatMap((part) => listChanges(part, was[part], is[part])),
    ...SINGLE.flatMap((part) => itemChanges(part, single(was[part], part), single(is[part], part))),
    ...deadlineChanges(was, is),
  ];
}

/** Items without an id go by what they say, and are named by their English label. */
function listChanges(part: Declared, before: readonly Listed[], after: readonly Listed[]): FactChange[] {
  const byContent = (items: readonly Listed[]): Record<string, Listed> =>
    Object.fromEntries(items.map((item) => [keyOf(item), item]));
  const [was, is] = [byContent(before), byContent(after)];
  return itemChanges(part, was, is).map((change) => ({ ...change, id: (was[change.id] ?? is[change.id])!.label.en }));
}

type Listed = { readonly label: Text };

const single = (item: object | null, part: string): Items => (item === null ? {} : { [part]: item });

function itemChanges(part: Declared | 'recipients' | 'regions', before: Items, after: Items): FactChange[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].flatMap((id) => memberChanges(part, id, before[id], after[id]));
}

function memberChanges(
  part: Declared | 'recipients' | 'regions',
  id: string,
  before: object | undefined,
  after: object | undefined,
): FactChange[] {
  const clauseOf = (item: object | undefined) => (item as { clause?: string } | undefined)?.clause ?? null;
  const change = (member: string, was: unknown, is: unknown, effect: Effect): FactChange => ({
    ...{ part, id, member, before: was ?? null, after: is ?? null, effect },
    reducesRights: RIGHTS.has(member === 'all' ? part : `${part}.${member}`) && effect !== 'better',
    clauses: { before: clauseOf(before), after: clauseOf(after) },
  });
  if (before === undefined || after === undefined) {
    const more = MORE[part];
    const effect = more === undefined ? 'other' : (before === undefined) === (more === 'better') ? 'better' : 'worse';
    return [change('all', before && bare(before), after && bare(after), effect)];
  }
  const members = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...members].flatMap((member) => {
    const name = `${part}.${member}`;
    const [was, is] = [before, after].map(
      (item) => (item as Readonly<Record<string, unknown>>)[member] ?? UNSAID[name],
    );
    const same = WORDED.has(name) ? JSON.stringify(was) === JSON.stringify(is) : alike(was, is);
    return same || APART.has(name) || member === 'clause' ? [] : [change(member, was, is, effectOf(name, was, is))];
  });
}

function effectOf(name: string, was: unknown, is: unknown): Effect {
  if (name === 'purposes.minAge') return lessIsBetter(-Number(was ?? 0), -Number(is ?? 0));
  const more = MORE[name];
  if (more === undefined) return 'other';
  return byItems(namesIn(was), namesIn(is), more);
}

/** A list as names; anything else counts as one name where it stands for more than nothing. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? item : keyOf(item)));
  return value === undefined || value === null || value === false ? [] : ['it'];
}

/** Members that are compared elsewhere, among the deadlines, or nowhere. */
const APART: ReadonlySet<string> = new Set([
  ...['controller.contacts', 'breach.within', 'breach.authority'],
  // Other words of the text for a field, which nobody but the reading of the text asks for.
  'fields.named',
]);

function deadlineChanges(before: Manifest, after: Manifest): FactChange[] {
  const found: FactChange[] = [];
  const compare = (id: string, member: string, was: unknown, is: unknown, clauses: FactChange['clauses']): void => {
    if (alike(was, is)) return;
    const days = [was, is].map((each) =>
      each ? daysOf(each as Parameters<typeof daysOf>[0]) : Number.POSITIVE_INFINITY,
    );
    const effect = lessIsBetter(days[0]!, days[1]!);
    found.push({
      ...{ part: 'deadlines', id, member, before: was ?? null, after: is ?? null, effect },
      ...{ reducesRights: id === 'contacts' && effect !== 'better', clauses },
    });
  };
  const clauses = { before: before.controller.clause, after: after.controller.clause };
  const told = { before: before.breach?.clause ?? null, after: after.breach?.clause ?? null };
  const contacts = [before, after].map(
    ({ controller }) => new Map(controller.contacts.map((each) => [`${each.channel} ${each.value}`, each])),
  );
  for (const name of new Set(contacts.flatMap((all) => [...all.keys()]))) {
    const [was, is] = contacts.map((all) => all.get(name));
    if (was === undefined || is === undefined)
      found.push({
        ...{ part: 'controller', id: 'contacts', member: name, before: bare(was) ?? null, after: bare(is) ?? null },
        ...{ effect: is === undefined ? 'worse' : 'better', reducesRights: false, clauses },
      });
    else compare('contacts', name, was.replyWithin, is.replyWithin, clauses);
  }
  if (before.breach !== null && after.breach !== null) {
    compare('breach', 'within', before.breach.within, after.breach.within, told);
    compare('breach', 'authority', before.breach.authority, after.breach.authority, told);
  }
  return found;
}
