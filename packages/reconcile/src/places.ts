import { EEA, isCountry, type Lang, type Manifest } from '@kept/policy';
import { folded } from './text.ts';

/** A country, a state or a union by name. */
export interface Named {
  readonly value: string;
  readonly word: string;
}

const MORE: Readonly<Record<string, readonly string[]>> = {
  CN: ['中国', '中國', '中國大陸', '中国大陆', '中华人民共和国', '中華人民共和國', 'mainland china'],
  US: ['美國', '美国', 'united states of america', 'usa'],
  EEA: ['欧洲经济区', '歐洲經濟區', 'european economic area', 'eea'],
  EU: ['欧盟', '歐盟', 'european union'],
  Europe: ['欧洲', '歐洲', 'europe'],
  'US-CA': ['加利福尼亚州', '加利福尼亞州', '加州', 'california'],
};
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const CODES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(isCountry);
/** `Georgia` and `Jersey` are no countries in a company's address in the United States. */
const AMBIGUOUS = new Set(['GE', 'JE']);

const known = new Map<Lang, readonly Named[]>();

/** Names of countries in a language, the longest first. */
export function countryNames(lang: Lang): readonly Named[] {
  const found = known.get(lang);
  if (found !== undefined) return found;
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  const all = [
    ...CODES.filter((code) => !AMBIGUOUS.has(code)).map((code) => ({ value: code, word: folded(names.of(code)!) })),
    ...Object.entries(MORE).flatMap(([value, words]) => words.map((word) => ({ value, word }))),
  ].toSorted((a, b) => b.word.length - a.word.length);
  known.set(lang, all);
  return all;
}

/** Every place that the manifest speaks of, by the rules for where people live and where data goes. */
export function placesOf(manifest: Manifest): ReadonlySet<string> {
  const places = new Set<string>([
    ...Object.values(manifest.regions).map(({ country }) => country),
    ...Object.values(manifest.recipients).map(({ country }) => country),
    ...manifest.residency.map(({ residence }) => residence),
    ...manifest.transfers.map(({ to }) => to),
    ...Object.values(manifest.jurisdictions).flatMap(({ residences }) => residences),
  ]);
  const within = EEA.filter((code) => places.has(code)).length;
  if (within > 0) places.add('Europe');
  if (within === EEA.length) places.add('EEA').add('EU');
  return places;
}
