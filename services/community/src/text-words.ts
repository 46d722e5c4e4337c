/** What a text is found by: its words, its tags, and where words are not set apart, each character and each pair of them. */

const RUN = /#?[\p{L}\p{N}_]+/gu;
const CLOSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

/** Letters that look alike are one, and so are small and large ones. */
export const normal = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Of a text and of a query alike: a text that has the query has all of its words. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [run] of normal(text).matchAll(RUN)) {
    const bare = run.replace('#', '');
    const close = [...bare.matchAll(CLOSE)].map(([part]) => [...part]);
    if (close.length === 0) words.push(bare);
    if (run !== bare) words.push(run);
    for (const part of close) {
      for (const each of part) words.push(each);
      for (let i = 1; i < part.length; i++) words.push(`${part[i - 1]}${part[i]}`);
    }
    // Words of letters within a run of characters.
    if (close.length > 0) words.push(...bare.replaceAll(CLOSE, ' ').split(' ').filter(Boolean));
  }
  return words;
}
