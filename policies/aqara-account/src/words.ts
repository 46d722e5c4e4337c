import type { Text } from '@kept/policy';

/** One thing said three times: Simplified Chinese as the text says it, Traditional Chinese as Taiwan does, English. */
export function say(hans: string, hant: string, en: string): Text {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en };
}
