/**
 * What the sealed part of a ledger entry says: a list, so that no entry repeats the names of its parts. It stands on
 * its own: names, not numbers of a program that one would have to keep.
 */
import type { Instant, Json } from '@kept/base';
import type { Decision } from '@kept/decide';
import type { Action, ActorRole, Program } from '@kept/policy';
import type { Ask } from './ask.ts';
import { Altered } from './errors.ts';
import { DECISION, type Opened } from './leaf.ts';

const VERSION = 1;
/** Hexadecimal digits of the program's hash that an entry carries: 64 bits. */
const HASH_DIGITS = 16;

/** A decision about a person's data, as they may read it in their activity. */
export interface DecisionEntry {
  readonly kind: 'decision';
  readonly index: number;
  readonly at: Instant;
  readonly action: Action;
  readonly actor: { readonly role: ActorRole; readonly id?: string };
  readonly service: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly collection?: string;
  readonly recipient?: string;
  readonly to?: string;
  readonly outcome: Decision['outcome'];
  /** The clause that decided. */
  readonly clause: string;
  readonly reason?: string;
  /** Fields that were refused, where others were not. */
  readonly refused?: readonly string[];
  readonly note?: string;
  /** First 16 digits of the hash of the version whose clause decided. */
  readonly policy: string;
}

/** Other evidence: a consent given or withdrawn, a share receipt, a right carried out. */
export interface EvidenceEntry {
  readonly kind: 'evidence';
  readonly index: number;
  readonly at: Instant;
  /** What it is evidence of: `consent-given`, `share-receipt`. */
  readonly of: string;
  readonly payload: Json;
}

/** What a person finds in their activity. */
export type ActivityEntry = DecisionEntry | EvidenceEntry;

export const decisionPayload = (ask: Ask, decision: Decision): Json => [
  VERSION,
  decision.hash.slice(0, HASH_DIGITS),
  ask.action,
  ask.actor.role,
  ask.actor.id ?? 0,
  ask.service,
  ask.purpose,
  ask.fields,
  decision.outcome,
  decision.clause,
  decision.reason ?? 0,
  decision.partial ? decision.refused.map(({ field }) => field) : 0,
  ask.collection ?? 0,
  ask.recipient ?? 0,
  ask.to ?? 0,
  ask.note ?? 0,
];

/** Where nobody's key can seal it: what was asked for, and not of whom, nor by whom. */
export const nobodyPayload = (program: Program, ask: Ask, reason: string): Json => [
  VERSION,
  program.hash.slice(0, HASH_DIGITS),
  ask.action,
  ask.actor.role,
  ask.service,
  ask.purpose,
  reason,
];

export const evidencePayload = (of: string, payload: Json): Json => [VERSION, of, payload];

/** Throws GATE_LEAF_ALTERED for a payload of another form. */
export function entryOf(index: number, { kind, at, payload }: Opened): ActivityEntry {
  if (!Array.isArray(payload) || payload[0] !== VERSION) throw new Altered();
  if (kind !== DECISION) return { kind: 'evidence', index, at, of: payload[1], payload: payload[2] };
  const [, policy, action, role, id, service, purpose, fields, outcome, clause, ...rest] = payload;
  const [reason, refused, collection, recipient, to, note] = rest;
  return {
    ...{ kind: 'decision', index, at, action, actor: id === 0 ? { role } : { role, id }, service, purpose, fields },
    ...{ outcome, clause, policy },
    ...(reason !== 0 && { reason }),
    ...(refused !== 0 && { refused }),
    ...(collection !== 0 && { collection }),
    ...(recipient !== 0 && { recipient }),
    ...(to !== 0 && { to }),
    ...(note !== 0 && { note }),
  };
}
