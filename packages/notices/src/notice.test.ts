import { compile, EEA, LANGUAGES, type Manifest, type Program } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { describe, expect, test } from 'vitest';
import { type Notice, noticeMarkdown, renderNotice } from './index.ts';

const program = compile(aqaraAccount);
const { manifest } = program;
const notices = Object.fromEntries(LANGUAGES.map((lang) => [lang, renderNotice(program, lang)])) as Record<
  (typeof LANGUAGES)[number],
  Notice
>;

/** The same policy with something changed; compiled, so that what is tested is a policy that can be. */
const changed = (change: Partial<Manifest>): Program => compile({ ...manifest, ...change });

/** Every string of a value, wherever it stands. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/**
 * What ISO/IEC 29184:2020 asks of the contents of a notice (5.3), by its own numbers, and where it stands here. What it
 * asks of form (5.2) is the page's: languages, place and time, accessibility.
 */
const ELEMENTS: Readonly<Record<string, (notice: Notice) => readonly unknown[]>> = {
  '5.3.2 purpose description': (notice) => notice.purposes,
  '5.3.3 presentation of the purposes': (notice) => notice.collections.flatMap((row) => row.purposes),
  '5.3.4 identification of the controller': ({ controller }) => [controller.name, controller.address],
  '5.3.5 what is collected': (notice) => notice.collections.flatMap((row) => row.fields),
  '5.3.6 collection method': (notice) => notice.collections.map((row) => row.source),
  '5.3.7 timing and location of the collection': (notice) => notice.collections.map((row) => [row.moment, row.regions]),
  '5.3.8 method of use': (notice) => notice.purposes.map((purpose) => purpose.fields),
  '5.3.9 where it is stored, and whose law holds': (notice) => [notice.regions, notice.jurisdictions],
  '5.3.10 third parties': (notice) => [notice.recipients, notice.transfers],
  '5.3.11 retention': (notice) => notice.collections.map((row) => row.kept),
  '5.3.12 participation of the person': (notice) => notice.rights,
  '5.3.13 inquiry and complaint': ({ controller }) => [controller.contacts, controller.complaints],
  '5.3.14 how choices are reached': (notice) => [notice.takingBack, notice.consents],
  '5.3.15 basis': (notice) => notice.purposes.map((purpose) => purpose.basisLabel),
  '5.3.16 risks': (notice) => notice.sections.find(({ id }) => id === 'security')!.paragraphs,
};

describe.each(LANGUAGES)('in %s', (lang) => {
  const notice = notices[lang];
  const document = noticeMarkdown(program, lang);
  const bare = document.replaceAll('\\', '');

  test.each(Object.entries(ELEMENTS))('ISO/IEC 29184, %s', (_, element) => {
    const found = element(notice);
    expect(found).not.toHaveLength(0);
    for (const each of found) expect(each).toSatisfy((part: string | object) => Object.keys(part).length > 0);
  });

  test('every clause appears, in the order of the text', () => {
    expect(notice.clauses.map(({ id }) => id).sort()).toEqual(Object.keys(manifest.clauses).sort());
    const at = (id: string): number => notice.clauses.findIndex((clause) => clause.id === id);
    expect(at('2.1.7')).toBeLessThan(at('2.2'));
    expect(at('2.2.9')).toBeLessThan(at('2.2.10'));
    expect(at('8.2')).toBeLessThan(at('9'));
    expect(at('9')).toBeLessThan(at('10'));
    for (const { title, sentence } of Object.values(manifest.clauses)) {
      expect(bare).toContain(title[lang]);
      expect(bare).toContain(sentence[lang]);
    }
  });

  test('every field, purpose, recipient, region, right and consent appears, in the data and in the document', () => {
    const taken = new Set(notice.collections.flatMap((row) => row.fields.flatMap((field) => field.fields)));
    expect([...taken].sort()).toEqual(Object.keys(manifest.fields).sort());
    for (const part of ['purposes', 'recipients', 'regions', 'rights', 'consents', 'collections'] as const)
      expect(notice[part].map(({ id }) => id)).toEqual(Object.keys(manifest[part]));
    for (const part of ['purposes', 'regions', 'rights', 'consents', 'collections', 'fields'] as const)
      for (const { label } of Object.values(manifest[part]))
        expect(bare.toLowerCase()).toContain(label[lang].toLowerCase());
    for (const { name, party } of Object.values(manifest.recipients))
      expect(bare.toLowerCase()).toContain((name ?? party[lang]).toLowerCase());
    for (const { text } of manifest.notes) expect(bare).toContain(text[lang]);
  });

  test('whatever it cites is a clause, and nothing is said in another language', () => {
    const cited = bare.match(/§[\d.]*\d/g)!.map((mark) => mark.slice(1));
    for (const id of cited) expect(manifest.clauses).toHaveProperty([id]);
    const others = strings({
      ...notice,
      controller: null,
      recipients: notice.recipients.map((each) => ({ ...each, name: '' })),
    });
    if (lang === 'en') for (const text of others) expect(text).not.toMatch(/\p{Script=Han}/u);
    expect(notice.language).toBe(lang);
    expect(notice.original).toBe('zh-Hans');
  });

  test('nothing is left unsaid: no empty label, no undefined, no object written as text', () => {
    for (const text of strings({ ...notice, controller: { ...notice.controller, contacts: [] } })) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test('marks in sentences stand in pairs, and stay the only ones', () => {
    for (const { text } of [...notice.answers, notice.refusal]) expect(text.split('**').length % 2).toBe(1);
  });

  test('it is pure, and of the program that decides', () => {
    expect(renderNotice(compile(aqaraAccount), lang)).toEqual(notice);
    expect(notice.policy.hash).toBe(program.hash);
    expect(document).toContain(`sha256:${program.hash}`);
    expect(document.endsWith('\n')).toBe(true);
  });
});

describe('numbers are counted, not written down', () => {
  const answer = (of: Program, question: string): string =>
    renderNotice(of, 'en').answers.find((each) => each.question === question)!.text;

  test('fields, sensitive ones, purposes, recipients', () => {
    const fields = Object.values(manifest.fields);
    const sensitive = fields.filter((field) => field.sensitive).length;
    expect(notices.en.counts).toMatchObject({ fields: fields.length, sensitive, regions: 2 });
    expect(answer(program, 'what')).toContain(`${fields.length} items in all, **${sensitive} of them sensitive**`);
    const { fadada: _, ...recipients } = manifest.recipients;
    const { 'e-contract': __, ...purposes } = manifest.purposes;
    const { 'e-signature': ___, ...consents } = manifest.consents;
    const { 'share-agreed': ____, ...exceptions } = manifest.exceptions;
    const retention = manifest.retention.map((rule) =>
      rule.purposes ? { ...rule, purposes: rule.purposes.filter((id) => id !== 'e-contract') } : rule,
    );
    const fewer = changed({ recipients, purposes, consents, exceptions, retention });
    expect(answer(program, 'who')).toContain(`**${Object.keys(manifest.recipients).length} recipients**`);
    expect(answer(fewer, 'who')).toContain(`**${Object.keys(recipients).length} recipients**`);
    expect(answer(fewer, 'why')).toContain(`**${Object.keys(purposes).length} purposes**`);
  });

  test('the slowest right gives the deadline of the summary', () => {
    expect(answer(program, 'rights')).toContain('**within 15 days of knowing it is you**');
    const access = { ...manifest.rights.access!, deadline: { count: 1, unit: 'month' } as const };
    expect(answer(changed({ rights: { ...manifest.rights, access } }), 'rights')).toContain('**within 1 month**');
  });

  test('periods of retention', () => {
    expect(answer(program, 'how-long')).toContain('1 hour after collection');
    const retention = manifest.retention.map((rule) =>
      'event' in rule.until ? rule : { ...rule, until: { ...rule.until, count: 7 } },
    );
    expect(answer(changed({ retention }), 'how-long')).toMatch(/7 hours after .* 7 days after .* 7 months after/);
  });

  test('the youngest who may have an account', () => {
    expect(notices.en.ages).toEqual([{ from: 14, to: 17 }, { from: 18 }]);
    const [age] = manifest.ages;
    const ages = (below: number[]) =>
      renderNotice(changed({ ages: below.map((years) => ({ ...age!, below: years })) }), 'en').ages;
    expect(ages([16])).toEqual([{ from: 16, to: 17 }, { from: 18 }]);
    expect(ages([13, 16])).toEqual([{ from: 16, to: 17 }, { from: 18 }]);
    expect(ages([])).toEqual([{ from: 0, to: 17 }, { from: 18 }]);
  });
});

describe('what a person meets first', () => {
  test('of a phone number and an e-mail address one is needed, and they are shown as one thing', () => {
    const [contact, ...others] = notices['zh-Hans'].collections[0]!.fields;
    expect(contact).toMatchObject({
      label: '手机号码或邮箱地址',
      needed: true,
      fields: ['account-phone', 'account-email'],
    });
    expect(others.map((field) => [field.id, field.needed])).toEqual([
      ['account-code', true],
      ['account-password', true],
      ['account-nickname', false],
    ]);
  });

  test('rows are told apart by whose concern they are', () => {
    const parts = Object.fromEntries(notices.en.collections.map(({ id, part }) => [id, part]));
    expect(parts).toMatchObject({ registration: 'person', profile: 'person', security: 'home', company: 'business' });
    expect(Object.values(parts).filter((part) => part === 'business')).toHaveLength(13);
  });

  test('the strongest consent of a row is shown, and who gets what only with one', () => {
    const rows = Object.fromEntries(notices.en.collections.map(({ id, consent }) => [id, consent]));
    expect(rows).toMatchObject({ profile: 'consent', support: 'separate', certification: 'separate' });
    expect(rows.registration).toBeUndefined();
    const gets = Object.fromEntries(notices.en.recipients.map(({ id, consent }) => [id, consent]));
    expect(gets).toMatchObject({ fadada: 'separate', yunpian: undefined });
  });

  test('what is kept for various times is told apart', () => {
    const registration = notices.en.collections[0]!;
    expect(registration.kept).toBe('Verification code: 1 hour after collection; the rest: until you close the account');
    expect(registration.retention.map(({ fields }) => fields.length)).toEqual([1, 4]);
  });
});

describe('what a manifest leaves out, or says many times', () => {
  const { address: _, ...unreachable } = manifest.controller;
  const alone: Manifest['fields'] = Object.fromEntries(
    Object.entries(manifest.fields).map(([id, field]) =>
      id.startsWith('device-') ? [id, { ...field, alone: 'not-personal' as const }] : [id, field],
    ),
  );
  const document = (change: Partial<Manifest>): string => noticeMarkdown(changed(change), 'en').replaceAll('\\', '');

  test('a controller without an address, a policy without a date', () => {
    expect(renderNotice(changed({ controller: unreachable }), 'en').controller).not.toHaveProperty('address');
    expect(document({ controller: unreachable })).not.toContain('- Address:');
    const undated = document({ version: 'undated', published: null, effective: null });
    expect(undated).toMatch(/^# .+\n\nNot dated\n/);
  });

  test('one home for everybody, and thirty countries by the name they share', () => {
    const homes = (residency: Manifest['residency']): string[] =>
      renderNotice(changed({ residency }), 'en').regions.map(({ residents }) => residents);
    const eea = EEA.map((residence) => ({ residence, region: 'sg', clause: '5.2' }));
    const [cn, rest] = manifest.residency;
    expect(homes([cn!, ...eea, rest!])).toEqual([
      'people in Mainland China',
      'people in the European Economic Area and everybody else',
    ]);
    const { cn: home } = manifest.regions;
    const purposes = Object.fromEntries(
      Object.entries(manifest.purposes).map(([id, each]) => [id, { ...each, regions: ['cn'] }]),
    );
    const sole = { regions: { cn: home! }, purposes, residency: [{ ...rest!, region: 'cn' }] };
    const transfers = manifest.transfers.filter(({ from }) => from === 'cn');
    expect(renderNotice(changed({ ...sole, transfers }), 'en').regions[0]!.residents).toBe('everybody');
  });

  test('what is not personal when alone stands together, and what ends twice ends once', () => {
    expect(document({ fields: alone })).toMatch(
      /Needed: Device model; .+; Room of the device \(not personal when alone\)/,
    );
    const retention = [...manifest.retention, ...manifest.retention];
    expect(renderNotice(changed({ retention }), 'en').collections).toEqual(notices.en.collections);
  });
});

describe('where people live', () => {
  const document = (change: Partial<Manifest>): string => noticeMarkdown(changed(change), 'en').replaceAll('\\', '');
  const [leaving] = manifest.transfers;

  test('a rule that holds for several places is said once', () => {
    const transfers = [
      ...manifest.transfers,
      { from: 'cn', to: '*', rule: 'safeguards', clause: '6.2' },
      { from: 'sg', to: '*', rule: 'safeguards', clause: '5.2' },
    ] as const;
    expect(document({ transfers })).toContain(
      'from Mainland China and Singapore to anywhere else: only with the safeguards that the law there asks for.',
    );
    expect(renderNotice(changed({ transfers }), 'en').transfers).toHaveLength(transfers.length);
    const anywhere = [leaving!, { from: '*', to: '*', rule: 'safeguards', clause: '6.2' }] as const;
    expect(document({ transfers: anywhere })).toContain('from one place to another: only with the safeguards');
  });

  test('a right of some places says where, and the summary has each kind once', () => {
    const access = { ...manifest.rights.access!, jurisdictions: ['elsewhere'] };
    const here = { ...access, jurisdictions: ['mainland-china'], deadline: { count: 3, unit: 'day' } as const };
    const text = document({ rights: { ...manifest.rights, access, here } });
    expect(text).toContain('Answered: Elsewhere: within 15 days of knowing it is you\n');
    expect(text).toContain('Answered: Mainland China: within 3 days\n');
    expect(text).toMatch(/What can I do\?\*\* See your data, get a copy/);
    expect(text.match(/see your data/gi)).toHaveLength(3);
  });

  test('a guardian’s question is none of those that everybody may say no to', () => {
    const guardian = { ...manifest.consents.profile!, by: 'guardian' as const };
    const ages = [
      {
        below: 18,
        rule: 'guardian',
        consent: 'guardian',
        found: 'erase',
        eraseWithin: { count: 7, unit: 'day' },
        clause: '8.1',
      },
    ] as const;
    const consents = { ...manifest.consents, guardian };
    expect(renderNotice(changed({ consents, ages }), 'en').refusal).toEqual(notices.en.refusal);
  });
});
