import { type Duration, type Instant, Seconds } from '@kept/base';
import type { Action } from '@kept/policy';

declare const typed: unique symbol;

/** How long a permit may be used after it was recorded. */
export const PERMIT_LIFE: Duration = Seconds(30);

/** Stands for every purpose group: what the person may see of their own is not bound to one. */
export const EVERY_GROUP = '*';

/**
 * Leave to do one thing with some fields of one person's data for one purpose: proof that the decision is in the
 * ledger. Made by the gate only, frozen, valid for 30 seconds from `at`.
 *
 * Its types say what it is for: a permit of one purpose does not pass where another's is asked for.
 */
export interface Permit<P extends string = string, F extends string = string, A extends Action = Action> {
  readonly subject: string;
  readonly region: string;
  readonly action: A;
  readonly purpose: P;
  /** Purpose group whose key opens the data; `*` where the person asks for their own. */
  readonly group: string;
  readonly fields: readonly F[];
  /** Of these, what may be seen only in a form that does not show the value: the vault masks it. */
  readonly masked: readonly F[];
  /** Clause of the policy that allowed it. */
  readonly clause: string;
  /** Place of the decision in the region's ledger. */
  readonly index: number;
  readonly at: Instant;
  readonly [typed]: readonly [P, F, A];
}

/** A permit that is being recorded. What it will be for is known at once, so that ciphertext can be fetched meanwhile. */
export interface PendingPermit<P extends string = string, F extends string = string, A extends Action = Action>
  extends Promise<Permit<P, F, A>> {
  readonly subject: string;
  /** Null while only the answer will tell. */
  readonly group: string | null;
}

type Content = Omit<Permit, typeof typed>;

/** Who knows it is this file: whoever holds a permit can reach its constructor. */
const PROOF = Symbol('minted');

class Minted {
  readonly #minted: boolean;
  readonly subject: string;
  readonly region: string;
  readonly action: Action;
  readonly purpose: string;
  readonly group: string;
  readonly fields: readonly string[];
  readonly masked: readonly string[];
  readonly clause: string;
  readonly index: number;
  readonly at: Instant;

  constructor(content: Content, proof: symbol) {
    this.#minted = proof === PROOF;
    this.subject = content.subject;
    this.region = content.region;
    this.action = content.action;
    this.purpose = content.purpose;
    this.group = content.group;
    this.fields = content.fields;
    this.masked = content.masked;
    this.clause = content.clause;
    this.index = content.index;
    this.at = content.at;
    Object.freeze(this);
  }

  static is(value: unknown): boolean {
    return typeof value === 'object' && value !== null && #minted in value && value.#minted;
  }
}

/**
 * INVARIANT: called by `ask` alone, after the ledger has answered; never exported from the package. The private field
 * cannot be given to an object that this constructor did not make, so `isPermit` cannot be deceived by a look-alike.
 */
export const mint = (content: Content): Permit => new Minted(content, PROOF) as unknown as Permit;

/** Whether the gate made this value. A copy, a spread or a look-alike is none. */
export const isPermit = (value: unknown): value is Permit => Minted.is(value);
