import type { Instant } from '@kept/base';

/** Of the structure that our records follow. */
export const CONSENT_RECORD_SCHEMA = 'ISO/IEC TS 27560:2023';

/** How the choice was made, and before which text. */
export interface ConsentEvidence {
  /** SHA-256 of the policy version that was shown, hexadecimal: `program.hash`. */
  readonly notice: string;
  /** Language in which it was shown: `zh-Hans`. */
  readonly language: string;
  /** Where and by what act: `choices page, switch`. Never a value of the person's. */
  readonly method: string;
}

/** One event in the life of a consent, as ISO/IEC TS 27560:2023 lays it out. Never changed once written. */
export interface ConsentRecord extends ConsentEvidence {
  readonly schemaVersion: string;
  /** 27560 `record_id`. */
  readonly id: string;
  /** 27560 `pii_principal_id`. */
  readonly subject: string;
  /** Which consent of the policy. */
  readonly consent: string;
  /** What it covered when it was given or withdrawn. */
  readonly purposes: readonly string[];
  readonly event: {
    /** `consent`, `separate` or `explicit`, as the policy asks for it. */
    readonly type: string;
    readonly state: 'given' | 'withdrawn' | 'refused';
    readonly at: Instant;
  };
}

const CHANGE = 'change/';

/** What the records call the answer to a change of the policy: no name of a consent has a slash in it. */
export const changeConsent = (matter: string): string => `${CHANGE}${matter}`;

/** The matter of such a record; null for a consent of the policy. */
export const changeOf = (consent: string): string | null =>
  consent.startsWith(CHANGE) ? consent.slice(CHANGE.length) : null;
