import { type Decision, decide, type Request, type SubjectFacts, subjectState } from '@kept/decide';
import { compile, regionOf } from '@kept/policy';
import { expect, test } from 'vitest';
import { aqaraCommunity } from './index.ts';

const program = compile(aqaraCommunity);
const regions = Object.keys(aqaraCommunity.regions);

type Asked = Partial<Request> & Pick<Request, 'purpose' | 'fields'>;

const facts: SubjectFacts = {
  region: 'de',
  ageBand: 'adult',
  jurisdiction: 'everywhere',
  status: 'active',
  consents: ['community'],
  restricted: [],
  objected: [],
};

/** What the policy says of a grown-up who lives in Germany and agreed to joining, but for what is told. */
function asked(request: Asked, about: Partial<SubjectFacts> = {}): Decision {
  const subject = subjectState(program, { ...facts, ...about });
  return decide(program, { actor: 'service', action: 'use', subject, ...request });
}

const joining = {
  purpose: 'community',
  action: 'collect',
  collection: 'joining',
  fields: ['login', 'password'],
} as const;

test('one joins by saying yes, from each of the six countries, and no longer when it is taken back', () => {
  for (const region of regions) {
    expect(asked(joining, { status: 'prospective', region }).outcome).toBe('permit');
    expect(asked(joining, { region, consents: [] })).toMatchObject({ reason: 'consent', clause: '7' });
  }
});

test('nobody under eighteen, and nobody of unknown age', () => {
  expect(asked(joining, { ageBand: 'under-18' })).toMatchObject({ outcome: 'refuse', reason: 'age', clause: '9' });
  expect(asked(joining, { ageBand: 'unknown' }).outcome).not.toBe('permit');
});

test('each of the six countries is home to its own people, and Germany to the rest', () => {
  const homes = Object.entries({ CN: 'cn', DE: 'de', IN: 'in', RU: 'ru', SG: 'sg', US: 'us', BR: 'de', FR: 'de' });
  for (const [residence, region] of homes) expect(regionOf(program, residence)).toBe(region);
});

test('nothing leaves a country without a separate yes, and then only with its safeguards', () => {
  for (const from of regions)
    for (const to of regions.filter((region) => region !== from)) {
      const request = { purpose: 'community', action: 'transfer', fields: ['email'], to } as const;
      expect(asked(request, { region: from })).toMatchObject({ reason: 'transfer-consent', clause: '8' });
      const moved = asked(request, { region: from, consents: ['community', 'transfer-abroad'] });
      expect(moved.outcome).toBe('permit');
      expect(moved.obligations).toContainEqual(expect.objectContaining({ kind: 'safeguards', clause: '8' }));
    }
});

test('each recipient takes its own yes and one to leave, gets what its list says, and no more', () => {
  for (const [recipient, { purposes, fields, exception }] of Object.entries(aqaraCommunity.recipients))
    for (const purpose of purposes) {
      const { consent } = aqaraCommunity.exceptions[exception];
      const open: readonly string[] = aqaraCommunity.purposes[purpose].fields;
      const own = fields.filter((field) => open.includes(field));
      const request = { actor: 'system', purpose, action: 'share', recipient, fields: own } as const;
      const purposeOwn = ['community', 'promotion'];
      expect(asked(request, { consents: [...purposeOwn, 'transfer-abroad'] }).reason).toBe('sharing-consent');
      expect(asked(request, { consents: [...purposeOwn, consent] }).reason).toBe('transfer-consent');
      const all = { consents: [...purposeOwn, consent, 'transfer-abroad'] };
      const shared = asked(request, all);
      expect(shared.outcome, `${recipient} ${purpose}`).toBe('permit');
      expect(shared.obligations).toContainEqual(expect.objectContaining({ kind: 'same-terms', clause: '3.1' }));
      expect(asked({ ...request, fields: ['password'] }, all).outcome).toBe('refuse');
    }
});

test('one yes opens one door: mail companies do not come with delivery companies', () => {
  const request = { purpose: 'notices', action: 'share', recipient: 'mail', fields: ['email'] } as const;
  const others = Object.keys(aqaraCommunity.consents).filter((id) => id !== 'sharing-carriers');
  expect(asked(request, { consents: others })).toMatchObject({ reason: 'sharing-consent', clause: '3.1' });
});

test('promotions wait for a yes, and a company that sends them for another', () => {
  const request = { purpose: 'promotion', fields: ['name', 'email'] } as const;
  expect(asked(request)).toMatchObject({ reason: 'consent', clause: '3.1' });
  expect(asked(request, { consents: ['promotion'] }).outcome).toBe('permit');
  expect(asked({ ...request, fields: ['phone'] }, { consents: ['promotion'] }).reason).toBe('minimisation');
  const shared = { ...request, action: 'share', recipient: 'advertising' } as const;
  expect(asked(shared, { consents: ['promotion', 'transfer-abroad'] }).reason).toBe('sharing-consent');
  expect(asked(request, { ageBand: 'under-18', consents: ['promotion'] }).reason).toBe('age');
});

test('what somebody asked for needs no yes, a note of a change cannot be stopped', () => {
  const order = {
    purpose: 'fulfilment',
    action: 'collect',
    collection: 'ordering',
    fields: ['name', 'address'],
  } as const;
  expect(asked(order, { consents: [] }).outcome).toBe('permit');
  expect(asked({ purpose: 'notices', fields: ['email'] }, { consents: [], restricted: 'all' }).outcome).toBe('permit');
});

test('whoever refuses to be counted is not, and counting is no sharing', () => {
  const request = { actor: 'system', purpose: 'trends', fields: ['usage'] } as const;
  expect(asked(request).outcome).toBe('permit');
  expect(asked(request, { objected: ['trends'] }).reason).toBe('objection');
  expect(asked({ ...request, action: 'share', recipient: 'advertising' }).outcome).toBe('refuse');
  expect(asked({ ...request, fields: ['name'] }).reason).toBe('minimisation');
});

test('nothing is published, and what is not written is refused by the clause that says so', () => {
  const consents = Object.keys(aqaraCommunity.consents);
  for (const purpose of Object.keys(aqaraCommunity.purposes))
    expect(asked({ purpose, action: 'disclose', fields: ['name'] }, { consents }).outcome).not.toBe('permit');
  for (const purpose of ['sale', 'publication', 'legal-demand'])
    expect(asked({ purpose, fields: ['email'] }, { consents })).toMatchObject({ outcome: 'cannot-tell', clause: '2' });
});

test('those who work here cannot read what somebody joined with', () => {
  expect(asked({ actor: 'operator', purpose: 'community', fields: ['email'] }).reason).toBe('actor');
});

test('a member reads all of their own, whatever they have agreed to or stopped', () => {
  const stopped = { consents: [], restricted: 'all', objected: ['trends'] } as const;
  const fields = Object.keys(aqaraCommunity.fields);
  expect(asked({ actor: 'person', purpose: 'rights', fields }, stopped).outcome).toBe('permit');
});
