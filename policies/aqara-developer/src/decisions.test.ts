import { type Decision, decide, type Request, type SubjectFacts, subjectState } from '@kept/decide';
import { compile } from '@kept/policy';
import { expect, test } from 'vitest';
import { aqaraDeveloper } from './index.ts';

const program = compile(aqaraDeveloper);

type Asked = Partial<Request> & Pick<Request, 'purpose' | 'fields'>;

const facts: SubjectFacts = {
  region: 'cn',
  ageBand: 'adult',
  jurisdiction: 'everywhere',
  status: 'active',
  consents: [],
  restricted: [],
  objected: [],
};

/** What the policy says of a grown-up developer who said yes to nothing, but for what is told. */
function asked(request: Asked, about: Partial<SubjectFacts> = {}): Decision {
  const subject = subjectState(program, { ...facts, ...about });
  return decide(program, { actor: 'service', action: 'use', subject, ...request });
}

const registering = {
  purpose: 'account',
  action: 'collect',
  collection: 'registration',
  fields: ['phone', 'email', 'password', 'name'],
} as const;

test('a grown-up registers without saying yes to anything', () => {
  expect(asked(registering, { status: 'prospective' }).outcome).toBe('permit');
  const names = { ...registering, purpose: 'verification', fields: ['real-name', 'corporate-name'] } as const;
  expect(asked(names, { status: 'prospective' }).outcome).toBe('permit');
});

test('under fourteen only with a guardian’s yes; from fourteen alone; of unknown age not at all', () => {
  expect(asked(registering, { ageBand: 'under-14' })).toMatchObject({
    outcome: 'refuse',
    reason: 'guardian',
    clause: '9',
  });
  expect(asked(registering, { ageBand: 'under-14', consents: ['guardian'] }).outcome).toBe('permit');
  expect(asked(registering, { ageBand: '14-17' }).outcome).toBe('permit');
  expect(asked(registering, { ageBand: 'unknown', consents: ['guardian'] }).outcome).not.toBe('permit');
});

test('identity papers take a yes of their own, a company’s papers do not', () => {
  const check = { purpose: 'verification', action: 'collect', collection: 'verification' } as const;
  expect(asked({ ...check, fields: ['personal-proof'] })).toMatchObject({ reason: 'sensitive-consent', clause: '4.4' });
  expect(asked({ ...check, fields: ['personal-proof'] }, { consents: ['verification'] }).outcome).toBe('permit');
  expect(asked({ ...check, fields: ['corporate-proof'] }).outcome).toBe('permit');
  expect(asked({ ...check, fields: ['password'] }, { consents: ['verification'] }).outcome).toBe('refuse');
});

test('improving waits for a yes and never sees who or where', () => {
  const request = { purpose: 'improvement', fields: ['usage', 'interfaces'] } as const;
  expect(asked(request)).toMatchObject({ outcome: 'refuse', reason: 'consent', clause: '4.3' });
  const yes = { consents: ['improvement'] };
  expect(asked(request, yes).outcome).toBe('permit');
  for (const field of ['name', 'phone', 'email', 'real-name', 'ip', 'visited-url'])
    expect(asked({ ...request, fields: [field] }, yes).reason).toBe('minimisation');
});

test('the service itself needs no yes; logs for safety can be refused, and the service goes on', () => {
  const service = { purpose: 'open-service', fields: ['resources', 'interfaces', 'usage'] } as const;
  const safety = { purpose: 'security', fields: ['ip', 'visited-url'] } as const;
  const refused = { objected: ['security'] };
  expect(asked(safety).outcome).toBe('permit');
  expect(asked(safety, refused).reason).toBe('objection');
  expect(asked(service, refused).outcome).toBe('permit');
});

test('a backup is kept by the machine and read by nobody', () => {
  const request = { purpose: 'backup', fields: ['email', 'password'] } as const;
  expect(asked({ ...request, actor: 'system', action: 'retain' }).outcome).toBe('permit');
  expect(asked({ ...request, actor: 'system' }).reason).toBe('action');
  expect(asked({ ...request, actor: 'operator', action: 'retain' }).reason).toBe('actor');
});

test('those who work here cannot read an account', () => {
  expect(asked({ actor: 'operator', purpose: 'account', fields: ['phone'] }).reason).toBe('actor');
});

test('the affiliate gets what its list says, and only after a yes of its own', () => {
  const request = { purpose: 'open-service', action: 'share', recipient: 'affiliate' } as const;
  const yes = { consents: ['affiliate'] };
  expect(asked({ ...request, fields: ['resources'] })).toMatchObject({ reason: 'sharing-consent', clause: '5.1' });
  expect(asked({ ...request, fields: ['resources'] }, { consents: ['improvement', 'feedback'] }).outcome).toBe(
    'refuse',
  );
  const shared = asked({ ...request, fields: ['resources', 'usage'] }, yes);
  expect(shared.outcome).toBe('permit');
  expect(shared.obligations).toContainEqual(expect.objectContaining({ kind: 'same-terms', clause: '5.1' }));
  expect(asked({ ...request, fields: ['resources', 'device-record'] }, yes).partial).toBe(true);
  expect(asked({ ...request, purpose: 'improvement', fields: ['usage'] }, yes).outcome).toBe('refuse');
});

test('whoever has no name and no place gets nothing', () => {
  const request = { purpose: 'support', action: 'share', recipient: 'service-provider', fields: ['letter'] } as const;
  expect(asked(request, { consents: Object.keys(aqaraDeveloper.consents) })).toMatchObject({
    outcome: 'refuse',
    reason: 'transfer',
    clause: '6.1',
  });
});

test('the mail service gets the address and nothing else', () => {
  for (const purpose of ['service-messages', 'notices', 'requests'] as const)
    expect(asked({ purpose, action: 'share', recipient: 'mail', fields: ['email'] }).outcome).toBe('permit');
  const more = { purpose: 'requests', action: 'share', recipient: 'mail', fields: ['email', 'letter'] } as const;
  expect(asked(more).permitted).toEqual(['email']);
});

test('a duty to tell cannot be stopped, following up feedback can', () => {
  const all = { restricted: 'all' } as const;
  expect(asked({ purpose: 'notices', fields: ['email'] }, all).outcome).toBe('permit');
  expect(asked({ purpose: 'feedback', fields: ['feedback'] }, { ...all, consents: ['feedback'] }).reason).toBe(
    'restriction',
  );
});

test('a court gets the account by the hand of a person, never a password or papers', () => {
  const request = { actor: 'operator', purpose: 'legal-demand', action: 'share', recipient: 'authority' } as const;
  expect(asked({ ...request, fields: ['name', 'email', 'usage', 'ip'] }).outcome).toBe('permit');
  for (const field of ['password', 'personal-proof', 'visited-url'])
    expect(asked({ ...request, fields: [field] }).outcome).toBe('refuse');
  expect(asked({ ...request, actor: 'system', fields: ['name'] }).reason).toBe('actor');
});

test('counting shows no names, and whoever refuses is not counted', () => {
  const request = { actor: 'system', purpose: 'trends', fields: ['real-name', 'usage'] } as const;
  expect(asked(request).obligations).toContainEqual(
    expect.objectContaining({ kind: 'redact', fields: ['real-name'], clause: '5.4' }),
  );
  expect(asked(request, { objected: ['trends'] }).reason).toBe('objection');
  expect(asked({ ...request, action: 'share', recipient: 'affiliate' }).outcome).toBe('refuse');
});

test('nothing is published, a child’s data no more than anybody’s', () => {
  for (const purpose of Object.keys(aqaraDeveloper.purposes))
    for (const ageBand of ['under-14', 'adult']) {
      const request = { purpose, action: 'disclose', actor: 'system', fields: ['name'] } as const;
      expect(asked(request, { ageBand, consents: Object.keys(aqaraDeveloper.consents) }).outcome).not.toBe('permit');
    }
});

test('what is not in the policy is refused by the clause that asks for permission', () => {
  for (const purpose of ['marketing', 'other-uses'])
    expect(asked({ purpose, fields: ['email'] })).toMatchObject({ outcome: 'cannot-tell', clause: '4.7' });
});

test('a developer reads all of their own, whatever they have agreed to or stopped', () => {
  const fields = Object.keys(aqaraDeveloper.fields);
  const stopped = { restricted: 'all', objected: ['security', 'trends'] } as const;
  expect(asked({ actor: 'person', purpose: 'rights', fields }, stopped).outcome).toBe('permit');
});
