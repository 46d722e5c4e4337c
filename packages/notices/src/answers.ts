import type { Right } from '@kept/policy';
import { noticeFields } from './collections.ts';
import type { Answer, Notice, Question } from './notice.ts';
import { regionsOf, waysOut } from './parties.ts';
import { longerOf } from './retention.ts';
import { longest } from './time.ts';
import { capital, labels, unique, type View } from './view.ts';

type Said = readonly [text: string, clauses: readonly string[]];

/** The six questions, answered from the program: whatever is counted here is counted, not written down. */
export function answersOf(view: View): Answer[] {
  const said: Readonly<Record<Question, Said>> = {
    what: what(view),
    why: why(view),
    who: who(view),
    where: where(view),
    'how-long': howLong(view),
    rights: rights(view),
  };
  return Object.entries(said).map(([question, [text, clauses]]) => ({
    question: question as Question,
    title: view.words.questions[question as Question],
    text,
    clause: clauses[0] ?? view.manifest.otherwise,
    clauses: unique(clauses),
  }));
}

/** That no is an answer to everything that is asked. */
export function refusalOf({ manifest, words, say }: View): Notice['refusal'] {
  const asked = Object.values(manifest.consents).filter(({ by }) => by !== 'guardian');
  const text = words.refusal(asked.length, words.list(asked.map(({ label }) => words.inline(say(label)))));
  return { title: words.refusalTitle, text, clause: asked[0]?.clause ?? manifest.otherwise };
}

/** What the first collection needs, for it is what everybody meets. */
function what(view: View): Said {
  const { manifest, words, say } = view;
  const fields = Object.values(manifest.fields);
  const sensitive = fields.filter((field) => field.sensitive).length;
  const [first] = Object.values(manifest.collections);
  if (!first) return [words.what('', '', fields.length, sensitive), []];
  const needed = noticeFields(view, first).filter((field) => field.needed);
  return [
    words.what(say(first.label), words.list(labels(needed).map(words.inline)), fields.length, sensitive),
    [first.clause],
  ];
}

function why({ manifest, words, say }: View): Said {
  const never = manifest.prohibitions.filter(({ fields, categories, actions }) => !(fields ?? categories ?? actions));
  return [
    words.why(
      Object.keys(manifest.purposes).length,
      never.map(({ label }) => say(label)),
    ),
    [manifest.otherwise, ...never.map(({ clause }) => clause)],
  ];
}

function who({ manifest, words, say }: View): Said {
  const all = Object.values(manifest.recipients);
  return [words.who(all.length, words.list(all.map(({ party }) => say(party)))), all.map(({ clause }) => clause)];
}

function where(view: View): Said {
  const { manifest, words } = view;
  const homes = regionsOf(view).map(({ residents, label }) => words.home(residents, label));
  const sentences = [words.clauses(homes), words.clauses(waysOut(view))].filter((each) => each !== '');
  return [
    sentences.map((each) => words.sentence(capital(each))).join(words.gap),
    [...manifest.residency, ...manifest.transfers].map(({ clause }) => clause),
  ];
}

function howLong(view: View): Said {
  const { manifest, words, name } = view;
  const general = manifest.retention.filter((rule) => !(rule.fields ?? rule.collections ?? rule.purposes));
  const timed = manifest.retention.filter((rule) => !('event' in rule.until) && !general.includes(rule));
  const periods = timed.map((rule) => {
    const about = rule.fields
      ? name(manifest.fields, rule.fields)
      : rule.collections
        ? name(manifest.collections, rule.collections)
        : name(manifest.purposes, rule.purposes ?? []);
    return words.pair(words.list(labels(about).map(words.inline)), words.until([rule.until]));
  });
  const mostly = general.length > 0 ? [words.mostly(words.until(general.map((rule) => rule.until)))] : [];
  const { longer } = longerOf(view, manifest.retention);
  const said = [...mostly, ...(periods.length > 0 ? [words.clauses(periods)] : []), ...(longer ? [longer] : [])];
  return [
    said.map((each) => words.sentence(capital(each))).join(words.gap),
    [...general, ...timed].map(({ clause }) => clause),
  ];
}

function rights({ manifest, words, say }: View): Said {
  const all = Object.values(manifest.rights);
  const answered = all.filter(({ kind }) => kind !== 'complaint');
  const slowest = answered.reduce<Right | undefined>(
    (slow, right) => (slow && longest(slow.deadline) >= longest(right.deadline) ? slow : right),
    undefined,
  );
  const once = all.filter(({ kind }, i) => all.findIndex((each) => each.kind === kind) === i);
  const text = words.may(
    capital(words.list(once.map(({ label }) => words.inline(say(label))))),
    slowest ? words.deadline(slowest.deadline) : '',
    all.every(({ fee }) => fee === null),
  );
  return [text, all.map(({ clause }) => clause)];
}
