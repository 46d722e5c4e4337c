import type { PersonalDataIri } from '@kept/vocab';
import type { Text } from './text.ts';

/** One thing said three times: Simplified Chinese as the mainland says it, Traditional Chinese as Taiwan does, English. */
export function say(hans: string, hant: string, en: string): Text {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en };
}

/** A field as a table writes it down: its label in three languages, its category, then other words the text has for it. */
export type FieldRow = readonly [hans: string, hant: string, en: string, category: PersonalDataIri, ...named: string[]];

/** What the fields of one table have in common. */
export interface FieldsOf<C extends string, R extends string> {
  readonly clause: C;
  readonly subject: R;
  /** Marked in the published text, or of a kind that the law calls sensitive. Default: no. */
  readonly sensitive?: boolean;
  readonly readableBy?: 'person';
  readonly alone?: 'not-personal';
}

interface Declared<C extends string, R extends string> {
  readonly label: Text;
  readonly named?: readonly string[];
  readonly category: PersonalDataIri;
  readonly sensitive: boolean;
  readonly subject: R;
  readonly readableBy?: 'person';
  readonly alone?: 'not-personal';
  readonly clause: C;
}

/** Fields of one clause about one kind of person, for `Manifest.fields`. Keeps ids, clause and role as literal types. */
export function fieldTable<
  const C extends string,
  const R extends string,
  const T extends Readonly<Record<string, FieldRow>>,
>(common: FieldsOf<C, R>, table: T): { readonly [K in keyof T]: Declared<C, R> } {
  const { sensitive = false, ...rest } = common;
  const declared = Object.entries(table).map(([id, [hans, hant, en, category, ...named]]) => [
    id,
    { label: say(hans, hant, en), ...(named.length > 0 && { named }), category, sensitive, ...rest },
  ]);
  return Object.fromEntries(declared);
}
