import type { Text } from '@kept/policy';
import type { PersonalDataIri } from '@kept/vocab';
import { say } from '../words.ts';

/** A field as it is written down here: its label in three languages, its category, then other words the text has for it. */
export type Row = readonly [hans: string, hant: string, en: string, category: PersonalDataIri, ...named: string[]];

/** What the fields of one table have in common. */
export interface Common<C extends string, R extends string> {
  readonly clause: C;
  readonly subject: R;
  /** Marked in the published text (bold and underlined), or of a kind that the law calls sensitive. */
  readonly sensitive?: boolean;
  readonly readableBy?: 'person';
}

interface Declared<C extends string, R extends string> {
  readonly label: Text;
  readonly named?: readonly string[];
  readonly category: PersonalDataIri;
  readonly sensitive: boolean;
  readonly subject: R;
  readonly readableBy?: 'person';
  readonly clause: C;
}

/** Fields of one clause about one kind of person. Keeps ids, clause and role as literal types. */
export function fields<const C extends string, const R extends string, const T extends Readonly<Record<string, Row>>>(
  common: Common<C, R>,
  table: T,
): { readonly [K in keyof T]: Declared<C, R> } {
  const declared = Object.entries(table).map(([id, [hans, hant, en, category, ...named]]) => [
    id,
    {
      label: say(hans, hant, en),
      ...(named.length > 0 && { named }),
      category,
      sensitive: common.sensitive ?? false,
      subject: common.subject,
      ...(common.readableBy && { readableBy: common.readableBy }),
      clause: common.clause,
    },
  ]);
  return Object.fromEntries(declared);
}
