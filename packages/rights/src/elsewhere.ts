/** What is kept of a person in other systems, as part of every right that copies or erases. */
import { KeptError } from '@kept/base';
import {
  type Collection,
  type Elsewhere,
  type Identities,
  NotInPolicy,
  textsAt,
  type WhenDone,
} from '@kept/connectors';
import type { Lang, Program } from '@kept/policy';
import type { RightsContext, RightsRegion } from './context.ts';
import type { CopiedItem } from './copied.ts';
import { newestEntries } from './entries.ts';
import { NotErased } from './errors.ts';
import { grantTo } from './granted.ts';
import { byRow, heldItems, type OwnAct, openRow, textOf } from './held.ts';
import type { KeptRequest } from './kept-request.ts';
import { tellLate } from './late.ts';
import { collectionNamed, purposeNamed, serviceNamed } from './names.ts';
import type { Requests } from './requests.ts';
import { say, WORDS } from './words.ts';

/** Whether every row that is declared is held under a collection of the policy, for one of its purposes. */
export function heldUnder({ plan }: Elsewhere, { manifest }: Program): void {
  for (const { collection } of plan.nodes) {
    const { held, id } = collection;
    if (!manifest.collections[held.collection]?.purposes.includes(held.purpose))
      throw new NotInPolicy(id, held.collection, held.purpose);
  }
}

type Context = Pick<RightsContext, 'beside' | 'services'>;

/** What the person is found by in other systems: their id here, and the contacts that they have here. */
async function identitiesOf(context: Context, region: RightsRegion, owner: string, note: OwnAct): Promise<Identities> {
  const { email, phone_number } = context.beside!.findBy;
  const fields = [email, phone_number];
  const holdings = region.holdings.filter((holding) => fields.some((field) => holding.fields.includes(field)));
  const held = (await heldItems({ ...region, holdings, program: region.program }, owner)).filter(({ item }) =>
    fields.includes(item.field),
  );
  const found: Record<'email' | 'phone_number', string[]> = { email: [], phone_number: [] };
  for (const row of byRow(held)) {
    const { values } = await openRow(region, owner, row, note);
    for (const { item } of row) {
      const value = textOf(values[item.field]);
      if (value !== '') found[item.field === email ? 'email' : 'phone_number'].push(value);
    }
  }
  return { user_id: [owner], ...found };
}

/** Sealed, under a key of this request: what finds them, for as long as the erasure takes. Once is enough. */
export async function noteElsewhere(
  context: Context,
  region: RightsRegion,
  { owner, id }: Pick<KeptRequest, 'owner' | 'id'>,
): Promise<void> {
  const elsewhere = context.beside?.at(region.id);
  if (!elsewhere || (await elsewhere.begun(id))) return;
  await elsewhere.begin(id, await identitiesOf(context, region, owner, 'erased'));
}

/**
 * Erases what `noteElsewhere` found a way to, and notes with the request how far each system is. One that is down, or that
 * an operator has to mend, holds no other: it is told to them, and CONNECTORS_WAITS has it tried again.
 */
export async function eraseElsewhere(
  context: Context,
  region: RightsRegion,
  requests: Requests,
  { owner, id }: Pick<KeptRequest, 'owner' | 'id'>,
  goes?: (collection: Collection) => boolean,
): Promise<void> {
  const elsewhere = context.beside?.at(region.id);
  if (!elsewhere || !(await elsewhere.begun(id))) return;
  let there: Promise<ReadonlySet<string>> | undefined;
  const told: WhenDone = async ({ connector, collection, treatment, gone }) => {
    // Killed before it was noted as done, it stands in the ledger already.
    there ??= recorded(region, owner, id);
    if ((await there).has(`${connector}/${collection}`)) return;
    await recordHeld(region, owner, {
      ...{ request: id, stage: 'elsewhere-erased' },
      connector,
      collection,
      treatment,
      rows: gone,
    });
  };
  try {
    await elsewhere.erase(id, goes, told);
  } catch (error) {
    await requests.remind(owner, id, 'escalate');
    throw error;
  } finally {
    await noteHowFar(elsewhere, requests, { owner, id });
  }
}

async function noteHowFar(
  elsewhere: Elsewhere,
  requests: Requests,
  { owner, id }: Pick<KeptRequest, 'owner' | 'id'>,
): Promise<void> {
  const receipts = await elsewhere.receipts(id);
  const systems = await elsewhere.systems.of(id);
  await requests.countedElsewhere(
    owner,
    id,
    receipts
      .filter(({ gone }) => (gone ?? 0) > 0)
      .map(({ connector, collection, treatment, gone: rows }) => ({
        ...{ service: connector, resource: collection, rows: rows ?? 0 },
        ...(treatment === 'mask' && { masked: true as const }),
      })),
    systems.map(({ connector, doneAt, why }) => ({ connector, doneAt, why })),
  );
}

/** Throws RIGHTS_NOT_ERASED while a system is waited for. */
export async function proveElsewhere(
  context: Context,
  region: RightsRegion,
  { id }: Pick<KeptRequest, 'id'>,
): Promise<void> {
  const elsewhere = context.beside?.at(region.id);
  if (elsewhere && (await elsewhere.underWay(id))) throw new NotErased('a system beside Kept is still waited for');
}

/** Entries looked through for those that were written before a crash. */
const ENTRIES = 5_000;

/** Collections whose erasure by this request is an entry already. */
async function recorded(region: RightsRegion, owner: string, request: string): Promise<ReadonlySet<string>> {
  const entries = await newestEntries(region, owner, ENTRIES).catch(unlessGone);
  return new Set(
    (entries ?? []).flatMap((entry) => {
      if (entry.kind !== 'evidence' || entry.of !== 'right') return [];
      const told = entry.payload as {
        request?: unknown;
        stage?: unknown;
        connector?: string;
        collection?: string;
      } | null;
      return told?.request === request && told.stage === 'elsewhere-erased'
        ? [`${told.connector}/${told.collection}`]
        : [];
    }),
  );
}

/** Whoever closed their account has no entries any more: there the receipts are in the certificate, which is signed. */
async function recordHeld(
  { gate }: RightsRegion,
  owner: string,
  told: Record<string, string | number | null>,
): Promise<void> {
  await gate.record(owner, 'right', { right: 'erasure', ...told }).catch(unlessGone);
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof KeptError) || !['KEYS_NO_KEY', 'SUBJECT_UNKNOWN'].includes(error.code)) throw error;
}

/** What an erasure takes while the account stays: rows of collections that it works without, among those named. */
export const goesElsewhere =
  ({ program: { manifest } }: RightsRegion, { about }: Pick<KeptRequest, 'about'>) =>
  ({ held }: Collection): boolean =>
    manifest.collections[held.collection]?.required.length === 0 &&
    (about.collections?.includes(held.collection) ?? true);

/**
 * Values of other systems, for the person's own copy; that they were fetched is an entry of their ledger. A system that
 * does not answer is an item that says so, and by when to come again.
 */
export async function* elsewhereItems(
  context: Context & Pick<RightsContext, 'workflows'>,
  region: RightsRegion,
  owner: string,
  lang: Lang,
  only?: string,
): AsyncGenerator<CopiedItem> {
  const elsewhere = context.beside?.at(region.id);
  if (!elsewhere) return;
  const identities = await identitiesOf(context, region, owner, 'copied');
  const { manifest } = region.program;
  await region.gate.record(owner, 'right', {
    ...{
      right: 'copy',
      stage: 'elsewhere',
      connectors: only === undefined ? elsewhere.declared.map(({ id }) => id) : [only],
    },
    clause: (await grantTo(region, owner, 'copy'))?.right.clause ?? null,
  });
  let n = 0;
  const late = new Set<string>();
  const isLate = (connector: string): void => {
    if (only === undefined || connector === only) late.add(connector);
  };
  for await (const { node, rows } of elsewhere.read(identities, isLate, only)) {
    const { collection } = node;
    const connector = elsewhere.connectorOf(collection);
    const { held, name } = collection;
    const said = manifest.collections[held.collection];
    for (const row of rows) {
      n++;
      for (const { path } of collection.fields) {
        const [column, ...rest] = path.split('.') as [string, ...string[]];
        const value = rest.length === 0 ? (row[column] ?? '') : textsAt(row[column], rest).join('\n');
        if (value === '') continue;
        yield {
          ...{ id: `${connector}.${name}.${n}.${path}`, collectionId: held.collection },
          service: serviceNamed(context, connector, lang).label,
          collection: collectionNamed(region.program, held.collection, lang).label,
          ...{ field: `${name}.${path}`, label: `${name} · ${path}`, value },
          clause: said?.clause ?? manifest.otherwise,
          purpose: purposeNamed(region.program, held.purpose, lang).label,
          basis: manifest.purposes[held.purpose]?.basis ?? 'legal-obligation',
          region: region.id,
          collectedAt: say(WORDS.elsewhere.since, lang),
          keptUntil: say(WORDS.elsewhere.until, lang),
          recipients: [],
        };
      }
    }
  }
  for (const connector of late) yield await tellLate(context, region, elsewhere, owner, connector, lang);
  const asked = elsewhere.declared.flatMap(({ id }) => (only === undefined || id === only ? [id] : []));
  await elsewhere.late.fetched(
    owner,
    asked.filter((id) => !late.has(id)),
  );
}
