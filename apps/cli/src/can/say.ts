import type { Alternative, Answer, Example } from '@kept/analyse';
import type { Lang, Program, Text } from '@kept/policy';
import { WORDS, type Words } from './words.ts';

/** Most refusing clauses that are listed; with `--json` there are all. */
const CLAUSES = 6;

/** An answer in sentences, one a line. */
export function sentences(program: Program, answer: Answer, lang: Lang): string[] {
  const words = WORDS[lang];
  const told = teller(program, lang, words);
  const { id } = program;
  if (answer.answer === 'always') return [words.always, ...answer.clauses.map(told.clause)];
  const refusing = [...new Set(answer.refusals.map(({ clause }) => clause))];
  const more = refusing.length > CLAUSES ? [`  … +${refusing.length - CLAUSES}`] : [];
  const refusals =
    refusing.length === 0
      ? []
      : [
          answer.answer === 'never' ? words.refusedBy : words.restRefusedBy,
          ...refusing.slice(0, CLAUSES).map(told.clause),
          ...more,
        ];
  return [
    words[answer.answer],
    ...answer.alternatives.map((each, i) => `${`${i + 1}`.padStart(3)}. ${told.alternative(each)}`),
    ...refusals,
    ...(answer.permitted === null ? [] : [words.permitted, `  ${example(id, answer.permitted)}`]),
    ...(answer.refused === null ? [] : [words.refused, `  ${example(id, answer.refused)}`]),
  ];
}

/** A request as one would type it for `kept decide`, and the clause that decides. */
function example(policy: string, { asked, reason, clause }: Example): string {
  const { person, ...request } = asked;
  const { region, jurisdiction, ageBand, status, consents, restricted, objected } = person;
  const options = {
    policy,
    ...{ purpose: request.purpose, fields: request.field, action: request.action, actor: request.actor },
    ...{
      collection: request.collection,
      recipient: request.recipient,
      to: request.to === region ? undefined : request.to,
    },
    ...{ region, jurisdiction, age: ageBand, status },
    ...{ consents: consents.join(), restricted: restricted.join(), objected: objected.join() },
  };
  const typed = Object.entries(options).flatMap(([name, value]) => (value ? [`--${name} ${value}`] : []));
  return `kept decide ${typed.join(' ')} → §${clause}${reason === null ? '' : ` (${reason})`}`;
}

type Labelled = Readonly<Record<string, { readonly label: Text }>>;

function teller({ manifest, bands }: Program, lang: Lang, words: Words) {
  const list = (items: readonly string[]): string => [...new Set(items)].join(words.and);
  const labels = (part: Labelled, ids: readonly string[] | undefined, say: (all: string) => string): string[] =>
    ids === undefined ? [] : [say(list(ids.map((id) => part[id]?.label[lang] ?? words.rights)))];
  const orNone = (part: Readonly<Record<string, Text>>, ids: readonly (string | null)[] | undefined, none: string) =>
    ids === undefined ? undefined : list(ids.map((id) => (id === null ? none : part[id]![lang])));
  const of = <T extends string>(names: Readonly<Record<T, string>>, ids: readonly T[]): string =>
    list(ids.map((id) => names[id]));
  const parties = Object.fromEntries(Object.entries(manifest.recipients).map(([id, { party }]) => [id, party]));
  const rows = Object.fromEntries(Object.entries(manifest.collections).map(([id, { label }]) => [id, label]));
  const said = (text: string | undefined, say: (text: string) => string): string[] =>
    text === undefined ? [] : [say(text)];
  const age = (id: string): string => {
    const { from, to } = bands.find((band) => band.id === id)!;
    return id === 'unknown' ? words.age(undefined, undefined) : words.age(from, Number.isFinite(to) ? to : undefined);
  };
  const consent = (id: string): string =>
    words.quoted(manifest.consents[id]!.label[lang], manifest.consents[id]!.clause);
  return {
    clause: (id: string): string => `  §${id} ${manifest.clauses[id]!.title[lang]}`,
    alternative({ within, when, obligations }: Alternative): string {
      const { consents, unrestricted, unopposed } = when;
      const parts = [
        ...(within.actor ? [words.who(of(words.actors, within.actor))] : []),
        ...(within.action ? [words.does(of(words.actions, within.action))] : []),
        ...labels(manifest.fields, within.field, words.fields),
        ...labels(manifest.purposes, within.purpose, words.purposes),
        ...said(orNone(rows, within.collection, words.nowhere), words.collections),
        ...said(orNone(parties, within.recipient, words.nobody), words.recipients),
        ...labels(manifest.regions, within.from, words.from),
        ...labels(manifest.regions, within.to, words.to),
        ...labels(manifest.jurisdictions, within.jurisdiction, words.law),
        ...(within.age ? [words.ages(list(within.age.map(age)))] : []),
        ...(within.status ? [words.accounts(of(words.statuses, within.status))] : []),
        ...(consents.length > 0 ? [words.yes(list(consents.map((id) => consent(id))))] : []),
        ...(unrestricted || unopposed ? [words.unless(unrestricted, unopposed)] : []),
        ...obligations.map(({ kind, clause, always }) => `${words.due(words.duties[kind], always)} §${clause}`),
      ];
      return parts.length === 0 ? words.always : parts.join(words.gap);
    },
  };
}
