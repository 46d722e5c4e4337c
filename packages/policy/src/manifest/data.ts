import type { PersonalDataIri, SubjectIri } from '@kept/vocab';
import type { Names } from '../names.ts';
import type { Text } from '../text.ts';
import type { Period } from './rights.ts';

/** Who data is about: the person themself, a customer, an installer. */
export interface Role {
  readonly label: Text;
  readonly dpv: SubjectIri;
}

/** One kind of datum. */
export interface Field<N extends Names = Names> {
  /** In the text's own language: the text's own word. */
  readonly label: Text;
  /** Other words that the text has for it, in its own language. */
  readonly named?: readonly string[];
  readonly category: PersonalDataIri;
  /** Marked by the text, or sensitive by law: needs a separate or explicit consent. */
  readonly sensitive: boolean;
  readonly subject: N['role'];
  /** `person`: nobody else may use it, share it or disclose it. Default: whoever has a purpose. */
  readonly readableBy?: 'person';
  /** What the text calls it as long as it stands alone. Here it always counts as personal: it never stands alone. */
  readonly alone?: 'not-personal';
  readonly clause: N['clause'];
}

/** A moment at which a service collects data: a row of the list of collections. */
export interface Collection<N extends Names = Names> {
  readonly label: Text;
  readonly required: readonly N['field'][];
  readonly optional: readonly N['field'][];
  /** Sets of optional fields, at least one of each set required: a phone number or an e-mail address. */
  readonly oneOf?: readonly (readonly N['field'][])[];
  readonly purposes: readonly N['purpose'][];
  /** Where it comes from. Default: the person. */
  readonly source?: 'person' | 'device' | 'third-party' | 'other-person';
  /** Who or what that is, where it is not the person: the shop where somebody ordered. */
  readonly origin?: Text;
  /** What follows when the person does not give the required fields. */
  readonly refusal: Text;
  /** When it is collected. */
  readonly moment: Text;
  readonly clause: N['clause'];
}

/** When a period ends without a number of days. */
export type RetentionEvent = 'closure' | 'withdrawal' | 'purpose-end';

/** What the text lets keep data beyond its period. */
export type LongerFor = 'law' | 'claims' | 'public-interest';

/** Until when: an event, or a period after one. */
export type Until =
  | { readonly event: RetentionEvent }
  | ({ readonly after: 'collection' | 'last-use' | 'closure' | 'purpose-end' } & Period);

/**
 * How long data is kept. The rule for `fields` goes before the one for `collections`, that before the one for
 * `purposes`, that before the one that names none and is for everything. Of several rules of one rank the first to end ends it.
 */
export interface Retention<N extends Names = Names> {
  readonly fields?: readonly N['field'][];
  readonly collections?: readonly N['collection'][];
  readonly purposes?: readonly N['purpose'][];
  readonly until: Until;
  readonly end: 'erase' | 'anonymise';
  /** What may keep a datum longer: a law, a claim or dispute, work in the public interest. Only as long as that lasts. */
  readonly longer?: readonly LongerFor[];
  readonly clause: N['clause'];
}
