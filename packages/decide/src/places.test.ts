import { compile, type Manifest } from '@kept/policy';
import { expect, test } from 'vitest';
import { decide, type Request, type SubjectFacts, subjectState } from './index.ts';
import { randomManifest } from './testing.ts';

const say = (en: string) => ({ en, 'zh-Hans': en, 'zh-Hant': en });
const facts: SubjectFacts = {
  region: 'home',
  ageBand: 'adult',
  jurisdiction: 'j0',
  status: 'active',
  consents: [],
  restricted: [],
  objected: [],
};

/** Two regions, one purpose carried out in both, and a recipient of whom nobody says where it is. */
function world(transfers: Manifest['transfers']): Manifest {
  const frame = randomManifest(1);
  const clause = 'otherwise';
  return {
    ...frame,
    clauses: { otherwise: { title: say('1'), sentence: say('1') }, out: { title: say('2'), sentence: say('2') } },
    jurisdictions: { j0: { label: say('j'), residences: ['*'], clause } },
    fields: { phone: { label: say('phone'), category: 'pd:Name', sensitive: false, subject: 'person', clause } },
    purposes: {
      serve: {
        label: say('serve'),
        dpv: ['dpv:AccountManagement'],
        basis: 'contract',
        group: 'a',
        fields: ['phone'],
        recipients: ['partner'],
        regions: ['home', 'away'],
        clause,
      },
    },
    collections: {
      form: {
        label: say('f'),
        required: ['phone'],
        optional: [],
        purposes: ['serve'],
        refusal: say('-'),
        moment: say('-'),
        clause,
      },
    },
    consents: {},
    exceptions: {},
    recipients: {
      partner: {
        party: say('p'),
        role: 'processor',
        channel: 'none',
        fields: ['phone'],
        purposes: ['serve'],
        scenario: say('-'),
        country: '*',
        method: say('-'),
        clause,
      },
    },
    regions: { home: { label: say('h'), country: 'RU', clause }, away: { label: say('a'), country: 'SG', clause } },
    residency: [
      { residence: 'RU', region: 'home', clause },
      { residence: '*', region: 'away', clause },
    ],
    transfers,
    rights: {},
    ages: [],
  };
}

function asked(transfers: Manifest['transfers'], request: Partial<Request>, about: Partial<SubjectFacts> = {}) {
  const program = compile(world(transfers));
  const subject = subjectState(program, { ...facts, ...about });
  return decide(program, { actor: 'service', action: 'use', purpose: 'serve', fields: ['phone'], subject, ...request });
}

const stay: Manifest['transfers'] = [
  { from: 'home', to: '*', rule: 'never', clause: 'out' },
  { from: 'away', to: '*', rule: 'safeguards', clause: 'out' },
];

test('what may not leave the region of the person is not collected anywhere else either', () => {
  const form = { action: 'collect', collection: 'form' } as const;
  expect(asked(stay, form).outcome).toBe('permit');
  expect(asked(stay, { ...form, from: 'away', to: 'away' })).toMatchObject({ reason: 'transfer', clause: 'out' });
  expect(asked(stay, { ...form, to: 'away' }).reason).toBe('transfer');
  expect(asked(stay, { ...form, from: 'nowhere' }).reason).toBe('unknown-region');
  const visitor = asked(stay, { ...form, from: 'home', to: 'home' }, { region: 'away' });
  expect(visitor).toMatchObject({ outcome: 'permit', obligations: [{ kind: 'safeguards', clause: 'out' }] });
});

test('a recipient in the data’s own country gets it wherever it is, and what moved there has left', () => {
  const share = { action: 'share', recipient: 'partner' } as const;
  const near = (transfers: Manifest['transfers']): Manifest => {
    const { recipients, ...rest } = world(transfers);
    return { ...rest, recipients: { partner: { ...recipients['partner']!, country: 'own' } } };
  };
  for (const region of ['home', 'away']) {
    const program = compile(near(stay));
    const subject = subjectState(program, { ...facts, region });
    const request = { actor: 'service', purpose: 'serve', fields: ['phone'], subject, ...share } as const;
    expect(decide(program, request)).toMatchObject({ outcome: 'permit', obligations: [{ kind: 'record' }] });
    const moved = decide(program, { ...request, from: 'home', to: 'away' });
    expect(moved).toMatchObject({ outcome: 'refuse', reason: 'transfer', clause: 'out' });
  }
});

test('a recipient nobody knows where gets only what may go anywhere', () => {
  const share = { action: 'share', recipient: 'partner' } as const;
  expect(asked(stay, share)).toMatchObject({ outcome: 'refuse', reason: 'transfer' });
  const abroad = asked(stay, share, { region: 'away' });
  expect(abroad.obligations.map(({ kind }) => kind)).toEqual(['record', 'safeguards']);
  const one: Manifest['transfers'] = [
    { from: '*', to: '*', rule: 'free', clause: 'out' },
    { from: 'home', to: 'DE', rule: 'never', clause: 'out' },
    { from: 'away', to: 'home', rule: 'desensitised', clause: 'out' },
  ];
  expect(asked(one, share).reason).toBe('transfer');
  expect(asked(one, share, { region: 'away' }).obligations).toContainEqual({ kind: 'desensitise', clause: 'out' });
});
