import type { Lang, Program } from '@kept/policy';
import { marked, plain } from './commonmark.ts';
import type { Notice, NoticeCollection, NoticeConsent, NoticeField, NoticeRecipient, NoticeRight } from './notice.ts';
import { renderNotice } from './render.ts';
import { capital, labels } from './view.ts';
import type { Words } from './words/shape.ts';
import { WORDS } from './words.ts';

/** The notice as a CommonMark document, for printing and keeping. Pure. Ends with a line break. */
export function noticeMarkdown(program: Program, lang: Lang): string {
  const notice = renderNotice(program, lang);
  const { policy, sections } = notice;
  const words = WORDS[lang];
  const { headings } = words;
  const blocks = [
    `# ${plain(policy.title)}`,
    plain(headings.version(policy.version, policy.published, policy.effective)),
    summary(notice, words),
    ...chapter(
      headings.collections,
      notice.collections.map((row) => collection(row, notice, words)),
    ),
    ...chapter(headings.purposes, [bullets(notice.purposes.map((purpose) => purposeLine(purpose, words)))]),
    ...chapter(
      headings.recipients,
      notice.recipients.map((each) => recipient(each, words)),
    ),
    ...chapter(headings.regions, [
      bullets(notice.regions.map((each) => cited(line(capital(each.label), each.residents, words), each.clause))),
    ]),
    ...chapter(
      headings.rights,
      notice.rights.map((right) => rightBlock(right, notice, words)),
    ),
    ...chapter(headings.consents, [
      bullets(notice.consents.map((each) => consentLine(each, words))),
      plain(notice.takingBack),
    ]),
    ...sections.flatMap((each) =>
      chapter(each.title, [bullets(each.paragraphs.map(({ text, clause }) => cited(marked(text), clause)))]),
    ),
    ...chapter(
      headings.clauses,
      notice.clauses.map((each) => `### ${each.id} ${plain(each.title)}\n\n${marked(each.sentence)}`),
    ),
    ...chapter(headings.controller, [controller(notice, words)]),
    `${headings.hash} \`sha256:${policy.hash}\``,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** A heading and what stands under it; nothing where that is nothing. */
function chapter(title: string, blocks: readonly string[]): readonly string[] {
  const full = blocks.filter((block) => block !== '');
  return full.length === 0 ? [] : [`## ${plain(title)}`, ...full];
}

const cited = (text: string, clause: string | undefined): string =>
  clause === undefined ? text : `${text} §${clause}`;

const bullets = (lines: readonly string[]): string => lines.map((each) => `- ${each}`).join('\n');

const line = (label: string, value: string, words: Words): string => plain(words.pair(label, value));

const lines = (pairs: readonly (readonly [string, string | undefined])[], words: Words): string =>
  bullets(pairs.flatMap(([label, value]) => (value ? [line(label, value, words)] : [])));

function summary({ answers, refusal }: Notice, words: Words): string {
  const told = [...answers, { ...refusal, clauses: [refusal.clause] }].map(
    ({ title, text, clauses }) => `**${plain(title)}** ${marked(text)} ${clauses.map((id) => `§${id}`).join(' ')}`,
  );
  return [`## ${plain(words.headings.summary)}`, ...told].join('\n\n');
}

function consentLine(each: NoticeConsent, words: Words): string {
  const kind = words.list([each.kindLabel, ...(each.byGuardian ? [words.headings.guardian] : [])]);
  const asked = `${each.question}${words.gap}${each.consequence}${words.aside(kind)}`;
  return cited(line(each.label, asked, words), each.clause);
}

function collection(row: NoticeCollection, notice: Notice, words: Words): string {
  const { headings } = words;
  const told = (fields: readonly NoticeField[]): string => toldOf(fields, words);
  const basis = notice.purposes.filter((purpose) => row.purposes.some(({ id }) => id === purpose.id));
  return `### ${plain(row.label)} §${row.clause}\n\n${lines(
    [
      [headings.moment, row.moment],
      [headings.source, row.source],
      [headings.needed, told(row.fields.filter((field) => field.needed))],
      [headings.optional, told(row.fields.filter((field) => !field.needed))],
      [headings.usedFor, words.list(labels(row.purposes))],
      [headings.basis, words.list([...new Set(basis.map((purpose) => purpose.basisLabel))])],
      [headings.consent, row.consent && words.kinds[row.consent]],
      [headings.no, row.refusal],
      [headings.recipients, words.list(labels(row.recipients))],
      [headings.where, words.list(labels(row.regions))],
      [headings.kept, row.kept],
    ],
    words,
  )}`;
}

/** Fields with a mark at each sensitive one; those not personal by themselves stand together, with one mark for all. */
function toldOf(fields: readonly NoticeField[], { aside, clauses, list, headings }: Words): string {
  const named = (some: readonly NoticeField[]): string =>
    list(some.map(({ label, sensitive }) => label + (sensitive ? aside(headings.sensitive) : '')));
  const personal = fields.filter(({ alone }) => !alone);
  const alone = fields.filter((field) => field.alone);
  const groups = [named(personal), alone.length > 0 ? named(alone) + aside(headings.alone) : ''];
  return clauses(groups.filter((group) => group !== ''));
}

function purposeLine(purpose: Notice['purposes'][number], words: Words): string {
  const { headings } = words;
  const age = purpose.minimumAge === undefined ? [] : [headings.fromAge(purpose.minimumAge)];
  return cited(line(purpose.label, words.clauses([purpose.basisLabel, ...age]), words), purpose.clause);
}

function recipient(each: NoticeRecipient, words: Words): string {
  const { headings } = words;
  return `### ${plain(each.name)} §${each.clause}\n\n${lines(
    [
      [headings.usedFor, words.list(labels(each.purposes))],
      [headings.gets, words.list(labels(each.fields))],
      [headings.scenario, each.scenario],
      [headings.method, words.clauses([each.roleLabel, each.method])],
      [headings.where, each.countryLabel],
      [headings.contract, each.contract],
      [headings.consent, each.consent && words.kinds[each.consent]],
    ],
    words,
  )}${each.url === undefined ? '' : `\n- ${plain(headings.rules)} <${each.url}>`}`;
}

function rightBlock(right: NoticeRight, notice: Notice, words: Words): string {
  const { headings } = words;
  return `### ${plain(right.label)} §${right.clause}\n\n${lines(
    [
      [headings.method, right.how],
      [headings.channels, words.or(right.channels)],
      [headings.deadline, deadlineOf(right, notice, words)],
      [headings.fee, right.fee],
      [headings.identity, words.or(right.identity)],
      [headings.conditions, words.clauses(right.conditions)],
      [headings.grounds, words.clauses(right.refusalGrounds)],
      [headings.consequence, right.consequence],
    ],
    words,
  )}`;
}

/** Where a right is granted, and by when it is answered there. */
function deadlineOf({ deadlines }: NoticeRight, { jurisdictions }: Notice, words: Words): string {
  const granted = deadlines.flatMap(({ label, days }, i) =>
    days === undefined ? [] : [{ label, where: jurisdictions[i]!.label }],
  );
  const told = Map.groupBy(granted, ({ label }) => label);
  if (told.size === 1 && granted.length === deadlines.length) return granted[0]!.label;
  return words.clauses(
    [...told].map(([label, places]) => words.pair(words.list(places.map(({ where }) => where)), label)),
  );
}

function controller({ controller: who }: Notice, words: Words): string {
  const { headings } = words;
  return `${plain(who.name)}\n\n${lines(
    [
      [headings.address, who.address],
      [headings.affiliates, words.list(who.affiliates)],
      [headings.officer, who.officer],
      ...who.contacts.map((each) => [each.channelLabel, words.list([each.value, each.reply].filter(Boolean))] as const),
      [headings.mention, who.mention],
      [headings.complaints, words.list(who.complaints)],
    ],
    words,
  )}`;
}
