import type { Manifest } from '../manifest.ts';
import { LANGUAGES, type Lang, type Text } from '../text.ts';

/** A text of a manifest, and where it stands. */
export interface Said {
  readonly at: string;
  readonly text: Text;
}

/** Every text of a value, with where it stands. */
export function said(value: unknown, at = ''): Said[] {
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

const HAN = /\p{Script=Han}/u;
/** The page sets the gap between Chinese and Latin. */
const TYPED_GAP = /\p{Script=Han} [A-Za-z0-9]|[A-Za-z0-9+] \p{Script=Han}/u;
/** Words of the other side of the strait. */
const FOREIGN: Readonly<Record<Lang, RegExp | null>> = {
  'zh-Hans': /資|訊|裝置|簡訊|影片|網路|帳戶|軟體|預設|隱私權/,
  'zh-Hant': /信息|設備|短信|視頻|網絡|账号|軟件|硬件|固件|默認|登錄|註銷賬|賬|设备|网络|软件|隐私/,
  en: null,
};

/**
 * What is wrong with the words of a manifest, each as `/path lang: fault`; empty where every text is said in three
 * languages that differ, in its own characters and words. A field's label in the text's own language is the text's word
 * and may be any.
 */
export function wordFaults(manifest: Manifest): string[] {
  const known = { 'zh-Hans': repertoire('gbk', [0xb0, 0xf7]), 'zh-Hant': repertoire('big5', [0xa4, 0xf9]), en: null };
  const faults: string[] = [];
  for (const { at, text } of said(manifest)) {
    if (/[。？]/.test(text['zh-Hans']) && text['zh-Hans'] === text['zh-Hant'])
      faults.push(`${at} zh-Hant: is a copy of the other Chinese`);
    for (const lang of LANGUAGES) {
      const own = lang === manifest.language && at.startsWith('/fields/');
      faults.push(...faultsOf(text[lang], lang, known[lang], own).map((fault) => `${at} ${lang}: ${fault}`));
    }
  }
  return [...faults, ...markFaults(manifest)];
}

function faultsOf(text: string, lang: Lang, known: ReadonlySet<string> | null, own: boolean): string[] {
  if (text.trim() === '') return ['says nothing'];
  if (lang === 'en') return HAN.test(text) ? ['has Chinese in it'] : [];
  const strange = [...text].filter((sign) => HAN.test(sign) && !known!.has(sign)).join('');
  const foreign = own ? null : FOREIGN[lang]?.exec(text);
  return [
    ...(strange ? [`has signs of the other script: ${strange}`] : []),
    ...(foreign ? [`has a word of the other side: ${foreign[0]}`] : []),
    ...(TYPED_GAP.test(text) ? ['has a space between Chinese and Latin'] : []),
  ];
}

/** In a clause, marks stand in pairs, and in all three languages or in none. */
const markFaults = ({ clauses }: Manifest): string[] =>
  Object.entries(clauses).flatMap(([id, { sentence }]) => {
    const marks = new Set(LANGUAGES.map((lang) => sentence[lang].split('**').length - 1));
    const [one] = marks;
    return marks.size === 1 && (one === 0 || one === 2) ? [] : [`/clauses/${id}/sentence: marks do not pair`];
  });

/** Clauses that nothing in the manifest comes from. */
export function unnamedClauses(manifest: Manifest): string[] {
  const named = new Set([manifest.otherwise, ...clausesNamed(manifest)]);
  return Object.keys(manifest.clauses).filter((id) => !named.has(id));
}

function clausesNamed(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === 'clause' ? [String(item)] : clausesNamed(item)));
}
