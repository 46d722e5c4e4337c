import type { Note } from '@kept/policy';
import type { Section, SectionId, Sentence } from './notice.ts';
import { transfersOf } from './parties.ts';
import { labels, type View } from './view.ts';

/** The second half of a notice; a heading with nothing under it is left out. */
export function sectionsOf(view: View): Section[] {
  const paragraphs: Readonly<Record<SectionId, readonly Sentence[]>> = {
    scope: scope(view),
    transfers: transfersOf(view).map(({ label, clause }) => ({ text: view.words.sentence(label), clause })),
    children: children(view),
    security: security(view),
    breach: breach(view),
    changes: changes(view),
    cookies: cookies(view),
    exemptions: exemptions(view),
    figures: figures(view),
    readings: readings(view),
    other: other(view),
  };
  return Object.entries(paragraphs)
    .map(([id, sentences]) => ({
      id: id as SectionId,
      title: view.words.sections[id as SectionId],
      paragraphs: sentences,
    }))
    .filter((section) => section.paragraphs.length > 0);
}

function children({ manifest, words, name }: View): Sentence[] {
  return manifest.ages.map(({ rule, below, eraseWithin, jurisdictions, clause }) => {
    const text = words.age(rule, below, eraseWithin && words.period(eraseWithin));
    const where = jurisdictions && words.list(labels(name(manifest.jurisdictions, jurisdictions)));
    return { text: where ? words.pair(where, text) : text, clause };
  });
}

function security({ manifest, words, say }: View): Sentence[] {
  const sensitive = Object.values(manifest.fields).filter((field) => field.sensitive).length;
  const measures = Object.values(manifest.measures);
  return [
    { text: words.risk(sensitive) },
    ...measures.map(({ label, clause }) => ({ text: words.sentence(say(label)), clause })),
  ];
}

function breach({ manifest, words }: View): Sentence[] {
  if (!manifest.breach) return [];
  const { parts, channels, within, fallback, authority, clause } = manifest.breach;
  const told = words.breachTold(
    words.list(parts.map((part) => words.breachParts[part])),
    words.deadline(within),
    words.or(channels.map((channel) => words.channels[channel])),
  );
  return [
    { text: told, clause },
    ...(fallback ? [{ text: words.breachFallback, clause }] : []),
    ...(authority ? [{ text: words.breachAuthority(words.deadline(authority)), clause }] : []),
  ];
}

function changes({ manifest, words }: View): Sentence[] {
  const { channels, askAgain, continuedUse, effective, lead, clause } = manifest.changes;
  const matters = words.list(askAgain.map((matter) => words.askAgain[matter]));
  return [
    { text: words.changeTold(words.or(channels.map((channel) => words.channels[channel]))), clause },
    ...(effective === 'not-mentioned' ? [] : [{ text: words.changeFrom[effective], clause }]),
    ...(lead ? [{ text: words.changeLead(words.period(lead)), clause }] : []),
    ...(matters ? [{ text: words.changeAsks(matters), clause }] : []),
    ...(continuedUse === 'said-to-accept' ? [{ text: words.silence, clause }] : []),
  ];
}

function cookies({ manifest, words, say }: View): Sentence[] {
  const all = Object.values(manifest.cookies).map(({ label, why, use, consent, party, clause }) => ({
    text: words.cookie(say(label), say(why), use, consent !== undefined, party),
    clause,
  }));
  if (!manifest.cookieControl) return all;
  const { how, consequence, url, clause } = manifest.cookieControl;
  return [
    ...all,
    { text: say(how) + (url ? words.aside(url) : ''), clause },
    ...(consequence ? [{ text: say(consequence), clause }] : []),
  ];
}

function exemptions({ manifest, words, say }: View): Sentence[] {
  const purposes = Object.values(manifest.purposes);
  const free = Object.entries(manifest.exemptions).map(([id, { label, clause }]) => {
    const resting = purposes.filter((purpose) => purpose.exemption === id).map((purpose) => say(purpose.label));
    return { text: words.exemption(say(label), resting), clause };
  });
  const out = Object.values(manifest.exceptions).map(({ from, label, basis, duties, clause }) => ({
    text: words.exception(
      from,
      say(label),
      basis === 'consent',
      (duties ?? []).map((duty) => words.exceptionDuties[duty]),
    ),
    clause,
  }));
  return [...free, ...out];
}

function other({ manifest, words, say }: View): Sentence[] {
  return [
    ...[...manifest.prohibitions, ...manifest.separations].map(({ label, clause }) => ({
      text: words.sentence(say(label)),
      clause,
    })),
    ...Object.values(manifest.optOuts).map(({ label, how, clause }) => ({
      text: words.optOut(say(label), say(how)),
      clause,
    })),
    ...manifest.notes.filter(({ kind }) => kind === 'besides').map((note) => noted(note, say(note.text))),
  ];
}

/** What the policy covers. */
const scope = ({ manifest, words, say }: View): Sentence[] =>
  manifest.scope.map(({ label, url, by, clause }) => {
    const where = words.list([...(url ? [url] : []), ...(by ? [words.runBy(by)] : [])]);
    return { text: words.sentence(say(label) + (where ? words.aside(where) : '')), clause };
  });

/** What leaves as numbers about many. */
const figures = ({ manifest, words, say }: View): Sentence[] =>
  Object.values(manifest.figures).map(({ label, purpose, seenBy, clause }) => ({
    text: words.figure(say(label), say(manifest.purposes[purpose]!.label), say(seenBy)),
    clause,
  }));

/** How the text is read where it is silent, unclear or wider than what is done. */
const readings = ({ manifest, words, say }: View): Sentence[] =>
  manifest.notes.flatMap((note) =>
    note.kind === 'besides' ? [] : [noted(note, words.pair(words.noteKinds[note.kind], say(note.text)))],
  );

const noted = ({ clause }: Note, text: string): Sentence => ({ text, ...(clause !== undefined && { clause }) });
