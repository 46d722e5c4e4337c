import type { Language } from '@kept/api';

/** A text in the three languages. */
export type Said = Readonly<Record<Language, string>>;

/** An answer whose texts may stand in three languages until somebody asks in one. */
export type Fixture<T> = T extends string
  ? T | Said
  : T extends readonly (infer One)[]
    ? readonly Fixture<One>[]
    : T extends object
      ? { readonly [K in keyof T]: Fixture<T[K]> }
      : T;

export const say = (hans: string, hant: string, en: string): Said => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

const isSaid = (value: object): value is Said => 'zh-Hans' in value && 'zh-Hant' in value && 'en' in value;

/** The same value with every text in one language. */
export function inLanguage<T>(fixture: Fixture<T>, language: Language): T {
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(walk);
    if (isSaid(value)) return value[language];
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(fixture) as T;
}
