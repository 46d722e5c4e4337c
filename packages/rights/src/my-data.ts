/** "My data": what is held, where each item is in its life, what was done with it. Opens no value. */
import { correctItem, eraseItem, type Item, type MyData, readMyData, revealItem } from '@kept/api';
import { uuidv7 } from '@kept/base';
import type { DecisionEntry } from '@kept/gate';
import { expiryOf, type Route, routesOf } from '@kept/kit';
import type { Lang } from '@kept/policy';
import type { RightsContext, RightsRegion } from './context.ts';
import { decisions, newestEntries } from './entries.ts';
import { NotCorrectable } from './errors.ts';
import { type Held, heldItem, heldItems, type OwnAct, openRow, textOf } from './held.ts';
import { collectionNamed, policyVersion, purposeNamed, recipientNamed, regionNamed, serviceNamed } from './names.ts';
import { noteTellings } from './told/noting.ts';
import { say, WORDS } from './words.ts';

const route = routesOf<RightsContext>();
/** Entries looked at for counts; older uses are in Activity. */
const ENTRIES = 2_000;
const MARKS = 24;

export const myDataRoutes: readonly Route<RightsContext>[] = [
  route(readMyData, async ({ person, caller }, context) => ({
    status: 200,
    body: await myData(context, person, caller.lang),
  })),
  route(revealItem, async ({ person, body }, context) => {
    const region = context.at(person.region);
    const held = await heldItem(region, person.id, body.item);
    const { values, index } = await openRow(region, person.id, [held], 'seen');
    return { status: 200, body: { value: textOf(values[held.item.field]), index } };
  }),
  route(correctItem, async ({ person, body: { item, value } }, context) => ({
    status: 200,
    body: { index: await change(context, person, item, value) },
  })),
  route(eraseItem, async ({ person, body: { item } }, context) => ({
    status: 200,
    body: { index: await change(context, person, item, null) },
  })),
];

/** Replaces one value, or deletes it: the person's own use of what is theirs. */
async function change(
  context: RightsContext,
  person: { readonly id: string; readonly region: string },
  id: string,
  value: string | null,
): Promise<number> {
  const [region, owner] = [context.at(person.region), person.id];
  const { holding, item } = await heldItem(region, owner, id);
  const { service, row, field, collection } = item;
  const needed = region.program.manifest.collections[collection]?.required.includes(field) ?? false;
  if (!holding.correctable.includes(field) || (value === null && needed)) throw new NotCorrectable();
  const ask = { action: 'use', actor: { role: 'person' }, service, subject: owner, purpose: 'rights' } as const;
  const note: OwnAct = value === null ? 'erased' : 'corrected';
  const permit = await region.gate.permit({ ...ask, fields: [field], note });
  await holding.correct(permit, row, { [field]: value });
  await tellOfChange(context, region, owner, field, value);
  return permit.index;
}

/** Those who received it hear of it (GDPR 19); in a letter, since OpenDSR has no word for a correction. */
async function tellOfChange(
  context: RightsContext,
  region: RightsRegion,
  owner: string,
  field: string,
  value: string | null,
): Promise<void> {
  const { tellings } = context.requests(region.id);
  const about = { owner, id: uuidv7(region.clock), kind: 'rectification', about: { fields: [field] } };
  await noteTellings(context, region, tellings, about, value === null ? {} : { [field]: value });
}

async function myData(context: RightsContext, person: { id: string; region: string }, lang: Lang): Promise<MyData> {
  const region = context.at(person.region);
  const [held, all] = await Promise.all([heldItems(region, person.id), newestEntries(region, person.id, ENTRIES)]);
  const entries = decisions(all);
  const items = held.map((each) => itemOf(context, region, each, entries, lang));
  const categories = new Map<string, Item[]>();
  for (const item of items) categories.set(item.collection.id, [...(categories.get(item.collection.id) ?? []), item]);
  return {
    policy: policyVersion(region.program, lang),
    held: items.length,
    sensitive: items.filter(({ sensitive }) => sensitive).length,
    categories: [...categories].map(([id, list]) => ({ ...collectionNamed(region.program, id, lang), items: list })),
  };
}

function itemOf(
  context: RightsContext,
  region: RightsRegion,
  { holding, item }: Held,
  entries: readonly DecisionEntry[],
  lang: Lang,
): Item {
  const { program } = region;
  const { manifest } = program;
  const field = manifest.fields[item.field];
  const collection = manifest.collections[item.collection];
  const purpose = collection?.purposes.find((id) => manifest.purposes[id]?.fields.includes(item.field)) ?? 'rights';
  const own = entries.filter((entry) => entry.fields.includes(item.field) && entry.service === item.service);
  const uses = own.filter((entry) => entry.outcome === 'permit' && entry.action !== 'collect');
  const expiry = expiryOf(program, {
    field: item.field,
    collection: item.collection,
    collectedAt: item.collectedAt.getTime(),
  });
  const readable = holding.readable?.(item.field) ?? true;
  const needed = collection?.required.includes(item.field) ?? false;
  return {
    id: item.id,
    service: serviceNamed(context, item.service, lang),
    collection: collectionNamed(program, item.collection, lang),
    field: item.field,
    label: field?.label[lang] ?? item.field,
    masked: say(readable ? WORDS.hidden : WORDS.unreadable, lang),
    sensitive: field?.sensitive ?? true,
    revealable: readable,
    correctable: holding.correctable.includes(item.field),
    erasable: holding.correctable.includes(item.field) && !needed,
    needed,
    clause: collection?.clause ?? manifest.otherwise,
    purpose: purposeNamed(program, purpose, lang),
    basis: manifest.purposes[purpose]?.basis ?? 'legal-obligation',
    region: regionNamed(program, region.id, lang),
    collectedAt: item.collectedAt.getTime(),
    expires: {
      ...(expiry.at !== undefined && { at: expiry.at }),
      ...(expiry.event && { event: expiry.event }),
      label: expiry.event
        ? say(WORDS.expires[expiry.event], lang)
        : new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(expiry.at),
      clause: expiry.clause,
    },
    uses: {
      count: uses.length,
      ...(uses[0] && { last: uses[0].at }),
      marks: uses
        .slice(0, MARKS)
        .map(({ at }) => at)
        .toReversed(),
    },
    shared: sharedOf(region, own, lang),
    ...latestOf(region, own, lang),
  };
}

function sharedOf({ program }: RightsRegion, entries: readonly DecisionEntry[], lang: Lang): Item['shared'] {
  const parties = new Map<string, { count: number; last: number }>();
  for (const { recipient, outcome, at } of entries) {
    if (!recipient || outcome !== 'permit') continue;
    const seen = parties.get(recipient);
    parties.set(recipient, { count: (seen?.count ?? 0) + 1, last: Math.max(seen?.last ?? 0, at) });
  }
  return [...parties].map(([recipient, { count, last }]) => ({
    recipient,
    name: recipientNamed(program, recipient, lang).label,
    count,
    last,
  }));
}

function latestOf({ program }: RightsRegion, [entry]: readonly DecisionEntry[], lang: Lang): Pick<Item, 'latest'> {
  if (!entry) return {};
  return {
    latest: {
      ...{ index: entry.index, at: entry.at, outcome: entry.outcome, clause: entry.clause },
      purpose: purposeNamed(program, entry.purpose, lang).label,
      ...(entry.recipient && { recipient: recipientNamed(program, entry.recipient, lang).label }),
    },
  };
}
