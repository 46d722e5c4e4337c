/** Documents of JSON-LD: nodes, identifiers, and the context that gives their names a meaning. */
import type { Lang, Text } from '@kept/policy';
import { broader, DPV_RELEASE, type Iri, isTerm, label, PREFIXES } from '@kept/vocab';

/** A node, or a value, of a document. */
export type Value = string | number | boolean | Node | readonly Value[];
/** By `@id`, `@type` and compact names. */
export interface Node {
  readonly [name: string]: Value;
}
/** A document with its context inside, so that it can be read without asking anybody. */
export interface Document {
  readonly '@context': Node;
  readonly [name: string]: Value;
}

const OUTSIDE = {
  dct: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  schema: 'https://schema.org/',
  'dpv-27560': 'https://w3id.org/dpv/schema/dpv-27560#',
};

/** Relations whose value is a thing, not a text: without this a reader takes `dpv:Marketing` for seven letters. */
const THINGS = [
  ...['Process', 'Purpose', 'PersonalData', 'Processing', 'LegalBasis', 'DataSubject', 'DataController', 'Recipient'],
  ...['Entity', 'DataSource', 'Location', 'Jurisdiction', 'ApplicableLaw', 'StorageCondition', 'Necessity', 'Notice'],
  ...['Right', 'ConsentControl', 'ConsentStatus', 'TechnicalMeasure', 'Rule', 'RecordOfActivity', 'Justification'],
].map((name) => `dpv:has${name}`);
const ID = { '@type': '@id' };

/** DPV publishes no context; this is ours. */
export const CONTEXT: Node = Object.freeze({
  '@version': 1.1,
  ...PREFIXES,
  ...OUTSIDE,
  ...Object.fromEntries(
    [...THINGS, 'dpv:isExercisedAt', 'dpv:isIndicatedBy', 'skos:broader', 'dct:conformsTo', 'dct:isPartOf'].map(
      (name) => [name, ID],
    ),
  ),
  'dct:created': { '@type': 'xsd:dateTime' },
  'dct:date': { '@type': 'xsd:date' },
  'dpv:isIndicatedAtTime': { '@type': 'xsd:dateTime' },
});

/** The release of the vocabulary: its terms carry none, so each document says it. */
export const conformsTo = (...profiles: readonly string[]): Node => ({ 'dct:conformsTo': [DPV_RELEASE, ...profiles] });

/** `urn:kept:aqara-account:field:account-phone`: names of things that only a policy knows. */
export const urn = (policy: string, kind: string, id: string): string => `urn:kept:${policy}:${kind}:${id}`;

/** A text in every language that it is said in. */
export const labelled = (text: Text): Node => ({
  'skos:prefLabel': (Object.entries(text) as [Lang, string][]).map(([lang, value]) => ({
    '@language': lang,
    '@value': value,
  })),
});

const LOCAL = /^(kept|pipl|ccpa):/;

/**
 * The terms of ours that a document uses, with the terms they stand under, up to DPV's own: a reader who knows DPV
 * alone can place each.
 */
export function localTerms(document: Value): Node[] {
  const found = new Map<Iri, Node>();
  const add = (iri: Iri): void => {
    if (!LOCAL.test(iri) || found.has(iri)) return;
    found.set(iri, {
      '@id': iri,
      '@type': ['rdfs:Class', 'skos:Concept'],
      'skos:prefLabel': [{ '@language': 'en', '@value': label(iri) }],
      'skos:broader': [...broader(iri)],
    });
    for (const parent of broader(iri)) add(parent);
  };
  const walk = (value: Value): void => {
    if (typeof value === 'string' && isTerm(value)) add(value);
    else if (typeof value === 'object') for (const each of Object.values(value)) walk(each as Value);
  };
  walk(document);
  return [...found.values()];
}
