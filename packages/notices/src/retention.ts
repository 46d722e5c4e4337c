import { type Collection, type Retention, retentionOf, type Until } from '@kept/policy';
import type { NoticeRetention } from './notice.ts';
import { labels, unique, type View } from './view.ts';

interface Kept {
  readonly rules: readonly Retention[];
  readonly fields: Set<string>;
  readonly purposes: Set<string>;
}

/**
 * How long what a collection takes is kept: its fields, grouped by the rules that hold for them; where a field is kept
 * longer for one use than for another, its uses.
 */
export function retentionIn(view: View, id: string): NoticeRetention[] {
  const { manifest } = view;
  const row = manifest.collections[id]!;
  const uses = fieldsOf(row).flatMap((field) => {
    const purposes = row.purposes.filter((purpose) => manifest.purposes[purpose]!.fields.includes(field));
    return purposes.map((purpose) => {
      const rules = retentionOf(manifest, { field, collection: id, purpose });
      return { field, purpose, rules, key: rules.map((rule) => manifest.retention.indexOf(rule)).join() };
    });
  });
  const byUse = fieldsOf(row).some(
    (field) => new Set(uses.filter((use) => use.field === field).map(({ key }) => key)).size > 1,
  );
  const groups = new Map<string, Kept>();
  for (const { field, purpose, rules, key } of uses) {
    const group = groups.get(key) ?? { rules, fields: new Set(), purposes: new Set() };
    groups.set(key, group);
    group.fields.add(field);
    group.purposes.add(purpose);
  }
  return [...groups.values()].map((kept) => retentionSaid(view, row, kept, byUse));
}

function retentionSaid(view: View, row: Collection, { rules, ...kept }: Kept, byUse: boolean): NoticeRetention {
  const { manifest, words, name } = view;
  const fields = name(
    manifest.fields,
    fieldsOf(row).filter((field) => kept.fields.has(field)),
  );
  const purposes = name(
    manifest.purposes,
    row.purposes.filter((purpose) => kept.purposes.has(purpose)),
  );
  const until = words.until(once(rules.map((rule) => rule.until)));
  // Of a use with more fields in the row than these, these are named.
  const partly = row.purposes.some(
    (id) =>
      kept.purposes.has(id) &&
      fieldsOf(row).some((field) => manifest.purposes[id]!.fields.includes(field) && !kept.fields.has(field)),
  );
  const about = words.list(labels(purposes)) + (partly ? words.aside(words.list(labels(fields))) : '');
  return {
    fields,
    ...(byUse && { purposes }),
    until,
    told: byUse ? words.pair(about, until) : until,
    end: rules.every((rule) => rule.end === 'anonymise') ? 'anonymise' : 'erase',
    ...longerOf(view, rules),
    clauses: unique(rules.map((rule) => rule.clause)),
  };
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
  if (retention.some(({ purposes }) => purposes !== undefined)) return words.clauses(retention.map(({ told }) => told));
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
