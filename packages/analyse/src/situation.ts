import type { Action, ActorRole, Duty, Refusal, Status } from '@kept/policy';

/**
 * Everything that a decision about one field looks at, but for what the person said: consents, restrictions and
 * objections. Names are those of a program; none of them is unknown.
 */
export interface Situation {
  readonly actor: ActorRole;
  readonly action: Action;
  readonly purpose: string;
  readonly field: string;
  /** null: the request names none. */
  readonly collection: string | null;
  readonly recipient: string | null;
  /** Where the data is; with `collect`, the person's own region. */
  readonly from: string;
  readonly to: string;
  readonly jurisdiction: string;
  readonly ageBand: string;
  readonly status: Status;
}

/** What the person must have said, and must not: all of it. */
export interface Condition {
  /** Given and not withdrawn; in the order of the manifest. */
  readonly consents: readonly string[];
  /** The purpose is not restricted, and not objected to. */
  readonly unrestricted: boolean;
  readonly unopposed: boolean;
}

/** What is due along with what is permitted. */
export type Due = Pick<Duty, 'kind' | 'clause'>;

/** What the policy says about a situation: never, and why, or under which condition and with which obligations. */
export type Verdict = { readonly never: Refusal } | { readonly when: Condition; readonly obligations: readonly Due[] };

/** Names a condition: two of one name hold for the same people. */
export const nameOf = ({ consents, unrestricted, unopposed }: Condition): string =>
  `${consents.join()} ${unrestricted} ${unopposed}`;
