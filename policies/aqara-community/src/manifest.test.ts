import { checkManifest, compile } from '@kept/policy';
import { unnamedClauses } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { aqaraCommunity } from './index.ts';

const { fields, collections, purposes, recipients, rights, consents, exceptions } = aqaraCommunity;
const labelsOf = (ids: readonly (keyof typeof fields)[]): string[] => ids.map((id) => fields[id].label.en);

test('it compiles', () => {
  expect(checkManifest(aqaraCommunity)).toEqual([]);
  expect(compile(aqaraCommunity).hash).toMatch(/^[0-9a-f]{64}$/);
});

test('every clause is named by something', () => {
  expect(unnamedClauses(aqaraCommunity)).toEqual([]);
});

test('personal data is what the text says that it is, and nothing of it is sensitive', () => {
  const said = labelsOf(['name', 'address', 'phone', 'email', 'other-contact']);
  expect(said).toEqual(['Name', 'Address', 'Phone number', 'Email address', 'Other contact data']);
  expect(labelsOf(['login', 'password', 'other-account'])).toEqual(['Login', 'Password', 'Other account information']);
  expect(Object.keys(fields)).toHaveLength(10);
  expect(Object.values(fields).filter(({ sensitive }) => sensitive)).toEqual([]);
});

test('joining takes a login and a password, all else is up to the member', () => {
  expect(collections.joining.required).toEqual(['login', 'password']);
  expect(collections.ordering.required).toEqual(['name', 'address']);
});

test('the six countries of the text are regions, and everybody has a home in one', () => {
  const countries = Object.values(aqaraCommunity.regions).map(({ country }) => country);
  expect(countries.sort()).toEqual(['CN', 'DE', 'IN', 'RU', 'SG', 'US']);
  for (const { residence, region } of aqaraCommunity.residency)
    if (residence !== '*') expect(aqaraCommunity.regions[region].country).toBe(residence);
});

test('whoever receives anything is of a kind that the text names, and of each kind there is one', () => {
  expect(Object.values(recipients).map(({ party }) => party.en)).toEqual([
    'affiliates in technology, cloud, communications and social media',
    'mail companies',
    'telephone companies',
    'delivery companies',
    'customer service companies',
    'outside data centres',
    'outside storage facilities',
    'advertising and marketing companies',
  ]);
});

test('each of them needs a separate yes of its own, is bound by contract, and is taken to be abroad', () => {
  for (const recipient of Object.values(recipients)) {
    const exception = exceptions[recipient.exception];
    expect(exception).toMatchObject({ basis: 'consent', duties: ['same-terms'] });
    expect(consents[exception.consent]).toMatchObject({ kind: 'separate', ground: 'pipl:A23' });
    expect(recipient).toMatchObject({ country: '*' });
    expect(recipient.contract.en).not.toBe('');
  }
});

test('nobody gets a password', () => {
  for (const recipient of Object.values(recipients))
    expect(recipient.fields as readonly string[]).not.toContain('password');
});

test('five cases need no consent; a law and statistics are all that is relied on', () => {
  expect(Object.keys(aqaraCommunity.exemptions)).toHaveLength(5);
  const used = Object.values(purposes).flatMap((purpose) => ('exemption' in purpose ? [purpose.exemption] : []));
  expect([...new Set(used)].sort()).toEqual(['anonymous', 'law']);
});

test('a request is answered as the law of the place says, what is stopped stops at once, seeing alone may cost', () => {
  for (const right of [rights.access, rights.rectification, rights.erasure, rights['minor-erasure']])
    expect(right.deadline).toEqual({ count: 1, unit: 'month', said: 'law' });
  for (const right of [rights.withdrawal, rights.objection]) expect(right.deadline.count).toBe(0);
  const { access, ...free } = rights;
  expect(access.fee).not.toBeNull();
  expect(access.refusalGrounds).toHaveLength(4);
  for (const right of Object.values(free)) expect(right).toMatchObject({ fee: null, refusalGrounds: [] });
});

test('a change is told by the three ways of the text, and more data or a new use asks again', () => {
  expect(aqaraCommunity.changes).toMatchObject({
    channels: ['email', 'site', 'app'],
    effective: 'on-notice',
    askAgain: ['more-data', 'new-purpose'],
    continuedUse: 'said-to-accept',
  });
});
