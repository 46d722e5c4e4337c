import type { ExceptionDuty } from './manifest/parties.ts';
import type { Basis } from './manifest/purposes.ts';
import type { Manifest } from './manifest.ts';
import type { AgeBand } from './meaning/ages.ts';

/** Names of one kind as small integers, in the order of the manifest. */
export interface Index {
  readonly ids: readonly string[];
  /** The number of `id` (0 to `ids.length` - 1), or -1 where there is no such name. Constant time. */
  of(id: string): number;
}

/** Why something is refused. The first group is `cannot-tell`: the request, or what is known of the person, is incomplete. */
export type Reason =
  | 'unknown-purpose'
  | 'unknown-field'
  | 'unknown-recipient'
  | 'unknown-region'
  | 'unknown-collection'
  | 'unknown-actor'
  | 'unknown-action'
  | 'unknown-jurisdiction'
  | 'unknown-status'
  | 'unknown-age'
  | 'no-recipient'
  | 'no-collection'
  | 'stale-state'
  | 'actor'
  | 'action'
  | 'status'
  | 'restriction'
  | 'age'
  | 'guardian'
  | 'consent'
  | 'objection'
  | 'recipient'
  | 'sharing-consent'
  | 'disclosure-consent'
  | 'region'
  | 'transfer'
  | 'transfer-consent'
  | 'minimisation'
  | 'collection'
  | 'recipient-field'
  | 'sensitive-consent'
  | 'person-only'
  /** An earlier version, under which the person joined, refuses it, and they have not agreed to the change. */
  | 'change';

/** A way to say no: why, and by which clause. */
export interface Refusal {
  readonly outcome: 'refuse' | 'cannot-tell';
  readonly reason: Reason;
  readonly clause: string;
}

/** What has to be done along with something that is permitted. */
export interface Duty {
  readonly kind: 'desensitise' | 'redact' | ExceptionDuty | 'safeguards' | 'standard-clauses' | 'record';
  readonly clause: string;
}

/**
 * The policy as tables of small integers. A **ruling** is a number: below `FIRST_REFUSAL` it permits, from there on
 * it is `FIRST_REFUSAL` more than a position in `Program.refusals`. 0 in a table of rulings bars nothing.
 * Consent numbers are -1 where none is asked for.
 *
 * INVARIANT: nobody writes to a table after `compile` returned; typed arrays cannot be frozen.
 */
export interface Tables {
  readonly sizes: Sizes;
  /** By purpose: a bit for each action, a bit for each actor, and the bits of `PURPOSE`. */
  readonly actions: Uint8Array;
  readonly actors: Uint8Array;
  readonly traits: Uint8Array;
  /** By purpose: consents that are asked for. */
  readonly consent: Int16Array;
  readonly sensitiveConsent: Int16Array;
  readonly disclosureConsent: Int16Array;
  /** By `Check` and purpose: the ruling where the check fails. */
  readonly rulings: Uint16Array;
  /** By purpose, jurisdiction and age band: a ruling, and the consent that lifts it. */
  readonly age: Uint16Array;
  readonly ageConsent: Int16Array;
  /** By purpose and recipient. */
  readonly recipient: Uint16Array;
  /** By recipient: the consent that the exception asks for, and its ruling. */
  readonly sharingConsent: Int16Array;
  readonly sharing: Uint16Array;
  /** By purpose and region. */
  readonly region: Uint16Array;
  /** By region and destination (the regions, then the recipients): a route. 0 is staying where it is. */
  readonly route: Uint16Array;
  readonly routes: Routes;
  /** By purpose and field, collection and field, recipient and field: the bits of `FIELD`. */
  readonly purposeField: Uint8Array;
  readonly collectionField: Uint8Array;
  readonly recipientField: Uint8Array;
  /** By collection, recipient, field: the ruling where the field is outside, or for the person alone. */
  readonly outsideCollection: Uint16Array;
  readonly outsideRecipient: Uint16Array;
  readonly personOnly: Uint16Array;
  /** For what is unknown or missing: rulings by reason. */
  readonly unknown: Readonly<Record<Unknown, number>>;
}

/** Reasons that no clause of their own decides: the clause is the manifest's `otherwise`. */
export type Unknown = Extract<Reason, `unknown-${string}` | 'no-recipient' | 'no-collection' | 'stale-state'>;

/** How many of each kind the program numbers: bounds of the ids that `decide` works with. */
export interface Sizes {
  readonly purposes: number;
  readonly fields: number;
  readonly recipients: number;
  readonly regions: number;
  readonly collections: number;
  readonly consents: number;
  readonly jurisdictions: number;
  readonly ageBands: number;
  /** 32-bit words that hold a bit for each consent, and for each purpose. */
  readonly consentWords: number;
  readonly purposeWords: number;
}

/** What holds on a way out of a region. Parallel arrays by route. */
export interface Routes {
  /** 0, or the ruling of a rule that never lets anything through. */
  readonly never: Uint16Array;
  /** 1 where values leave only in a form that shows nobody. */
  readonly desensitise: Uint8Array;
  /** The consents of route r are `consents[from[r]]` to `consents[from[r + 1] - 1]`, each with its ruling. */
  readonly from: Uint16Array;
  readonly consents: Uint16Array;
  readonly rulings: Uint16Array;
  readonly duties: readonly (readonly Duty[])[];
}

/** A compiled policy: immutable, and named by its content. */
export interface Program {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the manifest's canonical JSON, in hexadecimal. Two programs with one hash decide alike. */
  readonly hash: string;
  /** Deeply frozen, and a copy of what was compiled. */
  readonly manifest: Manifest;
  readonly fields: Index;
  /** With `rights` as the last. */
  readonly purposes: Index;
  readonly recipients: Index;
  readonly regions: Index;
  readonly consents: Index;
  readonly collections: Index;
  readonly jurisdictions: Index;
  /** Key groups of the purposes, `rights` left out. */
  readonly groups: Index;
  /** The youngest first, `unknown` last; `ageBands.of('adult')`. */
  readonly ageBands: Index;
  readonly bands: readonly AgeBand[];
  readonly refusals: readonly Refusal[];
  /** By purpose: its clause and its basis; `rights` rests on the law. */
  readonly purposeClauses: readonly string[];
  readonly purposeBases: readonly Basis[];
  /** By recipient: its clause. */
  readonly recipientClauses: readonly string[];
  /** By recipient, what is due when it gets something; by purpose, when it publishes. */
  readonly recipientDuties: readonly (readonly Duty[])[];
  readonly disclosureDuties: readonly (readonly Duty[])[];
  readonly tables: Tables;
}

/** The least ruling that refuses. */
export const FIRST_REFUSAL = 4;

/** Bits of a ruling that permits: as it is (0), or in another form. */
export const REDACT = 1;
export const DESENSITISE = 2;

/** Bits of `Tables.traits`. */
export const PURPOSE = {
  /** Goes on before there is an account, while one is being closed, after it was. */
  beforeAccount: 1,
  whileClosing: 2,
  afterClosure: 4,
  /** A restriction or an objection stops it. */
  stoppable: 8,
  /** The purpose `rights`. */
  rights: 16,
} as const;

/** Bits of the field tables. A field passes where `within` stands in all three. `redact` is the bit of the ruling. */
export const FIELD = { redact: REDACT, within: 2, sensitive: 4, personOnly: 8 } as const;

/** Rows of `Tables.rulings`. */
export const CHECK = {
  actor: 0,
  action: 1,
  prospective: 2,
  closing: 3,
  closed: 4,
  restriction: 5,
  consent: 6,
  objection: 7,
  disclosure: 8,
  minimisation: 9,
  sensitive: 10,
} as const;

/** The number of rows of `Tables.rulings`. */
export const CHECKS = 11;

/** Lives of an account, in the order of their number. */
export const STATUSES = ['prospective', 'active', 'closing', 'closed'] as const;

/** Where somebody is in the life of an account. */
export type Status = (typeof STATUSES)[number];
