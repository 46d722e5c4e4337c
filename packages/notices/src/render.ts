import { accountBands, type Lang, type Program } from '@kept/policy';
import { answersOf, refusalOf } from './answers.ts';
import { collectionsOf, purposesOf } from './collections.ts';
import type { Notice } from './notice.ts';
import { controllerOf, recipientsOf, regionsOf, transfersOf } from './parties.ts';
import { consentsOf, rightsOf } from './rights.ts';
import { sectionsOf } from './sections.ts';
import { byNumber, type View, viewOf } from './view.ts';

/** What an adult reads in a minute without hurry: Chinese characters, English letters. */
const A_MINUTE = { 'zh-Hans': 400, 'zh-Hant': 400, en: 1_200 } as const;

/**
 * The notice of a policy in one language. Pure: the same program gives the same notice. Every number in it is counted
 * from the program. Holds every element that ISO/IEC 29184:2020, 5.3 asks of a notice. Takes some milliseconds for two
 * hundred fields: keep it rather than render it for each request.
 */
export function renderNotice(program: Program, lang: Lang): Notice {
  const view = viewOf(program, lang);
  const { manifest, say, words, name } = view;
  const notice = {
    policy: {
      id: program.id,
      version: program.version,
      hash: program.hash,
      title: say(manifest.title),
      published: manifest.published,
      effective: manifest.effective,
    },
    language: lang,
    original: manifest.language,
    controller: controllerOf(view),
    answers: answersOf(view),
    refusal: refusalOf(view),
    ages: accountBands(program).map(({ from, to }) => ({ from, ...(Number.isFinite(to) && { to }) })),
    collections: collectionsOf(view),
    purposes: purposesOf(view),
    recipients: recipientsOf(view),
    regions: regionsOf(view),
    transfers: transfersOf(view),
    jurisdictions: name(manifest.jurisdictions, Object.keys(manifest.jurisdictions)),
    rights: rightsOf(view),
    consents: consentsOf(view),
    takingBack: words.takingBack,
    sections: sectionsOf(view),
    clauses: Object.entries(manifest.clauses)
      .sort(([a], [b]) => byNumber(a, b))
      .map(([id, { title, sentence }]) => ({ id, title: say(title), sentence: say(sentence) })),
  };
  return { ...notice, counts: countsOf(view, notice) };
}

function countsOf({ manifest, lang }: View, notice: Omit<Notice, 'counts'>): Notice['counts'] {
  const fields = Object.values(manifest.fields);
  const { answers, collections, recipients, rights, consents, sections, clauses } = notice;
  const read = [
    ...answers.map(({ text }) => text),
    ...collections.flatMap((row) => [
      row.label,
      row.moment,
      row.refusal,
      row.kept,
      ...row.fields.map(({ label }) => label),
    ]),
    ...recipients.flatMap((each) => [each.name, each.scenario]),
    ...rights.flatMap((right) => [right.label, right.how]),
    ...consents.flatMap((consent) => [consent.question, consent.consequence]),
    ...sections.flatMap((section) => section.paragraphs.map(({ text }) => text)),
    ...clauses.flatMap((clause) => [clause.title, clause.sentence]),
  ];
  return {
    fields: fields.length,
    sensitive: fields.filter((field) => field.sensitive).length,
    purposes: Object.keys(manifest.purposes).length,
    recipients: recipients.length,
    regions: notice.regions.length,
    minutes: Math.max(1, Math.round(read.join('').length / A_MINUTE[lang])),
  };
}
