/** What is said of an incident: drafts of its parts, the message to a person, the report to an authority. Pure. */
import type { Instant } from '@kept/base';
import type { Sought } from '@kept/gate';
import { type BreachPart, LANGUAGES, type Lang, type Program, type Text } from '@kept/policy';
import type { Composed } from '@kept/recipients';
import { type AuthorityClock, promiseOf } from './clocks.ts';
import { PartsMissing } from './errors.ts';
import type { Incident, Parts, TracedRegion } from './incident.ts';
import type { ToldCounts } from './reached.ts';
import { WORDS } from './words.ts';

/** The clock of no place: an incident may concern people of any. */
const timeOf = (at: Instant, lang: Lang): string =>
  `${new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`;

/** Null where it is everything that was held. */
const beginOf = ({ from }: Sought, lang: Lang): string | null => (from === 0 ? null : timeOf(from, lang));

const listOf = (items: readonly string[], lang: Lang): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(items);

/** Fields of the policy by their names; what another version called so keeps its id. */
export const fieldsSaid = ({ manifest }: Program, fields: readonly string[], lang: Lang): string[] =>
  fields.map((field) => manifest.fields[field]?.label[lang] ?? field);

const contactOf = ({ manifest: { controller } }: Program): string =>
  controller.contacts.map(({ value }) => value).join(', ');

const brandOf = ({ manifest: { controller } }: Program): string => controller.brand ?? controller.name;

/** All fields that the trace found, over all regions. */
export const fieldsOf = (traced: readonly TracedRegion[]): string[] =>
  [...new Set(traced.flatMap(({ fields = [] }) => fields))].sort();

/** What could be said by what is known, for somebody to rewrite who knows more. */
export function draftsOf(program: Program, { sought }: Incident, traced: readonly TracedRegion[]): Parts {
  const textOf = (part: BreachPart): Text =>
    Object.fromEntries(
      LANGUAGES.map((lang) => [
        lang,
        WORDS[lang].drafts[part]({
          ...{ from: beginOf(sought, lang), to: timeOf(sought.to, lang), contact: contactOf(program) },
          fields: listOf(fieldsSaid(program, fieldsOf(traced), lang), lang) || WORDS[lang].report.none,
          people: traced.reduce((sum, { people = 0 }) => sum + people, 0),
        }),
      ]),
    ) as unknown as Text;
  return Object.fromEntries(promiseOf(program.manifest).parts.map((part) => [part, textOf(part)]));
}

/** Throws INCIDENTS_PARTS_MISSING unless everything is there that the policy promises to tell. */
export function complete({ manifest }: Program, parts: Parts): void {
  const { parts: promised, clause } = promiseOf(manifest);
  const missing = promised.filter((part) => !LANGUAGES.every((lang) => parts[part]?.[lang].trim()));
  if (missing.length > 0) throw new PartsMissing(missing, clause);
}

/** The parts in their order, with what stands above each. */
export const partsSaid = ({ manifest }: Program, parts: Parts, lang: Lang) =>
  promiseOf(manifest).parts.flatMap((part) => {
    const text = parts[part]?.[lang];
    return text === undefined ? [] : [{ part, title: WORDS[lang].parts[part], text }];
  });

/** The same for everybody whom it reached; what of theirs it was stands behind the address, which they sign in for. */
export function messageOf(program: Program, parts: Parts, url: string, by: 'email' | 'phone', lang: Lang): Composed {
  const words = WORDS[lang];
  const subject = words.subject(brandOf(program));
  if (by === 'phone') return { subject, text: words.short(brandOf(program), url) };
  const said = partsSaid(program, parts, lang).map(({ title, text }) => `${title}\n${text}`);
  return { subject, text: [...said, words.more(url)].join('\n\n') };
}

export interface ReportFacts {
  readonly program: Program;
  readonly incident: Incident;
  readonly clock: AuthorityClock;
  readonly traced: readonly TracedRegion[];
  readonly told: ToldCounts;
}

/** A report as it can be handed in: GDPR Art. 33(3), PIPL Art. 57, 152-FZ Art. 21(3.1). Markdown. */
export function reportOf({ program, incident, clock, traced, told }: ReportFacts, lang: Lang): string {
  const words = WORDS[lang];
  const { report } = words;
  const [from, to] = [beginOf(incident.sought, lang), timeOf(incident.sought.to, lang)];
  const known = traced.some(({ people }) => people !== undefined);
  const sum = (of: 'people' | 'unreadable') => traced.reduce((total, each) => total + (each[of] ?? 0), 0);
  const unreadable = sum('unreadable');
  const lines: (readonly [string, string])[] = [
    [report.law, clock.law],
    [report.noticed, timeOf(incident.noticedAt, lang)],
    [report.due, timeOf(clock.dueAt, lang)],
    [report.period, from === null ? report.ever(to) : `${from} – ${to}`],
    [report.people, known ? String(sum('people')) : report.none],
    [report.fields, listOf(fieldsSaid(program, fieldsOf(traced), lang), lang) || report.none],
    [report.contact, contactOf(program)],
  ];
  return [
    `# ${report.title(words.authorities[clock.authority]!)}`,
    ...(incident.drill ? [`**${report.drill}**`] : []),
    lines.map(([title, text]) => `- ${title}: ${text}`).join('\n'),
    ...(unreadable > 0 ? [report.unreadable(unreadable)] : []),
    ...partsSaid(program, incident.parts, lang).map(({ title, text }) => `## ${title}\n\n${text}`),
    report.told(told.told, told.people),
    ...(incident.lessons === undefined ? [] : [`## ${report.lessons}\n\n${incident.lessons}`]),
  ].join('\n\n');
}
