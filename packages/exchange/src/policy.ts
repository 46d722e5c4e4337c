/** A policy as a document: the controller, and a process for each purpose of each row of its collections. */
import { type Manifest, type Program, type Recipient, type Retention, retentionOf } from '@kept/policy';
import type { Iri } from '@kept/vocab';
import { CONTEXT, conformsTo, type Document, labelled, localTerms, type Node, urn } from './document.ts';
import { BASES, CONSENTS, durationOf, endOf, PARTIES, PROCESSING, SOURCES } from './terms.ts';

/** What every part of the document is made from. */
interface Whole {
  readonly id: string;
  readonly manifest: Manifest;
}

/** The policy in DPV's words. Pure; a few milliseconds for the largest. */
export function policyDocument({ id, version, hash, manifest }: Program): Document {
  const whole = { id, manifest };
  const parts: Node[] = [
    controllerOf(whole),
    ...Object.keys(manifest.recipients).map((each) => recipientNode(whole, each)),
    ...Object.keys(manifest.fields).map((each) => fieldNode(whole, each)),
    ...Object.keys(manifest.collections).flatMap((each) => processesOf(whole, each)),
  ];
  const head = headOf(whole, version, hash);
  return { '@context': CONTEXT, ...head, '@included': [...parts, ...localTerms([head, ...parts])] };
}

const headOf = ({ id, manifest }: Whole, version: string, hash: string): Node => ({
  '@id': urn(id, 'policy', version),
  '@type': 'dpv:PrivacyNotice',
  ...conformsTo(),
  ...labelled(manifest.title),
  'dct:identifier': `sha256:${hash}`,
  'dct:language': manifest.language,
  ...(manifest.published !== null && { 'dct:date': manifest.published }),
  'dpv:hasEntity': controllerId(id),
  'dpv:hasTechnicalMeasure': [...new Set(Object.values(manifest.measures).flatMap(({ dpv }) => dpv))],
  'dpv:hasRight': Object.entries(manifest.rights).map(([right, { label, dpv = [] }]) => ({
    '@id': urn(id, 'right', right),
    '@type': ['dpv:DataSubjectRight', ...dpv],
    ...labelled(label),
  })),
});

export const controllerId = (policy: string): string => urn(policy, 'party', 'controller');

/** The controller, with its contacts. */
export function controllerOf({ id, manifest: { controller } }: Whole): Node {
  const mail = controller.contacts.filter(({ channel }) => channel === 'email').map(({ value }) => value);
  return {
    '@id': controllerId(id),
    '@type': 'dpv:DataController',
    'dpv:hasName': controller.name,
    'dpv:hasIdentifier': controllerId(id),
    'schema:contactPoint': [
      ...mail.map((value) => ({ '@type': 'schema:ContactPoint', 'schema:email': value })),
      ...(controller.address === undefined
        ? []
        : [{ '@type': 'schema:PostalAddress', 'schema:streetAddress': controller.address }]),
    ],
  };
}

export function recipientNode({ id, manifest }: Whole, recipient: string): Node {
  const { name, party, role, dpv = [], country } = manifest.recipients[recipient] as Recipient;
  return {
    '@id': urn(id, 'party', recipient),
    '@type': [PARTIES[role], ...dpv],
    ...labelled(party),
    ...(name !== undefined && { 'dpv:hasName': name }),
    ...(country !== '*' && country !== 'own' && { 'dpv:hasLocation': `loc:${country}` }),
  };
}

export function fieldNode({ id, manifest }: Whole, field: string): Node {
  const { label, category, sensitive, subject } = manifest.fields[field]!;
  return {
    '@id': urn(id, 'field', field),
    '@type': sensitive ? 'dpv:SensitivePersonalData' : 'dpv:PersonalData',
    'skos:broader': [category],
    ...labelled(label),
    'dct:identifier': field,
    'dpv:hasDataSubject': manifest.roles[subject]!.dpv,
  };
}

function processesOf(whole: Whole, collection: string): Node[] {
  const { id, manifest } = whole;
  const row = manifest.collections[collection]!;
  return row.purposes.map((purpose) => ({
    '@id': urn(id, 'process', `${collection}:${purpose}`),
    ...labelled(row.label),
    'dct:isPartOf': urn(id, 'collection', collection),
    'dpv:hasDataSource': SOURCES[row.source ?? 'person'],
    ...processNode(whole, { collection, purpose }),
  }));
}

/** Fields of a row that a purpose takes, what it does with them, by what right, where and how long. */
export function processNode(whole: Whole, at: { readonly collection?: string; readonly purpose: string }): Node {
  const { id, manifest } = whole;
  const purpose = manifest.purposes[at.purpose]!;
  const row = at.collection === undefined ? undefined : manifest.collections[at.collection]!;
  const taken = row ? [...row.required, ...row.optional] : purpose.fields;
  const fields = purpose.fields.filter((field) => taken.includes(field));
  const actions = purpose.actions ?? (['collect', 'use', 'share', 'transfer', 'retain'] as const);
  return {
    '@type': 'dpv:Process',
    'dpv:hasPurpose': {
      '@id': urn(id, 'purpose', at.purpose),
      '@type': 'dpv:Purpose',
      'skos:broader': [...purpose.dpv],
    },
    'dpv:hasPersonalData': fields.map((field) => ({
      '@id': urn(id, 'field', field),
      ...(row && { 'dpv:hasNecessity': row.required.includes(field) ? 'dpv:Required' : 'dpv:Optional' }),
    })),
    'dpv:hasProcessing': actions.map((action) => PROCESSING[action]),
    'dpv:hasLegalBasis': basesOf(manifest, at.purpose),
    'dpv:hasDataController': controllerId(id),
    'dpv:hasRecipient': recipientsOf(whole, at.purpose, fields),
    'dpv:hasStorageCondition': [
      ...purpose.regions.map((region) => ({
        '@type': 'dpv:StorageLocation',
        'dpv:hasLocation': `loc:${manifest.regions[region]!.country}`,
      })),
      ...rulesOf(manifest, fields, at).flatMap(storageOf),
    ],
  };
}

/** The law's own ground where the manifest names one, else DPV's; and the consent that sensitive fields need besides. */
function basesOf(manifest: Manifest, id: string): Iri[] {
  const { basis, ground, consent, sensitiveConsent } = manifest.purposes[id]!;
  const ofConsent = (name: string | undefined): Iri[] => {
    const found = name === undefined ? undefined : manifest.consents[name];
    return found ? [found.ground ?? CONSENTS[found.kind]] : [];
  };
  const own = ground ?? ofConsent(consent)[0] ?? BASES[basis];
  return [...new Set([own, ...ofConsent(sensitiveConsent)])];
}

/** Nobody outside: then the controller itself is named, as ISO/IEC TS 27560 asks. */
function recipientsOf({ id, manifest }: Whole, purpose: string, fields: readonly string[]): string[] {
  const parties = manifest.purposes[purpose]!.recipients.filter((recipient) =>
    manifest.recipients[recipient]!.fields.some((field) => fields.includes(field)),
  );
  return parties.length === 0 ? [controllerId(id)] : parties.map((recipient) => urn(id, 'party', recipient));
}

const rulesOf = (
  manifest: Manifest,
  fields: readonly string[],
  at: { readonly collection?: string; readonly purpose: string },
): Retention[] => [...new Set(fields.flatMap((field) => retentionOf(manifest, { field, ...at }) as Retention[]))];

const storageOf = (rule: Retention): Node[] => [
  { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': durationOf(rule.until) },
  { '@type': endOf(rule) },
];
