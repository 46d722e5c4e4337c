import { expect, expectTypeOf, test } from 'vitest';
import * as dpv from './dpv.ts';
import {
  broader,
  expand,
  type Iri,
  isTerm,
  isWithin,
  label,
  type PersonalDataIri,
  PREFIXES,
  type PurposeIri,
} from './index.ts';

const pinned = Object.values(dpv)
  .flatMap((table) => (typeof table === 'object' ? Object.keys(table) : []))
  .filter(isTerm);

test('every term has a label, a known prefix and known parents', () => {
  expect(pinned.length).toBeGreaterThan(1_500);
  for (const iri of pinned) {
    expect(label(iri)).not.toBe('');
    expect(PREFIXES[iri.slice(0, iri.indexOf(':'))]).toBeDefined();
    for (const parent of broader(iri)) expect(isTerm(parent)).toBe(true);
  }
});

test('terms are those of the release', () => {
  expect(dpv.DPV_RELEASE).toBe('https://w3id.org/dpv/2.3');
  expect(expand('pd:TelephoneNumber')).toBe('https://w3id.org/dpv/pd#TelephoneNumber');
  expect(expand('eu-gdpr:A19')).toBe('https://w3id.org/dpv/legal/eu/gdpr#A19');
  expect(label('eu-gdpr:A16')).toBe('A16 Right to Rectification');
  // New in 2.3, renamed before it, withdrawn by it.
  expect(isTerm('dpv:ServiceManagement')).toBe(true);
  expect(isTerm('pd:BrowsingBehavior')).toBe(false);
  expect(isTerm('dpv:PersonalDataHandling')).toBe(false);
});

test('a term lies under its ancestors, ours under those of DPV', () => {
  expect(isWithin('dpv:TargetedAdvertising', 'dpv:Marketing')).toBe(true);
  expect(isWithin('kept:WifiPassword', 'pd:Authenticating')).toBe(true);
  expect(isWithin('pipl:A31', 'dpv:Consent')).toBe(true);
  expect(isWithin('dpv:Marketing', 'dpv:TargetedAdvertising')).toBe(false);
});

test('an IRI that is not pinned does not compile', () => {
  expectTypeOf<'pd:TelephoneNumber' | 'kept:OneTimeCode'>().toExtend<PersonalDataIri>();
  expectTypeOf<'pd:Phone'>().not.toExtend<Iri>();
  expectTypeOf<'pd:Name'>().not.toExtend<PurposeIri>();
});
