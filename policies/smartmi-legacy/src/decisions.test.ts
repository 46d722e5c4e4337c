import { type Decision, decide, type Request, type SubjectFacts, subjectState } from '@kept/decide';
import { compile } from '@kept/policy';
import { expect, test } from 'vitest';
import { smartmiLegacy } from './index.ts';

const program = compile(smartmiLegacy);

type Asked = Partial<Request> & Pick<Request, 'purpose' | 'fields'>;

const facts: SubjectFacts = {
  region: 'sg',
  ageBand: 'adult',
  jurisdiction: 'everywhere',
  status: 'active',
  consents: [],
  restricted: [],
  objected: [],
};

/** What the policy says of somebody grown up who said yes to nothing, but for what is told. */
function asked(request: Asked, about: Partial<SubjectFacts> = {}): Decision {
  const subject = subjectState(program, { ...facts, ...about });
  return decide(program, { actor: 'service', action: 'use', subject, ...request });
}

const open = { purpose: 'account', action: 'collect', collection: 'registration' } as const;

test('one opens an account without saying yes to anything; nothing else is taken along', () => {
  const fields = ['account-phone', 'account-name'];
  expect(asked({ ...open, fields }, { status: 'prospective' }).outcome).toBe('permit');
  const decision = asked({ ...open, fields: [...fields, 'language'] }, { status: 'prospective' });
  expect(decision).toMatchObject({ outcome: 'refuse', partial: true, permitted: fields });
});

test('nobody under thirteen, and nobody of unknown age; from thirteen one may', () => {
  const request = { ...open, fields: ['account-phone'] };
  expect(asked(request, { ageBand: 'under-13' })).toMatchObject({ outcome: 'refuse', clause: '9' });
  expect(asked(request, { ageBand: 'unknown' }).outcome).toBe('cannot-tell');
  expect(asked(request, { ageBand: '13-17' }).outcome).toBe('permit');
});

test('what one pays with takes a separate yes; a credit check takes another, and a grown-up', () => {
  const pay = { purpose: 'payment', action: 'collect', collection: 'purchase', fields: ['credit-card'] } as const;
  expect(asked(pay)).toMatchObject({ outcome: 'refuse', reason: 'sensitive-consent', clause: '3.1.1.2' });
  expect(asked(pay, { consents: ['payment-details'] }).outcome).toBe('permit');
  const check = { purpose: 'credit-check', fields: ['credit-check'] } as const;
  expect(asked(check, { consents: ['payment-details'] }).reason).toBe('consent');
  expect(asked(check, { consents: ['credit-check'] }).outcome).toBe('permit');
  expect(asked(check, { consents: ['credit-check'], ageBand: '13-17' }).reason).toBe('age');
});

test('an order reaches those who work for the company, with no more than it takes, bound to the same rules', () => {
  const share = { purpose: 'orders', action: 'share', fields: ['delivery-details', 'account-phone'] } as const;
  for (const recipient of ['affiliates', 'helpers']) {
    const decision = asked({ ...share, recipient });
    expect(decision.outcome).toBe('permit');
    expect(decision.obligations.map(({ kind }) => kind)).toContain('safeguards');
    expect(decision.obligations).toContainEqual(expect.objectContaining({ kind: 'same-terms', clause: '6.2' }));
    expect(asked({ ...share, recipient, fields: ['delivery-details', 'credit-card'] }).outcome).toBe('refuse');
    expect(asked({ purpose: 'payment', action: 'share', recipient, fields: ['credit-card'] }).outcome).toBe('refuse');
  }
});

test('the handset’s number activates, and never meets where the handset is', () => {
  const activation = { purpose: 'activation', action: 'collect', collection: 'activation' } as const;
  expect(asked({ ...activation, fields: ['handset-id', 'imei'] }).outcome).toBe('permit');
  expect(asked({ ...activation, fields: ['imei', 'coarse-location'] }).permitted).toEqual(['imei']);
  const place = { purpose: 'place', fields: ['coarse-location'] } as const;
  expect(asked(place)).toMatchObject({ reason: 'consent', clause: '3.1.1.4' });
  expect(asked(place, { consents: ['location'] }).outcome).toBe('permit');
  expect(asked({ ...place, action: 'retain' }, { consents: ['location'] }).outcome).toBe('refuse');
  for (const purpose of Object.keys(smartmiLegacy.purposes)) {
    const both = asked(
      { purpose, fields: ['handset-id', 'coarse-location'] },
      { consents: ['location', 'improvement'] },
    );
    expect(both.permitted.length).toBeLessThan(2);
  }
});

test('improvement uses the number once one agrees, and never the IMEI', () => {
  const request = { purpose: 'improvement', fields: ['handset-id', 'language', 'imei'] } as const;
  expect(asked(request).outcome).toBe('refuse');
  expect(asked(request, { consents: ['improvement'] }).permitted).toEqual(['handset-id', 'language']);
});

test('the experience programme is off until joined, and stops when left', () => {
  const request = { purpose: 'experience-programme', fields: ['app-habits', 'internet-use'] } as const;
  expect(asked(request)).toMatchObject({ reason: 'consent', clause: '4' });
  expect(asked(request, { consents: ['experience-programme'] }).outcome).toBe('permit');
  const left = { consents: ['experience-programme'], objected: ['experience-programme'] };
  expect(asked(request, left).outcome).toBe('refuse');
});

test('recommendations, adverts, surveys, cookies and pixels each wait for their own yes', () => {
  const waits = {
    personalisation: ['personalisation', 'language'],
    'personal-ads': ['personal-ads', 'area-code'],
    survey: ['survey', 'survey-answers'],
    'cookie-preferences': ['cookie-preferences', 'language-preference'],
    'cookie-statistics': ['cookie-statistics', 'cookie-identifier'],
    'fewer-mails': ['mail-pixels', 'mail-opened'],
  } as const;
  const all = Object.values(waits).map(([consent]) => consent);
  for (const [purpose, [consent, field]] of Object.entries(waits)) {
    const request = { purpose, fields: [field] };
    expect(asked(request, { consents: all.filter((each) => each !== consent) }).reason).toBe('consent');
    expect(asked(request, { consents: [consent] }).outcome).toBe('permit');
  }
});

test('what is shared is held for the person, read by nobody else, and sent on only by them', () => {
  const fields = ['shared-content', 'messages'];
  const hold = { purpose: 'content-sharing', fields } as const;
  expect(asked({ ...hold, action: 'collect', collection: 'sharing' }).outcome).toBe('permit');
  for (const actor of ['service', 'operator', 'system'] as const)
    expect(asked({ ...hold, actor }).outcome).toBe('refuse');
  expect(asked({ ...hold, actor: 'person' }).outcome).toBe('permit');
  const send = { ...hold, action: 'share', recipient: 'family-and-friends' } as const;
  expect(asked({ ...send, actor: 'person' })).toMatchObject({ reason: 'sharing-consent', clause: '6' });
  expect(asked({ ...send, actor: 'person' }, { consents: ['own-sharing'] }).outcome).toBe('permit');
  expect(asked(send, { consents: ['own-sharing'] }).reason).toBe('person-only');
});

test('an order of a court is given by a person, and not what was shared, named or located', () => {
  const order = { purpose: 'authority-request', action: 'share', recipient: 'authorities' } as const;
  const fields = ['account-name', 'credit-card'];
  expect(asked({ ...order, fields, actor: 'operator' }, { restricted: 'all' }).outcome).toBe('permit');
  expect(asked({ ...order, fields }).reason).toBe('actor');
  for (const field of ['messages', 'friend-name', 'coarse-location', 'handset-id'])
    expect(asked({ ...order, fields: [field], actor: 'operator' }).outcome).toBe('refuse');
});

test('a successor gets accounts and orders after people were told, and not those of who refuses', () => {
  const request = {
    purpose: 'business-transfer',
    action: 'share',
    recipient: 'successor',
    actor: 'operator',
    fields: ['account-name', 'delivery-details'],
  } as const;
  const kinds = asked(request).obligations.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['notify', 'same-terms', 'safeguards']));
  expect(asked(request, { objected: ['business-transfer'] }).reason).toBe('objection');
  expect(asked({ ...request, fields: ['credit-card'] }).outcome).toBe('refuse');
});

test('a fault and a server log need no yes; the former can be refused', () => {
  const crash = { purpose: 'fault-finding', fields: ['crash-packets'] } as const;
  expect(asked(crash).outcome).toBe('permit');
  expect(asked(crash, { objected: ['fault-finding'] }).reason).toBe('objection');
  const log = { purpose: 'web-log', action: 'collect', collection: 'web-log', fields: ['log-address'] } as const;
  expect(asked(log, { status: 'prospective' }).outcome).toBe('permit');
});

test('another use is refused by the clause that says so', () => {
  expect(asked({ purpose: 'research', fields: ['account-email'] })).toMatchObject({
    outcome: 'cannot-tell',
    clause: '3.1.2.1',
  });
});

test('a person reads all of their own, whatever they have agreed to or stopped', () => {
  const fields = Object.keys(smartmiLegacy.fields);
  const stopped = { restricted: 'all', objected: ['account', 'orders'] } as const;
  expect(asked({ actor: 'person', purpose: 'rights', fields }, stopped).outcome).toBe('permit');
});
