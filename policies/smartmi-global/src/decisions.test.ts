import { type Decision, decide, type Request, type SubjectFacts, subjectState } from '@kept/decide';
import { ageBandOf, compile, jurisdictionOf, regionOf } from '@kept/policy';
import { expect, test } from 'vitest';
import { smartmiGlobal } from './index.ts';

const program = compile(smartmiGlobal);

type Asked = Partial<Request> & Pick<Request, 'purpose' | 'fields'>;

const facts: SubjectFacts = {
  region: 'sg',
  ageBand: 'adult',
  jurisdiction: 'elsewhere',
  status: 'active',
  consents: [],
  restricted: [],
  objected: [],
};

/** Somebody who lives in a country, or in California, and is so many years old. */
const living = (residence: string, age = 30): Partial<SubjectFacts> => ({
  region: regionOf(program, residence === 'US-CA' ? 'US' : residence),
  jurisdiction: jurisdictionOf(program, residence),
  ageBand: ageBandOf(program, age),
});

/** What the policy says of somebody grown up in Singapore who said yes to nothing, but for what is told. */
function asked(request: Asked, about: Partial<SubjectFacts> = {}): Decision {
  const subject = subjectState(program, { ...facts, ...about });
  return decide(program, { actor: 'service', action: 'use', subject, ...request });
}

const register = {
  purpose: 'account',
  action: 'collect',
  collection: 'registration',
  fields: ['account-email', 'account-password', 'account-nickname'],
} as const;

test('one registers from anywhere without saying yes to anything', () => {
  for (const residence of ['CN', 'RU', 'US', 'US-CA', 'DE', 'CH', 'SG', 'TW', 'BR'])
    expect(asked(register, { ...living(residence), status: 'prospective' }).outcome).toBe('permit');
});

test('a child has no account, by the age of the place; a minor has one with a guardian’s yes', () => {
  const limits = { CN: 14, US: 13, 'US-CA': 13, DE: 16, RU: 16, SG: 16 } as const;
  for (const [residence, limit] of Object.entries(limits)) {
    const guarded = { consents: ['guardian'] };
    const child = asked(register, { ...living(residence, limit - 1), ...guarded });
    expect(child).toMatchObject({ outcome: 'refuse', reason: 'age', clause: '10.1' });
    expect(asked(register, living(residence, limit))).toMatchObject({ reason: 'guardian', clause: '10.1' });
    expect(asked(register, { ...living(residence, limit), ...guarded }).outcome).toBe('permit');
    expect(asked(register, living(residence, 18)).outcome).toBe('permit');
  }
  expect(asked(register, { ageBand: 'unknown' }).outcome).toBe('cannot-tell');
});

test('rough location waits for a yes, and then picks the region and tells the weather', () => {
  for (const purpose of ['region-selection', 'local-services']) {
    const request = { purpose, action: 'collect', collection: 'location', fields: ['coarse-location'] } as const;
    expect(asked(request)).toMatchObject({ reason: 'consent', clause: '3.1.1' });
    expect(asked(request, { consents: ['location'] }).outcome).toBe('permit');
  }
  const early = { status: 'prospective', consents: ['location'] } as const;
  expect(asked({ purpose: 'region-selection', fields: ['coarse-location'] }, early).outcome).toBe('permit');
});

test('a device works without a yes; a Wi-Fi password serves that and nothing else', () => {
  const request = { purpose: 'device-functions', fields: ['device-id', 'wifi-password'] } as const;
  expect(asked(request).outcome).toBe('permit');
  expect(asked({ ...request, actor: 'operator' }).reason).toBe('actor');
  for (const purpose of ['network-help', 'statistics', 'marketing', 'backup'])
    expect(
      asked({ purpose, fields: ['wifi-password'], actor: 'system' }, { consents: ['statistics'] }).permitted,
    ).toEqual([]);
});

test('network data helps with a fault; counting waits for a yes and leaves messages and contacts out', () => {
  expect(asked({ purpose: 'network-help', fields: ['network-ip', 'passing-messages'] }).outcome).toBe('permit');
  const count = { purpose: 'statistics', fields: ['sign-in-area', 'passing-messages', 'account-email'] } as const;
  expect(asked(count)).toMatchObject({ reason: 'consent', clause: '3.2.9' });
  expect(asked(count, { consents: ['statistics'] }).permitted).toEqual(['sign-in-area']);
});

test('automations run as set, and nobody who works here reads them', () => {
  const request = { purpose: 'automations', fields: ['automation-steps', 'automation-log'] } as const;
  expect(asked(request).outcome).toBe('permit');
  expect(asked({ ...request, actor: 'operator' }).reason).toBe('actor');
});

test('promotions wait for a yes, and one press stops them', () => {
  const request = { purpose: 'marketing', fields: ['account-email', 'visits'] } as const;
  expect(asked(request)).toMatchObject({ reason: 'consent', clause: '3.2.4' });
  expect(asked(request, { consents: ['marketing'] }).outcome).toBe('permit');
  expect(asked(request, { consents: ['marketing'], objected: ['marketing'] }).reason).toBe('objection');
  const send = { ...request, action: 'share', recipient: 'marketing' } as const;
  expect(asked(send, { consents: ['marketing'] }).permitted).toEqual(['account-email']);
});

test('adverts by interest take an express yes, and get nothing but activity and interests', () => {
  const send = { purpose: 'interest-ads', action: 'share', recipient: 'advertising' } as const;
  const fields = ['ad-activity', 'ad-interests'];
  expect(asked({ ...send, fields })).toMatchObject({ reason: 'consent', clause: '3.3.3' });
  expect(asked({ ...send, fields }, { consents: ['marketing', 'cookie-statistics'] }).outcome).toBe('refuse');
  expect(asked({ ...send, fields }, { consents: ['interest-ads'] }).outcome).toBe('permit');
  expect(asked({ ...send, fields: [...fields, 'account-email'] }, { consents: ['interest-ads'] }).permitted).toEqual(
    fields,
  );
});

test('no purpose brings together what is kept apart', () => {
  const consents = Object.keys(smartmiGlobal.consents);
  for (const purpose of Object.keys(smartmiGlobal.purposes))
    for (const pair of [
      ['log-address', 'account-email'],
      ['log-clicks', 'visits'],
      ['analytics-events', 'account-email'],
    ])
      for (const actor of ['service', 'operator', 'system'] as const)
        expect(asked({ purpose, fields: pair, actor }, { consents }).permitted.length).toBeLessThan(2);
});

test('data leaves mainland China only with a separate yes, and Russia, Europe and elsewhere under what the law asks', () => {
  const away = { purpose: 'account', action: 'transfer', fields: ['account-email'] } as const;
  const kinds = (decision: Decision): string[] =>
    decision.obligations.map(({ kind }) => kind).filter((kind) => kind !== 'record');
  expect(asked({ ...away, to: 'sg' }, living('CN'))).toMatchObject({ reason: 'transfer-consent', clause: '9' });
  const agreed = asked({ ...away, to: 'sg' }, { ...living('CN'), consents: ['transfer-abroad'] });
  expect([agreed.outcome, ...kinds(agreed)]).toEqual(['permit', 'safeguards']);
  expect(kinds(asked({ ...away, to: 'sg' }, living('RU')))).toEqual(['safeguards']);
  expect(kinds(asked({ ...away, to: 'us' }, living('FR')))).toEqual(['standard-clauses']);
  expect(kinds(asked({ ...away, to: 'cn' }, living('US-CA')))).toEqual(['safeguards']);
});

test('a parcel goes to whoever delivers it; from mainland China not before a separate yes', () => {
  const send = {
    purpose: 'orders',
    action: 'share',
    recipient: 'delivery',
    fields: ['order', 'order-address'],
  } as const;
  expect(asked(send).outcome).toBe('permit');
  expect(asked(send, living('DE')).obligations).toContainEqual(expect.objectContaining({ kind: 'standard-clauses' }));
  expect(asked(send, living('CN')).outcome).toBe('refuse');
  expect(asked(send, { ...living('CN'), consents: ['transfer-abroad'] }).outcome).toBe('permit');
  expect(asked({ ...send, fields: ['order', 'account-name'] }).permitted).toEqual(['order']);
  const gift = { purpose: 'gifts', action: 'share', recipient: 'delivery', fields: ['gift-address'] } as const;
  expect(asked(gift, { status: 'prospective' }).outcome).toBe('permit');
});

test('a device is shared, or connected elsewhere, only when the person asks, with no more than it takes', () => {
  const ways = {
    'device-sharing': ['device-sharing', 'chosen-person', 'account-nickname', 'shared-account'],
    'device-linking': ['device-linking', 'linked-platform', 'device-id', 'account-nickname'],
    'sign-in-elsewhere': ['sign-in-elsewhere', 'linked-platform', 'account-picture', 'device-id'],
  } as const;
  for (const [purpose, [consent, recipient, given, more]] of Object.entries(ways)) {
    const send = { purpose, action: 'share', recipient, fields: [given] } as const;
    expect(asked(send)).toMatchObject({ reason: 'consent', clause: '4.1' });
    expect(asked(send, { consents: [consent] }).outcome).toBe('permit');
    expect(asked({ ...send, fields: [given, more] }, { consents: [consent] }).permitted).toEqual([given]);
  }
});

test('copies are made by the machine alone', () => {
  const copy = { purpose: 'backup', action: 'share', recipient: 'data-storage', fields: ['device-id'] } as const;
  expect(asked({ ...copy, actor: 'system' }).outcome).toBe('permit');
  expect(asked(copy).reason).toBe('actor');
});

test('an authority gets contacts, orders and sign-ins from a person who read its demand, and nothing more', () => {
  const give = { purpose: 'authority-request', action: 'share', recipient: 'authorities', actor: 'operator' } as const;
  expect(asked({ ...give, fields: ['account-name', 'sign-ins'] }, { restricted: 'all' }).outcome).toBe('permit');
  // Its demand is not stopped by the want of a consent to sending abroad: it is where the data is.
  expect(asked({ ...give, fields: ['account-name'] }, living('CN'))).toMatchObject({ outcome: 'permit' });
  expect(asked({ ...give, fields: ['account-name'], to: 'us' }, living('CN')).reason).toBe('transfer-consent');
  for (const field of ['automation-log', 'wifi-password', 'passing-messages', 'log-address', 'coarse-location'])
    expect(asked({ ...give, fields: [field] }).outcome).toBe('refuse');
});

test('what is posted is seen by others only after a yes', () => {
  const show = { purpose: 'publication', action: 'disclose', fields: ['posts'] } as const;
  expect(asked(show).outcome).toBe('refuse');
  expect(asked(show, { consents: ['publication'] }).outcome).toBe('permit');
  expect(asked({ purpose: 'posting', fields: ['posts'] }).outcome).toBe('permit');
});

test('what is not in the policy is refused by the clause that says so', () => {
  expect(asked({ purpose: 'sale', fields: ['account-email'] })).toMatchObject({
    outcome: 'cannot-tell',
    clause: '3.1',
  });
});

test('a person reads all of their own, whatever they have agreed to or stopped', () => {
  const fields = Object.keys(smartmiGlobal.fields);
  const stopped = { restricted: 'all', objected: ['account', 'statistics'] } as const;
  expect(asked({ actor: 'person', purpose: 'rights', fields }, stopped).outcome).toBe('permit');
});
