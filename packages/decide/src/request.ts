import type { Action, ActorRole, Basis, Duty, Reason } from '@kept/policy';
import type { SubjectState } from './state.ts';

/** Who wants to do what, with which fields of whom, and what for. */
export interface Request {
  readonly actor: ActorRole;
  readonly action: Action;
  readonly purpose: string;
  readonly fields: readonly string[];
  /** `collect` needs one, except for the purpose `rights`; otherwise the fields must be among the collection's. */
  readonly collection?: string | undefined;
  /** `share` needs one. */
  readonly recipient?: string | undefined;
  /** Regions; by default the subject's own. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /**
   * Hash of the version under which the data was collected; what is collected now, under the present one. Left out, it is
   * as old as the person's account.
   */
  readonly collected?: string | undefined;
  readonly subject: SubjectState;
}

/** A field that is refused, why, and by which clause. */
export interface RefusedField {
  readonly field: string;
  readonly clause: string;
  readonly reason: Reason;
}

/** What has to be done along with what is permitted. Without `fields`: to all that are permitted. */
export interface Obligation {
  readonly kind: Duty['kind'];
  readonly clause: string;
  readonly fields?: readonly string[];
  /** Hash of the version whose clause it is, where that is not the present one. */
  readonly policy?: string;
}

/** The answer. Only `permit` lets anything happen; `partial` says that a request for `permitted` alone would be permitted. */
export interface Decision {
  readonly outcome: 'permit' | 'refuse' | 'cannot-tell';
  readonly partial: boolean;
  readonly permitted: readonly string[];
  readonly refused: readonly RefusedField[];
  readonly obligations: readonly Obligation[];
  /** The version whose clause decided: of the first field refused, else the present one. */
  readonly version: string;
  /** SHA-256 of its manifest. */
  readonly hash: string;
  /** The clause that decided: of the first field refused, else of the purpose. */
  readonly clause: string;
  /** Why, where it is refused. */
  readonly reason: Reason | null;
  readonly purpose: string;
  /** null where the purpose is unknown. */
  readonly basis: Basis | null;
}
