import type { Lang } from '@kept/policy';
import { addressesIn } from './addresses.ts';
import type { Stated } from './facts.ts';
import { timesIn } from './periods.ts';
import { countryNames } from './places.ts';
import { type Place, type Plain, plain as plainOf } from './text.ts';

const COMPANY = /有限公司|\bco\.? ?, ?ltd\b|\b(?:inc|gmbh)\b/g;
const BLANK = /【\s*】|\[\s*\]/g;
/** A number that may be a telephone, a postal code, a house or a standard. */
const NUMBER = /\d(?:[\d ()-]*\d)?/g;
const LEAST_DIGITS = 3;

/** Every fact that a text states: times, ages, dates, addresses, numbers, companies, countries, and what it left blank. */
export function statedIn(raw: string, plain: Plain): Stated[] {
  const { text, lang } = plain;
  const taken: (readonly [from: number, to: number])[] = [];
  const found: Stated[] = [];
  const at = (from: number): Place => plain.placeOf(from);
  for (const { kind, value, from, to } of timesIn(text, lang)) {
    taken.push([at(from).offset, at(to).offset]);
    found.push({ kind, value, words: text.slice(from, to), place: at(from) });
  }
  for (const { kind, value, words, from, to } of addressesIn(raw)) {
    taken.push([from, to]);
    found.push({ kind, value, words, place: plain.placeOfRaw(from) });
  }
  for (const { index, 0: words } of raw.matchAll(BLANK))
    found.push({ kind: 'blank', value: '', words, place: plain.placeOfRaw(index) });
  for (const { index, 0: words } of text.matchAll(COMPANY))
    found.push({
      kind: 'company',
      value: squeezed(text.slice(Math.max(0, index - 60), index + words.length)),
      words: text.slice(Math.max(0, index - 40), index + words.length),
      place: at(index),
    });
  for (const { index, 0: words } of raw.matchAll(NUMBER)) {
    const digits = words.replace(/\D/g, '');
    const inside = taken.some(([from, to]) => index < to && from < index + words.length);
    if (!inside && digits.length >= LEAST_DIGITS)
      found.push({ kind: 'number', value: digits, words, place: plain.placeOfRaw(index) });
  }
  return [...found, ...countriesIn(text, lang, at)].toSorted((a, b) => a.place.offset - b.place.offset);
}

/** A name without spaces, full stops and commas, which texts set as they like. */
export const squeezed = (name: string): string => plainOf(name, 'zh-Hans').text.replace(/[\s.,]/g, '');

function countriesIn(text: string, lang: Lang, at: (from: number) => Place): Stated[] {
  const seen = new Uint8Array(text.length);
  const found: Stated[] = [];
  for (const { value, word } of countryNames(lang))
    for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
      const to = from + word.length;
      const inWord = lang === 'en' && /[a-z]/.test(`${text[from - 1] ?? ' '}${text[to] ?? ' '}`.replace(/[^a-z]/g, ''));
      if (seen[from] === 1 || inWord) continue;
      seen.fill(1, from, to);
      found.push({ kind: 'country', value, words: word, place: at(from) });
    }
  return found;
}
