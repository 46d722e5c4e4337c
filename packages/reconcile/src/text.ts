import type { Lang } from '@kept/policy';

/** Where something stands in the text as it was given. Lines and columns begin at 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A text without what a reader does not see, and the way back to the text as it was given. */
export interface Plain {
  readonly lang: Lang;
  readonly text: string;
  placeOf(at: number): Place;
  /** The same for a position in the text as it was given. */
  placeOfRaw(offset: number): Place;
}

/** A tag or a link: what a page points at is no part of a sentence. */
const TAG = /^(?:<\/?(?:u|p|b|br|i|strong)\s*\/?>|<a\s[\s\S]*?<\/a>|\]\([^)\s]*\)|https?:\/\/[\w./#?=&%:~+-]+)/i;
/** Marks of a page's making, and brackets around what was filled in. */
const UNSEEN = /[*#_|【】[\]\p{Cf}]/u;

/**
 * One form for signs of one meaning (full width, case), no tags and no marks. Chinese loses its spaces and line breaks,
 * which may stand inside a word, but for a line break at the ends of a heading and a tab at the
 * ends of the cells of a table; English has one space between words.
 */
export function plain(raw: string, lang: Lang): Plain {
  const signs: string[] = [];
  const offsets: number[] = [];
  const put = (sign: string, offset: number): void => {
    for (const each of sign) {
      signs.push(each);
      offsets.push(offset);
    }
  };
  const chinese = lang !== 'en';
  for (let i = 0; i < raw.length; ) {
    const sign = String.fromCodePoint(raw.codePointAt(i)!);
    const tag = '<]h'.includes(sign) ? TAG.exec(raw.slice(i)) : null;
    if (tag !== null) put(chinese || signs.at(-1) === ' ' ? '' : ' ', i);
    else if (/\s/.test(sign)) {
      if (!chinese && signs.at(-1) !== ' ') put(' ', i);
      if (chinese) put(parting(raw, i, sign), i);
    } else if (!UNSEEN.test(sign)) put(folded(sign), i);
    i += tag === null ? sign.length : tag[0].length;
  }
  const place = placesIn(raw);
  const placeOf = (at: number): Place => place(offsets[Math.min(at, offsets.length - 1)] ?? 0);
  return { lang, text: signs.join(''), placeOf, placeOfRaw: place };
}

const HEADING = /^[ \t]*#/;

/** What is left of a space or a line break at `i` of a Chinese text: nothing, the end of a cell, of a heading. */
function parting(raw: string, i: number, sign: string): '' | '\t' | '\n' {
  const line = raw.slice(raw.lastIndexOf('\n', i - 1) + 1, i);
  if (sign === '\t') return line.trim() === '' ? '' : '\t';
  if (sign !== '\n') return '';
  const next = raw.slice(i + 1, i + 200);
  if (HEADING.test(line) || HEADING.test(next)) return '\n';
  // A row of a table goes on where what follows begins with an empty cell.
  return line.includes('\t') && !/^\s*\t/.test(next) ? '\t' : '';
}

/** A word in the form in which `plain` has it. */
export function folded(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
}

/** A word of a manifest or a reading, as it stands in a plain text. */
export function asPlain(word: string, lang: Lang): string {
  return plain(word, lang).text.trim();
}

function placesIn(raw: string): (offset: number) => Place {
  const starts = [0];
  for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low]! + 1, offset };
  };
}
