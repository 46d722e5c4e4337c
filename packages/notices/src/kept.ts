import type { Lang, Program, Reduction, Right } from '@kept/policy';
import { viewOf } from './view.ts';
import { KEEPS } from './words/kept.ts';

/** What a person keeps of a right that a later version reduces, each in one sentence; `program` is the version whose words hold. */
export function keptWords(right: Right, spared: readonly Reduction[], program: Program, lang: Lang): string[] {
  const { words } = viewOf(program, lang);
  const keeps = KEEPS[lang];
  return spared.map((each) => {
    if (each === 'deadline') return keeps.deadline(words.deadline(right.deadline));
    if (each === 'fee' && right.fee !== null) return keeps.feeAsBefore(right.fee[lang]);
    return keeps[each];
  });
}
