import type { Manifest } from '@kept/policy';
import type { Promised, Stated } from './facts.ts';
import { fits, wordsOf } from './names.ts';
import { type Outline, outlineOf } from './outline.ts';
import { type FoundWord, type Missing, phrasesOf } from './phrases.ts';
import { placesOf } from './places.ts';
import { promisedBy } from './promised.ts';
import type { Ours, Reading, SetAside } from './reading.ts';
import { squeezed, statedIn } from './stated.ts';
import { asPlain, type Plain, plain as plainOf } from './text.ts';

/** What is wrong with the reading itself: an exception that is not needed may not stay. */
export interface Stale {
  readonly kind:
    | 'mark-not-found'
    | 'clause-without-part'
    | 'set-aside-nowhere'
    | 'needless'
    | 'ours-but-said'
    | 'ours-without-note';
  readonly words: string;
}

/** A manifest held against the text it comes from. It holds together where `missing`, `invented` and `stale` are empty. */
export interface Reconciled {
  /** Each word and figure of the manifest that the text has, with its place. */
  readonly found: readonly FoundWord[];
  /** What the text names and the manifest lacks. */
  readonly missing: readonly Missing[];
  /** What the manifest claims and the text never says. */
  readonly invented: readonly { readonly path: string; readonly words: readonly string[]; readonly clause?: string }[];
  readonly stale: readonly Stale[];
  /** How often each reason set something aside. */
  readonly aside: readonly { readonly why: string; readonly count: number }[];
}

/**
 * Finds every label and figure of a manifest in its published text, and says what either has that the other lacks.
 *
 * Nothing missing: in every part that takes data or gives it away, each item of each list is covered by the word of a
 * field that this clause touches; everywhere, so is each noun that names data; and each period, age, date, address,
 * number, company and country of the text is the manifest's. What is covered by neither is listed in the reading, with
 * its reason. Nothing invented: each field is named by the clause that declares it, by each clause that takes it and by
 * each that gives it away, and each figure stands somewhere. What is not is listed as ours, and told in a note.
 */
export function reconcile(manifest: Manifest, reading: Reading, raw: string): Reconciled {
  const plain = plainOf(raw, manifest.language);
  const outline = outlineOf(plain, reading);
  const phrases = phrasesOf(manifest, reading, plain, outline);
  const figures = figuresOf(manifest, reading, raw, plain, outline);
  const claims = [...phrases.unsaid, ...figures.unsaid.map(({ path, value }) => ({ path, words: [value] }))];
  const isOurs = (path: string): boolean => reading.ours.some(({ paths }) => paths.some((each) => fits(each, path)));
  return {
    found: [...phrases.found, ...figures.found],
    missing: [...phrases.missing, ...figures.missing, ...unmarked(manifest, reading, raw)].toSorted(
      (a, b) => a.place.offset - b.place.offset,
    ),
    invented: claims.filter(({ path }) => !isOurs(path)),
    stale: [
      ...outline.lost.map((words): Stale => ({ kind: 'mark-not-found', words })),
      ...silent(manifest, reading),
      ...[...phrases.idle, ...figures.idle].map((words): Stale => ({ kind: 'set-aside-nowhere', words })),
      ...phrases.needless.map((words): Stale => ({ kind: 'needless', words })),
      ...staleOurs(
        manifest,
        reading.ours,
        claims.map(({ path }) => path),
      ),
    ],
    aside: [
      ...reading.notData.map(({ why }, i) => ({ why, count: phrases.aside[i]! })),
      ...reading.notPromised.map(({ why }, i) => ({ why, count: figures.aside[i]! })),
    ],
  };
}

function staleOurs(manifest: Manifest, ours: readonly Ours[], claims: readonly string[]): Stale[] {
  const noted = new Set(manifest.notes.map(({ clause }) => clause));
  return ours.flatMap(({ note, paths }) => [
    ...(noted.has(note) ? [] : [{ kind: 'ours-without-note' as const, words: note }]),
    ...paths
      .filter((pattern) => !claims.some((path) => fits(pattern, path)))
      .map((words) => ({ kind: 'ours-but-said' as const, words })),
  ]);
}

/** Every clause has a part of the text. */
function silent(manifest: Manifest, { outline }: Reading): Stale[] {
  const said = new Set(outline.map(([clause]) => clause));
  return Object.keys(manifest.clauses)
    .filter((id) => !said.has(id))
    .map((words) => ({ kind: 'clause-without-part', words }));
}

interface Figures {
  readonly found: readonly FoundWord[];
  readonly missing: readonly Missing[];
  readonly unsaid: readonly Promised[];
  readonly idle: readonly string[];
  readonly aside: readonly number[];
}

function figuresOf(manifest: Manifest, reading: Reading, raw: string, plain: Plain, outline: Outline): Figures {
  const stated = statedIn(raw, plain);
  const promised = promisedBy(manifest);
  const clauseAt = clausesOf(plain, outline);
  const used = new Set<string>();
  const aside = reading.notPromised.map(() => 0);
  const missing: Missing[] = [];
  for (const fact of stated) {
    const clause = clauseAt(fact.place.offset);
    if (kept(manifest, promised, fact, clause)) continue;
    const i = setAside(reading.notPromised, fact, clause, plain);
    if (i < 0) missing.push({ clause, words: fact.words, place: fact.place });
    else {
      aside[i]!++;
      for (const word of reading.notPromised[i]!.words) if (isWord(word, fact, plain)) used.add(`${i} ${word}`);
    }
  }
  const text = squeezed(raw);
  const says = (fact: Promised): boolean =>
    fact.kind === 'company'
      ? text.includes(fact.value)
      : stated.some((each) => each.kind === fact.kind && each.value === fact.value);
  const found = promised.flatMap(({ path, kind, value }) => {
    const first = stated.find((each) => each.kind === kind && each.value === value);
    return first ? [{ path, word: first.words, place: first.place }] : [];
  });
  const idle = reading.notPromised.flatMap(({ words }, i) => words.filter((word) => !used.has(`${i} ${word}`)));
  return { found, missing, unsaid: promised.filter((fact) => !says(fact)), idle, aside };
}

/** Whether the manifest has a fact of the text. */
function kept(manifest: Manifest, promised: readonly Promised[], fact: Stated, clause: string): boolean {
  const of = (kind: Stated['kind']): readonly string[] =>
    promised.filter((each) => each.kind === kind).map(({ value }) => value);
  switch (fact.kind) {
    case 'blank':
      return manifest.notes.some((note) => note.kind === 'blank' && note.clause === clause);
    case 'country':
      return placesOf(manifest).has(fact.value);
    case 'company':
      return of('company').some((name) => fact.value.endsWith(name) || name.endsWith(fact.value));
    case 'number': {
      const measures = Object.values(manifest.measures).map(({ label }) => label.en);
      return [...of('number'), ...[...of('company'), ...measures].map((name) => name.replace(/\D/g, ''))].some(
        (digits) => digits.includes(fact.value),
      );
    }
    default:
      return of(fact.kind).includes(fact.value);
  }
}

const isWord = (word: string, { words }: Stated, { lang }: Plain): boolean =>
  asPlain(words, lang).includes(asPlain(word, lang));

const setAside = (lists: readonly SetAside[], fact: Stated, clause: string, plain: Plain): number =>
  lists.findIndex(
    ({ words, clauses }) => (clauses?.includes(clause) ?? true) && words.some((word) => isWord(word, fact, plain)),
  );

function clausesOf(plain: Plain, { parts }: Outline): (offset: number) => string {
  const starts = parts.map(({ clause, from }) => ({ clause, offset: plain.placeOf(from).offset }));
  return (offset) => starts.findLast((start) => start.offset <= offset)?.clause ?? parts[0]?.clause ?? '';
}

/** What the text marks as sensitive and the manifest does not. */
function unmarked(manifest: Manifest, { sensitive }: Reading, raw: string): Missing[] {
  if (sensitive === undefined) return [];
  const [open, close] = sensitive;
  const missing: Missing[] = [];
  const plain = plainOf(raw, manifest.language);
  for (let from = raw.indexOf(open); from >= 0; from = raw.indexOf(open, from + 1)) {
    const marked = asPlain(raw.slice(from, raw.indexOf(close, from)), manifest.language);
    for (const [id, field] of Object.entries(manifest.fields))
      if (!field.sensitive && wordsOf(manifest, id).some((word) => itemsOf(marked).includes(asPlain(word, plain.lang))))
        missing.push({ clause: field.clause, words: `/fields/${id}`, place: plain.placeOf(0) });
  }
  return missing;
}

const itemsOf = (marked: string): readonly string[] => marked.split(/[、,()/;]/);
