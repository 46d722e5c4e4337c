import type { PolicyDiff } from '@kept/analyse';
import type { Lang, Program } from '@kept/policy';
import { decidedLines, dutyLines } from './changes/decided.ts';
import { factLines } from './changes/facts.ts';
import type { ChangeLine, ChangeNotice, ChangeSectionId } from './changes/notice.ts';
import { sightOf } from './changes/sight.ts';

/** Sections in their order. */
const SECTIONS: readonly ChangeSectionId[] = [
  ...(['allowed', 'refused', 'duties', 'rights', 'deadlines', 'recipients', 'regions', 'retention'] as const),
  ...(['ages', 'consents', 'data', 'other'] as const),
];

/** What changes between two policies in plain words: `found` is their diff. Pure. */
export function renderChanges(before: Program, after: Program, found: PolicyDiff, lang: Lang): ChangeNotice {
  const sight = sightOf(before, after, found, lang);
  const { words } = sight;
  const facts = factLines(sight);
  const decided = { allowed: decidedLines(sight, 'allowed'), refused: decidedLines(sight, 'refused') };
  const lines: Readonly<Partial<Record<ChangeSectionId, readonly ChangeLine[]>>> = {
    ...Object.fromEntries(facts),
    ...decided,
    duties: dutyLines(sight),
  };
  const sections = SECTIONS.map((id) => ({ id, title: words.sections[id], lines: lines[id] ?? [] })).filter(
    (section) => section.lines.length > 0,
  );
  const waiting = decided.allowed.filter(({ waits }) => waits !== undefined).length;
  const reduced = sections.flatMap((section) => section.lines).filter(({ reducesRights }) => reducesRights).length;
  const named = ({ id, version, hash, manifest }: Program) => ({ id, version, hash, title: manifest.title[lang] });
  return {
    ...{ lang, before: named(before), after: named(after) },
    summary: found.same
      ? [words.same]
      : [
          words.counted(decided.allowed.length, decided.refused.length),
          ...(waiting > 0 ? [words.waiting(waiting)] : []),
          ...(reduced > 0 ? [words.reduced(reduced)] : []),
        ],
    sections,
  };
}
