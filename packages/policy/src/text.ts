/** Languages that every sentence of a policy is written in. BCP 47. */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;

/** One of the languages above. */
export type Lang = (typeof LANGUAGES)[number];

/** One sentence or name in every language, never empty. */
export type Text = Readonly<Record<Lang, string>>;
