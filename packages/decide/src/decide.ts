import { type Action, type ActorRole, type Duty, FIELD, FIRST_REFUSAL, type Program } from '@kept/policy';
import { judgeField } from './fields.ts';
import { judge } from './judge.ts';
import type { Decision, Obligation, RefusedField, Request } from './request.ts';
import { blockOf, isStateOf, lineOf, placeOf } from './state.ts';
import { together } from './together.ts';

const NOTHING: readonly never[] = Object.freeze([]);

const actorNumber = (actor: ActorRole): number =>
  actor === 'person' ? 0 : actor === 'service' ? 1 : actor === 'operator' ? 2 : actor === 'system' ? 3 : -1;

function actionNumber(action: Action): number {
  switch (action) {
    case 'collect':
      return 0;
    case 'use':
      return 1;
    case 'share':
      return 2;
    case 'transfer':
      return 3;
    case 'disclose':
      return 4;
    case 'retain':
      return 5;
    default:
      return -1;
  }
}

/**
 * Decides a request field by field. Pure, total and synchronous: it never throws for anything a caller can ask, reads
 * no clock, and allocates nothing but its answer. What it does not know it refuses (`cannot-tell`).
 *
 * The first check that fails decides, and its clause is the answer's. In order:
 *
 * 1. what is asked is known: purpose, actor, action, recipient, collection, regions; the person's state is this
 *    program's, with a known region, jurisdiction and status; `share` names a recipient, `collect` a collection
 * 2. actor and action are the purpose's own
 * 3. status: before there is an account only purposes that serve people without one; while it is being closed nothing
 *    is collected and nothing goes on that rests on consent or interest; after closure only what the law demands
 * 4. restriction: only what the law or a life demands goes on, and keeping
 * 5. age: the purpose's own limit, then the policy's rules for children; a guardian's consent lifts the latter
 * 6. consent that the purpose rests on
 * 7. objection, opt-outs included
 * 8. recipient: the purpose's own, and the consent that the exception to "we share with nobody" asks for; for
 *    `disclose` the consent to publish
 * 9. region: the purpose is carried out where the data is to be
 * 10. transfer: every rule from region to region, then from there to the recipient's country. What is collected comes
 *     from the person's own region, wherever it is typed in
 * 11. each field: known; within the purpose; within the collection and the recipient's list, where one is named;
 *     sensitive fields with their separate consent; fields for the person alone only to the person
 * 12. what is left is permitted: redacted where purpose or recipient says so, desensitised where a transfer says so
 *
 * `rights` (see, copy and correct one's own data) is part of every policy: any field, action `use`, by the person or by
 * Kept itself, until the account is closed; ages, consents, restrictions and objections do not stop it.
 *
 * Where the person joined under an earlier version, what it refused stays refused until they agree: see `together`.
 */
export function decide(program: Program, request: Request): Decision {
  const decision = decideBy(program, request);
  const line = lineOf(request.subject);
  return line === undefined ? decision : together(line, request, decision, decideBy);
}

/** By one version alone. */
function decideBy(program: Program, request: Request): Decision {
  const { tables } = program;
  const { fields, subject } = request;
  const purpose = program.purposes.of(request.purpose);
  if (!isStateOf(program, subject)) return refuseAll(program, request, purpose, tables.unknown['stale-state']);
  const words = blockOf(subject);
  const at = placeOf(subject);
  const actor = actorNumber(request.actor);
  const action = actionNumber(request.action);
  const { recipients, collections } = tables.sizes;
  const recipient = request.recipient === undefined ? recipients : program.recipients.of(request.recipient);
  const collection = request.collection === undefined ? collections : program.collections.of(request.collection);
  const home = words[at]! & 255;
  const from = request.from === undefined ? home : program.regions.of(request.from);
  const to = request.to === request.from ? from : request.to === undefined ? home : program.regions.of(request.to);
  const form = judge(tables, words, at, actor, action, purpose, recipient, collection, from, to);
  if (form >= FIRST_REFUSAL) return refuseAll(program, request, purpose, form);

  const permitted: string[] = [];
  let refused: RefusedField[] | undefined;
  let outcome: Decision['outcome'] = 'permit';
  let redacts = false;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!;
    const number = program.fields.of(field);
    const ruling = judgeField(tables, words, at, actor, action, purpose, recipient, collection, number);
    if (ruling < FIRST_REFUSAL) {
      permitted.push(field);
      if (ruling !== 0) redacts = true;
      continue;
    }
    const { clause, reason, outcome: no } = program.refusals[ruling - FIRST_REFUSAL]!;
    if (refused === undefined) refused = [{ field, clause, reason }];
    else refused.push({ field, clause, reason });
    if (outcome !== 'cannot-tell') outcome = no;
  }
  const first = refused?.[0];
  return {
    outcome,
    partial: refused !== undefined && permitted.length > 0,
    permitted,
    refused: refused ?? NOTHING,
    obligations:
      permitted.length === 0
        ? NOTHING
        : obligations(program, permitted, redacts, action, purpose, recipient, action === COLLECT ? home : from, to),
    version: program.version,
    hash: program.hash,
    clause: first === undefined ? program.purposeClauses[purpose]! : first.clause,
    reason: first === undefined ? null : first.reason,
    purpose: request.purpose,
    basis: program.purposeBases[purpose]!,
  };
}

function refuseAll(program: Program, { fields, purpose: name }: Request, purpose: number, ruling: number): Decision {
  const { outcome, reason, clause } = program.refusals[ruling - FIRST_REFUSAL]!;
  const refused: RefusedField[] = [];
  for (let i = 0; i < fields.length; i++) refused.push({ field: fields[i]!, clause, reason });
  return {
    outcome,
    partial: false,
    permitted: NOTHING,
    refused,
    obligations: NOTHING,
    version: program.version,
    hash: program.hash,
    clause,
    reason,
    purpose: name,
    basis: purpose < 0 ? null : program.purposeBases[purpose]!,
  };
}

function obligations(
  program: Program,
  permitted: readonly string[],
  redacts: boolean,
  action: number,
  purpose: number,
  recipient: number,
  from: number,
  to: number,
): readonly Obligation[] {
  const { sizes, route, routes } = program.tables;
  const ends = sizes.regions + sizes.recipients;
  const shared = recipient < sizes.recipients;
  const moved = from === to ? NOTHING : routes.duties[route[from * ends + to]!]!;
  const sent = shared ? routes.duties[route[to * ends + sizes.regions + recipient]!]! : NOTHING;
  const leaves = shared ? program.recipientDuties[recipient]! : outward(program, action, purpose);
  if (!redacts && moved.length === 0 && sent.length === 0) return leaves;
  const all: Obligation[] = [];
  for (let i = 0; i < leaves.length; i++) all.push(leaves[i]!);
  for (let i = 0; i < moved.length; i++) all.push(moved[i]!);
  for (let i = 0; i < sent.length; i++) all.push(sent[i]!);
  if (redacts) redactions(program, permitted, purpose, recipient, all);
  return all;
}

const COLLECT = 0;
const TRANSFER = 3;
const DISCLOSE = 4;

function outward(program: Program, action: number, purpose: number): readonly Duty[] {
  return action === DISCLOSE || action === TRANSFER ? (program.disclosureDuties[purpose] ?? NOTHING) : NOTHING;
}

/** The fields that purpose or recipient wants redacted, each with the clause that says so. */
function redactions(
  program: Program,
  permitted: readonly string[],
  purpose: number,
  recipient: number,
  all: Obligation[],
): void {
  const { purposeField, recipientField, sizes } = program.tables;
  let own: string[] | undefined;
  let theirs: string[] | undefined;
  for (let i = 0; i < permitted.length; i++) {
    const field = permitted[i]!;
    const number = program.fields.of(field);
    if ((purposeField[purpose * sizes.fields + number]! & FIELD.redact) !== 0) own = added(own, field);
    else if ((recipientField[recipient * sizes.fields + number]! & FIELD.redact) !== 0) theirs = added(theirs, field);
  }
  if (own !== undefined) all.push({ kind: 'redact', clause: program.purposeClauses[purpose]!, fields: own });
  if (theirs !== undefined) all.push({ kind: 'redact', clause: program.recipientClauses[recipient]!, fields: theirs });
}

/** A list that begins with one item takes less room than an empty one that grows. */
function added(list: string[] | undefined, item: string): string[] {
  if (list === undefined) return [item];
  list.push(item);
  return list;
}
