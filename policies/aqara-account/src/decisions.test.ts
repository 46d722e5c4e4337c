import { type Decision, decide, type Request, type SubjectFacts, subjectState } from '@kept/decide';
import { compile } from '@kept/policy';
import { expect, test } from 'vitest';
import { aqaraAccount } from './index.ts';

const program = compile(aqaraAccount);

type Asked = Partial<Request> & Pick<Request, 'purpose' | 'fields'>;

const facts: SubjectFacts = {
  region: 'cn',
  ageBand: 'adult',
  jurisdiction: 'mainland-china',
  status: 'active',
  consents: [],
  restricted: [],
  objected: [],
};

/** What the policy says of somebody in mainland China, grown up, who said yes to nothing, but for what is told. */
function asked(request: Asked, about: Partial<SubjectFacts> = {}): Decision {
  const subject = subjectState(program, { ...facts, ...about });
  return decide(program, { actor: 'service', action: 'use', subject, ...request });
}

const abroad = { region: 'sg', jurisdiction: 'elsewhere' } as const;

test('one registers without saying yes to anything, from either region', () => {
  const request = { purpose: 'account', action: 'collect', collection: 'registration' } as const;
  for (const place of [{}, abroad])
    for (const contact of ['account-phone', 'account-email']) {
      const fields = [contact, 'account-code', 'account-password', 'account-nickname'];
      expect(asked({ ...request, fields }, { status: 'prospective', ...place }).outcome).toBe('permit');
    }
});

test('nobody under fourteen, and nobody of unknown age, has an account; from fourteen one does', () => {
  const request = {
    purpose: 'account',
    fields: ['account-phone'],
    action: 'collect',
    collection: 'registration',
  } as const;
  expect(asked(request, { ageBand: 'under-14' })).toMatchObject({ outcome: 'refuse', clause: '8.1' });
  expect(asked(request, { ageBand: 'unknown' }).outcome).not.toBe('permit');
  expect(asked(request, { ageBand: '14-17' }).outcome).toBe('permit');
  expect(asked({ purpose: 'merchant', fields: ['customer-name'] }, { ageBand: '14-17' }).reason).toBe('age');
});

test('a profile waits for a yes, and stops when it is taken back', () => {
  const request = { purpose: 'profile', fields: ['profile-name', 'profile-company'] } as const;
  expect(asked(request)).toMatchObject({ outcome: 'refuse', reason: 'consent', clause: '2.1.2' });
  expect(asked(request, { consents: ['profile'] }).outcome).toBe('permit');
});

test('a row takes what it names and nothing else', () => {
  const decision = asked(
    { purpose: 'profile', action: 'collect', collection: 'profile', fields: ['profile-bio', 'account-password'] },
    { consents: ['profile'] },
  );
  expect(decision).toMatchObject({ outcome: 'refuse', partial: true, permitted: ['profile-bio'] });
});

test('a code goes by text message in the mainland, and never from abroad', () => {
  const request = {
    purpose: 'verification-sms',
    action: 'share',
    recipient: 'yunpian',
    fields: ['account-phone', 'account-code'],
  } as const;
  expect(asked(request).outcome).toBe('permit');
  expect(asked(request, abroad).outcome).toBe('refuse');
  expect(asked({ ...request, fields: ['account-phone', 'account-password'] }).outcome).toBe('refuse');
});

test('a code goes by e-mail within each region, and not across', () => {
  const request = {
    purpose: 'verification-email',
    action: 'share',
    fields: ['account-email', 'account-code'],
  } as const;
  expect(asked({ ...request, recipient: 'mail' }).outcome).toBe('permit');
  expect(asked({ ...request, recipient: 'mail-overseas' }, abroad).outcome).toBe('permit');
  expect(asked({ ...request, recipient: 'mail-overseas' })).toMatchObject({ outcome: 'refuse', clause: '6.2' });
  const back = asked({ ...request, recipient: 'mail' }, abroad);
  expect(back.obligations).toContainEqual(expect.objectContaining({ kind: 'desensitise', clause: '5.2' }));
});

test('data leaves the mainland only with a separate yes, and comes back only stripped of who it is about', () => {
  const request = { purpose: 'account', action: 'transfer', fields: ['account-email'] } as const;
  expect(asked({ ...request, to: 'sg' })).toMatchObject({ outcome: 'refuse', clause: '6.2' });
  expect(asked({ ...request, to: 'sg' }, { consents: ['transfer-abroad'] }).outcome).toBe('permit');
  const back = asked({ ...request, to: 'cn' }, abroad);
  expect(back.obligations).toContainEqual(expect.objectContaining({ kind: 'desensitise', clause: '5.2' }));
});

test('sign-ins are noted by the service and read by the person alone', () => {
  const request = { purpose: 'security', fields: ['session-address', 'session-device'] } as const;
  expect(asked({ ...request, action: 'collect', collection: 'session' }).outcome).toBe('permit');
  expect(asked({ ...request, actor: 'person' }).outcome).toBe('permit');
  for (const actor of ['service', 'operator', 'system'] as const)
    expect(asked({ ...request, actor }).outcome).toBe('refuse');
});

test('those who work here cannot read an account, a profile or a second step', () => {
  const yes = { consents: ['profile'] };
  for (const [purpose, field] of [
    ['account', 'account-phone'],
    ['profile', 'profile-name'],
    ['second-step', 'second-step-secret'],
  ] as const)
    expect(asked({ actor: 'operator', purpose, fields: [field] }, yes).reason).toBe('actor');
});

test('the safety of devices can be refused, a duty to tell cannot', () => {
  const devices = { purpose: 'device-security', fields: ['device-log'] } as const;
  expect(asked(devices).outcome).toBe('permit');
  expect(asked(devices, { objected: ['device-security'] }).reason).toBe('objection');
  const notice = { purpose: 'notice-email', fields: ['account-email'] } as const;
  expect(asked(notice, { restricted: 'all' }).outcome).toBe('permit');
});

test('a contract goes to the e-signature company only with its own yes', () => {
  const request = {
    purpose: 'e-contract',
    action: 'share',
    recipient: 'fadada',
    fields: ['company-name', 'company-phone'],
  } as const;
  expect(asked(request).outcome).toBe('refuse');
  expect(asked(request, { consents: ['certification', 'profile'] }).outcome).toBe('refuse');
  expect(asked(request, { consents: ['e-signature'] }).outcome).toBe('permit');
});

test('posting takes a yes, and showing it to everybody takes another', () => {
  const fields = ['community-posts'];
  const taking = { consents: ['community-interaction'] };
  expect(asked({ purpose: 'community-interaction', fields }, taking).outcome).toBe('permit');
  expect(asked({ purpose: 'publication', action: 'disclose', fields }, taking).outcome).toBe('refuse');
  expect(
    asked({ purpose: 'publication', action: 'disclose', fields }, { consents: ['public-disclosure'] }).outcome,
  ).toBe('permit');
});

test('what is not in the policy is refused by the clause that says so', () => {
  expect(asked({ purpose: 'marketing', fields: ['account-email'] })).toMatchObject({
    outcome: 'cannot-tell',
    clause: '2',
  });
});

test('a person reads all of their own, whatever they have agreed to or stopped', () => {
  const fields = Object.keys(aqaraAccount.fields);
  const stopped = { restricted: 'all', objected: ['account', 'profile'] } as const;
  expect(asked({ actor: 'person', purpose: 'rights', fields }, stopped).outcome).toBe('permit');
});
