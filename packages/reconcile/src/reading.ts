import type { ClauseOf, FieldOf, Manifest } from '@kept/policy';

/** Phrases or figures that are set aside, and why. */
export interface SetAside<C extends string = string> {
  readonly why: string;
  readonly words: readonly string[];
  /** Only in these clauses. Default: wherever they stand. */
  readonly clauses?: readonly C[];
}

/** What a row or a recipient has to do with, and another clause than its own says. */
export interface Elsewhere<C extends string = string> {
  readonly clause: C;
  /** As in `ours`. */
  readonly paths: readonly string[];
}

/** A clause that speaks of fields which other clauses take. */
export interface Mention<C extends string = string, F extends string = string> {
  readonly clause: C;
  readonly fields: readonly F[];
}

/** What the manifest has and the text does not. */
export interface Ours<C extends string = string> {
  /** The clause whose note tells the person so. */
  readonly note: C;
  /**
   * Facts, by the path under which `reconcile` names them: `/fields/second-step-secret`, `/retention/1`. A `*`
   * stands for any one step.
   */
  readonly paths: readonly string[];
}

/**
 * How a published text is read, so that a machine can hold the manifest against it. It decides nothing: it says where
 * each clause stands, and gives a reason for each phrase that is no datum and each figure that is no promise.
 */
export interface Reading<C extends string = string, F extends string = string> {
  /** In the order of the text: a clause, and the first words of a part of the text that says it. */
  readonly outline: readonly (readonly [clause: C, mark: string])[];
  readonly notData: readonly SetAside<C>[];
  readonly notPromised: readonly SetAside<C>[];
  readonly ours: readonly Ours<C>[];
  readonly elsewhere?: readonly Elsewhere<C>[];
  readonly mentions?: readonly Mention<C, F>[];
  /** Clauses that give data away without a word for any: recipients under them get what the manifest says. */
  readonly inGeneral?: readonly C[];
  /** What the text puts around the data that it calls sensitive. */
  readonly sensitive?: readonly [open: string, close: string];
}

/** Returns the reading of a manifest unchanged; a clause or a field that the manifest does not have does not compile. */
export const defineReading = <M extends Manifest>(_manifest: M, reading: Reading<ClauseOf<M>, FieldOf<M>>): Reading =>
  reading;
