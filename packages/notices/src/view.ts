import type { Country, Lang, Manifest, Program, Text } from '@kept/policy';
import type { Named } from './notice.ts';
import type { Words } from './words/shape.ts';
import { WORDS } from './words.ts';

type Labelled = Readonly<Record<string, { readonly label: Text }>>;

/** A policy as one language sees it. */
export interface View {
  readonly manifest: Manifest;
  readonly lang: Lang;
  readonly words: Words;
  readonly say: (text: Text) => string;
  /** Ids of one part of the manifest with their labels, in the order given. */
  readonly name: (part: Labelled, ids: readonly string[]) => Named[];
  /** A country as the policy calls it where it has a region there, else as the language does. */
  readonly country: (code: Country) => string;
}

export function viewOf({ manifest }: Program, lang: Lang): View {
  const say = (text: Text): string => text[lang];
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  return {
    manifest,
    lang,
    words: WORDS[lang],
    say,
    name: (part, ids) => ids.map((id) => ({ id, label: say(part[id]!.label) })),
    country: (code) => {
      const region = Object.values(manifest.regions).find((each) => each.country === code);
      return region ? say(region.label) : (names.of(code) ?? code);
    },
  };
}

const numbering = new Intl.Collator('en', { numeric: true });

/** The order of the text: `2.1.9` before `2.1.10`, `9` before `10`. An object would put whole numbers first. */
export const byNumber = (a: string, b: string): number => numbering.compare(a, b);

/** Each once, in the order of the first. */
export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** The labels, each once: four fields may share one word. */
export const labels = (items: readonly Named[]): string[] => unique(items.map((item) => item.label));

/** A sentence begins with a capital, where the script has any. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
