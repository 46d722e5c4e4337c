/**
 * The files of a package, one after another: for each service JSON, CSV and a page to read, in parts of a bounded size, so
 * that memory stays flat; then the consents, and an index with a checksum of each file.
 */
import { createHash } from 'node:crypto';
import { consentReceipt } from '@kept/exchange';
import { uuidv7 } from '@kept/kit';
import type { Lang } from '@kept/policy';
import type { RightsContext, RightsRegion } from '../context.ts';
import type { CopiedItem } from '../copied.ts';
import { copiedItems, FORMATS, type Writer } from '../copy.ts';
import { policyVersion } from '../names.ts';

/** One file of the archive. */
export interface PackageFile {
  readonly name: string;
  readonly input: Buffer;
  readonly lastModified: Date;
}

export const FORMAT = 'kept-package/1';
/** Items of one part; a page of that many is still read. */
const ITEMS = 500;
/** A part ends earlier where values are long (pictures). */
const CHARACTERS = 2_000_000;

export async function* filesOf(
  context: RightsContext,
  region: RightsRegion,
  owner: string,
  lang: Lang,
): AsyncGenerator<PackageFile> {
  const made = new Date(region.clock.now());
  const index: { name: string; bytes: number; sha256: string }[] = [];
  const file = (name: string, input: Buffer): PackageFile => {
    index.push({ name, bytes: input.length, sha256: createHash('sha256').update(input).digest('hex') });
    return { name, input, lastModified: made };
  };
  const parts = new Map<string, number>();
  for await (const part of inParts(copiedItems(context, region, owner, lang))) {
    const service = serviceOf(part[0]!);
    const n = (parts.get(service) ?? 0) + 1;
    parts.set(service, n);
    for (const format of ['json', 'csv', 'html'] as const)
      yield file(`${service}/${n}.${format}`, await written(FORMATS[format].write, part, region, lang));
    for await (const each of sentFiles(region, owner, part)) yield file(`${service}/${each.name}`, each.content);
  }
  yield file('consents.jsonld', Buffer.from(JSON.stringify(await consentsOf(context, region, owner))));
  const head = { format: FORMAT, policy: policyVersion(region.program, lang), madeAt: made.toISOString() };
  yield {
    name: 'index.json',
    input: Buffer.from(JSON.stringify({ ...head, files: index }, null, 1)),
    lastModified: made,
  };
}

/** Files that values tell of, one in memory at a time. */
async function* sentFiles(
  { holdings, gate }: RightsRegion,
  owner: string,
  part: readonly CopiedItem[],
): AsyncGenerator<{ name: string; content: Buffer }> {
  for (const { id, field } of part) {
    const [service, resource, row] = id.split('.');
    const holding = holdings.find((each) => each.service === service && each.resource === resource);
    if (!holding?.file || row === undefined) continue;
    const found = await holding.file(
      gate.permit({
        ...{ action: 'use', actor: { role: 'person' }, subject: owner, purpose: 'rights', note: 'copied' },
        ...{ service: holding.service, fields: [field] },
      }),
      row,
    );
    if (!found) continue;
    const pieces: Uint8Array[] = [];
    for await (const piece of found.content) pieces.push(piece);
    yield { name: `files/${row}.${found.type === 'image/webp' ? 'webp' : 'jpg'}`, content: Buffer.concat(pieces) };
  }
}

const serviceOf = ({ id }: CopiedItem): string => id.slice(0, id.indexOf('.'));

/** Neighbours of one service, so many at most. */
async function* inParts(items: AsyncIterable<CopiedItem>): AsyncGenerator<CopiedItem[]> {
  let part: CopiedItem[] = [];
  let characters = 0;
  for await (const item of items) {
    const other = part.length > 0 && serviceOf(part[0]!) !== serviceOf(item);
    if (other || part.length >= ITEMS || characters >= CHARACTERS) {
      yield part;
      part = [];
      characters = 0;
    }
    part.push(item);
    characters += item.value.length;
  }
  if (part.length > 0) yield part;
}

async function written(write: Writer, part: readonly CopiedItem[], region: RightsRegion, lang: Lang): Promise<Buffer> {
  const pieces: Buffer[] = [];
  async function* each(): AsyncGenerator<CopiedItem> {
    yield* part;
  }
  for await (const piece of write(each(), region, lang)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

async function consentsOf({ origin }: RightsContext, { subjects, program, clock }: RightsRegion, owner: string) {
  const [{ jurisdiction }, events] = await Promise.all([subjects.subject(owner), subjects.consents(owner)]);
  const records = [...Map.groupBy(events, ({ consent }) => consent).values()];
  return consentReceipt(program, { jurisdiction, origin }, { id: uuidv7(clock), at: clock.now(), records });
}
