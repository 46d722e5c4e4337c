import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Text } from '@kept/policy';
import { expect, test } from 'vitest';
import { aqaraAccount } from './index.ts';

interface Said {
  readonly at: string;
  readonly text: Text;
}

/** Every text of the manifest, with where it stands. */
function said(value: unknown, at = ''): Said[] {
  if (typeof value !== 'object' || value === null) return [];
  if (LANGUAGES.every((lang) => lang in value)) return [{ at, text: value as Text }];
  return Object.entries(value).flatMap(([key, item]) => said(item, `${at}/${key}`));
}

/** The characters of a two-byte encoding whose first byte lies in `first`. */
function repertoire(encoding: string, first: readonly [number, number]): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const all = new Set<string>();
  for (let high = first[0]; high <= first[1]; high++)
    for (let low = 0x40; low <= 0xfe; low++) all.add(decoder.decode(Uint8Array.of(high, low)));
  return all;
}

/** The published text in which `title` stands, or undefined where no folder of texts is given. */
function publishedText(title: string): string | undefined {
  const folder = process.env.KEPT_POLICY_TEXTS;
  if (!folder) return undefined;
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return texts.map((name) => bare(readFileSync(join(folder, name), 'utf8'))).find((text) => text.includes(bare(title)));
}

/** Without spaces, line breaks and the marks of lists, none of which a reader sees. */
const bare = (text: string): string => text.replace(/[\s\p{Cf}【】]|\*\*/gu, '');

const all = said(aqaraAccount);
const sentences = all.filter(({ text }) => /[。？]/.test(text['zh-Hans']));
const published = publishedText(aqaraAccount.title['zh-Hans']);

test('everything is said in three languages', () => {
  for (const { at, text } of all) for (const lang of LANGUAGES) expect(text[lang].trim(), `${at} ${lang}`).not.toBe('');
});

test('the three differ: English has no Chinese in it, and a sentence in one script is not copied to the other', () => {
  for (const { at, text } of all) expect(text.en, at).not.toMatch(/\p{Script=Han}/u);
  const alike = sentences.filter(({ text }) => text['zh-Hans'] === text['zh-Hant']);
  expect(alike.map(({ at }) => at)).toEqual([]);
});

test('each Chinese is written in its own characters', () => {
  const simplified = repertoire('gbk', [0xb0, 0xf7]);
  const traditional = repertoire('big5', [0xa4, 0xf9]);
  const strange = (text: string, known: ReadonlySet<string>) =>
    [...text].filter((sign) => /\p{Script=Han}/u.test(sign) && !known.has(sign)).join('');
  const wrong = all.map(({ at, text }) => [
    at,
    strange(text['zh-Hans'], simplified),
    strange(text['zh-Hant'], traditional),
  ]);
  expect(wrong.filter(([, hans, hant]) => hans || hant)).toEqual([]);
});

test('no space is typed between Chinese and Latin: the page sets that gap', () => {
  for (const { at, text } of all)
    for (const lang of ['zh-Hans', 'zh-Hant'] as const)
      expect(text[lang], at).not.toMatch(/\p{Script=Han} [A-Za-z0-9]|[A-Za-z0-9+] \p{Script=Han}/u);
});

test('in a clause, marks stand in pairs, and in all three languages or in none', () => {
  for (const [id, { sentence }] of Object.entries(aqaraAccount.clauses)) {
    const marks = LANGUAGES.map((lang) => sentence[lang].split('**').length - 1);
    expect([0, 2], id).toContain(marks[0]);
    expect(new Set(marks).size, id).toBe(1);
  }
});

test('each Chinese has its own words', () => {
  const mainland = /信息|设备|短信|视频|网络|账号|软件|默认|隐私政策/;
  const taiwan = /資料|裝置|簡訊|影片|網路|帳戶|軟體|預設|隱私權/;
  const mixed = /信息|軟件|視頻|網絡|默認|短信|硬件|固件|設備|登錄|註銷賬|賬/;
  for (const { at, text } of all) {
    expect(text['zh-Hant'], at).not.toMatch(mixed);
    expect(text['zh-Hant'], at).not.toMatch(mainland);
    expect(text['zh-Hans'], at).not.toMatch(taiwan);
  }
});

test.skipIf(published === undefined)('no run of twenty characters is copied from the text (KEPT_POLICY_TEXTS)', () => {
  const copied = all.filter(({ text }) => {
    const words = bare(text['zh-Hans']);
    for (let i = 0; i + 20 <= words.length; i++) if (published!.includes(words.slice(i, i + 20))) return true;
    return false;
  });
  expect(copied.map(({ at }) => at)).toEqual([]);
});

test.skipIf(published === undefined)('every field bears a word of the text (KEPT_POLICY_TEXTS)', () => {
  const ours = ['booking-location', 'second-step-backup-codes', 'second-step-passkey', 'second-step-secret'];
  const missing = Object.entries(aqaraAccount.fields)
    .filter(([, field]) => ![field.label['zh-Hans'], ...(field.named ?? [])].some((w) => published!.includes(bare(w))))
    .map(([id]) => id);
  expect(missing.sort()).toEqual(ours);
});

test.skipIf(published === undefined)('names, addresses and links are the text’s own (KEPT_POLICY_TEXTS)', () => {
  const { controller, recipients } = aqaraAccount;
  const facts = [controller.name, controller.address, ...controller.affiliates, controller.contacts[0].value];
  const { yunpian, fadada } = recipients;
  for (const fact of [...facts, yunpian.name, fadada.name]) expect(published).toContain(bare(fact));
});
