/** Consents as ISO/IEC TS 27560:2023 records and receipts, in the profile of DPV's guide. */
import type { Instant } from '@kept/base';
import type { Program } from '@kept/policy';
import type { ConsentRecord } from '@kept/subjects';
import { CONTEXT, conformsTo, type Document, localTerms, type Node, urn } from './document.ts';
import { controllerOf, fieldNode, processNode, recipientNode } from './policy.ts';
import { CONSENTS } from './terms.ts';

/** Whose record it is, and where they act on it. */
export interface ConsentHolder {
  readonly jurisdiction: string;
  /** Address of the site; consents are taken back at `/choices`, rights asked for at `/requests`. */
  readonly origin: string;
}

const EVENTS = {
  given: 'dpv:ConsentGiven',
  withdrawn: 'dpv:ConsentWithdrawn',
  refused: 'dpv:ConsentRefused',
} as const;

/**
 * The record of one consent: every event of its life, the oldest first, none left out. `events` are of one person and
 * one consent of this policy. The person is named by the kernel's opaque id, never by name or contact.
 */
export function consentRecord(program: Program, holder: ConsentHolder, events: readonly ConsentRecord[]): Document {
  const record = recordNode(program, holder, events);
  return { '@context': CONTEXT, ...record, '@included': [...partsOf(program, events), ...localTerms(record)] };
}

/** What a person is handed: that the controller holds these records. Signed by whoever sends it. */
export function consentReceipt(
  program: Program,
  holder: ConsentHolder,
  receipt: { readonly id: string; readonly at: Instant; readonly records: readonly (readonly ConsentRecord[])[] },
): Document {
  const records = receipt.records.map((events) => recordNode(program, holder, events));
  return {
    '@context': CONTEXT,
    '@id': `urn:uuid:${receipt.id}`,
    '@type': 'dpv:ConsentReceipt',
    ...conformsTo('dpv-27560:receipt'),
    'dct:identifier': receipt.id,
    'dpv:hasIdentifier': receipt.id,
    'dct:created': new Date(receipt.at).toISOString(),
    'dpv:hasRecordOfActivity': records,
    '@included': [...partsOf(program, receipt.records.flat()), ...localTerms(records)],
  };
}

function recordNode(program: Program, { jurisdiction, origin }: ConsentHolder, events: readonly ConsentRecord[]): Node {
  const { id: policy, version, manifest } = program;
  const ordered = events.toSorted((a, b) => a.event.at - b.event.at || (a.id < b.id ? -1 : 1));
  const first = ordered[0]!;
  const last = ordered.at(-1)!;
  const consent = manifest.consents[first.consent];
  const person = `urn:uuid:${first.subject}`;
  return {
    '@id': `urn:uuid:${first.id}`,
    '@type': 'dpv:ConsentRecord',
    ...conformsTo('dpv-27560:record'),
    'dct:identifier': first.id,
    'dpv:hasIdentifier': first.id,
    'dpv:hasDataSubject': { '@id': person, '@type': 'dpv:DataSubject' },
    'dpv:hasNotice': {
      '@id': urn(policy, 'notice', last.notice),
      '@type': 'dpv:ConsentNotice',
      'dct:language': last.language,
      'dct:identifier': `sha256:${last.notice}`,
      ...(last.notice === program.hash && { 'dct:hasVersion': version }),
    },
    'dpv:hasLegalBasis': [consent?.ground ?? CONSENTS[last.event.type as keyof typeof CONSENTS]],
    'dpv:hasProcess': last.purposes
      .filter((purpose) => Object.hasOwn(manifest.purposes, purpose))
      .map((purpose) => ({
        '@id': urn(policy, 'process', `${first.consent}:${purpose}`),
        ...processNode({ id: policy, manifest }, { purpose }),
        'dpv:hasJurisdiction': urn(policy, 'jurisdiction', jurisdiction),
        'dpv:hasApplicableLaw': [...(manifest.jurisdictions[jurisdiction]?.laws ?? [])],
        'dpv:hasConsentControl': { '@type': 'dpv:WithdrawConsent', 'dpv:isExercisedAt': `${origin}/choices` },
        'dpv:hasRight': rightsOf(program, jurisdiction, origin),
      })),
    'dpv:hasEntity': controllerOf({ id: policy, manifest }),
    'dpv:hasConsentStatus': ordered.map((each) => statusOf(each, person)),
  };
}

const statusOf = ({ event, method }: ConsentRecord, person: string): Node => ({
  '@type': EVENTS[event.state],
  'dpv:isIndicatedAtTime': new Date(event.at).toISOString(),
  'dpv:isIndicatedBy': person,
  'dpv:hasIndicationMethod': method,
  'dpv:hasDuration': {
    '@type': 'dpv:UntilEventDuration',
    'rdf:value': 'consent is withdrawn, or purpose, data or recipient change',
  },
});

const rightsOf = ({ id, manifest }: Program, jurisdiction: string, origin: string): Node[] =>
  Object.entries(manifest.rights)
    .filter(([, { jurisdictions }]) => jurisdictions?.includes(jurisdiction) ?? true)
    .map(([right, { dpv = [] }]) => ({
      '@id': urn(id, 'right', right),
      '@type': ['dpv:DataSubjectRight', ...dpv],
      'dpv:isExercisedAt': `${origin}/requests`,
    }));

/** Fields and parties that the records speak of, each once. */
function partsOf({ id, manifest }: Program, events: readonly ConsentRecord[]): Node[] {
  const purposes = [...new Set(events.flatMap(({ purposes: each }) => each))].flatMap(
    (purpose) => manifest.purposes[purpose] ?? [],
  );
  const fields = [...new Set(purposes.flatMap((purpose) => purpose.fields))];
  const parties = [...new Set(purposes.flatMap((purpose) => purpose.recipients))];
  const whole = { id, manifest };
  return [...fields.map((field) => fieldNode(whole, field)), ...parties.map((party) => recipientNode(whole, party))];
}
