import type { Place } from './text.ts';

/** What a fact is about. Two facts agree where kind and value do. */
export type FactKind = 'period' | 'age' | 'date' | 'e-mail' | 'link' | 'number' | 'company' | 'country' | 'blank';

/** A fact that the text states, where it stands. */
export interface Stated {
  readonly kind: FactKind;
  /** In one form for all languages: `15 working-day`, `14`, `2025-11-24`, `CN`. */
  readonly value: string;
  /** As the text has it. */
  readonly words: string;
  readonly place: Place;
}

/** A fact that the manifest states. */
export interface Promised {
  readonly path: string;
  readonly kind: FactKind;
  readonly value: string;
}
