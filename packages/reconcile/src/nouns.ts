import type { Lang } from '@kept/policy';
import type { Cover } from './cover.ts';
import { GENERIC, NOUNS, PLAIN_BEFORE } from './lexicon/nouns.ts';
import type { Loose } from './lists.ts';
import { folded } from './text.ts';

const HAN = /\p{Script=Han}/u;
const LETTER = /[\p{L}\p{N}_-]/u;
/** As far back as a word before a generic one is looked for. */
const REACH = 8;

const PATTERNS: Readonly<Record<Lang, { readonly nouns: RegExp; readonly generic: RegExp }>> = {
  'zh-Hans': patterns('zh-Hans'),
  'zh-Hant': patterns('zh-Hant'),
  en: patterns('en'),
};

function patterns(lang: Lang): { nouns: RegExp; generic: RegExp } {
  const any = (words: readonly string[]): string =>
    words
      .map(folded)
      .toSorted((a, b) => b.length - a.length)
      .join('|');
  if (lang === 'en')
    return {
      nouns: new RegExp(`\\b(?:${any(NOUNS.en)})s?\\b`, 'g'),
      generic: new RegExp(`\\b(?:${any(GENERIC.en)})\\b`, 'g'),
    };
  return { nouns: new RegExp(any(NOUNS[lang]), 'g'), generic: new RegExp(any(GENERIC[lang]), 'g') };
}

/** Words between `from` and `to` that name a datum and are not accounted for. */
export function looseNouns(text: string, from: number, to: number, cover: Cover, lang: Lang): Loose[] {
  const part = text.slice(from, to);
  const found: Loose[] = [];
  for (const { index, 0: word } of part.matchAll(PATTERNS[lang].nouns)) {
    const at = from + index;
    if (!free(cover, at, at + word.length)) continue;
    if (
      !HAN.test(word) &&
      (LETTER.test(text[at - 1] ?? ' ') || LETTER.test(text[at + word.length] ?? ' ')) &&
      lang === 'en'
    )
      continue;
    found.push({ from: at, to: at + word.length });
  }
  for (const { index, 0: word } of part.matchAll(PATTERNS[lang].generic)) {
    const at = from + index;
    if (!free(cover, at, at + word.length)) continue;
    const start = lang === 'en' ? wordBefore(text, at) : runBefore(text, at, cover);
    if (PLAIN_BEFORE[lang].test(text.slice(start, at).trim())) continue;
    found.push({ from: start, to: at + word.length });
  }
  return found;
}

const free = (cover: Cover, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (cover.has(at)) return false;
  return true;
};

function wordBefore(text: string, at: number): number {
  let start = at;
  if (text[start - 1] !== ' ') return start;
  start--;
  while (start > 0 && /[\p{L}\p{N}'-]/u.test(text[start - 1]!)) start--;
  return start;
}

function runBefore(text: string, at: number, cover: Cover): number {
  let start = at;
  while (start > 0 && at - start < REACH && HAN.test(text[start - 1]!) && !cover.has(start - 1)) start--;
  return start;
}
