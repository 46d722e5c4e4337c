import type { Text } from '@kept/policy';

export const text = (zhHans: string, zhHant: string, en: string): Text => ({
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
});
