/**
 * Names under which values are kept, of which parts tell whose they are: `cart:{user_id}:*`. A part holds no character that
 * ends it, so that a key is read in one way only; `*` is anything.
 */
import { NotAsDeclared } from './errors.ts';
import type { Match } from './words.ts';

/** The column that holds the whole key. */
export const KEY = '@key';
/** The column that names the file of a row. */
export const FILE = '@file';

export interface KeyPattern {
  /** What stands before the first part. */
  readonly prefix: string;
  readonly parts: readonly string[];
  /** The parts of a key; null of one that the pattern does not name. */
  read(key: string): Readonly<Record<string, string>> | null;
  /** Whether its letters are there, and only a part holds what should end it: nobody can say whose such a key is. */
  isAmbiguous(key: string): boolean;
  /** Where all keys with this part stand: one key, or what they begin with. Null where no key can have it. */
  at(part: string, value: string): { readonly key: string } | { readonly prefix: string } | null;
}

type Piece = { readonly text: string } | { readonly part: string } | { readonly any: true };

/** Throws CONNECTORS_NOT_AS_DECLARED of a pattern that could be read in two ways. */
export function keyPattern(collection: string, text: string): KeyPattern {
  const pieces = piecesOf(text);
  for (const [i, piece] of pieces.entries()) {
    const next = pieces[i + 1];
    if ('part' in piece && next && !('text' in next))
      throw new NotAsDeclared(collection, 'a part of its name is not followed by a character that ends it');
  }
  const parts = pieces.flatMap((piece) => ('part' in piece ? [piece.part] : []));
  if (new Set(parts).size < parts.length)
    throw new NotAsDeclared(collection, 'a part of its name has the name of another');
  const strict = new RegExp(`^${pieces.map((piece, i) => sourceOf(piece, pieces[i + 1])).join('')}$`, 's');
  const loose = new RegExp(`^${pieces.map((piece) => ('text' in piece ? escaped(piece.text) : '.*')).join('')}$`, 's');
  const read = (key: string) => {
    const found = strict.exec(key);
    return found && Object.fromEntries(parts.map((part, i) => [part, found[i + 1]!]));
  };
  const first = pieces[0];
  return {
    prefix: first && 'text' in first ? first.text : '',
    parts,
    read,
    isAmbiguous: (key) => loose.test(key) && read(key) === null,
    at(part, value) {
      let begin = '';
      for (const [i, piece] of pieces.entries()) {
        if ('text' in piece) begin += piece.text;
        else if ('part' in piece && piece.part === part) {
          if (value === '' || (stopOf(pieces[i + 1]) !== null && value.includes(stopOf(pieces[i + 1])!))) return null;
          begin += value;
        } else return { prefix: begin };
      }
      return { key: begin };
    },
  };
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|\-/]/g, '\\$&');

const piecesOf = (text: string): Piece[] =>
  [...text.matchAll(/\{([^{}]+)\}|(\*)|([^{}*]+)/g)].map(
    ([, part, any, letters]): Piece => (part ? { part } : any ? { any: true } : { text: letters! }),
  );

const stopOf = (next: Piece | undefined): string | null => (next && 'text' in next ? next.text[0]! : null);

function sourceOf(piece: Piece, next: Piece | undefined): string {
  if ('text' in piece) return escaped(piece.text);
  if ('any' in piece) return '.*';
  const stop = stopOf(next);
  return stop === null ? '(.+)' : `([^${escaped(stop)}]+)`;
}

/** Parts of the pattern that matches ask by, in exactly these letters; null where something else has to be looked at. */
export function byParts(pattern: KeyPattern, matches: readonly Match[]): { part: string; value: string }[] | null {
  const all: { part: string; value: string }[] = [];
  for (const { field, values, folded } of matches) {
    if (folded || !pattern.parts.includes(field)) return null;
    for (const value of values) all.push({ part: field, value });
  }
  return all;
}
