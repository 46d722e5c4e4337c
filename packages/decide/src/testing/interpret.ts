import { createHash } from 'node:crypto';
import { canonicalJson } from '@kept/base';
import type { Manifest, Purpose, Reason } from '@kept/policy';
import type { Decision, Obligation, RefusedField } from '../request.ts';

/** A request as plain data: the person's facts instead of a packed state. */
export interface PlainRequest {
  readonly actor: string;
  readonly action: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly collection?: string | undefined;
  readonly recipient?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly subject: {
    readonly region: string;
    /** In years; undefined where nobody knows. */
    readonly age: number | undefined;
    readonly jurisdiction: string;
    readonly status: string;
    readonly consents: readonly string[];
    readonly restricted: readonly string[] | 'all';
    readonly objected: readonly string[];
  };
}

type No = readonly [outcome: 'refuse' | 'cannot-tell', reason: Reason, clause: string];

/** The implicit purpose, written out as the manifest would. */
function rightsPurpose(m: Manifest): Purpose {
  const clause = rightClause(m, 'access') ?? m.otherwise;
  const none = { en: '-', 'zh-Hans': '-', 'zh-Hant': '-' };
  return {
    label: none,
    dpv: ['dpv:RightsFulfilment'],
    basis: 'legal-obligation',
    group: 'rights',
    fields: Object.keys(m.fields),
    recipients: [],
    regions: Object.keys(m.regions) as never,
    actions: ['use'],
    actors: ['person', 'system'],
    beforeAccount: true,
    clause,
  };
}

const rightClause = (m: Manifest, kind: string): string | undefined =>
  Object.values(m.rights).find((right) => right.kind === kind)?.clause;

const demanded = (p: Purpose): boolean => p.basis === 'legal-obligation' || p.basis === 'vital-interest';

/**
 * The slow oracle: reads the manifest as a lawyer would, with no table of its own, and must always answer what `decide`
 * answers. For tests.
 */
export function interpret(m: Manifest, q: PlainRequest): Decision {
  const isRights = q.purpose === 'rights';
  const purpose = isRights ? rightsPurpose(m) : m.purposes[q.purpose];
  const to = q.to ?? q.subject.region;
  const asked = q.from ?? q.subject.region;
  // A request from a place that nobody knows is told so, even where it does not matter.
  const from = q.action === 'collect' && m.regions[asked] !== undefined ? q.subject.region : asked;
  const no = wholly(m, q, purpose, isRights, from, to);
  const refused: RefusedField[] = [];
  const permitted: string[] = [];
  let outcome: Decision['outcome'] = no?.[0] ?? 'permit';
  for (const field of q.fields) {
    const why = no ?? fieldwise(m, q, purpose!, isRights, field);
    if (why === undefined) permitted.push(field);
    else {
      refused.push({ field, clause: why[2], reason: why[1] });
      if (outcome !== 'cannot-tell') outcome = why[0];
    }
  }
  return {
    outcome,
    partial: refused.length > 0 && permitted.length > 0,
    permitted,
    refused,
    obligations: permitted.length === 0 ? [] : duties(m, q, purpose!, isRights, permitted, from, to),
    version: m.version,
    hash: hashOf(m),
    clause: no?.[2] ?? refused[0]?.clause ?? purpose!.clause,
    reason: no?.[1] ?? refused[0]?.reason ?? null,
    purpose: q.purpose,
    basis: purpose?.basis ?? null,
  };
}

const hashes = new WeakMap<Manifest, string>();

/** As anybody can take it over the manifest. */
function hashOf(m: Manifest): string {
  const hash = hashes.get(m) ?? createHash('sha256').update(canonicalJson(m)).digest('hex');
  hashes.set(m, hash);
  return hash;
}

function wholly(
  m: Manifest,
  q: PlainRequest,
  purpose: Purpose | undefined,
  isRights: boolean,
  from: string,
  to: string,
): No | undefined {
  const lost = (reason: Reason): No => ['cannot-tell', reason, m.otherwise];
  const refuse = (reason: Reason, clause: string): No => ['refuse', reason, clause];
  const s = q.subject;
  if (purpose === undefined) return lost('unknown-purpose');
  if (!['person', 'service', 'operator', 'system'].includes(q.actor)) return lost('unknown-actor');
  if (!['collect', 'use', 'share', 'transfer', 'disclose', 'retain'].includes(q.action)) return lost('unknown-action');
  const recipient = q.recipient === undefined ? undefined : m.recipients[q.recipient];
  if (q.recipient !== undefined && recipient === undefined) return lost('unknown-recipient');
  if (q.collection !== undefined && m.collections[q.collection] === undefined) return lost('unknown-collection');
  if (m.regions[from] === undefined || m.regions[to] === undefined) return lost('unknown-region');
  if (m.regions[s.region] === undefined) return lost('unknown-region');
  if (m.jurisdictions[s.jurisdiction] === undefined) return lost('unknown-jurisdiction');
  if (!['prospective', 'active', 'closing', 'closed'].includes(s.status)) return lost('unknown-status');
  if (q.action === 'share' && recipient === undefined) return lost('no-recipient');
  if (q.action === 'collect' && q.collection === undefined) return lost('no-collection');

  const actions = purpose.actions ?? ['collect', 'use', 'share', 'transfer', 'retain'];
  if (purpose.actors !== undefined && !purpose.actors.includes(q.actor as never))
    return refuse('actor', purpose.clause);
  if (!actions.includes(q.action as never)) return refuse('action', purpose.clause);

  const closure = rightClause(m, 'closure') ?? purpose.clause;
  const soft = purpose.basis === 'consent' || purpose.basis === 'legitimate-interest';
  if (s.status === 'prospective' && purpose.beforeAccount !== true) return refuse('status', purpose.clause);
  if (s.status === 'closing' && (soft || q.action === 'collect')) return refuse('status', closure);
  if (s.status === 'closed' && (purpose.basis !== 'legal-obligation' || isRights)) return refuse('status', closure);

  const restricted = s.restricted === 'all' || s.restricted.includes(q.purpose);
  if (restricted && !demanded(purpose) && q.action !== 'retain')
    return refuse('restriction', rightClause(m, 'restriction') ?? purpose.clause);

  const young = isRights ? undefined : tooYoung(m, q, purpose);
  if (young !== undefined) return young;
  if (purpose.basis === 'consent' && !s.consents.includes(purpose.consent!))
    return refuse('consent', m.consents[purpose.consent!]!.clause);
  if (s.objected.includes(q.purpose) && !demanded(purpose))
    return refuse('objection', rightClause(m, 'objection') ?? purpose.clause);

  if (recipient !== undefined) {
    if (!purpose.recipients.includes(q.recipient!))
      return refuse('recipient', isRights ? purpose.clause : recipient.clause);
    const exception = recipient.exception === undefined ? undefined : m.exceptions[recipient.exception]!;
    if (exception?.consent !== undefined && !s.consents.includes(exception.consent))
      return refuse('sharing-consent', exception.clause);
  }
  if (q.action === 'disclose') {
    const exception = m.exceptions[purpose.disclosure!]!;
    if (exception.consent !== undefined && !s.consents.includes(exception.consent))
      return refuse('disclosure-consent', exception.clause);
  }
  if (!purpose.regions.includes(to)) return refuse('region', m.regions[to]!.clause);
  for (const rules of ways(m, q, from, to)) {
    const never = rules.find((rule) => rule.rule === 'never');
    if (never !== undefined) return refuse('transfer', never.clause);
    for (const rule of rules)
      if (rule.rule === 'separate-consent' && !s.consents.includes(rule.consent!))
        return refuse('transfer-consent', rule.clause);
  }
  return undefined;
}

function tooYoung(m: Manifest, q: PlainRequest, purpose: Purpose): No | undefined {
  const { age, jurisdiction, consents } = q.subject;
  const limit = purpose.minAge ?? 0;
  const rules = m.ages.filter(
    (rule) =>
      rule.rule !== 'advice' &&
      !demanded(purpose) &&
      (rule.jurisdictions === undefined || rule.jurisdictions.includes(jurisdiction)),
  );
  if (age === undefined) return limit > 0 || rules.length > 0 ? ['cannot-tell', 'unknown-age', m.otherwise] : undefined;
  if (age < limit) return ['refuse', 'age', purpose.clause];
  const mine = rules.filter((rule) => age < rule.below);
  const closed = mine.find((rule) => rule.rule === 'no-account');
  if (closed !== undefined) return ['refuse', 'age', closed.clause];
  const guarded = mine.find((rule) => rule.rule === 'guardian');
  return guarded !== undefined && !consents.includes(guarded.consent!)
    ? ['refuse', 'guardian', guarded.clause]
    : undefined;
}

/** The transfer rules of each leg on which data leaves somewhere. */
function ways(m: Manifest, q: PlainRequest, from: string, to: string): Manifest['transfers'][] {
  const country = (region: string) => m.regions[region]!.country;
  const legs: Manifest['transfers'][] = [];
  if (from !== to)
    legs.push(
      m.transfers.filter(
        (rule) =>
          (rule.from === '*' || rule.from === from) && (rule.to === '*' || rule.to === to || rule.to === country(to)),
      ),
    );
  const end = q.recipient === undefined ? undefined : m.recipients[q.recipient]!.country;
  if (end !== undefined && end !== 'own' && end !== country(to))
    legs.push(
      m.transfers.filter(
        (rule) =>
          (rule.from === '*' || rule.from === to) &&
          (end === '*' || rule.to === '*' || rule.to === end || m.regions[rule.to]?.country === end),
      ),
    );
  return legs;
}

function fieldwise(m: Manifest, q: PlainRequest, purpose: Purpose, isRights: boolean, id: string): No | undefined {
  const field = m.fields[id];
  if (field === undefined) return ['cannot-tell', 'unknown-field', m.otherwise];
  if (!purpose.fields.includes(id)) return ['refuse', 'minimisation', purpose.clause];
  const row = q.collection === undefined ? undefined : m.collections[q.collection]!;
  if (row !== undefined && !row.required.includes(id) && !row.optional.includes(id))
    return ['refuse', 'collection', row.clause];
  const recipient = q.recipient === undefined ? undefined : m.recipients[q.recipient]!;
  if (recipient !== undefined && !recipient.fields.includes(id)) return ['refuse', 'recipient-field', recipient.clause];
  if (isRights) return undefined;
  if (field.sensitive && !demanded(purpose)) {
    const own = purpose.consent === undefined ? undefined : m.consents[purpose.consent]!;
    const asked = purpose.sensitiveConsent;
    const open = asked === undefined ? own !== undefined && own.kind !== 'consent' : q.subject.consents.includes(asked);
    if (!open) return ['refuse', 'sensitive-consent', asked === undefined ? purpose.clause : m.consents[asked]!.clause];
  }
  if (field.readableBy === 'person' && q.actor !== 'person' && q.action !== 'collect' && q.action !== 'retain')
    return ['refuse', 'person-only', field.clause];
  return undefined;
}

function duties(
  m: Manifest,
  q: PlainRequest,
  purpose: Purpose,
  isRights: boolean,
  permitted: readonly string[],
  from: string,
  to: string,
): Obligation[] {
  const all: Obligation[] = [];
  const recipient = q.recipient === undefined ? undefined : m.recipients[q.recipient]!;
  const leaving = recipient ?? (q.action === 'disclose' || q.action === 'transfer' ? purpose : undefined);
  if (leaving !== undefined && !isRights) {
    all.push({ kind: 'record', clause: leaving.clause });
    const name = recipient === undefined ? purpose.disclosure : recipient.exception;
    const exception = name === undefined ? undefined : m.exceptions[name]!;
    for (const kind of exception?.duties ?? []) all.push({ kind, clause: exception!.clause });
  }
  for (const rules of ways(m, q, from, to))
    for (const rule of rules) {
      if (rule.rule === 'desensitised') all.push({ kind: 'desensitise', clause: rule.clause });
      if (rule.rule === 'standard-clauses' || rule.rule === 'safeguards')
        all.push({ kind: rule.rule, clause: rule.clause });
    }
  const own = permitted.filter((field) => purpose.redact?.includes(field));
  const theirs = permitted.filter((field) => !own.includes(field) && recipient?.redact?.includes(field));
  if (own.length > 0) all.push({ kind: 'redact', clause: purpose.clause, fields: own });
  if (theirs.length > 0) all.push({ kind: 'redact', clause: recipient!.clause, fields: theirs });
  return all;
}
