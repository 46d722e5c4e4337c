import { canonicalJson } from '@kept/base';
import type { Changes, Manifest, Program, Reason, Succession } from '@kept/policy';
import { matterOf } from './matter.ts';
import type { RefusedField, Request } from './request.ts';
import type { Line } from './state.ts';

type Kind = Changes['askAgain'][number];

/** What of a change an earlier version's refusal may come from; any other is one that everybody is asked about. */
const BY_GROWTH: ReadonlySet<Reason> = new Set([
  ...(['unknown-purpose', 'unknown-field', 'unknown-recipient', 'unknown-collection'] as const),
  ...(['minimisation', 'collection', 'recipient', 'recipient-field'] as const),
]);

/**
 * Whether what version `i` refuses needs no consent in the present one: its basis is no consent; it is new by nothing but
 * a new purpose, field, collection or recipient; no version from `i` on promises to ask again about such a change; and
 * whatever else bears on the purpose, on places and on ages is as it was. Where that cannot be told, it needs consent.
 */
export function released({ succession }: Line, i: number, request: Request, { field, reason }: RefusedField): boolean {
  const { versions, present } = succession;
  const before = versions[i]!;
  if (!BY_GROWTH.has(reason) || present.manifest.purposes[request.purpose]?.basis === 'consent') return false;
  const asked = new Set<Kind>(versions.slice(i).flatMap(({ manifest }) => manifest.changes.askAgain));
  const kinds = kindsOf(before.manifest, request, field);
  return kinds.length > 0 && kinds.every((kind) => !asked.has(kind)) && sameOtherwise(succession, before, request);
}

/** In what respects this is new. */
function kindsOf({ purposes, fields, collections, recipients }: Manifest, request: Request, field: string): Kind[] {
  const purpose = purposes[request.purpose];
  const row = request.collection === undefined ? undefined : collections[request.collection];
  const party = request.recipient === undefined ? undefined : recipients[request.recipient];
  const kinds: Kind[] = [];
  if (purpose === undefined) kinds.push('new-purpose');
  const taken =
    request.collection === undefined || [...(row?.required ?? []), ...(row?.optional ?? [])].includes(field);
  if (!taken || fields[field] === undefined || purpose?.fields.includes(field) === false) kinds.push('more-data');
  if (request.recipient === undefined) return kinds;
  if (!party?.fields.includes(field) || purpose?.recipients.includes(request.recipient) === false)
    kinds.push('new-recipient');
  return kinds;
}

const compared = new WeakMap<Succession, Map<string, boolean>>();

/** Whether nothing else changed that a decision about this could rest on. Found once for each purpose and recipient. */
function sameOtherwise(succession: Succession, before: Program, request: Request): boolean {
  const known = compared.get(succession) ?? new Map<string, boolean>();
  compared.set(succession, known);
  const key = `${before.hash} ${matterOf(request.purpose, request.recipient)}`;
  const answer = known.get(key) ?? restIsSame(before.manifest, succession.present.manifest, request);
  known.set(key, answer);
  return answer;
}

function restIsSame(was: Manifest, is: Manifest, request: Request): boolean {
  const rest = (m: Manifest): unknown => ({
    places: [m.regions, m.transfers, m.jurisdictions],
    ages: m.ages,
    consents: Object.entries(m.consents).map(([id, { kind, by }]) => [id, kind, by ?? 'person']),
  });
  return (
    same(rest(was), rest(is)) &&
    (was.purposes[request.purpose] === undefined || same(purposeRest(was, request), purposeRest(is, request))) &&
    (was.recipients[request.recipient ?? ''] === undefined || same(partyRest(was, request), partyRest(is, request)))
  );
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** What of a purpose may grow, and what decides nothing. */
const APART: ReadonlySet<string> = new Set([
  ...['label', 'dpv', 'ground', 'exemption', 'group', 'clause', 'disclosure'],
  ...['fields', 'redact', 'recipients'],
]);

/** What decides about a purpose besides its fields and recipients. */
function purposeRest({ purposes, exceptions }: Manifest, { purpose: id }: Request): unknown {
  const purpose = purposes[id]!;
  const { disclosure } = purpose;
  const rest = Object.entries(purpose).filter(([key]) => !APART.has(key));
  return [Object.fromEntries(rest), disclosure === undefined ? null : (exceptions[disclosure]!.consent ?? '')];
}

function partyRest({ recipients, exceptions }: Manifest, { recipient }: Request): unknown {
  const { country, role, exception } = recipients[recipient!]!;
  return { country, role, consent: exception === undefined ? null : (exceptions[exception]!.consent ?? '') };
}
