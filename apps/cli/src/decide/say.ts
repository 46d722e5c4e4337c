import type { Nearest, Turn } from '@kept/analyse';
import type { Explanation, Request } from '@kept/decide';
import type { Action, ActorRole, Lang, Program, Status, Text } from '@kept/policy';
import { explained } from '@kept/rights';
import { WORDS } from '../can/words.ts';
import { table } from '../output.ts';
import { DECIDE_WORDS } from './words.ts';

/** Ways that are listed; with `--json` there are all. */
const WAYS = 10;

/** One decision in sentences: what came of it, every check, what is due, and what would turn it around. */
export function decisionLines(
  program: Program,
  request: Request,
  explanation: Explanation,
  around: Nearest,
  lang: Lang,
): string[] {
  const words = DECIDE_WORDS[lang];
  const { clauses } = program.manifest;
  const { decision, enough } = explanation;
  const said = explained(program, explanation, request, lang);
  const cited = (clause: string): string => `§${clause} ${clauses[clause]?.title[lang] ?? ''}`.trimEnd();
  const checks = said.checks.map(({ label, result, text, clause }) => [
    label,
    words.results[result],
    `§${clause}`,
    result === 'failed' ? text : '',
  ]);
  const due = [...new Set(decision.obligations.map(({ kind, clause }) => `${WORDS[lang].duties[kind]} §${clause}`))];
  const refused = said.fields.flatMap(({ label, reason }) =>
    reason === undefined ? [] : [words.refused(label, reason)],
  );
  return [
    `${words.outcomes[decision.outcome]}, ${cited(decision.clause)}`.replace(', ', lang === 'en' ? ', ' : '，'),
    '',
    table(words.head, checks),
    '',
    ...refused,
    ...due.map((duty) => words.due(duty)),
    ...(said.change.length > 0 ? [words.would(enough), ...said.change.map((change) => `  ${change}`)] : []),
    ...nearestLines(program, around, lang),
  ];
}

function nearestLines(program: Program, { permitted, distance, ways }: Nearest, lang: Lang): string[] {
  const words = DECIDE_WORDS[lang];
  if (distance === null) return [words.far];
  const told = ways.slice(0, WAYS).map((way) => `  ${way.map((turn) => turnOf(program, turn, lang)).join(words.and)}`);
  const more = ways.length > WAYS ? [`  … +${ways.length - WAYS}`] : [];
  return [words.nearest(permitted, distance), ...told, ...more];
}

function turnOf(program: Program, turn: Turn, lang: Lang): string {
  const words = DECIDE_WORDS[lang];
  const can = WORDS[lang];
  const { manifest, bands } = program;
  const [first] = turn.values;
  const came = first?.startsWith('+') === true;
  const each = (say: (id: string) => string): string =>
    turn.values
      .map((value) => (value === null ? null : say(value)))
      .filter((text) => text !== null)
      .join(words.or);
  const labelled = (part: Readonly<Record<string, { readonly label: Text }>>) =>
    each((id) => part[id]?.label[lang] ?? id);
  const named = (say: (all: string) => string, all: string, none: string): string =>
    [...(all === '' ? [] : [say(all)]), ...(turn.values.includes(null) ? [none] : [])].join(words.or);
  switch (turn.of) {
    case 'consent':
      return each((id) => {
        const { label, clause } = manifest.consents[id.slice(1)]!;
        const quoted = can.quoted(label[lang], clause);
        return id.startsWith('+') ? can.yes(quoted) : words.takenBack(quoted);
      });
    case 'restriction':
      return words.restricted(came);
    case 'objection':
      return words.objected(came);
    case 'status':
      return can.accounts(each((id) => can.statuses[id as Status]));
    case 'fields':
      return words.without(each((id) => manifest.fields[id.slice(1)]?.label[lang] ?? id.slice(1)));
    case 'recipient':
      return named(
        can.recipients,
        each((id) => manifest.recipients[id]!.party[lang]),
        can.nobody,
      );
    case 'collection':
      return named(can.collections, labelled(manifest.collections), can.nowhere);
    case 'to':
      return can.to(labelled(manifest.regions));
    case 'from':
      return can.from(labelled(manifest.regions));
    case 'action':
      return can.does(each((id) => can.actions[id as Action]));
    case 'actor':
      return can.who(each((id) => can.actors[id as ActorRole]));
    case 'jurisdiction':
      return can.law(labelled(manifest.jurisdictions));
    case 'age':
      return can.ages(
        each((id) => {
          const { from, to } = bands.find((band) => band.id === id)!;
          return id === 'unknown' ? can.age(undefined, undefined) : can.age(from, Number.isFinite(to) ? to : undefined);
        }),
      );
  }
}
