import type { Lang } from '@kept/policy';
import type { Cover } from './cover.ts';

/** An item of a list that is not accounted for: what is left of it. */
export interface Loose {
  readonly from: number;
  readonly to: number;
}

interface Item {
  readonly from: number;
  readonly to: number;
  /** Text of the item, brackets in it left out, as positions. */
  readonly signs: readonly number[];
  readonly first: boolean;
  readonly last: boolean;
}

const SIGN = /[\p{L}\p{N}]/u;
const OPEN = '(';
const CLOSE = ')';
/** Ends a list. */
const BREAK = { zh: /[。,;:!?\t\n]/, en: /[.:!?•"]/ };
/** Stands between two items. */
const PAUSE = { zh: /、/, en: /[,;/]/ };
/** Says that a list follows of what is taken. */
const TAKING = {
  zh: /收集|蒐集|获取|獲取|采集|採集|留存|包括|包含|申请|申請|填写|填寫|上传|上傳|记录|記錄|提供/,
  en: /\b(?:collect|record|provide|including|include|for example|such as|ask|give|e\.g\.)/,
};
/** Says nothing by itself. */
const FILLER = {
  zh: /^(?:包括但不限于|包括但不限於|包括|例如|比如|如|以及|或者|和|或|及|与|與|並|并|等|的|您的|您|其|该|該|即)+/,
  en: /^(?:(?:and|or|as well as|your|the|an?|any|all|its|etc|of|for|with|in|example|such as|including|but not limited to|other|relevant|related|certain|some|that is|i\.?e\.?|e\.?g\.?)\b ?)+/,
};
/** Begins a list of examples in English. */
const CUE = /^ (?:such as|including(?: but not limited to)?|for example|like)\b,? ?/;
/** The same, ended. */
const CUED = /(?:such as|including(?: but not limited to)?|for example|like),? ?$/;
/** Between the last two items of an English list. */
const JOIN = /^ (?:and|or) /;
/** Longer than a name for anything: a clause of a sentence that a comma happens to end. */
const WORDS_OF_AN_ITEM = 6;

/**
 * Items of lists between `from` and `to` that are not accounted for. A list counts where it names a known datum, stands
 * in brackets, after a colon or in a table's cell, or where its phrase has a word for taking. In the middle of a list an
 * item has to be covered whole; the first may have words before it and the last words after it, unless a bracket stands
 * there.
 */
export function looseItems(text: string, from: number, to: number, cover: Cover, lang: Lang): Loose[] {
  const found: Loose[] = [];
  lists(text, from, to, lang, (items, bracketed) => {
    const names = items
      .filter((item) => isName(text, item, lang))
      .map((item, i) => (i === 0 ? { ...item, first: true } : item));
    if (names.length < 2) return;
    if (!bracketed && !isOfData(text, items, cover, lang)) return;
    for (const item of names) {
      const loose = looseIn(text, item, cover, lang, bracketed);
      if (loose !== undefined) found.push(loose);
    }
  });
  return found;
}

function isOfData(text: string, items: readonly Item[], cover: Cover, lang: Lang): boolean {
  if (items.some(({ signs }) => signs.some(cover.isField))) return true;
  const from = items[0]!.from;
  if (lang === 'en' && CUED.test(text.slice(Math.max(0, from - 30), from))) return true;
  const phrase = text.slice(from, items.at(-1)!.to);
  return /[:\t]/.test(text[from - 1] ?? '') || TAKING[lang === 'en' ? 'en' : 'zh'].test(phrase);
}

type Take = (items: readonly Item[], bracketed: boolean) => void;

/** Every list between `from` and `to`: those in brackets on their own, and as nothing in the one around them. */
function lists(text: string, from: number, to: number, lang: Lang, take: Take, bracketed = false): void {
  const kind = lang === 'en' ? 'en' : 'zh';
  let items: { from: number; signs: number[] }[] = [{ from, signs: [] }];
  const flush = (at: number): void => {
    const ended = items.map((item, i) => ({
      ...item,
      to: items[i + 1] === undefined ? at : items[i + 1]!.from - 1,
      first: i === 0,
      last: i === items.length - 1,
    }));
    if (items.length > 1) take(ended, bracketed);
    items = [{ from: at + 1, signs: [] }];
  };
  for (let at = from; at < to; at++) {
    const sign = text[at]!;
    if (sign === OPEN) {
      const end = closing(text, at, to);
      lists(text, at + 1, end, lang, take, true);
      at = end;
    } else if (kind === 'en' && CUE.test(text.slice(at, at + 40))) {
      flush(at);
      at += CUE.exec(text.slice(at, at + 40))![0].length - 1;
      items = [{ from: at + 1, signs: [] }];
    } else if (kind === 'en' && JOIN.test(text.slice(at, at + 5))) {
      const end = text.indexOf(' ', at + 1) + 1;
      items.push({ from: end, signs: [] });
      at = end - 1;
    } else if (BREAK[kind].test(sign)) flush(at);
    else if (PAUSE[kind].test(sign)) items.push({ from: at + 1, signs: [] });
    else items.at(-1)!.signs.push(at);
  }
  flush(to);
}

function closing(text: string, open: number, to: number): number {
  let depth = 0;
  for (let at = open; at < to; at++) {
    if (text[at] === OPEN) depth++;
    if (text[at] === CLOSE && --depth === 0) return at;
  }
  return to;
}

/** Makes a sentence of what might be a name. */
const STATES = /\b(?:we|they|it|is|are|was|were|will|may|can|shall|should|must|has|have|do|does|if|when)\b/;
const NUMERAL = /^[一二三四五六七八九十]*$/;

/** Whether an item can be a name: not the number of a heading; of an English list, no longer than a name is. */
function isName(text: string, { from, to }: Item, lang: Lang): boolean {
  const name = text.slice(from, to);
  if (lang !== 'en') return !NUMERAL.test(name);
  const bare = name.trim().replace(FILLER.en, '');
  return bare.split(' ').length <= WORDS_OF_AN_ITEM && !STATES.test(bare);
}

function looseIn(text: string, item: Item, cover: Cover, lang: Lang, bracketed: boolean): Loose | undefined {
  const filler = FILLER[lang === 'en' ? 'en' : 'zh'];
  const open = item.signs.filter((at, i) => {
    if (cover.has(at) || !SIGN.test(text[at]!)) return false;
    return !inFiller(text, item.signs, i, filler, cover);
  });
  const covered = item.signs.filter((at) => cover.has(at));
  const opens = !bracketed && item.first && text[item.from - 1] !== '\t';
  const closes = !bracketed && item.last && text[item.to] !== '\t';
  const before = opens ? (covered.at(-1) ?? Number.POSITIVE_INFINITY) : -1;
  // What follows a datum may be the rest of the sentence; what follows a group's name is a member of it.
  const after = closes ? (covered.find((at) => cover.isField(at)) ?? covered[0] ?? -1) : Number.POSITIVE_INFINITY;
  const loose = open.filter((at) => at > before && at < after);
  if (open.length > 0 && covered.length === 0) return { from: open[0]!, to: open.at(-1)! + 1 };
  return loose.length === 0 ? undefined : { from: loose[0]!, to: loose.at(-1)! + 1 };
}

/** As far back as a filler may begin. */
const FILLER_REACH = 60;

/** Whether the sign at position `i` belongs to a filler that begins at it or before it. */
function inFiller(text: string, signs: readonly number[], i: number, filler: RegExp, cover: Cover): boolean {
  for (let j = i; j >= 0 && i - j <= FILLER_REACH && !cover.has(signs[j]!); j--) {
    const before = signs[j - 1];
    if (before !== undefined && !cover.has(before) && SIGN.test(text[before]!)) continue;
    const rest = signs.slice(j, j + FILLER_REACH).map((at) => text[at]);
    if (i - j < (filler.exec(rest.join(''))?.[0].length ?? 0)) return true;
  }
  return false;
}
