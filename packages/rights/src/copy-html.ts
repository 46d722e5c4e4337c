/** A copy to be read: one page that needs nothing beside it, in the person's language, light and dark, on paper too. */
import type { Lang } from '@kept/policy';
import type { RightsRegion } from './context.ts';
import type { CopiedItem } from './copied.ts';

interface Words {
  readonly title: string;
  lead(who: string, when: string): string;
  under(policy: string, version: string): string;
  readonly care: string;
  /** What is said under a value. */
  facts(item: CopiedItem, since: string, until: string): string;
  recipients(names: string): string;
}

const SAY: Readonly<Record<Lang, Words>> = {
  'zh-Hans': {
    title: '你的信息副本',
    lead: (who, when) => `${when}，${who}持有的你的全部信息。`,
    under: (policy, version) => `依据《${policy}》${version}版，§后面是它的条款。`,
    care: '里面是打开的原值，请收好。密码和密钥只存校验值，谁也读不出来，所以不在里面。',
    facts: ({ purpose, clause }, since, until) => `为了${purpose}，凭§${clause}；${since}收集，${until}。`,
    recipients: (names) => `可能交给：${names}。`,
  },
  'zh-Hant': {
    title: '你的資料副本',
    lead: (who, when) => `${when}，${who}持有的你的全部資料。`,
    under: (policy, version) => `依據《${policy}》${version}版，§後面是它的條款。`,
    care: '裡面是打開的原值，請收好。密碼和金鑰只存驗證值，誰也讀不出來，所以不在裡面。',
    facts: ({ purpose, clause }, since, until) => `為了${purpose}，憑§${clause}；${since}蒐集，${until}。`,
    recipients: (names) => `可能交給：${names}。`,
  },
  en: {
    title: 'A copy of your data',
    lead: (who, when) => `Everything that ${who} held about you on ${when}.`,
    under: (policy, version) => `Under the “${policy}” of ${version}; § names its clauses.`,
    care: 'The values are open: keep them safe. Of passwords and secrets only check values are kept, which nobody can read, so they are not here.',
    facts: ({ purpose, clause }, since, until) => `${purpose}, under §${clause}; collected on ${since}, kept ${until}.`,
    recipients: (names) => `May go to: ${names}.`,
  },
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char]!);

const STYLE = [
  ':root{color-scheme:light dark;--paper:light-dark(#fcfbf8,#161c22);--ink:light-dark(#1b2430,#eceae4)',
  ';--quiet:light-dark(#56616d,#a7b0b8);--line:light-dark(#e3dfd6,#323b44)}',
  'body{font:16px/1.6 -apple-system,"Segoe UI",Roboto,"PingFang SC","PingFang TC","Noto Sans SC","Noto Sans TC",',
  '"Noto Sans CJK SC","Microsoft YaHei UI",system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1.25rem;',
  'color:var(--ink);background:var(--paper);text-autospace:normal;overflow-wrap:anywhere}',
  'h1{font-size:1.75rem;line-height:1.35;margin:0 0 .75rem}p{color:var(--quiet);margin:.25rem 0 0}',
  'h2{font-size:1.15rem;margin:2.75rem 0 0;padding-bottom:.4rem;border-bottom:1.5px solid}dl{margin:0}',
  'div{display:grid;grid-template-columns:11rem 1fr;gap:0 1.5rem;padding:.7rem 0;border-bottom:1px solid var(--line);',
  'break-inside:avoid}dt{font-weight:500}dd{margin:0;white-space:pre-line}',
  'small{display:block;color:var(--quiet);font-size:.83rem;white-space:normal}',
  'img{display:block;max-width:10rem;border-radius:6px}@media(max-width:32rem){div{grid-template-columns:1fr}}',
].join('');

/** `2026-11-26T…` as a day in words; what is no instant stays as it is. */
const inDays = (text: string, day: Intl.DateTimeFormat): string =>
  /^\d{4}-\d\d-\d\dT/.test(text) ? day.format(new Date(text)) : text;

/** Writes the page, item by item. */
export async function* writeHtml(
  items: AsyncIterable<CopiedItem>,
  { program, clock }: RightsRegion,
  lang: Lang,
): AsyncGenerator<string> {
  const words = SAY[lang];
  const { controller, title } = program.manifest;
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  const made = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const lead = [
    words.lead(controller.brand ?? controller.name, `${made.format(clock.now())} UTC`),
    words.under(title[lang], program.version),
    words.care,
  ];
  yield `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">`;
  yield `<title>${html(words.title)}</title><style>${STYLE}</style><h1>${html(words.title)}</h1>`;
  yield lead.map((text) => `<p>${html(text)}</p>`).join('');
  let heading = '';
  for await (const item of items) {
    if (item.collection !== heading) yield `${heading && '</dl>'}<h2>${html(item.collection)}</h2><dl>`;
    heading = item.collection;
    yield entry(item, words, day, lang);
  }
  yield `${heading && '</dl>'}</html>\n`;
}

function entry(item: CopiedItem, words: Words, day: Intl.DateTimeFormat, lang: Lang): string {
  const { label, value, recipients, collectedAt, keptUntil } = item;
  const shown = value.startsWith('data:image/') ? `<img alt="" src="${html(value)}">` : html(value);
  const facts = words.facts(item, inDays(collectedAt, day), inDays(keptUntil, day));
  const names = new Intl.ListFormat(lang).format(recipients);
  const to = recipients.length > 0 ? `<small>${html(words.recipients(names))}</small>` : '';
  return `<div><dt>${html(label)}</dt><dd>${shown}<small>${html(facts)}</small>${to}</dd></div>`;
}
