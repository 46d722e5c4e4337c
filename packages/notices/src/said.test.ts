import { compile, LANGUAGES, type Manifest, type Text } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { expect, test } from 'vitest';
import { noticeMarkdown, renderNotice } from './index.ts';

const manifest: Manifest = aqaraAccount;
const clause = '1';
const mark = (word: string): Text => ({ 'zh-Hans': `${word}-hans`, 'zh-Hant': `${word}-hant`, en: `${word}-en` });
const row = manifest.collections.registration!;

/** Everything that a text may say and that of Aqara's accounts does not. */
const program = compile({
  ...manifest,
  published: null,
  effective: null,
  controller: { ...manifest.controller, complaints: [{ authority: mark('court'), url: 'https://court.example' }] },
  scope: [{ label: mark('shop'), url: 'https://shop.example', by: manifest.controller.name, clause }],
  fields: { ...manifest.fields, 'account-code': { ...manifest.fields['account-code']!, alone: 'not-personal' } },
  collections: { ...manifest.collections, registration: { ...row, source: 'third-party', origin: mark('platform') } },
  recipients: { ...manifest.recipients, mail: { ...manifest.recipients.mail!, country: '*' } },
  transfers: [...manifest.transfers, { from: 'sg', to: '*', rule: 'safeguards', clause }],
  retention: manifest.retention.map((rule) => ({ ...rule, longer: ['law', 'claims', 'public-interest'] as const })),
  rights: { ...manifest.rights, access: { ...manifest.rights.access!, below: 16, channels: ['device', 'phone'] } },
  separations: [{ label: mark('apart'), fields: ['cookie-usage'], from: ['account-phone'], clause }],
  figures: {
    counts: {
      label: mark('counts'),
      fields: ['account-phone'],
      purpose: 'account',
      seenBy: mark('partners'),
      clause,
    },
  },
  changes: { ...manifest.changes, effective: 'on-date' },
  cookieControl: { how: mark('block'), consequence: mark('forgets'), url: 'https://cookies.example', clause },
  notes: (['blank', 'conflict', 'stricter', 'besides'] as const).map((kind) => ({ kind, text: mark(kind), clause })),
});

test.each(LANGUAGES)('whatever a manifest can say is said in %s', (lang) => {
  const notice = renderNotice(program, lang);
  const document = noticeMarkdown(program, lang).replaceAll('\\', '');
  const all = ['court', 'shop', 'platform', 'apart', 'counts', 'partners', 'block', 'forgets', 'blank', 'conflict'];
  for (const word of [...all, 'stricter', 'besides']) expect(document, word).toContain(mark(word)[lang]);
  for (const url of ['https://court.example', 'https://shop.example', 'https://cookies.example'])
    expect(document).toContain(url);
  expect(document).not.toMatch(/undefined|null|\[object/);
  const [registration] = notice.collections;
  expect(registration!.fields.find(({ id }) => id === 'account-code')).toMatchObject({ alone: 'not-personal' });
  expect(registration!.retention.every(({ longer }) => longer !== undefined)).toBe(true);
  expect(notice.policy).toMatchObject({ published: null, effective: null });
  expect(notice.recipients.find(({ id }) => id === 'mail')).toMatchObject({ country: '*' });
});

test('what one manifest has once, and that of Aqara’s accounts more often', () => {
  const { access, ...rights } = manifest.rights;
  const own = { ...access!, below: 16 };
  const one = compile({
    ...manifest,
    residency: [{ residence: '*', region: 'sg', clause }],
    regions: { sg: manifest.regions.sg! },
    transfers: manifest.transfers.filter(({ from }) => from === 'sg').map((rule) => ({ ...rule, to: '*' as const })),
    recipients: manifest.recipients,
    purposes: Object.fromEntries(
      Object.entries(manifest.purposes).map(([id, purpose]) => [id, { ...purpose, regions: ['sg'] }]),
    ),
    fields: Object.fromEntries(
      Object.entries(manifest.fields).map(([id, field]) => [id, { ...field, sensitive: id === 'support-text' }]),
    ),
    rights: { ...rights, access: own, child: { ...own, identity: ['guardianship'] } },
    consents: Object.fromEntries(Object.entries(manifest.consents).filter(([id]) => id !== 'transfer-abroad')),
  });
  const notice = renderNotice(one, 'en');
  expect(notice.regions).toMatchObject([{ id: 'sg', residents: 'everybody' }]);
  expect(notice.answers.find(({ question }) => question === 'where')!.text).toMatch(
    /^For everybody, \*\*Singapore\*\*/,
  );
  expect(notice.sections.find(({ id }) => id === 'security')!.paragraphs[0]!.text).toContain(
    'The 1 sensitive item could also hurt your dignity, your body or your purse, and so is asked separately.',
  );
  const conditions = (id: string) => notice.rights.find((right) => right.id === id)!.conditions;
  expect(conditions('access')).toEqual(['You are under 16']);
  expect(conditions('child')).toEqual(['The child is under 16']);
});

test('a rule for every way out is said without a place', () => {
  const every = { from: '*', to: '*', rule: 'separate-consent', consent: 'transfer-abroad', clause } as const;
  expect(renderNotice(compile({ ...manifest, transfers: [every] }), 'en').transfers.map(({ label }) => label)).toEqual([
    'from one place to another: only if you separately say yes',
  ]);
});

test('a separate consent stands at a row only where the row takes something sensitive', () => {
  const certification = manifest.purposes['certification-finance']!;
  const { consent: _, ...contract } = certification;
  const both = compile({
    ...manifest,
    purposes: {
      ...manifest.purposes,
      account: {
        ...manifest.purposes.account!,
        fields: [...manifest.purposes.account!.fields, 'support-text'],
        sensitiveConsent: 'support',
      },
      'certification-finance': { ...contract, basis: 'contract', sensitiveConsent: certification.consent! },
    },
  });
  const rows = Object.fromEntries(renderNotice(both, 'en').collections.map(({ id, consent }) => [id, consent]));
  expect(rows.registration).toBeUndefined();
  expect(rows.certification).toBe('separate');
});

test('in plain words', () => {
  const notice = renderNotice(program, 'en');
  const section = (id: string) => notice.sections.find((each) => each.id === id)!.paragraphs.map(({ text }) => text);
  expect(section('scope')[0]).toMatch(/^shop-en \(https:\/\/shop\.example and run by .+\)\.$/);
  expect(section('figures')).toEqual([
    'counts-en. Counted for: Opening and entering your account. Seen by: partners-en. Never anything about one person.',
  ]);
  expect(section('readings')).toEqual([
    'The text is silent: blank-en',
    'The text says two things: conflict-en',
    'Stricter here than the text: stricter-en',
  ]);
  expect(section('changes')).toContain('A change counts from the day that the message names.');
  expect(section('exemptions').join(' ')).toContain(
    'You are told beforehand who gets it. Whoever gets it is bound to these rules. For a new use you are asked again.',
  );
  const access = notice.rights.find(({ id }) => id === 'access')!;
  expect(access).toMatchObject({
    conditions: ['You are under 16'],
    channels: ['in the settings of your device', 'by phone'],
  });
  expect(notice.transfers.at(-1)!.label).toBe(
    'from Singapore to anywhere else: only with the safeguards that the law there asks for',
  );
  expect(notice.collections[0]!.source).toBe('from another company (platform-en)');
  expect(notice.answers.find(({ question }) => question === 'how-long')!.text).toContain(
    'Longer only as far as a law, a claim or dispute or work in the public interest needs it.',
  );
});

test('what is kept longer for one use than for another is told use by use', () => {
  const { collections } = renderNotice(compile(smartmiGlobal), 'en');
  const [automations, registration] = ['automations', 'registration'].map(
    (id) => collections.find((row) => row.id === id)!,
  );
  expect(automations!.kept).toBe(
    'Running the automations you set: until it has served or you close the account; ' +
      'Figures for better products: until you take your consent back or you close the account',
  );
  expect(automations!.retention.map(({ purposes }) => purposes!.map(({ id }) => id))).toEqual([
    ['automations'],
    ['statistics'],
  ]);
  expect(registration!.retention.map(({ purposes, told, until }) => [purposes, told === until])).toEqual([
    [undefined, true],
  ]);
});
