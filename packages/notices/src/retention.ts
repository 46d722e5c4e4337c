import { type Collection, type Retention, retentionOf, type Until } from '@kept/policy';
import type { NoticeRetention } from './notice.ts';
import { labels, unique, type View } from './view.ts';

interface Kept {
  readonly rules: readonly Retention[];
  readonly fields: string[];
}

/** How long what a collection takes is kept: its fields, grouped by the rules that hold for them. */
export function retentionIn(view: View, id: string): NoticeRetention[] {
  const { manifest, words } = view;
  const row = manifest.collections[id]!;
  const groups = new Map<string, Kept>();
  for (const field of fieldsOf(row)) {
    const purposes = row.purposes.filter((purpose) => manifest.purposes[purpose]!.fields.includes(field));
    const rules = unique(
      purposes.flatMap((purpose) => retentionOf(manifest, { field, collection: id, purpose }) as Retention[]),
    );
    const key = rules.map((rule) => manifest.retention.indexOf(rule)).join();
    const group = groups.get(key) ?? { rules, fields: [] };
    group.fields.push(field);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ rules, fields }) => ({
    fields: view.name(manifest.fields, fields),
    until: words.until(once(rules.map((rule) => rule.until))),
    end: rules.every((rule) => rule.end === 'anonymise') ? 'anonymise' : 'erase',
    ...longerOf(view, rules),
    clauses: unique(rules.map((rule) => rule.clause)),
  }));
}

/** Several rules may end on the same day. */
const once = (untils: readonly Until[]): Until[] => [
  ...new Map(untils.map((until) => [JSON.stringify(until), until])).values(),
];

/** What may keep data longer by one of these rules, if anything. */
export function longerOf({ words }: View, rules: readonly Retention[]): { readonly longer?: string } {
  const reasons = unique(rules.flatMap((rule) => rule.longer ?? [])).map((reason) => words.longerFor[reason]);
  return reasons.length === 0 ? {} : { longer: words.longer(words.or(reasons)) };
}

/** The same in one phrase; what holds for most is said last, of “the rest”. */
export function keptPhrase({ words }: View, retention: readonly NoticeRetention[]): string {
  const most = Math.max(...retention.map((each) => each.fields.length));
  const rest = retention.find((each) => each.fields.length === most);
  const told = retention
    .filter((each) => each !== rest)
    .map((each) => words.pair(words.list(labels(each.fields)), each.until));
  if (!rest) return '';
  return told.length === 0 ? rest.until : words.clauses([...told, words.pair(words.rest, rest.until)]);
}

/** Everything a collection takes: what is needed first. */
export const fieldsOf = (row: Collection): readonly string[] => [...row.required, ...row.optional];
