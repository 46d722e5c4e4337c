import type { Lang } from '@kept/policy';
import { changesEn } from './changes/en.ts';
import type { ChangeWords } from './changes/shape.ts';
import { changesZhHans } from './changes/zh-hans.ts';
import { changesZhHant } from './changes/zh-hant.ts';

/** The words of a language for what changes. */
export const CHANGE_WORDS: Readonly<Record<Lang, ChangeWords>> = {
  'zh-Hans': changesZhHans,
  'zh-Hant': changesZhHant,
  en: changesEn,
};
