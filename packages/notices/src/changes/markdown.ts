import type { Example, PolicyDiff } from '@kept/analyse';
import type { Lang, Program } from '@kept/policy';
import { renderChanges } from '../changes.ts';
import { plain } from '../commonmark.ts';
import { CHANGE_WORDS } from '../words/changes.ts';
import { WORDS } from '../words.ts';
import type { ChangedPolicy, ChangeLine } from './notice.ts';

/** What changes between two policies as a CommonMark document. Pure. Ends with a line break. */
export function changesMarkdown(before: Program, after: Program, found: PolicyDiff, lang: Lang): string {
  const notice = renderChanges(before, after, found, lang);
  const words = CHANGE_WORDS[lang];
  const { aside, pair, gap } = WORDS[lang];
  const line = ({ label, text, waits, effect, clauses, decided }: ChangeLine): string => {
    const said = [text, waits].filter((each) => each !== undefined).join(gap);
    const judged = effect === 'other' || decided !== undefined ? '' : aside(words.effects[effect]);
    const head = `- **${plain(label)}**${plain(judged)} ${plain(said)} ${cited(clauses)}`;
    return decided === undefined ? head : `${head}\n  - ${pair(words.example, exampleOf(decided.example))}`;
  };
  const blocks = [
    `# ${words.title}`,
    `${policy(notice.before)} → ${policy(notice.after)}`,
    plain(notice.summary.join(gap)),
    ...notice.sections.flatMap(({ title, lines }) => [
      `## ${title}${aside(`${lines.length}`)}`,
      lines.map((each) => line(each)).join('\n'),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const policy = ({ title, id, version, hash }: ChangedPolicy): string =>
  `${plain(title)} \`${id}\` ${plain(version)} \`${hash.slice(0, 16)}\``;

function cited({ before, after }: ChangeLine['clauses']): string {
  const list = (ids: readonly string[]): string => (ids.length === 0 ? '–' : ids.map((id) => `§${id}`).join(' '));
  return before.join() === after.join() ? list(after) : `${list(before)} → ${list(after)}`;
}

/** The smallest request that shows it, by the names of the policies, and what each of them says. */
function exampleOf({ before, after }: { readonly before: Example; readonly after: Example }): string {
  const { person, ...asked } = after.asked;
  const { consents, restricted, objected, jurisdiction, ageBand, status } = person;
  const parts = [
    ...Object.values(asked),
    ...[jurisdiction, ageBand, status],
    ...consents.map((id) => `+${id}`),
    ...(restricted.length > 0 ? ['restricted'] : []),
    ...(objected.length > 0 ? ['objected'] : []),
  ];
  const says = ({ outcome, reason, clause }: Example): string => `${outcome}${reason ? ` ${reason}` : ''} §${clause}`;
  return `\`${parts.join(' ')}\`: ${says(before)} → ${says(after)}`;
}
