import type { Lang } from '@kept/policy';

/** A word that may stand in a part, and what it stands for: fields, or a reason why it is none. */
export interface Known {
  readonly word: string;
  /** Only in brackets that follow this: the telephone number of `customer (name, telephone)`. */
  readonly group?: string;
  readonly fields: readonly string[];
  /** The position of the set-aside list it is from, or -1 for the word of a field. */
  readonly aside: number;
}

/** A known word where it stands. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly known: Known;
}

/** Which signs of a part are accounted for. */
export interface Cover {
  readonly matches: readonly Match[];
  has(at: number): boolean;
  /** Whether the sign belongs to the word of a field. */
  isField(at: number): boolean;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Whether a word of English ends here; of Chinese it may anywhere. */
const ends = (text: string, at: number): boolean => !LETTER.test(text[at] ?? ' ');

/** The end of a word that stands at `at`, its plural included, or -1. */
function endOf(text: string, at: number, word: string, lang: Lang): number {
  if (!text.startsWith(word, at)) return -1;
  const end = at + word.length;
  if (!LETTER.test(word.at(-1)!) || /\p{Script=Han}/u.test(word.at(-1)!)) return end;
  // A Latin word in Chinese stands between Chinese signs.
  if (ends(text, end) || /\p{Script=Han}/u.test(text[end]!)) return end;
  if (lang !== 'en') return -1;
  for (const plural of ['s', 'es'])
    if (text.startsWith(plural, end) && ends(text, end + plural.length)) return end + plural.length;
  return -1;
}

const starts = (text: string, at: number, word: string): boolean =>
  at === 0 || !LETTER.test(text[at - 1]!) || /\p{Script=Han}/u.test(text[at - 1]!) || /\p{Script=Han}/u.test(word[0]!);

const ASIDE = 1;
const FIELD = 2;

/** Reads a part from left to right and takes the longest known word at each place. */
export function cover(text: string, from: number, to: number, known: readonly Known[], lang: Lang): Cover {
  const byFirst = Map.groupBy(
    known.toSorted((a, b) => b.word.length - a.word.length || (b.group?.length ?? 0) - (a.group?.length ?? 0)),
    ({ word }) => word[0]!,
  );
  const covered = new Uint8Array(to - from);
  const matches: Match[] = [];
  const open: number[] = [];
  for (let at = from; at < to; ) {
    const match = matchAt(text, at, to, byFirst.get(text[at]!) ?? [], lang, open.at(-1));
    if (match === undefined) {
      if (text[at] === '(') open.push(at);
      if (text[at] === ')') open.pop();
      at++;
    } else {
      matches.push(match);
      covered.fill(match.known.fields.length > 0 ? FIELD : ASIDE, match.from - from, match.to - from);
      at = match.to;
    }
  }
  return { matches, has: (at) => covered[at - from]! > 0, isField: (at) => covered[at - from] === FIELD };
}

function matchAt(
  text: string,
  at: number,
  to: number,
  known: readonly Known[],
  lang: Lang,
  bracket: number | undefined,
): Match | undefined {
  for (const each of known) {
    if (!starts(text, at, each.word)) continue;
    if (each.group !== undefined && !(bracket !== undefined && text.slice(0, bracket).trimEnd().endsWith(each.group)))
      continue;
    const end = endOf(text, at, each.word, lang);
    if (end >= 0 && end <= to) return { from: at, to: end, known: each };
  }
  return undefined;
}
