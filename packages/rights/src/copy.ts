/** A copy of everything held about a person, streamed: a page of rows is in memory at a time, whatever the whole. */
import { downloadCopy, listLateParts } from '@kept/api';
import { csvCell, expiryOf, type Route, routesOf } from '@kept/kit';
import type { Lang } from '@kept/policy';
import type { Hold } from '@kept/vault';
import type { RightsContext, RightsRegion } from './context.ts';
import type { CopiedItem } from './copied.ts';
import { writeHtml } from './copy-html.ts';
import { elsewhereItems } from './elsewhere.ts';
import { NoSuchSystem } from './errors.ts';
import { textOf } from './held.ts';
import { collectionNamed, fieldNamed, policyVersion, purposeNamed, recipientNamed, serviceNamed } from './names.ts';
import { openedRows } from './opened.ts';
import { say, WORDS } from './words.ts';

const route = routesOf<RightsContext>();

export const copyRoutes: readonly Route<RightsContext>[] = [
  route(downloadCopy, async ({ person, query, caller }, context) => {
    const region = context.at(person.region);
    const lang = query.lang ?? caller.lang;
    const items =
      query.of === undefined
        ? copiedItems(context, region, person.id, lang)
        : partOf(context, region, person.id, query.of, lang);
    const { type, write } = FORMATS[query.format];
    const name = `kept-copy-${new Date(region.clock.now()).toISOString().slice(0, 10)}.${query.format}`;
    return {
      status: 200,
      headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
      stream: write(items, region, lang),
    };
  }),
  route(listLateParts, async ({ person, caller: { lang } }, context) => {
    const late = (await context.beside?.at(person.region)?.late.of(person.id)) ?? [];
    return {
      status: 200,
      body: {
        late: late.map(({ connector, dueAt, backAt }) => ({
          ...{ system: serviceNamed(context, connector, lang), by: dueAt },
          ...(backAt !== null && { back: backAt }),
        })),
      },
    };
  }),
];

/** What one system beside holds, for somebody who has all the rest. Throws RIGHTS_NO_SUCH_SYSTEM. */
function partOf(
  context: RightsContext,
  region: RightsRegion,
  owner: string,
  system: string,
  lang: Lang,
): AsyncGenerator<CopiedItem> {
  const declared = context.beside?.at(region.id)?.declared ?? [];
  if (!declared.some(({ id }) => id === system)) throw new NoSuchSystem();
  return elsewhereItems(context, region, owner, lang, system);
}

/**
 * Everything that can be read, row by row, those of one collection together; each page of rows is an entry of the ledger. As
 * it was when it began, but for what was erased since.
 */
export async function* copiedItems(
  context: RightsContext,
  region: RightsRegion,
  owner: string,
  lang: Lang,
): AsyncGenerator<CopiedItem> {
  const hold = await region.vault.hold(owner);
  try {
    yield* itemsUnder(hold, context, region, owner, lang);
  } finally {
    await hold.release();
  }
}

async function* itemsUnder(
  hold: Hold,
  context: RightsContext,
  region: RightsRegion,
  owner: string,
  lang: Lang,
): AsyncGenerator<CopiedItem> {
  const { program } = region;
  const { manifest } = program;
  for await (const { items, values } of openedRows(region, owner, hold)) {
    for (const item of items) {
      const value = textOf(values[item.field]);
      if (value === '') continue;
      const collection = manifest.collections[item.collection];
      const purpose = collection?.purposes.find((id) => manifest.purposes[id]?.fields.includes(item.field)) ?? 'rights';
      const expiry = expiryOf(program, { ...item, collectedAt: item.collectedAt.getTime() });
      yield {
        ...{ id: item.id, collectionId: item.collection },
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
  yield* elsewhereItems(context, region, owner, lang);
}

export type Writer = (items: AsyncIterable<CopiedItem>, region: RightsRegion, lang: Lang) => AsyncGenerator<string>;

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

const cell = (value: string | readonly string[]): string =>
  csvCell(typeof value === 'string' ? value : value.join('; '));

async function* writeCsv(items: AsyncIterable<CopiedItem>): AsyncGenerator<string> {
  // The mark by which spreadsheets know UTF-8.
  yield `\uFEFF${COLUMNS.join(',')}\r\n`;
  for await (const item of items) yield `${COLUMNS.map((column) => cell(item[column])).join(',')}\r\n`;
}

export const FORMATS: Record<'json' | 'csv' | 'html', { type: string; write: Writer }> = {
  json: { type: 'application/json; charset=utf-8', write: writeJson },
  csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
  html: { type: 'text/html; charset=utf-8', write: writeHtml },
};
