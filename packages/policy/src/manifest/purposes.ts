import type { LegalBasisIri, PersonalDataIri, PurposeIri } from '@kept/vocab';
import type { Names } from '../names.ts';
import type { Text } from '../text.ts';

/** Grounds of processing, as the laws share them; the law's own term is `ground`. */
export type Basis =
  | 'consent'
  | 'contract'
  | 'legal-obligation'
  | 'legitimate-interest'
  | 'vital-interest'
  | 'public-task';

/** What can be done with data. `transfer` is to another region; handing over to a new controller is a `share`. */
export type Action = 'collect' | 'use' | 'share' | 'transfer' | 'disclose' | 'retain';

/** Who asks: the person, a service acting for one, somebody who works for the controller, Kept's own machinery. */
export type ActorRole = 'person' | 'service' | 'operator' | 'system';

/** What data is processed for. */
export interface Purpose<N extends Names = Names> {
  readonly label: Text;
  readonly dpv: readonly PurposeIri[];
  readonly basis: Basis;
  /** The ground in the law itself. */
  readonly ground?: LegalBasisIri;
  /** With basis `consent`, and only then: without this one nothing is permitted. */
  readonly consent?: N['consent'];
  /**
   * Sensitive fields need this consent (kind `separate` or `explicit`) as well. Not needed where `consent` is of such a
   * kind, nor with basis `legal-obligation` or `vital-interest`.
   */
  readonly sensitiveConsent?: N['consent'];
  /** Which exemption from consent it rests on. */
  readonly exemption?: N['exemption'];
  /** The key group: purposes of one group are sealed together, and can be erased together. Lower case, hyphens. */
  readonly group: string;
  /** All it may touch. */
  readonly fields: readonly N['field'][];
  /** Of these, what it sees only in a form that does not show the value. */
  readonly redact?: readonly N['field'][];
  readonly recipients: readonly N['recipient'][];
  /** Where it is carried out. */
  readonly regions: readonly N['region'][];
  /** In years; younger people are refused. */
  readonly minAge?: number;
  /** What it may do. Default: all but `disclose`. */
  readonly actions?: readonly Action[];
  /** Who may ask. Default: all four. */
  readonly actors?: readonly ActorRole[];
  /** It serves people who have no account yet: registration, a booking by a visitor. Default: no. */
  readonly beforeAccount?: boolean;
  /** With action `disclose`: which exception it rests on. */
  readonly disclosure?: N['exception'];
  readonly clause: N['clause'];
}

/** A question that a person answers with yes or no, and may take back. */
export interface Consent<N extends Names = Names> {
  readonly label: Text;
  readonly question: Text;
  /** What follows from a no. */
  readonly consequence: Text;
  /** `separate`: for this one matter, apart from all others (PIPL 29, 39). `explicit`: an express statement (GDPR 9). */
  readonly kind: 'consent' | 'separate' | 'explicit';
  readonly ground?: LegalBasisIri;
  /** `guardian`: given by the guardian of a child, not by the child. Default: the person. */
  readonly by?: 'person' | 'guardian';
  readonly clause: N['clause'];
}

/** A case in which the text needs no consent. */
export interface Exemption<N extends Names = Names> {
  readonly label: Text;
  readonly basis: Exclude<Basis, 'consent'>;
  readonly ground?: LegalBasisIri;
  readonly clause: N['clause'];
}

/** A switch by which somebody leaves a purpose that needs no consent: marketing, an experience programme. */
export interface OptOut<N extends Names = Names> {
  readonly label: Text;
  readonly purposes: readonly N['purpose'][];
  readonly how: Text;
  readonly clause: N['clause'];
}

/** What the text promises never to do. A purpose that fits all of what is named here does not compile. */
export interface Prohibition<N extends Names = Names> {
  readonly label: Text;
  /** Is of one of these kinds, or of a kind below them. Default: of any. */
  readonly purposes?: readonly PurposeIri[];
  /** Allows one of these. Default: any. */
  readonly actions?: readonly Action[];
  /** Touches one of these, or one of the category. Default: any. */
  readonly fields?: readonly N['field'][];
  readonly categories?: readonly PersonalDataIri[];
  readonly clause: N['clause'];
}

/** What the text promises to keep apart: no purpose, and no key group, touches both sides. */
export interface Separation<N extends Names = Names> {
  readonly label: Text;
  readonly fields: readonly N['field'][];
  /** Default: every other field. */
  readonly from?: readonly N['field'][];
  readonly clause: N['clause'];
}
