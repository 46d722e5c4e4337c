import type { Manifest } from '@kept/policy';
import { type Cover, cover, type Known } from './cover.ts';
import { type Loose, looseItems } from './lists.ts';
import { type Claim, claimsOf, dataClauses, fieldsByClause, fits, memberOf, wordsOf } from './names.ts';
import { looseNouns } from './nouns.ts';
import type { Outline, Part } from './outline.ts';
import type { Reading } from './reading.ts';
import { asPlain, type Place, type Plain } from './text.ts';

/** A word of a field, where a clause says it. */
export interface FoundWord {
  readonly path: string;
  readonly word: string;
  readonly place: Place;
}

/** What the text names and nothing accounts for. */
export interface Missing {
  readonly clause: string;
  readonly words: string;
  readonly place: Place;
}

/** What the manifest says that a clause names, and the clause does not. */
export interface Unsaid {
  readonly path: string;
  readonly clause: string;
  readonly words: readonly string[];
}

export interface Phrases {
  readonly found: readonly FoundWord[];
  readonly missing: readonly Missing[];
  readonly unsaid: readonly Unsaid[];
  /** Entries of `elsewhere` and `inGeneral` that no claim needs. */
  readonly needless: readonly string[];
  /** Phrases that were set aside and stand nowhere. */
  readonly idle: readonly string[];
  /** How many places each list of phrases set aside. */
  readonly aside: readonly number[];
}

/** Holds the fields of a manifest against the words of a text, part by part. */
export function phrasesOf(manifest: Manifest, reading: Reading, plain: Plain, { parts }: Outline): Phrases {
  const fieldsOf = fieldsByClause(manifest);
  const data = dataClauses(manifest);
  const said = new Map<string, Map<string, FoundWord[]>>();
  const { mentions = [] } = reading;
  const missing: Missing[] = [];
  const used = new Set<string>();
  const aside = reading.notData.map(() => 0);
  for (const part of parts) {
    const spoken = mentions.flatMap(({ clause, fields }) =>
      clause === part.clause ? fields.filter((field) => field in manifest.fields) : [],
    );
    const known = knownIn(manifest, reading, part.clause, unique([...fieldsOf(part.clause), ...spoken]));
    const own = cover(plain.text, part.from, part.to, known, plain.lang);
    for (const match of own.matches) {
      const { known: each } = match;
      if (each.aside >= 0) {
        aside[each.aside]!++;
        used.add(`${each.aside} ${each.word}`);
      }
      const clause = said.get(part.clause) ?? new Map<string, FoundWord[]>();
      said.set(part.clause, clause);
      for (const field of each.fields) {
        const found = { path: `/fields/${field}`, word: each.word, place: plain.placeOf(match.from) };
        clause.set(field, [...(clause.get(field) ?? []), found]);
      }
    }
    const listed = data.has(part.clause) && !(reading.inGeneral?.includes(part.clause) ?? false);
    for (const loose of looseIn(plain, part, own, listed))
      missing.push({
        clause: part.clause,
        words: plain.text.slice(Math.max(loose.from, loose.to - 24), loose.to),
        place: plain.placeOf(loose.from),
      });
  }
  const idle = reading.notData.flatMap(({ words }, i) =>
    words.filter((word) => !used.has(`${i} ${asPlain(word, plain.lang)}`)),
  );
  const found = [...said.values()].flatMap((clause) => [...clause.values()].flat());
  const { unsaid, needless } = unsaidOf(manifest, reading, said);
  const silent = mentions.flatMap(({ clause, fields }) =>
    fields.filter((field) => !said.get(clause)?.has(field)).map((field) => `${clause} ${field}`),
  );
  return { found, missing, unsaid, needless: [...needless, ...silent], idle, aside };
}

function looseIn({ text, lang }: Plain, { from, to }: Part, own: Cover, data: boolean): Loose[] {
  const items = data ? looseItems(text, from, to, own, lang) : [];
  const nouns = looseNouns(text, from, to, own, lang);
  const rest = nouns.filter((noun) => !items.some((item) => noun.from < item.to && item.from < noun.to));
  return [...items, ...rest].toSorted((a, b) => a.from - b.from);
}

function knownIn(manifest: Manifest, { notData }: Reading, clause: string, fields: readonly string[]): Known[] {
  const lang = manifest.language;
  const own = new Map<string, Known>();
  const add = (field: string, word: string, group?: string): void => {
    const key = `${group ?? ''}(${word}`;
    const mine = own.get(key)?.fields ?? [];
    own.set(key, { word, ...(group !== undefined && { group }), fields: [...mine, field], aside: -1 });
  };
  for (const field of fields)
    for (const word of wordsOf(manifest, field)) {
      const plain = asPlain(word, lang);
      const member = memberOf(plain);
      add(field, plain);
      if (member !== undefined) add(field, member.word, member.group);
    }
  const asides = notData.flatMap(({ words: phrases, clauses }, aside) =>
    clauses === undefined || clauses.includes(clause)
      ? phrases.map((phrase) => ({ word: asPlain(phrase, lang), fields: [], aside }))
      : [],
  );
  const names = namesOf(manifest).map((name) => ({ word: asPlain(name, lang), fields: [], aside: -1 }));
  return [...own.values(), ...[...asides, ...names].filter(({ word }) => !own.has(`(${word}`))];
}

/** Names of sites, products and companies are no data, and need no reason. */
const namesOf = ({ scope, controller, recipients, language }: Manifest): string[] => [
  ...scope.map(({ label }) => label[language]),
  ...[controller.name, ...(controller.affiliates ?? []), ...(controller.address ? [controller.address] : [])],
  ...Object.values(recipients).flatMap(({ name }) => (name === undefined ? [] : [name])),
];

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

type Said = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

function unsaidOf(manifest: Manifest, reading: Reading, said: Said): Pick<Phrases, 'unsaid' | 'needless'> {
  const { elsewhere = [], inGeneral = [] } = reading;
  const needed = new Set<string>();
  const told = ({ path, clause, field }: Claim): boolean => {
    if (said.get(clause)?.has(field)) return true;
    if (inGeneral.includes(clause) && path.startsWith('/recipients/')) return needed.add(clause).has(clause);
    return elsewhere.some(({ clause: other, paths }) => {
      const pattern = said.get(other)?.has(field) ? paths.find((each) => fits(each, path)) : undefined;
      return pattern !== undefined && needed.add(pattern).has(pattern);
    });
  };
  const unsaid = claimsOf(manifest).filter((claim) => !told(claim));
  return {
    unsaid: unsaid.map(({ path, clause, field }) => ({ path, clause, words: wordsOf(manifest, field) })),
    needless: [...inGeneral, ...elsewhere.flatMap(({ paths }) => paths)].filter((each) => !needed.has(each)),
  };
}
