import { checkManifest, compile, type FieldsOfCollection } from '@kept/policy';
import { unnamedClauses } from '@kept/policy/testing';
import { expect, expectTypeOf, test } from 'vitest';
import { aqaraDeveloper } from './index.ts';

const { fields, collections, purposes, recipients, rights } = aqaraDeveloper;
const labelsOf = (ids: readonly (keyof typeof fields)[]): string[] => ids.map((id) => fields[id].label.en);

test('it compiles', () => {
  expect(checkManifest(aqaraDeveloper)).toEqual([]);
  expect(compile(aqaraDeveloper).hash).toMatch(/^[0-9a-f]{64}$/);
});

test('every clause is named by something', () => {
  expect(unnamedClauses(aqaraDeveloper)).toEqual([]);
});

test('registering takes phone, Email, a password and a real name, one’s own or a company’s', () => {
  const { required, optional, oneOf } = collections.registration;
  expect(labelsOf(required)).toEqual(['Phone number', 'Email', 'Password']);
  expect(oneOf).toEqual([['real-name', 'corporate-name']]);
  expect(labelsOf(optional)).toEqual(['Real personal name', 'Corporate name', 'Name']);
  expectTypeOf<FieldsOfCollection<typeof aqaraDeveloper, 'registration'>>().toEqualTypeOf<
    'phone' | 'email' | 'password' | 'real-name' | 'corporate-name' | 'name'
  >();
});

test('using the platform leaves what the text lists, in its words and order', () => {
  expect(labelsOf(collections.resources.required)).toEqual(['Resources you apply for', 'Interface information']);
  expect(labelsOf(collections.devices.required)).toEqual(['Device version', 'Model name', 'Device record']);
  expect(labelsOf(collections.logs.required)).toEqual([
    'Usage of our products and services',
    'IP address',
    'URL of visited service',
    'Downloads',
    'Software installation data',
    'Date and time of service use',
  ]);
  expect(Object.keys(collections)).toHaveLength(7);
});

test('each of the six uses that the text names is a purpose, and “other uses” is none', () => {
  const under4 = Object.values(purposes).map(({ clause }) => clause as string);
  for (const clause of ['4.1', '4.2', '4.3', '4.4', '4.5', '4.6']) expect(under4).toContain(clause);
  expect(under4).not.toContain('4.7');
  expect(aqaraDeveloper.otherwise).toBe('4.7');
});

test('identity papers are sensitive, nothing else is, and each purpose that touches them asks separately', () => {
  const sensitive = Object.entries(fields).flatMap(([id, field]) => (field.sensitive ? [id] : []));
  expect(sensitive).toEqual(['personal-proof']);
  for (const purpose of Object.values(purposes))
    if ((purpose.fields as readonly string[]).includes('personal-proof'))
      expect(purpose).toMatchObject({ sensitiveConsent: 'verification' });
  expect(aqaraDeveloper.consents.verification.kind).toBe('separate');
});

test('sharing has the three exceptions of the text and its figures; publishing, three for children that nothing uses', () => {
  const from = Object.groupBy(Object.values(aqaraDeveloper.exceptions), (exception) => exception.from);
  expect(from.share?.map(({ clause }) => clause)).toEqual(['5.1', '5.2', '5.3']);
  expect(from.disclose?.map(({ clause }) => clause)).toEqual(['9', '9', '9']);
  for (const purpose of Object.values(purposes)) expect(purpose).not.toHaveProperty('disclosure');
  expect(aqaraDeveloper.figures.trends).toMatchObject({ purpose: 'trends', clause: '5.4' });
});

test('whoever gets data is bound to the policy, but for a court', () => {
  const { authority, ...bound } = recipients;
  for (const recipient of Object.values(bound)) {
    expect(recipient).toHaveProperty('contract');
    expect(aqaraDeveloper.exceptions[recipient.exception]).toMatchObject({ duties: ['same-terms'] });
  }
  expect(authority.exception).toBe('share-law');
});

test('every request is answered within fifteen working days, free, but what is done at once', () => {
  const { withdrawal, ...requests } = rights;
  for (const right of Object.values(requests)) {
    expect(right.deadline).toEqual({ count: 15, unit: 'working-day', from: 'received' });
    expect(right).toMatchObject({ fee: null, refusalGrounds: [] });
  }
  expect(withdrawal.deadline).toMatchObject({ count: 0, said: 'at-once' });
  for (const contact of aqaraDeveloper.controller.contacts)
    expect(contact.replyWithin).toEqual({ count: 15, unit: 'working-day' });
});

test('a breach is told in the four parts of the text, by its four ways, and to the authority', () => {
  const { breach } = aqaraDeveloper;
  expect(breach.parts).toEqual(['situation', 'impact', 'measures', 'advice', 'remedies']);
  expect(breach.channels).toEqual(['email', 'letter', 'phone', 'push']);
  expect(breach).toMatchObject({ fallback: 'announcement', authority: { said: 'law' } });
});
