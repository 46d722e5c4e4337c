import type { Manifest } from '@kept/policy';
import type { Decision, Obligation, RefusedField } from '../request.ts';
import { interpret, type PlainRequest } from './interpret.ts';

/** What a person was told and agreed to, by the position of the version. */
export interface PlainStanding {
  readonly joined: number;
  /** The version that wrote the person's jurisdiction. */
  readonly placed: number;
  /** By consent: the version that was shown. */
  readonly shown: Readonly<Record<string, number>>;
  /** By purpose, or `purpose.recipient`: the version agreed to. */
  readonly agreed: Readonly<Record<string, number>>;
}

type Together = PlainRequest & { readonly collected?: number | undefined };

/**
 * The slow oracle of a succession: asks `interpret` of every version that still counts, and reads the change duties as
 * they are written. Must always answer what `decide` answers for a person with this standing. For tests.
 */
export function interpretTogether(manifests: readonly Manifest[], q: Together, standing: PlainStanding): Decision {
  const last = manifests.length - 1;
  const now = manifests[last]!;
  const mine = peopleLike(manifests, last, q, standing);
  const answer = interpret(now, { ...q, subject: mine[0]! });
  // Who joined under the present version is bound by nothing else.
  if (standing.joined === last && mine.length === 1) return answer;
  const matter = q.recipient === undefined ? q.purpose : `${q.purpose}.${q.recipient}`;
  const counting = manifests.map((_, i) => i).filter((i) => i >= agreedIn(manifests, q, standing, matter));
  const collected = q.action === 'collect' ? last : Math.max(standing.joined, q.collected ?? standing.joined);

  const said = counting.flatMap((i) =>
    peopleLike(manifests, i, q, standing).map((subject) => ({
      i,
      ...interpret(manifests[i]!, { ...q, fields: answer.permitted, subject }),
    })),
  );
  const why = (field: string) => {
    for (const { i, refused } of said) {
      const no = refused.find((each) => each.field === field);
      if (no === undefined) continue;
      if (i === last) return { i, ...no };
      const demanded = answer.basis === 'legal-obligation' || answer.basis === 'vital-interest';
      if (demanded || (collected > i && needsNoConsent(manifests.slice(i), q, no))) continue;
      return { i, ...no, reason: 'change' as const };
    }
    return undefined;
  };

  const refused: (RefusedField & { i: number })[] = q.fields.flatMap((field) => {
    const own = answer.refused.find((each) => each.field === field);
    if (own !== undefined) return [{ ...own, i: last }];
    const later = why(field);
    return later === undefined ? [] : [later];
  });
  const permitted = q.fields.filter((field) => !refused.some((each) => each.field === field));
  const first = answer.permitted.length === 0 ? undefined : refused[0];
  const decided = interpret(manifests[first?.i ?? last]!, q);
  const none = answer.permitted.length === 0;
  return {
    ...answer,
    outcome: answer.outcome === 'permit' && refused.length > 0 ? 'refuse' : answer.outcome,
    partial: refused.length > 0 && permitted.length > 0,
    permitted,
    refused: refused.map(({ field, clause, reason }) => ({ field, clause, reason })),
    obligations: none ? answer.obligations : duties(answer, said, manifests, permitted),
    ...(!none && { version: decided.version, hash: decided.hash }),
    ...(first && { clause: first.clause, reason: first.reason }),
  };
}

/** The oldest version that counts in a matter. */
function agreedIn(
  manifests: readonly Manifest[],
  q: Together,
  { joined, agreed, shown }: PlainStanding,
  matter: string,
) {
  let from = Math.max(joined, agreed[matter] ?? 0);
  if (matter !== q.purpose) return from;
  for (const consent of q.subject.consents) {
    const version = shown[consent];
    if (version !== undefined && manifests[version]!.purposes[q.purpose]?.consent === consent)
      from = Math.max(from, version);
  }
  return from;
}

/** Everybody who the person may be under a version. */
function peopleLike(manifests: readonly Manifest[], i: number, q: Together, { placed, shown }: PlainStanding) {
  const version = manifests[i]!;
  const consents = q.subject.consents.filter((id) => {
    const asked = version.consents[id];
    const was = shown[id] === undefined ? undefined : manifests[shown[id]]!.consents[id];
    if (asked === undefined || (asked.by === 'guardian') !== (was?.by === 'guardian')) return false;
    return asked.kind === 'consent' || was?.kind === 'separate' || was?.kind === 'explicit';
  });
  const homes = WORLD.filter((place) => lives(manifests[placed]!, place) === q.subject.jurisdiction);
  const jurisdictions = [...new Set(homes.map((place) => lives(version, place)))];
  return (jurisdictions.length === 0 ? ['nowhere'] : jurisdictions)
    .toSorted((a, b) => order(version, manifests[placed]!, a, b))
    .map((jurisdiction) => ({ ...q.subject, consents, jurisdiction }));
}

/** Every place that a random policy can name, and one that none names. */
const WORLD = ['*', 'US', 'US-CA', 'CN', 'DE', 'IN', 'FR'];

function lives(m: Manifest, place: string): string {
  const named = (where: string) =>
    Object.keys(m.jurisdictions).find((id) => (m.jurisdictions[id]!.residences as readonly string[]).includes(where));
  return named(place) ?? (place === 'US-CA' ? named('US') : undefined) ?? named('*')!;
}

/** Where several are possible, the first in sight tells why: the rest of the world before what is named. */
function order(version: Manifest, writer: Manifest, a: string, b: string): number {
  const places = [
    '*',
    ...[writer, version].flatMap((m) => Object.values(m.jurisdictions).flatMap((j) => j.residences)),
  ];
  const first = (id: string) => places.findIndex((place) => lives(version, place) === id);
  return first(a) - first(b);
}

/** What the change duties of all versions concerned say of one thing that is new. */
function needsNoConsent(manifests: readonly Manifest[], q: Together, { field, reason }: RefusedField): boolean {
  const [was, now] = [manifests[0]!, manifests.at(-1)!];
  const purpose = now.purposes[q.purpose];
  if (purpose?.basis === 'consent') return false;
  const promised = (kind: string) => manifests.some((m) => m.changes.askAgain.includes(kind as never));
  const old = was.purposes[q.purpose];
  const row = q.collection === undefined ? undefined : was.collections[q.collection];
  const party = q.recipient === undefined ? undefined : was.recipients[q.recipient];
  const news: string[] = [];
  if (old === undefined) news.push('new-purpose');
  if (was.fields[field] === undefined || (old !== undefined && !old.fields.includes(field))) news.push('more-data');
  if (q.collection !== undefined && !row?.required.includes(field) && !row?.optional.includes(field))
    news.push('more-data');
  if (q.recipient !== undefined && !party?.fields.includes(field)) news.push('new-recipient');
  if (q.recipient !== undefined && old !== undefined && !old.recipients.includes(q.recipient))
    news.push('new-recipient');
  const growth = ['unknown-purpose', 'unknown-field', 'unknown-recipient', 'unknown-collection', 'minimisation'];
  if (![...growth, 'collection', 'recipient', 'recipient-field'].includes(reason)) return false;
  if (news.length === 0 || news.some(promised)) return false;
  return alike(was, now, q);
}

/** Whether a purpose, the places and the ages are as they were. */
function alike(was: Manifest, now: Manifest, q: Together): boolean {
  const text = (m: Manifest) =>
    JSON.stringify([
      sorted(m.regions),
      sorted(m.transfers),
      sorted(m.jurisdictions),
      sorted(m.ages),
      Object.entries(m.consents).map(([id, { kind, by }]) => `${id} ${kind} ${by}`),
    ]);
  const exception = (m: Manifest, id: string | undefined) =>
    id === undefined ? 'none' : (m.exceptions[id]!.consent ?? '');
  const traits = (m: Manifest) => {
    const p = m.purposes[q.purpose];
    if (p === undefined) return null;
    const { basis, consent, sensitiveConsent, regions, minAge, actions, actors, beforeAccount } = p;
    const own = { basis, consent, sensitiveConsent, regions, minAge, actions, actors, beforeAccount };
    return JSON.stringify([sorted(own), exception(m, p.disclosure)]);
  };
  const party = (m: Manifest) => {
    const r = m.recipients[q.recipient ?? ''];
    return r === undefined ? null : JSON.stringify([r.country, r.role, exception(m, r.exception)]);
  };
  const kept = (of: (m: Manifest) => string | null) => of(was) === null || of(was) === of(now);
  return text(was) === text(now) && kept(traits) && kept(party);
}

/** The same text for the same value. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}

/** Those of every version that permitted, each once. */
function duties(
  answer: Decision,
  said: readonly ({ readonly i: number } & Decision)[],
  manifests: readonly Manifest[],
  permitted: readonly string[],
): Obligation[] {
  if (permitted.length === 0) return [];
  const last = manifests.length - 1;
  const all: Obligation[] = [...answer.obligations];
  for (const { i, hash, obligations } of said)
    for (const each of obligations) all.push(i === last ? each : { ...each, policy: hash });
  const left = all
    .map((each) =>
      each.fields === undefined ? each : { ...each, fields: each.fields.filter((field) => permitted.includes(field)) },
    )
    .filter((each) => each.fields === undefined || each.fields.length > 0);
  const text = (each: Obligation) => JSON.stringify([each.kind, each.policy, each.clause, each.fields]);
  return left.filter((each, i) => left.findIndex((other) => text(other) === text(each)) === i);
}
