/** Who is to be told of a request, while it can still be seen who received what; and by what they know the person. */
import { createHash } from 'node:crypto';
import type { DsrIdentities, ShareReceipt } from '@kept/recipients';
import { openBlob, sealBlob } from '@kept/vault';
import type { RightsContext, RightsRegion } from '../context.ts';
import { recordOnce } from '../entries.ts';
import { erasable, stoppable } from '../executing.ts';
import { type ByRight, rightOf } from '../granted.ts';
import { byRow, heldItems, openRow, textOf } from '../held.ts';
import type { KeptRequest } from '../kept-request.ts';
import type { Telling, Tellings } from './tellings.ts';

type Context = Pick<RightsContext, 'outward'>;
export type AboutRequest = Pick<KeptRequest, 'owner' | 'id' | 'about'> & ByRight;

/** What a recipient has to know beside the kind of the request; sealed until it has answered. */
export interface Enclosed {
  readonly identities: DsrIdentities;
  /** Of a rectification: the value as it is now, by field. */
  readonly values?: Readonly<Record<string, string>>;
}

/** As random as the request's; the same when it is noted again after a crash, so that no key is left of the first time. */
function idOf(request: string, recipient: string): string {
  const hex = createHash('sha256').update(`${request}/${recipient}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

export const keyOfTelling = (id: string): string => `told:${id}`;
const placeOf = ({ id, request }: Pick<Telling, 'id' | 'request'>): string => `told/${request}/${id}`;

/** Of whom nobody outside has anything, nobody is told. Once is enough, and only the first time can see it all. */
export async function noteTellings(
  context: Context,
  region: RightsRegion,
  tellings: Tellings,
  request: AboutRequest,
  values?: Readonly<Record<string, string>>,
): Promise<void> {
  const { outward } = context;
  if (!outward || (await tellings.of(request.id)).length > 0) return;
  const theirs = await concerned(region, request);
  if (theirs.size === 0) return;
  const contacts = await contactsOf(context, region, request.owner);
  const { email, phone_number: phone } = outward.findBy;
  const regulation = await regulationOf(region, request.owner);
  const noted = await Promise.all(
    [...theirs].map(async ([recipient, { about, known }]) => {
      const id = idOf(request.id, recipient);
      const identities: DsrIdentities = {
        email: known.has(email) ? contacts.email : [],
        phone_number: known.has(phone) ? contacts.phone_number : [],
      };
      const enclosed: Enclosed = { identities, ...(values && { values }) };
      await region.keys.put([keyOfTelling(id)]);
      const plain = Buffer.from(JSON.stringify(enclosed));
      const sealed = await sealBlob(region.keys, keyOfTelling(id), placeOf({ id, request: request.id }), plain);
      plain.fill(0);
      const way = waysOf(context, recipient, request.kind);
      return { id, request: request.id, recipient, kind: request.kind, way, fields: [...about], regulation, sealed };
    }),
  );
  await recordOnce(region, request.owner, {
    ...{ right: request.kind, request: request.id, stage: 'recipients' },
    recipients: noted.map((each) => each.recipient),
    clause: rightOf(region, request)?.clause ?? null,
  });
  await tellings.note(noted);
}

/** What was sealed for a telling; null once it has ended. */
export async function enclosedIn(region: RightsRegion, telling: Telling): Promise<Enclosed | null> {
  if (!telling.sealed) return null;
  const plain = await openBlob(region.keys, keyOfTelling(telling.id), placeOf(telling), telling.sealed);
  const enclosed = JSON.parse(plain.toString()) as Enclosed;
  plain.fill(0);
  return enclosed;
}

/** OpenDSR has a word for erasure alone; a restriction, an objection or a correction is told in a letter. */
const waysOf = ({ outward }: Context, recipient: string, kind: string): 'opendsr' | 'letter' =>
  (kind === 'erasure' || kind === 'closure') && outward?.parties.recipients.get(recipient)?.opendsr
    ? 'opendsr'
    : 'letter';

interface Concerned {
  /** What they got and what it is about. */
  readonly about: Set<string>;
  /** All that they got. */
  readonly known: Set<string>;
}

/** Those outside who really received something of what the request is about (GDPR 19; PIPL 47; CCPA 1798.105(c)). */
async function concerned(region: RightsRegion, request: AboutRequest): Promise<Map<string, Concerned>> {
  const receipts = (await region.recipients.receipts(request.owner)).filter(({ via }) => via !== 'outbox');
  const found = new Map<string, Concerned>();
  if (receipts.length === 0) return found;
  const isAbout = await aboutOf(region, request);
  for (const receipt of receipts) {
    const { recipient, fields } = receipt;
    const own = found.get(recipient) ?? { about: new Set(), known: new Set() };
    for (const field of fields) {
      own.known.add(field);
      if (isAbout(receipt, field)) own.about.add(field);
    }
    found.set(recipient, own);
  }
  return new Map([...found].filter(([, { about }]) => about.size > 0));
}

type IsAbout = (receipt: ShareReceipt, field: string) => boolean;

async function aboutOf(region: RightsRegion, { owner, kind, about }: AboutRequest): Promise<IsAbout> {
  switch (kind) {
    case 'closure':
      return () => true;
    case 'erasure': {
      const { goes, stays } = await erasable(region, owner, about.collections);
      // What the account still needs, they may still need.
      const kept = new Set(stays.map(({ item }) => item.field));
      const gone = new Set(goes.map(({ item }) => item.field).filter((field) => !kept.has(field)));
      return (_, field) => gone.has(field);
    }
    case 'rectification':
      return (_, field) => about.fields?.includes(field) ?? false;
    case 'restriction':
      return ({ purpose }) => about.purposes?.includes(purpose) ?? true;
    case 'objection':
    case 'opt-out':
    case 'limit-sensitive': {
      const stopped = new Set(about.purposes ?? stoppable(region));
      return ({ purpose }) => stopped.has(purpose);
    }
    default:
      return () => false;
  }
}

/** The contacts that the person has here; that they were opened is an entry of their ledger. */
async function contactsOf({ outward }: Context, region: RightsRegion, owner: string): Promise<DsrIdentities> {
  const { email, phone_number } = outward!.findBy;
  const fields = [email, phone_number];
  const holdings = region.holdings.filter((holding) => fields.some((field) => holding.fields.includes(field)));
  const held = (await heldItems({ ...region, holdings, program: region.program }, owner)).filter(({ item }) =>
    fields.includes(item.field),
  );
  const found = { email: [] as string[], phone_number: [] as string[] };
  for (const row of byRow(held)) {
    const { values } = await openRow(region, owner, row, 'erased');
    for (const { item } of row) {
      const value = textOf(values[item.field]);
      if (value !== '') found[item.field === email ? 'email' : 'phone_number'].push(value);
    }
  }
  return found;
}

/** OpenDSR knows two laws; where neither holds, the one that it began with. */
async function regulationOf({ program, subjects }: RightsRegion, owner: string): Promise<'gdpr' | 'ccpa'> {
  const { jurisdiction } = await subjects.subject(owner);
  const laws: readonly string[] = program.manifest.jurisdictions[jurisdiction]?.laws ?? [];
  return laws.includes('legal-us:law-CA-CCPA') ? 'ccpa' : 'gdpr';
}
