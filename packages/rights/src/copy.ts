/** A copy of everything held about a person, streamed: one row is in memory at a time, whatever the whole. */
import { downloadCopy } from '@kept/api';
import { expiryOf, type Route, routesOf } from '@kept/kit';
import type { Lang } from '@kept/policy';
import type { RightsContext, RightsRegion } from './context.ts';
import { byRow, heldItems, openRow, textOf } from './held.ts';
import { collectionNamed, fieldNamed, policyVersion, purposeNamed, recipientNamed, serviceNamed } from './names.ts';
import { say, WORDS } from './words.ts';

const route = routesOf<RightsContext>();

export const copyRoutes: readonly Route<RightsContext>[] = [
  route(downloadCopy, async ({ person, query, caller }, context) => {
    const region = context.at(person.region);
    const items = copiedItems(context, region, person.id, query.lang ?? caller.lang);
    const { type, write } = FORMATS[query.format];
    const name = `kept-copy-${new Date(region.clock.now()).toISOString().slice(0, 10)}.${query.format}`;
    return {
      status: 200,
      headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
      stream: write(items, region, query.lang ?? caller.lang),
    };
  }),
];

interface CopiedItem {
  readonly service: string;
  readonly collection: string;
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly clause: string;
  readonly purpose: string;
  readonly basis: string;
  readonly region: string;
  readonly collectedAt: string;
  readonly keptUntil: string;
  readonly recipients: readonly string[];
}

async function* copiedItems(
  context: RightsContext,
  region: RightsRegion,
  owner: string,
  lang: Lang,
): AsyncGenerator<CopiedItem> {
  const { program } = region;
  const { manifest } = program;
  const readable = (await heldItems(region, owner)).filter(
    ({ holding, item }) => holding.readable?.(item.field) ?? true,
  );
  for (const row of byRow(readable)) {
    const { values } = await openRow(region, owner, row);
    for (const { item } of row) {
      const value = textOf(values[item.field]);
      if (value === '') continue;
      const collection = manifest.collections[item.collection];
      const purpose = collection?.purposes.find((id) => manifest.purposes[id]?.fields.includes(item.field)) ?? 'rights';
      const expiry = expiryOf(program, { ...item, collectedAt: item.collectedAt.getTime() });
      yield {
        service: serviceNamed(context, item.service, lang).label,
        collection: collectionNamed(program, item.collection, lang).label,
        ...{ field: item.field, label: fieldNamed(program, item.field, lang).label, value },
        clause: collection?.clause ?? manifest.otherwise,
        purpose: purposeNamed(program, purpose, lang).label,
        basis: manifest.purposes[purpose]?.basis ?? 'legal-obligation',
        region: region.id,
        collectedAt: item.collectedAt.toISOString(),
        keptUntil: expiry.event ? say(WORDS.expires[expiry.event], lang) : new Date(expiry.at!).toISOString(),
        recipients: (manifest.purposes[purpose]?.recipients ?? [])
          .filter((id) => manifest.recipients[id]?.fields.includes(item.field))
          .map((id) => recipientNamed(program, id, lang).label),
      };
    }
  }
}

type Writer = (items: AsyncIterable<CopiedItem>, region: RightsRegion, lang: Lang) => AsyncGenerator<string>;

async function* writeJson(items: AsyncIterable<CopiedItem>, region: RightsRegion, lang: Lang): AsyncGenerator<string> {
  const head = {
    format: 'kept-copy/1',
    policy: policyVersion(region.program, lang),
    madeAt: new Date(region.clock.now()).toISOString(),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"items":[`;
  let first = true;
  for await (const item of items) {
    yield `${first ? '' : ','}\n${JSON.stringify(item)}`;
    first = false;
  }
  yield '\n]}\n';
}

const COLUMNS = [
  'service',
  'collection',
  'field',
  'label',
  'value',
  'clause',
  'purpose',
  'basis',
  'region',
  'collectedAt',
  'keptUntil',
  'recipients',
] as const;

/** RFC 4180. A cell that a spreadsheet would run as a formula is led by an apostrophe. */
const cell = (value: string | readonly string[]): string => {
  const text = typeof value === 'string' ? value : value.join('; ');
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

async function* writeCsv(items: AsyncIterable<CopiedItem>): AsyncGenerator<string> {
  // The mark by which spreadsheets know UTF-8.
  yield `\uFEFF${COLUMNS.join(',')}\r\n`;
  for await (const item of items) yield `${COLUMNS.map((column) => cell(item[column])).join(',')}\r\n`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char]!);

const STYLE =
  'body{font:16px/1.6 system-ui,"PingFang SC","PingFang TC","Noto Sans CJK SC",sans-serif;max-width:48rem;margin:3rem auto;padding:0 1rem;color:#1b2430;background:#fcfbf8}h1{font-size:1.7rem}h2{font-size:1.1rem;margin:2.5rem 0 0;border-bottom:1.5px solid}dl{display:grid;grid-template-columns:12rem 1fr;margin:0}dt,dd{margin:0;padding:.6rem 0;border-bottom:1px solid #e3dfd6}dd small{display:block;color:#5b6673}@media(max-width:32rem){dl{grid-template-columns:1fr}dt{border:0;padding-bottom:0}}';

async function* writeHtml(items: AsyncIterable<CopiedItem>, region: RightsRegion, lang: Lang): AsyncGenerator<string> {
  const { title, version } = policyVersion(region.program, lang);
  const made = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    region.clock.now(),
  );
  yield `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(title)}</title><style>${STYLE}</style><h1>${html(title)}</h1><p>${html(version)} · ${html(made)} UTC</p>`;
  let heading = '';
  for await (const item of items) {
    if (item.collection !== heading) yield `${heading && '</dl>'}<h2>${html(item.collection)}</h2><dl>`;
    heading = item.collection;
    const value = item.value.startsWith('data:image/')
      ? `<img alt="" style="max-width:10rem" src="${html(item.value)}">`
      : html(item.value);
    const facts = [`§${item.clause}`, item.purpose, item.keptUntil, ...item.recipients].map(html).join(' · ');
    yield `<dt>${html(item.label)}</dt><dd>${value}<small>${facts}</small></dd>`;
  }
  yield `${heading && '</dl>'}</html>\n`;
}

const FORMATS: Record<'json' | 'csv' | 'html', { type: string; write: Writer }> = {
  json: { type: 'application/json; charset=utf-8', write: writeJson },
  csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
  html: { type: 'text/html; charset=utf-8', write: writeHtml },
};
