import type { JustificationIri, RightIri } from '@kept/vocab';
import type { Names } from '../names.ts';
import type { Text } from '../text.ts';

/** A length of time by the calendar. */
export interface Period {
  /** A whole number from 0. */
  readonly count: number;
  readonly unit: 'hour' | 'day' | 'working-day' | 'month' | 'year';
}

/** By when. The text may leave the number to the law; `count` is then the law's default, and `said` tells so. */
export interface Deadline extends Period {
  /** What starts it. Default: the request's arrival. */
  readonly from?: 'received' | 'verified';
  /** Once, with a reason given. */
  readonly extension?: Period;
  readonly said?: 'law' | 'reasonable' | 'at-once';
}

/** What a person may ask for. */
export type RightKind =
  | 'information'
  | 'access'
  | 'copy'
  | 'rectification'
  | 'erasure'
  | 'restriction'
  | 'objection'
  | 'portability'
  | 'withdrawal'
  | 'consent'
  | 'closure'
  | 'explanation'
  | 'deceased'
  | 'automated-decision'
  | 'opt-out'
  | 'limit-sensitive'
  | 'content-removal'
  | 'non-discrimination'
  | 'complaint';

/** How a person shows that they are who they say, the least first. */
export type IdentityProof =
  | 'session'
  | 'code'
  | 'written-request'
  | 'identity-document'
  | 'guardianship'
  | 'kinship'
  | 'authorship';

/** Where a right is asked for: signed in, in the settings of a device or browser, by a letter of some kind. */
export type RightChannel = 'account' | 'device' | 'browser' | 'email' | 'post' | 'phone';

/**
 * What shows that a ground holds. `asked`: that it is asked for. `not-needed`: the account works without it. `period-over`:
 * it is no longer to be kept. `consent-withdrawn`: the consent that it rests on was taken back. `judged`: somebody looks.
 */
export type GroundHolds = 'asked' | 'not-needed' | 'period-over' | 'consent-withdrawn' | 'judged';

/** A reason for which a right may be asked for. */
export interface Ground<N extends Names = Names> {
  readonly label: Text;
  readonly holds: GroundHolds;
  /** Default: that of the right. */
  readonly clause?: N['clause'];
}

/** A right, as the text grants it. */
export interface Right<N extends Names = Names> {
  readonly kind: RightKind;
  readonly label: Text;
  readonly dpv?: readonly RightIri[];
  /** Where it is granted. Default: everywhere. */
  readonly jurisdictions?: readonly N['jurisdiction'][];
  readonly deadline: Deadline;
  /** The request's arrival is confirmed within this. */
  readonly confirmWithin?: Period;
  /** What it may cost, and when; null: nothing. */
  readonly fee: Text | null;
  readonly refusalGrounds: readonly { readonly label: Text; readonly dpv?: JustificationIri }[];
  /** When it may be asked for, if not always. */
  readonly conditions?: readonly Text[];
  /** For which reasons it may be asked for, by name: any one is enough. Default: none is needed. */
  readonly grounds?: Readonly<Record<string, Ground<N>>>;
  /** In years: only for people younger than this. */
  readonly below?: number;
  /** What follows for the person. */
  readonly consequence?: Text;
  /** Any one of these is enough. */
  readonly identity: readonly IdentityProof[];
  /** By which ways the text says it can be asked for; the person's own pages are always one. */
  readonly channels: readonly RightChannel[];
  readonly clause: N['clause'];
}

/** What holds for people below an age. */
export interface Age<N extends Names = Names> {
  /** In years: people younger than this. */
  readonly below: number;
  /** Where. Default: everywhere. */
  readonly jurisdictions?: readonly N['jurisdiction'][];
  /** `no-account`: nothing is processed. `guardian`: only with the consent that a guardian gave. `advice`: recommended, not enforced. */
  readonly rule: 'no-account' | 'guardian' | 'advice';
  /** With `guardian`: which. */
  readonly consent?: N['consent'];
  /** What happens to data that was collected all the same, once found. */
  readonly found: 'erase' | 'keep';
  /**
   * With `erase`: by when, unless a guardian has said yes where that lifts the rule. Until then it is withheld. Default: as
   * soon as it has been looked at.
   */
  readonly eraseWithin?: Deadline;
  readonly clause: N['clause'];
}
