import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../manifest.ts';
import { said } from './words.ts';

/**
 * The published text that has all of `marks` in it, from the folder that `KEPT_POLICY_TEXTS` names; undefined where none
 * is named. The texts are their publishers' and no part of this project.
 */
export function publishedText(...marks: readonly string[]): string | undefined {
  const folder = process.env.KEPT_POLICY_TEXTS;
  if (!folder) return undefined;
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return texts
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .find((text) => marks.every((mark) => bare(text).includes(bare(mark))));
}

/** A run that is longer than a name or an address and shorter than a sentence. */
const RUN = { 'zh-Hans': 20, 'zh-Hant': 20, en: 40 } as const;

/** Where the manifest says something in the published text's words: facts are taken over, sentences are not. */
export function copiedRuns(manifest: Manifest, published: string): string[] {
  const text = bare(published);
  const length = RUN[manifest.language];
  const copied = (words: string): boolean => {
    for (let i = 0; i + length <= words.length; i++) if (text.includes(words.slice(i, i + length))) return true;
    return false;
  };
  return said(manifest)
    .filter(({ text: own }) => copied(bare(own[manifest.language])))
    .map(({ at }) => at);
}

/** Without spaces, line breaks and the marks of lists, none of which a reader sees. */
const bare = (text: string): string => text.replace(/[\s\p{Cf}【】]|\*\*/gu, '').toLowerCase();
