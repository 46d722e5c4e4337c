import type { LawIri, MeasureIri } from '@kept/vocab';
import type { Country } from '../country.ts';
import type { Names } from '../names.ts';
import type { Text } from '../text.ts';
import type { Deadline, Period } from './rights.ts';

/** A sentence of the published text, in plain words of our own. */
export interface Clause {
  readonly title: Text;
  /** `**` may stand around the words that decide. */
  readonly sentence: Text;
}

/** Whose law holds for a person, by where they live. Exactly one says `*`, the rest of the world. */
export interface Jurisdiction<N extends Names = Names> {
  readonly label: Text;
  /** `US-CA` is California. */
  readonly residences: readonly (Country | 'US-CA' | '*')[];
  readonly laws?: readonly LawIri[];
  readonly clause: N['clause'];
}

/** What a notice of a breach has to say. */
export type BreachPart = 'situation' | 'impact' | 'measures' | 'advice' | 'remedies' | 'contact';

/** What is due when data was breached. */
export interface Breach<N extends Names = Names> {
  readonly parts: readonly BreachPart[];
  readonly channels: readonly ('email' | 'letter' | 'phone' | 'push' | 'site' | 'app')[];
  readonly within: Deadline;
  /** Where telling each person is too hard. */
  readonly fallback?: 'announcement';
  /** Whether it is reported to an authority, and within what. */
  readonly authority?: Deadline;
  readonly clause: N['clause'];
}

/** What is due when the policy changes. */
export interface Changes<N extends Names = Names> {
  readonly channels: readonly ('email' | 'site' | 'app' | 'push')[];
  /** From when a change counts; `on-date`: from the day that the notice names. */
  readonly effective: 'on-notice' | 'on-publication' | 'on-date' | 'not-mentioned';
  /** Everybody has been told this long before it counts, where the text names a time. */
  readonly lead?: Period;
  /** What needs a new consent. */
  readonly askAgain: readonly ('more-data' | 'new-purpose' | 'new-recipient' | 'fewer-rights')[];
  /** Whether the text takes continued use for acceptance. Kept never counts it as a consent; it is said in the notice. */
  readonly continuedUse: 'said-to-accept' | 'not-mentioned';
  readonly clause: N['clause'];
}

/** Something stored on, or read from, the visitor's own machine. */
export interface Cookie<N extends Names = Names> {
  readonly label: Text;
  readonly technology: readonly (
    | 'cookie'
    | 'pixel'
    | 'beacon'
    | 'script'
    | 'local-storage'
    | 'log-file'
    | 'analytics-kit'
  )[];
  readonly party: 'first' | 'third';
  readonly use: 'necessary' | 'preferences' | 'statistics' | 'advertising';
  readonly why: Text;
  /** Without this consent it is not set. Not with `necessary`. */
  readonly consent?: N['consent'];
  readonly clause: N['clause'];
}

/** How cookies are managed or refused. */
export interface CookieControl<N extends Names = Names> {
  readonly how: Text;
  /** What follows from blocking them. */
  readonly consequence?: Text;
  readonly url?: string;
  readonly clause: N['clause'];
}

/** A product, site or service that the text covers. */
export interface Scope<N extends Names = Names> {
  readonly label: Text;
  readonly url?: string;
  /** Which company runs it: the controller or one of its affiliates, by the name written there. Default: the controller. */
  readonly by?: string;
  readonly clause: N['clause'];
}

/** What protects the data. */
export interface Measure<N extends Names = Names> {
  readonly label: Text;
  readonly dpv: readonly MeasureIri[];
  readonly clause: N['clause'];
}

/**
 * How the text is read where it leaves something open (`blank`), says two things (`conflict`), or allows more than is
 * done here (`stricter`); and what it says besides that nothing above can hold: other parties' terms, order of
 * documents, advice.
 */
export interface Note<N extends Names = Names> {
  readonly kind: NoteKind;
  readonly text: Text;
  readonly clause?: N['clause'];
}

/** Why something is noted. */
export type NoteKind = 'blank' | 'conflict' | 'stricter' | 'besides';
