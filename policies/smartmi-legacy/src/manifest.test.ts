import { checkManifest, compile } from '@kept/policy';
import { unnamedClauses } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { smartmiLegacy } from './index.ts';

const { fields, collections, purposes, consents, recipients, rights, exceptions } = smartmiLegacy;

const words = (ids: readonly (keyof typeof fields)[]): string[] => ids.map((id) => fields[id].label.en);

test('it compiles', () => {
  expect(checkManifest(smartmiLegacy)).toEqual([]);
  expect(compile(smartmiLegacy).hash).toMatch(/^[0-9a-f]{64}$/);
});

test('every clause is named by something', () => {
  expect(unnamedClauses(smartmiLegacy)).toEqual([]);
});

test('an account takes a phone number or an e-mail address; name and postal address are optional', () => {
  expect(collections.registration.required).toEqual([]);
  expect(collections.registration.oneOf).toEqual([['account-phone', 'account-email']]);
  expect(words(collections.registration.optional)).toEqual([
    'Phone number',
    'Email address',
    'Name',
    'Postal address',
    'Language',
    'ZIP code',
    'Area code',
    'Time zone',
    'Professions',
  ]);
});

test('a purchase is the seven things that the text names, money apart and asked for separately', () => {
  const { required, optional } = collections.purchase;
  expect(words([...required, ...optional])).toEqual([
    'Delivery details',
    'Billing addresses',
    'Records of contact and communication',
    'Bank accounts',
    'Credit card details',
    'Other financial information',
    'Credit checks',
  ]);
  const sensitive = Object.entries(fields).filter(([, field]) => field.sensitive);
  expect(sensitive.map(([id]) => id)).toEqual(['bank-account', 'credit-card', 'other-financial', 'credit-check']);
  expect(consents[purposes.payment.sensitiveConsent].kind).toBe('separate');
  expect(consents[purposes['credit-check'].consent].kind).toBe('separate');
});

test('whom somebody names: a name, and one of three ways to reach them', () => {
  expect(words([...collections.sharing.required, ...collections.sharing.oneOf[0]])).toEqual([
    'Name',
    'Mailing address',
    'E-mail address',
    'Telephone number',
  ]);
  for (const id of purposes.invitations.fields) expect(fields[id].subject).toBe('friend');
});

test('first use tells the handset, its IMEI and roughly where it is', () => {
  const { required, optional } = collections.activation;
  expect(words([...required, ...optional])).toEqual([
    'Mobile device identification information',
    'IMEI',
    'Approximate geographic location',
  ]);
});

test('a crash tells three things, a server log seven, in the words of the text', () => {
  expect(words(collections.crash.optional)).toEqual(['Device ID', 'Internet protocol address', 'Route data packets']);
  expect(words(collections['web-log'].required)).toEqual([
    'IP address',
    'Browser types',
    'Browser languages',
    'Referral source page',
    'Operating system',
    'Date/time mark',
    'Clickstream data',
  ]);
});

test('what the text does not call personal is here all the same, and marked', () => {
  const alone = Object.values(fields).filter((field) => field.alone === 'not-personal');
  expect(alone).toHaveLength(18);
  for (const field of alone) expect(['3.2.1', '3.2.2']).toContain(field.clause);
});

test('only the person reads what they share, and no purpose publishes anything', () => {
  const own = Object.entries(fields).filter(([, field]) => field.readableBy === 'person');
  expect(own.map(([id]) => id)).toEqual(['shared-content', 'messages']);
  for (const purpose of Object.values(purposes)) expect(purpose.actions).not.toContain('disclose');
});

test('recommendations, adverts, improvement, surveys, location and the programme rest on a yes', () => {
  const asked = ['personalisation', 'personal-ads', 'improvement', 'survey', 'place', 'experience-programme'] as const;
  for (const id of asked) expect(purposes[id].basis).toBe('consent');
  expect(Object.keys(smartmiLegacy.optOuts)).toEqual(['experience-programme', 'location']);
});

test('three situations without consent, and figures; kinds of recipients, none connected', () => {
  expect(Object.keys(exceptions)).toEqual([
    'share-authorised',
    'share-compelled',
    'share-on-our-behalf',
    'assign-merger',
  ]);
  expect(exceptions['assign-merger'].duties).toEqual(['notify', 'same-terms']);
  expect(exceptions['share-on-our-behalf'].duties).toEqual(['same-terms']);
  expect(Object.values(recipients).map(({ channel, country }) => [channel, country])).toEqual(
    Object.keys(recipients).map((id) => ['none', id === 'authorities' ? 'own' : '*']),
  );
  expect(smartmiLegacy.figures.trends.seenBy.en).toBe('the public and partners');
});

test('four grounds to decline, two more things that only a law may hold back, nothing to pay', () => {
  expect(rights.access.refusalGrounds).toHaveLength(4);
  expect(rights.erasure.refusalGrounds).toHaveLength(5);
  expect(rights.closure.refusalGrounds).toHaveLength(5);
  for (const right of Object.values(rights)) expect(right.fee).toBeNull();
});

test('thirteen is the age, a guardian speaks for the young, and no right is lost without a yes', () => {
  expect(smartmiLegacy.ages).toEqual([
    {
      ...{ below: 13, rule: 'no-account', found: 'erase', clause: '9' },
      eraseWithin: { count: 3, unit: 'day', said: 'reasonable' },
    },
  ]);
  for (const id of ['guardian-objection', 'guardian-erasure'] as const)
    expect(rights[id].identity).toEqual(['guardianship']);
  expect(smartmiLegacy.changes.askAgain).toEqual(['new-purpose', 'fewer-rights']);
});

test('what the text leaves out is left out', () => {
  const { published, effective, breach, controller } = smartmiLegacy;
  expect([published, effective, breach]).toEqual([null, null, null]);
  expect(controller).not.toHaveProperty('address');
  expect(controller.contacts).toEqual([]);
});
