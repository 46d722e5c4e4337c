import { type Clock, type Instant, type Json, systemClock } from '@kept/base';
import { type Decision, decide, type Request } from '@kept/decide';
import type { Key, RegionKeys } from '@kept/keys';
import type { Ledger } from '@kept/ledger';
import { type Action, type Program, RIGHTS_PURPOSE } from '@kept/policy';
import type { Subjects } from '@kept/subjects';
import { type ActivityPage, activityOf } from './activity.ts';
import type { Ask, Verdict } from './ask.ts';
import { BadQuestion, NotAllowed, Unsettled } from './errors.ts';
import { type ActivityEntry, decisionPayload, evidencePayload, nobodyPayload } from './evidence.ts';
import { DECISION, EVIDENCE, leafOfNobody, leafTag, sealLeaf } from './leaf.ts';
import { EVERY_GROUP, mint, type PendingPermit, type Permit } from './permit.ts';
import { holdOf, type Person, personOf, stillCurrent } from './person.ts';
import type { Tally } from './tally.ts';
import { type Sought, type Trace, type TraceProgress, traceOf } from './trace.ts';

export interface GateOptions {
  readonly region: string;
  /** The policy in force; a function where it can change while the gate is open. */
  readonly program: Program | (() => Program);
  /** Hash of the version that was in force at a time; undefined where nobody knows. */
  readonly versionAt?: (at: Instant) => string | undefined;
  /** Whether this process knows at this moment which version is in force; where it does not, nothing is decided. */
  readonly certain?: () => boolean;
  /** Resolves when it does, or throws `Unavailable`. */
  readonly ready?: () => Promise<void>;
  readonly subjects: Subjects;
  readonly ledger: Ledger;
  readonly keys: RegionKeys;
  /** Where outcomes are counted, if anywhere. */
  readonly tally?: Tally;
  readonly clock?: Clock;
}

/**
 * Where a policy meets data. Whatever is asked is decided, recorded, and only then answered.
 *
 * Guarantee: an answer is in the ledger, durable, before the caller sees it; a permit rests on choices of the person
 * that were still in force when it was made. Where anything is missing (the person, their key, the ledger, a lease on
 * the cache of choices) nothing is permitted.
 */
export interface Gate {
  readonly region: string;
  /** Decides and records; the answer has a permit if every field is permitted. Refusals do not throw. */
  ask<const P extends string, const F extends string, const A extends Action>(
    ask: Ask<P, F, A>,
  ): Promise<Verdict<P, F, A>>;
  /** The same for callers who need it all: throws GATE_REFUSED, with clause and reason, unless all is permitted. */
  permit<const P extends string, const F extends string, const A extends Action>(
    ask: Ask<P, F, A>,
  ): PendingPermit<P, F, A>;
  /** Records other evidence about a person; answers its place in the ledger. Throws SUBJECT_UNKNOWN or KEYS_NO_KEY. */
  record(subject: string, of: string, payload: Json): Promise<number>;
  /** A person's own entries, the newest first. Empty once their key is gone. */
  activity(subject: string, options?: ActivityPage): Promise<ActivityEntry[]>;
  /**
   * Whom certain uses of data reached. It opens everybody's entries of that time, so it is for a duty that asks for just
   * that: a breach (GDPR Art. 33(3)(a), PIPL Art. 57). Throws GATE_BAD_QUESTION.
   */
  trace(sought: Sought, progress?: TraceProgress): Promise<Trace>;
}

/** Choices that change three times while one question is recorded are no accident. */
const TRIES_MAX = 3;
const NOTE_MAX = 500;
const NO_FIELDS: readonly never[] = Object.freeze([]);

/** The gate of a region, over what is already open; it owns none of it and need not be closed. */
export function openGate(options: GateOptions): Gate {
  const { region, subjects, ledger, keys, tally, clock = systemClock } = options;
  const program = typeof options.program === 'function' ? options.program : () => options.program as Program;
  const needs = { subjects, keys, ledger, clock };
  const { certain = () => true, ready = async () => {} } = options;

  const ask = async (asked: Ask): Promise<Verdict> => {
    check(asked);
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      if (!certain()) await ready();
      const person = holdOf(needs, asked.subject) ?? (await personOf(needs, asked.subject));
      if (typeof person === 'string') return refuseNobody(asked, person);
      // Of two awaits the second may outlast the first's certainty.
      if (!certain()) continue;
      const policy = program();
      const at = clock.now();
      // INVARIANT: synchronous up to the sealed leaf: the key is valid in this turn of the event loop only.
      const decision = decide(policy, requestOf(asked, person, options.versionAt));
      const leaf = sealLeaf(DECISION, at, decisionPayload(asked, decision), person.key);
      const index = await ledger.append(leaf, leafTag(leaf));
      tally?.count(at, decision.outcome, recipientOf(policy, asked));
      if (decision.outcome !== 'permit') return { decision, index };
      // What was true when it was decided may have been withdrawn while it was recorded: then it is asked again.
      if (certain() && stillCurrent(needs, asked.subject, person) && policy === program())
        return { decision, index, permit: mint({ region, ...contentOf(policy, asked, decision), index, at }) };
    }
    throw new Unsettled();
  };

  const refuseNobody = async (asked: Ask, reason: string): Promise<Verdict> => {
    const policy = program();
    const at = clock.now();
    const index = await ledger.append(leafOfNobody(at, nobodyPayload(policy, asked, reason)));
    tally?.count(at, 'cannot-tell', recipientOf(policy, asked));
    return { decision: aboutNobody(policy, asked), index };
  };

  const permit = async (asked: Ask): Promise<Permit> => {
    const { decision, permit: minted } = await ask(asked);
    if (!minted) throw new NotAllowed(decision.clause, decision.reason ?? 'stale-state');
    return minted;
  };

  const gate = {
    region,
    ask,
    permit: (asked: Ask): PendingPermit =>
      Object.assign(permit(asked), { subject: asked.subject, group: groupOf(program(), asked.purpose) }),
    async record(subject: string, of: string, payload: Json): Promise<number> {
      const seal = (key: Key): Buffer => sealLeaf(EVIDENCE, clock.now(), evidencePayload(of, payload), key);
      const leaf = await keys.use(`person:${subject}`, seal);
      return ledger.append(leaf, leafTag(leaf));
    },
    activity: (subject: string, page: ActivityPage = {}) => activityOf(needs, subject, page),
    trace: (sought: Sought, progress?: TraceProgress) => traceOf(needs, sought, progress),
  };
  // The types say which purpose, fields and action a permit is for; at run time they are in the permit itself.
  return gate as unknown as Gate;
}

const requestOf = (asked: Ask, { state }: Person, versionAt: GateOptions['versionAt']): Request => ({
  actor: asked.actor.role,
  action: asked.action,
  purpose: asked.purpose,
  fields: asked.fields,
  collection: asked.collection,
  recipient: asked.recipient,
  to: asked.to,
  collected: asked.collectedAt === undefined ? undefined : versionAt?.(asked.collectedAt),
  subject: state,
});

const contentOf = (policy: Program, { subject, action, purpose, fields }: Ask, decision: Decision) => ({
  subject,
  action,
  purpose,
  group: groupOf(policy, purpose)!,
  fields: Object.isFrozen(fields) ? fields : Object.freeze([...fields]),
  masked: maskedBy(decision),
  clause: decision.clause,
});

function check(asked: Ask): void {
  if (asked.fields.length === 0) throw new BadQuestion('a question names at least one field');
  if (asked.note !== undefined && asked.note.length > NOTE_MAX)
    throw new BadQuestion(`a note has at most ${NOTE_MAX} characters`);
}

/** Null where no policy knows the purpose. */
function groupOf(program: Program, purpose: string): string | null {
  if (purpose === RIGHTS_PURPOSE) return EVERY_GROUP;
  return Object.hasOwn(program.manifest.purposes, purpose) ? program.manifest.purposes[purpose]!.group : null;
}

/** Undefined where the policy knows no such recipient: a tally has only names that were published. */
const recipientOf = ({ manifest }: Program, { recipient }: Ask): string | undefined =>
  recipient !== undefined && Object.hasOwn(manifest.recipients, recipient) ? recipient : undefined;

/** Fields that may be seen only in another form. */
function maskedBy({ obligations, permitted }: Decision): readonly string[] {
  if (obligations.length === 0) return NO_FIELDS;
  const due = obligations.filter(({ kind }) => kind === 'redact' || kind === 'desensitise');
  return due.length === 0 ? NO_FIELDS : Object.freeze([...new Set(due.flatMap(({ fields }) => fields ?? permitted))]);
}

const aboutNobody = (program: Program, { fields, purpose }: Ask): Decision => {
  const clause = program.manifest.otherwise;
  return {
    outcome: 'cannot-tell',
    partial: false,
    permitted: NO_FIELDS,
    refused: fields.map((field) => ({ field, clause, reason: 'stale-state' as const })),
    obligations: NO_FIELDS,
    version: program.version,
    hash: program.hash,
    clause,
    reason: 'stale-state',
    purpose,
    basis: null,
  };
};
