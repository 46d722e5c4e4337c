import { diff } from '@kept/analyse';
import { compile, LANGUAGES, type Manifest, type Program } from '@kept/policy';
import { tiny } from '@kept/policy/testing';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { smartmiLegacy } from '@kept/policy-smartmi-legacy';
import { expect, test } from 'vitest';
import { type ChangeNotice, changesMarkdown, renderChanges } from '../index.ts';

const [account, legacy, global] = [aqaraAccount, smartmiLegacy, smartmiGlobal].map((each) => compile(each)) as [
  Program,
  Program,
  Program,
];
const forward = diff(legacy, global);
const back = diff(global, legacy);

const linesOf = (notice: ChangeNotice, id: string) => notice.sections.find((each) => each.id === id)?.lines ?? [];

test.each(LANGUAGES)('a real succession is told in %s, and so is the way back', (lang) => {
  for (const [before, after, found] of [
    [legacy, global, forward],
    [global, legacy, back],
  ] as const) {
    const notice = renderChanges(before, after, found, lang);
    const ids = notice.sections.flatMap(({ lines }) => lines.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const kind of ['allowed', 'refused'] as const) {
      const told = linesOf(notice, kind).map(({ decided }) => decided!.purpose);
      expect(new Set(told)).toEqual(new Set(found[kind].flatMap(({ within }) => within.purpose!)));
      const situations = linesOf(notice, kind).reduce((sum, { decided }) => sum + decided!.situations, 0);
      expect(situations).toBeCloseTo(found.counts[kind]);
    }
    const document = changesMarkdown(before, after, found, lang);
    expect(document).not.toMatch(/undefined|null|NaN|\[object/);
    for (const { lines } of notice.sections) for (const { text } of lines) expect(text).toMatch(/[.。]$/);
    if (lang === 'en') expect(document.replaceAll(/https?:\S+|“[^”]*”/g, '')).not.toMatch(/[\u3000-\u303f]/);
  }
});

test('what waits says for whose yes, and what takes from rights says so', () => {
  const notice = renderChanges(legacy, global, forward, 'en');
  const promotions = linesOf(notice, 'allowed').find(
    ({ decided }) => decided!.purpose === 'promotions' || decided!.purpose === 'marketing',
  );
  expect(promotions).toMatchObject({ decided: { needs: 'consent', consents: ['marketing'] } });
  expect(promotions!.waits).toContain('Waits for your yes to “Promotions”.');
  const slower = linesOf(notice, 'deadlines').find(({ label }) => label === 'See your data (California)');
  expect(slower).toMatchObject({ effect: 'worse', reducesRights: true, clauses: { before: ['5'], after: ['12.1'] } });
  expect(slower!.text).toContain('within 45 days, and 45 days more where it is hard');
  expect(linesOf(notice, 'regions').some(({ text }) => text.includes('Singapore (Singapore) → Russia (Russia)'))).toBe(
    true,
  );
  expect(
    linesOf(notice, 'ages').some(({ text }) => text.startsWith('Under 13: no account → Under 14: no account')),
  ).toBe(true);
});

test('nothing is told where nothing changes', () => {
  expect(renderChanges(account, account, diff(account, account), 'en')).toMatchObject({
    summary: ['Nothing changes.'],
    sections: [],
  });
});

test.each(LANGUAGES)('every kind of change has words in %s', (lang) => {
  const manifest: Manifest = tiny;
  const right = manifest.rights['access']!;
  const changed = compile({
    ...manifest,
    purposes: {
      ...manifest.purposes,
      account: { ...manifest.purposes['account']!, regions: ['eu'], minAge: 16, actions: ['collect', 'use', 'share'] },
      support: { ...manifest.purposes['support']!, redact: ['recording'], beforeAccount: true },
    },
    consents: { ...manifest.consents, calls: { ...manifest.consents['calls']!, kind: 'explicit' } },
    rights: {
      access: {
        ...right,
        ...{ fee: manifest.title, below: 18, identity: ['code'], channels: ['email'] },
        ...{ conditions: [manifest.title], refusalGrounds: [{ label: manifest.title }] },
        confirmWithin: { count: 2, unit: 'day' },
      },
    },
    recipients: {
      sms: { ...manifest.recipients['sms']!, country: 'DE', role: 'third-party', url: 'https://sms.example' },
    },
    retention: [{ ...manifest.retention[0]!, until: { after: 'closure', count: 1, unit: 'month' }, end: 'anonymise' }],
    transfers: [
      ...manifest.transfers.filter(({ from }) => from === 'cn'),
      { from: 'eu', to: '*', rule: 'safeguards', clause: '4' },
    ],
    changes: { ...manifest.changes, askAgain: [], channels: ['app'] },
    measures: { lock: { label: manifest.title, dpv: [], clause: '1' } },
    prohibitions: [],
  });
  const before = compile(manifest);
  for (const [a, b] of [
    [before, changed],
    [changed, before],
  ] as const) {
    const document = changesMarkdown(a, b, diff(a, b), lang);
    expect(document).not.toMatch(/undefined|null|NaN|\[object|: ;|: \./);
    expect(renderChanges(a, b, diff(a, b), lang).sections.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['allowed', 'refused', 'rights', 'recipients', 'retention', 'consents', 'other']),
    );
  }
});
