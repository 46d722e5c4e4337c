import type { PolicyDiff } from '@kept/analyse';
import { EEA, type Lang, type Program, type Text } from '@kept/policy';
import { capital, unique, type View, viewOf } from '../view.ts';
import type { ChangeWords } from '../words/changes/shape.ts';
import { CHANGE_WORDS } from '../words/changes.ts';

type Labelled = Readonly<Record<string, { readonly label: Text }>>;

/** Two policies as one language sees them. */
export interface Sight {
  readonly diff: PolicyDiff;
  readonly before: View;
  readonly after: View;
  readonly words: ChangeWords;
  /** What the later policy calls it, else the earlier one. */
  readonly label: (part: LabelledPart, id: string) => string;
  /** Labels, each once; many of them are cut short. */
  readonly labels: (part: LabelledPart, ids: readonly string[] | undefined) => string;
  /** Some of the places where people live; undefined where it is all of them. */
  readonly places: (ids: readonly string[] | undefined) => string | undefined;
  /** Countries, with those of the European Economic Area as one. */
  readonly residences: (codes: readonly string[]) => string;
}

/** Parts whose items have a label, and recipients, who have a name in a sentence. */
export type LabelledPart =
  | 'fields'
  | 'purposes'
  | 'collections'
  | 'consents'
  | 'exemptions'
  | 'exceptions'
  | 'recipients'
  | 'regions'
  | 'jurisdictions'
  | 'rights'
  | 'optOuts'
  | 'figures'
  | 'cookies'
  | 'measures';

/** Labels that are named before the rest is only counted. */
const MANY = 12;

export function sightOf(before: Program, after: Program, diff: PolicyDiff, lang: Lang): Sight {
  const [was, is] = [viewOf(before, lang), viewOf(after, lang)];
  const words = CHANGE_WORDS[lang];
  const named = ({ manifest }: View, part: LabelledPart, id: string): Text | undefined =>
    part === 'recipients' ? manifest.recipients[id]?.party : (manifest[part] as Labelled)[id]?.label;
  const label = (part: LabelledPart, id: string): string => {
    const text = named(is, part, id) ?? named(was, part, id);
    return text === undefined ? words.rights : text[lang];
  };
  return {
    ...{ diff, before: was, after: is, words, label },
    labels: (part, ids) => {
      if (ids === undefined) return words.everything;
      const all = unique(ids.map((id) => label(part, id)));
      const some = all.slice(0, MANY);
      return is.words.list(all.length > MANY ? [...some, words.more(all.length - MANY)] : some);
    },
    places: (ids) =>
      ids === undefined || ids.length === diff.places.length
        ? undefined
        : is.words.list(
            unique(
              diff.places
                .filter(({ id }) => ids.includes(id))
                .map(({ after: jurisdiction }) => label('jurisdictions', jurisdiction)),
            ),
          ),
    residences: (codes) => {
      const together: readonly string[] = EEA.every((each) => codes.includes(each)) ? EEA : [];
      const others = codes.filter((each) => !together.includes(each));
      return is.words.list([
        ...(together.length > 0 ? [is.words.residents(is.words.eea)] : []),
        ...others.map((code) => (code === '*' ? is.words.elsewhere : is.words.residents(is.country(code as 'CN')))),
      ]);
    },
  };
}

/** `label: value`, where there is a value. */
export const pairOf = ({ after }: Sight, head: string, value: string | undefined): string[] =>
  value === undefined || value === '' ? [] : [after.words.pair(head, value)];

/** A sentence of phrases. */
export const told = ({ after: { words } }: Sight, phrases: readonly string[]): string =>
  phrases.length === 0 ? '' : words.sentence(capital(words.clauses(phrases)));
