import { expect, test } from 'vitest';
import { checkManifest, compile, type Manifest, PolicyInvalid } from './index.ts';
import { tiny } from './testing/tiny.ts';

/** `tiny` with some of its parts replaced, as a file could hold it. */
const but = (parts: Record<string, unknown>): Manifest => ({ ...tiny, ...parts }) as unknown as Manifest;

const { fields, purposes, collections, consents, recipients, transfers, retention } = tiny;
const phone = fields.phone;
const { account, support } = purposes;
const never = { label: tiny.title, clause: '3' };
const count = { label: tiny.title, fields: ['phone'], purpose: 'account', seenBy: tiny.title, clause: '3' };

/** What is changed, and the problem it makes. */
const mistakes: readonly (readonly [code: string, path: string, parts: Record<string, unknown>])[] = [
  ['POLICY_SHAPE', '/format', { format: 2 }],
  ['POLICY_SHAPE', '/effective', { effective: '2026-02-30' }],
  ['POLICY_SHAPE', '/fields/phone/label', { fields: { ...fields, phone: { ...phone, label: 'phone' } } }],
  ['POLICY_SHAPE', '/fields/phone/secret', { fields: { ...fields, phone: { ...phone, secret: true } } }],
  ['POLICY_SHAPE', '/regions/cn/country', { regions: { ...tiny.regions, cn: { ...tiny.regions.cn, country: 'ZZ' } } }],
  ['POLICY_SHAPE', '/rights', { rights: undefined }],
  ['POLICY_TEXT_MISSING', '/title/zh-Hant', { title: { en: 'Tiny', 'zh-Hans': '小', 'zh-Hant': ' ' } }],
  [
    'POLICY_UNKNOWN_TERM',
    '/fields/phone/category',
    { fields: { ...fields, phone: { ...phone, category: 'pd:Phone' } } },
  ],
  ['POLICY_UNKNOWN_NAME', '/otherwise', { otherwise: '99' }],
  ['POLICY_UNKNOWN_NAME', '/transfers/0/to', { transfers: [{ ...transfers[0], to: 'moon' }, ...transfers.slice(1)] }],
  [
    'POLICY_TWICE',
    '/purposes/account/fields/2',
    { purposes: { ...purposes, account: { ...account, fields: ['phone', 'nickname', 'phone'] } } },
  ],
  [
    'POLICY_TWICE',
    '/collections/registration/optional/1',
    { collections: { ...collections, registration: { ...collections.registration, optional: ['nickname', 'phone'] } } },
  ],
  ['POLICY_RESERVED', '/purposes/rights', { purposes: { ...purposes, rights: { ...account, recipients: [] } } }],
  ['POLICY_FIELD_UNUSED', '/fields/age', { fields: { ...fields, age: phone } }],
  ['POLICY_FIELD_NEVER_COLLECTED', '/fields/age', { fields: { ...fields, age: phone } }],
  ['POLICY_FIELD_NO_REGION', '/fields/nickname', { purposes: { ...purposes, account: { ...account, regions: [] } } }],
  [
    'POLICY_FIELD_NO_RETENTION',
    '/fields/recording',
    { retention: [{ ...retention[0], collections: ['registration'] }] },
  ],
  [
    'POLICY_UNDECIDABLE',
    '/retention/0/until',
    { retention: [{ ...retention[0], purposes: ['account'], until: { event: 'withdrawal' } }, ...retention] },
  ],
  [
    'POLICY_UNDECIDABLE',
    '/retention/0/until/count',
    { retention: [{ ...retention[0], until: { after: 'closure', count: 0, unit: 'day' } }] },
  ],
  ['POLICY_UNDECIDABLE', '/transfers', { transfers: transfers.slice(0, 1) }],
  ['POLICY_UNDECIDABLE', '/residency', { residency: tiny.residency.slice(0, 1) }],
  ['POLICY_UNDECIDABLE', '/residency', { residency: [...tiny.residency, tiny.residency[0]] }],
  [
    'POLICY_UNDECIDABLE',
    '/jurisdictions',
    { jurisdictions: { x: { ...tiny.jurisdictions.everywhere, residences: ['CN'] } } },
  ],
  [
    'POLICY_COLLECTED_FOR_NOTHING',
    '/collections/call/optional/0',
    { collections: { ...collections, call: { ...collections.call, optional: ['nickname'] } } },
  ],
  ['POLICY_BASIS', '/purposes/account', { purposes: { ...purposes, account: { ...account, basis: 'consent' } } }],
  ['POLICY_BASIS', '/purposes/support', { purposes: { ...purposes, support: { ...support, basis: 'contract' } } }],
  [
    'POLICY_BASIS',
    '/purposes/support/consent',
    { purposes: { ...purposes, support: { ...support, consent: 'guardian' } } },
  ],
  ['POLICY_BASIS', '/ages/0', { ages: [{ ...tiny.ages[0], consent: undefined }] }],
  ['POLICY_BASIS', '/ages/0/consent', { ages: [{ ...tiny.ages[0], consent: 'calls' }] }],
  [
    'POLICY_BASIS',
    '/transfers/1',
    { transfers: [transfers[0], { ...transfers[1], rule: 'separate-consent' }, transfers[2]] },
  ],
  [
    'POLICY_SENSITIVE_UNREACHABLE',
    '/purposes/support/fields/1',
    { consents: { ...consents, calls: { ...consents.calls, kind: 'consent' } } },
  ],
  [
    'POLICY_DISCLOSURE',
    '/purposes/support',
    { purposes: { ...purposes, support: { ...support, actions: ['collect', 'use', 'disclose'] } } },
  ],
  [
    'POLICY_ONE_SIDED',
    '/purposes/support/recipients/0',
    { purposes: { ...purposes, support: { ...support, recipients: ['sms'] } } },
  ],
  [
    'POLICY_ONE_SIDED',
    '/recipients/sms/purposes/1',
    { recipients: { sms: { ...recipients.sms, purposes: ['account', 'support'] } } },
  ],
  [
    'POLICY_UNREACHABLE',
    '/recipients/sms/fields/1',
    { recipients: { sms: { ...recipients.sms, fields: ['phone', 'recording'] } } },
  ],
  ['POLICY_UNREACHABLE', '/consents/news', { consents: { ...consents, news: consents.calls } }],
  ['POLICY_UNREACHABLE', '/regions/us', { regions: { ...tiny.regions, us: { ...tiny.regions.eu, country: 'US' } } }],
  [
    'POLICY_UNREACHABLE',
    '/transfers/3',
    { transfers: [...transfers, { from: 'cn', to: 'eu', rule: 'free', clause: '4' }] },
  ],
  [
    'POLICY_UNREACHABLE',
    '/optOuts/out/purposes/0',
    {
      purposes: { ...purposes, account: { ...account, basis: 'legal-obligation' } },
      optOuts: { out: { label: tiny.title, purposes: ['account'], how: tiny.title, clause: '7' } },
    },
  ],
  [
    'POLICY_NO_EXCEPTION',
    '/recipients/sms/exception',
    {
      recipients: { sms: { ...recipients.sms, role: 'third-party' } },
      exceptions: { core: { from: 'share', label: tiny.title, basis: 'contract', clause: '3' } },
    },
  ],
  [
    'POLICY_PROHIBITED',
    '/purposes/account',
    { purposes: { ...purposes, account: { ...account, dpv: ['dpv:SellDataToThirdParties'] } } },
  ],
  ['POLICY_PROHIBITED', '/purposes/support', { prohibitions: [{ ...never, fields: ['recording'] }] }],
  ['POLICY_PROHIBITED', '/purposes/support', { prohibitions: [{ ...never, categories: ['pd:Communication'] }] }],
  ['POLICY_PROHIBITED', '/purposes/account', { prohibitions: [{ ...never, actions: ['share'], fields: ['phone'] }] }],
  ['POLICY_UNREACHABLE', '/prohibitions/0', { prohibitions: [never] }],
  ['POLICY_UNREACHABLE', '/prohibitions/0', { prohibitions: [{ ...never, fields: [] }] }],
  ['POLICY_PROHIBITED', '/purposes/support/fields', { separations: [{ ...never, fields: ['recording'] }] }],
  [
    'POLICY_PROHIBITED',
    '/purposes/calls/group',
    {
      purposes: {
        ...purposes,
        support: { ...support, fields: ['phone'] },
        calls: { ...support, fields: ['recording'] },
      },
      collections: { ...collections, call: { ...collections.call, purposes: ['calls'] } },
      separations: [{ ...never, fields: ['recording'], from: ['phone'] }],
    },
  ],
  ['POLICY_UNREACHABLE', '/separations/0', { separations: [{ ...never, fields: [] }] }],
  ['POLICY_UNDECIDABLE', '/separations/0/from', { separations: [{ ...never, fields: ['phone'], from: ['phone'] }] }],
  ['POLICY_UNREACHABLE', '/figures/count/fields/0', { figures: { count: { ...count, fields: ['recording'] } } }],
  ['POLICY_UNREACHABLE', '/figures/count/fields', { figures: { count: { ...count, fields: [] } } }],
  [
    'POLICY_UNREACHABLE',
    '/figures/count/purpose',
    {
      purposes: { ...purposes, account: { ...account, actions: ['collect', 'share'] } },
      figures: { count },
    },
  ],
  [
    'POLICY_UNASKED',
    '/recipients/sms/exception',
    {
      exceptions: { agreed: { from: 'share', label: tiny.title, basis: 'consent', clause: '3' } },
      recipients: { sms: { ...recipients.sms, exception: 'agreed' } },
    },
  ],
  [
    'POLICY_UNASKED',
    '/purposes/account/disclosure',
    {
      exceptions: { agreed: { from: 'disclose', label: tiny.title, basis: 'consent', clause: '3' } },
      purposes: {
        ...purposes,
        account: { ...account, actions: ['collect', 'use', 'share', 'disclose'], disclosure: 'agreed' },
      },
    },
  ],
  ['POLICY_UNKNOWN_NAME', '/scope/0/by', { scope: [{ ...tiny.scope[0], by: 'Example Other Ltd' }] }],
  ['POLICY_UNREACHABLE', '/optOuts/out/purposes', { optOuts: { out: { ...never, purposes: [], how: tiny.title } } }],
  ['POLICY_UNREACHABLE', '/rights/access/grounds', { rights: { access: { ...tiny.rights.access, grounds: {} } } }],
  [
    ...(['POLICY_UNDECIDABLE', '/rights/access/grounds/over/holds'] as const),
    { rights: { access: { ...tiny.rights.access, grounds: { over: { label: tiny.title, holds: 'period-over' } } } } },
  ],
  ['POLICY_UNREACHABLE', '/rights/access/below', { rights: { access: { ...tiny.rights.access, below: 0 } } }],
  [
    'POLICY_UNDECIDABLE',
    '/transfers',
    { transfers: transfers.slice(0, 1), recipients: { sms: { ...recipients.sms, country: '*' } } },
  ],
];

test('the smallest policy has nothing wrong with it', () => {
  expect(checkManifest(tiny)).toEqual([]);
});

test('promises that are kept, and a text without a date, are nothing to complain of', () => {
  const apart = { ...never, fields: ['recording'], from: ['nickname'] };
  const kept = but({
    published: null,
    effective: null,
    prohibitions: [
      { ...never, actions: ['disclose'] },
      { ...never, fields: ['nickname'], actions: ['disclose'] },
    ],
    separations: [apart],
    figures: { count },
    scope: [{ ...tiny.scope[0], by: tiny.controller.name, url: 'https://home.example' }],
  });
  expect(checkManifest(kept)).toEqual([]);
});

test.each(mistakes)('%s at %s', (code, path, parts) => {
  const problems = checkManifest(but(parts));
  expect(problems.map((problem) => `${problem.code} ${problem.path}`)).toContain(`${code} ${path}`);
  for (const problem of problems) expect(problem.help).not.toBe('');
});

test('every problem is told at once, with its path', () => {
  const broken = but({
    otherwise: '99',
    residency: [{ residence: '*', region: 'moon', clause: '4' }],
    fields: { ...fields, phone: { ...phone, subject: 'nobody', clause: '98' } },
  });
  expect(checkManifest(broken).map((problem) => problem.path)).toEqual([
    '/otherwise',
    '/fields/phone/subject',
    '/fields/phone/clause',
    '/residency/0/region',
  ]);
  try {
    compile(broken);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(PolicyInvalid);
    expect(error).toMatchObject({ code: 'POLICY_INVALID', kind: 'misuse', path: '/otherwise' });
    expect((error as PolicyInvalid).problems).toHaveLength(4);
  }
});

test('what is no manifest at all is told so', () => {
  for (const value of [null, 7, 'policy', [], {}]) {
    expect(checkManifest(value as unknown as Manifest).length).toBeGreaterThan(0);
    expect(() => compile(value as unknown as Manifest)).toThrow(PolicyInvalid);
  }
});

test('a controller that gives no address is one all the same', () => {
  const { address: _, ...controller } = tiny.controller;
  expect(checkManifest(but({ controller }))).toEqual([]);
  expect(checkManifest(but({ controller: { ...controller, address: ' ' } }))).not.toEqual([]);
});
