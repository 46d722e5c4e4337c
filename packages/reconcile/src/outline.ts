import type { Reading } from './reading.ts';
import { asPlain, type Plain } from './text.ts';

/** A part of the text that says one clause; what stands before the first mark belongs to the first. */
export interface Part {
  readonly clause: string;
  readonly from: number;
  readonly to: number;
}

/** The parts of a text, and the marks that are not in it after the one before. */
export interface Outline {
  readonly parts: readonly Part[];
  readonly lost: readonly string[];
}

export function outlineOf({ text, lang }: Plain, { outline }: Reading): Outline {
  const lost: string[] = [];
  const starts: { clause: string; at: number }[] = [];
  let from = 0;
  for (const [clause, mark] of outline) {
    const word = asPlain(mark, lang);
    const at = text.indexOf(word, from);
    if (at < 0) lost.push(mark);
    else {
      starts.push({ clause, at });
      from = at + word.length;
    }
  }
  const parts = starts.map(({ clause, at }, i) => ({
    clause,
    from: i === 0 ? 0 : at,
    to: starts[i + 1]?.at ?? text.length,
  }));
  return { parts, lost };
}
