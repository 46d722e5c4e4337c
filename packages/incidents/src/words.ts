import type { Lang } from '@kept/policy';
import { en } from './words/en.ts';
import type { Words } from './words/shape.ts';
import { zhHans } from './words/zh-hans.ts';
import { zhHant } from './words/zh-hant.ts';

export type { Facts, Words } from './words/shape.ts';

export const WORDS: Readonly<Record<Lang, Words>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
