/** What this package needs of the gate and the keys, and no more. */

import type { Permit } from '@kept/gate';
import type { Action, ActorRole } from '@kept/policy';
import type { KeyLender } from '@kept/vault';

/** Who asks, on behalf of which service. */
export interface Asker {
  readonly actor: { readonly role: ActorRole; readonly id?: string };
  readonly service: string;
}

/** What the gate is asked: may these fields go there. */
export interface SharingAsk extends Asker {
  readonly action: Action;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly subject: string;
  readonly recipient?: string;
  readonly note?: string;
}

/** The gate. `permit` throws `GATE_REFUSED` unless everything asked for is permitted. */
export interface SharingGate {
  permit(ask: SharingAsk): Promise<Permit>;
  /** Other evidence about a person; answers its place in the ledger. */
  record(
    subject: string,
    kind: string,
    payload: Readonly<Record<string, string | boolean | readonly string[]>>,
  ): Promise<number>;
}

/** Keys of the region. */
export interface OutboxKeys extends KeyLender {
  put(ids: string[]): Promise<unknown>;
  erase(ids: string[]): Promise<unknown>;
}
