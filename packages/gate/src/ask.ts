import type { Instant } from '@kept/base';
import type { Decision } from '@kept/decide';
import type { Action, ActorRole } from '@kept/policy';
import type { Permit } from './permit.ts';

/** Who does it. `id` names a person of staff or the person themself; it is sealed in the ledger, for nobody else to read. */
export interface Actor {
  readonly role: ActorRole;
  readonly id?: string;
}

/** What somebody wants to do with one person's data. */
export interface Ask<P extends string = string, F extends string = string, A extends Action = Action> {
  readonly action: A;
  readonly actor: Actor;
  /** Name of the service that asks: shown to the person in their activity. */
  readonly service: string;
  readonly purpose: P;
  readonly fields: readonly F[];
  /** Whose data: the person's id. */
  readonly subject: string;
  readonly collection?: string;
  readonly recipient?: string;
  /** Region or country that the data goes to; the person's own region if absent. */
  readonly to?: string;
  /**
   * When the oldest of the data was collected: the version in force then counts as well. Left out, the data is as old as
   * the person's account; what is being collected is new.
   */
  readonly collectedAt?: Instant;
  /** Anything that explains the entry later; sealed. At most 500 characters. */
  readonly note?: string;
}

/** The answer, after it is in the ledger. `permit` is there only if every field that was asked for is permitted. */
export interface Verdict<P extends string = string, F extends string = string, A extends Action = Action> {
  readonly decision: Decision;
  /** Place of the decision in the region's ledger. */
  readonly index: number;
  readonly permit?: Permit<P, F, A>;
}
