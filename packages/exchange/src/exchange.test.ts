import { compile, LANGUAGES } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
import type { ConsentRecord } from '@kept/subjects';
import { isTerm, PREFIXES } from '@kept/vocab';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { consentReceipt, consentRecord, inventory, policyDocument } from './index.ts';

const program = compile(aqaraAccount);
const document = policyDocument(program);
const compact = Object.entries(PREFIXES).map(([prefix, iri]) => [iri, `${prefix}:`] as const);

/** Every IRI that the expanded form names, compact again. Fails on what the context does not know ("safe mode"). */
async function irisOf(source: object): Promise<Set<string>> {
  const expanded = await jsonld.expand(source, {
    safe: true,
    documentLoader: async (url: string) => expect.fail(`asked for ${url}`),
  });
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      const [iri, prefix] = compact.find(([each]) => value.startsWith(each)) ?? [];
      if (iri) found.add(prefix + value.slice(iri.length));
    } else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) {
        walk(key);
        walk(each);
      }
  };
  walk(expanded);
  return found;
}

const wordsOf = (node: unknown): string => JSON.stringify(node);

test('a policy expands without loss and without asking anybody, and names no term that is not pinned', async () => {
  const iris = await irisOf(document);
  expect(iris.size).toBeGreaterThan(200);
  expect([...iris].filter((iri) => !isTerm(iri))).toEqual([]);
});

test('terms of ours are explained by terms of DPV', async () => {
  const graph = document['@included'] as { '@id': string; 'skos:broader'?: string[] }[];
  const named = new Set(graph.map((node) => node['@id']));
  const used = [...(await irisOf(document))].filter((iri) => /^(kept|pipl|ccpa):/.test(iri));
  expect(used.length).toBeGreaterThan(50);
  expect(used.filter((iri) => !named.has(iri))).toEqual([]);
  for (const node of graph) for (const parent of node['skos:broader'] ?? []) expect(isTerm(parent)).toBe(true);
});

test('every field of every row is in the document, in a process with basis, place and end', () => {
  const graph = document['@included'] as Record<string, unknown>[];
  const processes = graph.filter((node) => node['@type'] === 'dpv:Process');
  for (const [id, row] of Object.entries(aqaraAccount.collections)) {
    const own = processes.filter((each) => each['dct:isPartOf'] === `urn:kept:aqara-account:collection:${id}`);
    for (const field of [...row.required, ...row.optional])
      expect(wordsOf(own), `${id} ${field}`).toContain(`"urn:kept:aqara-account:field:${field}"`);
  }
  for (const each of processes) {
    expect(each['dpv:hasLegalBasis']).not.toEqual([]);
    expect(wordsOf(each['dpv:hasStorageCondition'])).toMatch(/dpv:StorageLocation.*dpv:StorageDuration/);
  }
});

test.each(LANGUAGES)('the record of processing names everything in %s', (lang) => {
  const rows = inventory(program, lang);
  expect(rows.map(({ id }) => id)).toEqual(Object.keys(aqaraAccount.collections));
  for (const row of rows) {
    expect(row.regions.length * row.purposes.length * row.fields.length).toBeGreaterThan(0);
    for (const field of row.fields) expect(field.retention.length, `${row.id} ${field.id}`).toBeGreaterThan(0);
    for (const purpose of row.purposes) expect(isTerm(purpose.ground)).toBe(true);
  }
  expect(wordsOf(rows)).not.toContain('undefined');
});

const event = (n: number, state: 'given' | 'withdrawn'): ConsentRecord => ({
  schemaVersion: 'ISO/IEC TS 27560:2023',
  id: `0193a1f2-7c00-7000-8000-00000000000${n}`,
  subject: '0193a1f2-7c00-7000-8000-000000000042',
  consent: 'profile',
  purposes: ['profile'],
  notice: program.hash,
  language: 'zh-Hans',
  method: 'choices page, switch',
  event: { type: 'consent', state, at: Date.UTC(2026, 10, n, 8) },
});
const holder = { jurisdiction: Object.keys(aqaraAccount.jurisdictions)[0]!, origin: 'https://home.example' };

test('a consent record has all that ISO/IEC TS 27560 makes mandatory, and every event', async () => {
  const record = consentRecord(program, holder, [event(2, 'withdrawn'), event(1, 'given')]);
  for (const [part, ...within] of [
    ['@type'],
    ['dct:conformsTo'],
    ['dct:identifier'],
    ['dpv:hasIdentifier'],
    ['dpv:hasDataSubject'],
    ['dpv:hasNotice', 'dct:language'],
    ['dpv:hasEntity', 'dpv:hasName', 'schema:contactPoint'],
    [
      ...['dpv:hasProcess', 'dpv:hasPurpose', 'dpv:hasPersonalData', 'dpv:hasDataController', 'dpv:hasRecipient'],
      ...['dpv:hasStorageCondition', 'dpv:hasConsentControl', 'dpv:hasJurisdiction', 'dpv:hasRight'],
    ],
    ['dpv:hasConsentStatus', 'dpv:isIndicatedAtTime', 'dpv:hasDuration', 'dpv:isIndicatedBy'],
  ] as [string, ...string[]][]) {
    expect(record[part], part).toBeTruthy();
    for (const each of within) expect(wordsOf(record[part]), `${part} ${each}`).toContain(`"${each}"`);
  }
  const states = (record['dpv:hasConsentStatus'] as Record<string, unknown>[]).map((each) => each['@type']);
  expect(states).toEqual(['dpv:ConsentGiven', 'dpv:ConsentWithdrawn']);
  expect([...(await irisOf(record))].filter((iri) => !isTerm(iri))).toEqual([]);
});

test('a receipt holds the records of several consents', async () => {
  const at = Date.UTC(2026, 10, 3);
  const receipt = consentReceipt(program, holder, { id: event(9, 'given').id, at, records: [[event(1, 'given')]] });
  expect(receipt['dct:created']).toBe('2026-11-03T00:00:00.000Z');
  expect((receipt['dpv:hasRecordOfActivity'] as unknown[]).length).toBe(1);
  expect([...(await irisOf(receipt))].filter((iri) => !isTerm(iri))).toEqual([]);
});
