import type { Manifest, Program, Reason } from '@kept/policy';
import { decide } from './decide.ts';
import { matterOf } from './matter.ts';
import type { Decision, Request } from './request.ts';
import { changedState } from './standing.ts';
import type { SubjectFacts } from './state.ts';

/** The checks of `decide`, in its order. */
export const CHECKS_IN_ORDER = [
  'known',
  'actor',
  'action',
  'status',
  'restriction',
  'age',
  'consent',
  'objection',
  'recipient',
  'region',
  'transfer',
  'fields',
  'change',
] as const;

/** One of the checks of `decide`. */
export type CheckName = (typeof CHECKS_IN_ORDER)[number];

/** How one check went. `not-reached`: an earlier one fails, and nothing the person or the caller can do mends that. */
export interface Step {
  readonly check: CheckName;
  readonly result: 'pass' | 'fail' | 'not-reached';
  /** What it was checked by. */
  readonly clause: string;
  /** Why it fails. */
  readonly reason: Reason | null;
}

/** Something that would change the answer. */
export type Change =
  | { readonly kind: 'give-consent'; readonly consent: string; readonly by: 'person' | 'guardian' }
  | { readonly kind: 'lift-restriction' | 'withdraw-objection'; readonly purpose: string }
  /** The person agrees to what a later version allows for this purpose, or for it with this recipient. */
  | { readonly kind: 'accept-change'; readonly purpose: string; readonly recipient?: string }
  | { readonly kind: 'open-account' }
  | { readonly kind: 'be-of-age'; readonly years: number }
  | { readonly kind: 'leave-out'; readonly fields: readonly string[] };

/** A decision with its reasons, for people. */
export interface Explanation {
  readonly decision: Decision;
  readonly steps: readonly Step[];
  /** What would have to change, all of it, for a permit; in the order of the checks. Empty where it is permitted. */
  readonly changes: readonly Change[];
  /** Whether these changes together lead to a permit. */
  readonly enough: boolean;
}

const CHECK_OF: Readonly<Partial<Record<Reason, CheckName>>> = {
  'unknown-field': 'fields',
  'unknown-age': 'age',
  guardian: 'age',
  'sharing-consent': 'recipient',
  'disclosure-consent': 'recipient',
  'transfer-consent': 'transfer',
  minimisation: 'fields',
  collection: 'fields',
  'recipient-field': 'fields',
  'sensitive-consent': 'fields',
  'person-only': 'fields',
};

const checkOf = (reason: Reason): CheckName =>
  CHECK_OF[reason] ?? (CHECKS_IN_ORDER.includes(reason as CheckName) ? (reason as CheckName) : 'known');

/**
 * Every check in order with its result and clause, and what would change the answer: found by making one change after
 * another and deciding again, so that what it promises is what `decide` would do. Pure; takes some microseconds.
 */
export function explain(program: Program, request: Request): Explanation {
  const decision = decide(program, request);
  const failed = new Map<CheckName, Decision>();
  const changes: Change[] = [];
  let now = request;
  let answer = decision;
  while (answer.outcome !== 'permit') {
    const check = checkOf(answer.reason!);
    if (!failed.has(check)) failed.set(check, answer);
    const change = changeFor(program, now, answer);
    if (change === undefined) break;
    changes.push(change);
    now = apply(program, now, change);
    answer = decide(program, now);
  }
  const stuck = answer.outcome === 'permit' ? undefined : checkOf(answer.reason!);
  return { decision, steps: stepsOf(program, request, failed, stuck), changes, enough: stuck === undefined };
}

function stepsOf(
  program: Program,
  request: Request,
  failed: ReadonlyMap<CheckName, Decision>,
  stuck: CheckName | undefined,
): Step[] {
  const last = stuck === undefined ? CHECKS_IN_ORDER.length : CHECKS_IN_ORDER.indexOf(stuck);
  return CHECKS_IN_ORDER.map((check, i) => {
    const why = failed.get(check);
    if (why !== undefined) return { check, result: 'fail', clause: why.clause, reason: why.reason };
    const clause = clauseOf(program.manifest, check, request);
    return { check, result: i > last ? 'not-reached' : 'pass', clause, reason: null };
  });
}

/** The clause by which a check is made, where it does not fail. */
function clauseOf(manifest: Manifest, check: CheckName, request: Request): string {
  const right = (kind: string) => Object.values(manifest.rights).find((each) => each.kind === kind)?.clause;
  const purpose = manifest.purposes[request.purpose];
  const otherwise = purpose?.clause ?? right('access') ?? manifest.otherwise;
  const region = manifest.regions[request.to ?? request.subject.region]?.clause;
  switch (check) {
    case 'known':
      return manifest.otherwise;
    case 'restriction':
    case 'objection':
      return right(check) ?? otherwise;
    case 'consent':
      return purpose?.consent === undefined ? otherwise : manifest.consents[purpose.consent]!.clause;
    case 'recipient':
      return (
        (request.recipient === undefined ? undefined : manifest.recipients[request.recipient]?.clause) ?? otherwise
      );
    case 'region':
    case 'transfer':
      return region ?? manifest.otherwise;
    default:
      return otherwise;
  }
}

function changeFor(program: Program, request: Request, { reason, clause, refused }: Decision): Change | undefined {
  const { purpose, subject } = request;
  switch (reason) {
    case 'restriction':
      return { kind: 'lift-restriction', purpose };
    case 'objection':
      return { kind: 'withdraw-objection', purpose };
    case 'change':
      return { kind: 'accept-change', purpose, ...(request.recipient && { recipient: request.recipient }) };
    case 'status':
      return subject.status === 'prospective' ? { kind: 'open-account' } : undefined;
    case 'age':
    case 'unknown-age':
      return olderFor(program, request);
    case 'minimisation':
    case 'collection':
    case 'recipient-field':
    case 'person-only':
    case 'unknown-field': {
      const fields = refused.filter((each) => each.reason === reason).map((each) => each.field);
      return { kind: 'leave-out', fields };
    }
    default: {
      const consent = missingConsent(program.manifest, request, reason!, clause);
      if (consent === undefined) return undefined;
      return { kind: 'give-consent', consent, by: program.manifest.consents[consent]!.by ?? 'person' };
    }
  }
}

function missingConsent(manifest: Manifest, request: Request, reason: Reason, clause: string): string | undefined {
  const purpose = manifest.purposes[request.purpose];
  const recipient = request.recipient === undefined ? undefined : manifest.recipients[request.recipient];
  const exception = (id: string | undefined) => (id === undefined ? undefined : manifest.exceptions[id]?.consent);
  const given = (id: string | undefined): boolean => id === undefined || request.subject.consents.includes(id);
  switch (reason) {
    case 'consent':
      return purpose?.consent;
    case 'sensitive-consent':
      return purpose?.sensitiveConsent;
    case 'sharing-consent':
      return exception(recipient?.exception);
    case 'disclosure-consent':
      return exception(purpose?.disclosure);
    case 'transfer-consent':
      return manifest.transfers.find((rule) => rule.clause === clause && !given(rule.consent))?.consent;
    case 'guardian':
      return manifest.ages.find((age) => age.clause === clause && !given(age.consent))?.consent;
    default:
      return undefined;
  }
}

/** The youngest age at which the age check lets the person through. */
function olderFor(program: Program, request: Request): Change | undefined {
  for (const band of program.bands) {
    if (band.id === 'unknown' || band.from === 0) continue;
    const { reason } = decide(program, {
      ...request,
      subject: changedState(program, request.subject, { ageBand: band.id }),
    });
    if (reason !== 'age' && reason !== 'unknown-age' && reason !== 'guardian')
      return { kind: 'be-of-age', years: band.from };
  }
  return undefined;
}

function apply(program: Program, request: Request, change: Change): Request {
  const { subject } = request;
  const { restricted } = subject;
  const state = (facts: Partial<SubjectFacts>, matter?: string): Request => ({
    ...request,
    subject: changedState(program, subject, facts, matter),
  });
  switch (change.kind) {
    case 'give-consent':
      return state({ consents: [...subject.consents, change.consent] });
    case 'lift-restriction': {
      const all = restricted === 'all' ? program.purposes.ids : restricted;
      return state({ restricted: all.filter((id) => id !== change.purpose) });
    }
    case 'withdraw-objection':
      return state({ objected: subject.objected.filter((id) => id !== change.purpose) });
    case 'accept-change':
      return state({}, matterOf(change.purpose, change.recipient));
    case 'open-account':
      return state({ status: 'active' });
    case 'be-of-age':
      return state({ ageBand: program.bands.find((band) => band.from === change.years && band.id !== 'unknown')!.id });
    case 'leave-out':
      return { ...request, fields: request.fields.filter((field) => !change.fields.includes(field)) };
  }
}
