/**
 * Files that rows tell of. A row's field of the kind `file` says what the file is called and how large it is; the bytes lie
 * in the region's store, sealed under a key made of the same three keys as the row. So whatever ends the row ends the file,
 * in backups too.
 */

import { uuidv7 } from '@kept/base';
import { BlobGone, openSealed, sealed as sealedBytes } from '@kept/blobs';
import type { Permit } from '@kept/gate';
import { bucketOf } from './bucket.ts';
import { BadService } from './errors.ts';
import { nameOf, removeFiles, type Which } from './file-names.ts';
import { checkValues, packed } from './form.ts';
import type { HeldFile } from './holding.ts';
import { asked, type By, keptOnlyIfStillAgreed, live, type Parts, type Plain } from './parts.ts';

/** A file to be kept, its bytes checked before: see `pictureOf` of `@kept/blobs`. */
export interface NewFile {
  /** As the person calls it. */
  readonly name: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly whole: Uint8Array;
  readonly small: Uint8Array;
}

/** Files of one resource. */
export interface Files {
  /** A row with its file, or neither. Throws GATE_REFUSED, KIT_WITHDRAWN. */
  keep(by: By, owner: string, file: NewFile, plain?: Plain): Promise<{ readonly row: string }>;
  /** Asks only whether one may be kept. Throws GATE_REFUSED. */
  mayKeep(by: By, owner: string): Promise<void>;
  /** Opens one under a recorded decision. Throws GATE_REFUSED, BLOBS_NOT_FOUND. */
  open(
    by: By,
    owner: string,
    row: string,
    purpose: string,
    action: 'use' | 'disclose',
    which: Which,
  ): Promise<HeldFile>;
}

type Opening = Permit<string, string, 'use' | 'disclose'>;

const placeOf = (parts: Parts, owner: string, row: string, which: Which): string =>
  `${parts.region.id}\0${owner}\0${nameOf(parts, row, which)}`;

export function filesOf(parts: Parts): Files {
  const field = (): string => {
    if (parts.fileField === null) throw new BadService(parts.service, `\`${parts.resource}\` keeps no files`);
    return parts.fileField;
  };
  return {
    keep: (by, owner, file, plain = {}) => keep(parts, field(), by, owner, file, plain),
    async mayKeep(by, owner) {
      await asked(parts, by, owner, [field()])[0];
    },
    async open(by, owner, row, purpose, action, which) {
      const { gate } = parts.region;
      const permit = await gate.permit({
        ...{ action, actor: by, service: parts.service, subject: owner, purpose, fields: [field()] },
      });
      const found = await openFile(parts, permit, row, which);
      if (!found) throw new BlobGone();
      return found;
    },
  };
}

async function keep(
  parts: Parts,
  field: string,
  by: By,
  owner: string,
  { name, type, width, height, whole, small }: NewFile,
  plain: Plain,
): Promise<{ row: string }> {
  const { region, sealed, form } = parts;
  const values = { [field]: JSON.stringify({ name: tame(name), type, bytes: whole.length, width, height }) };
  checkValues(form, values);
  const permit = await asked(parts, by, owner, [field])[0]!;
  const id = uuidv7(region.clock);
  const bucket = bucketOf(parts.keeping(), region.clock.now(), await region.subjects.consents(owner));
  try {
    for (const [which, bytes] of [
      ['whole', whole],
      ['small', small],
    ] as const) {
      const key = await sealed.fileKey(permit, { id, bucket }, field);
      const content = sealedBytes(key, placeOf(parts, owner, id, which), [bytes]);
      await region.files.store.put(owner, nameOf(parts, id, which), content).finally(() => key.fill(0));
    }
    await sealed.insert(permit, { id, plain, bucket, values: packed(form, values) });
  } catch (error) {
    await removeFiles(parts, owner, [id]);
    throw error;
  }
  await keptOnlyIfStillAgreed(parts, owner);
  return { row: id };
}

/** What a name may be made of: its last part, on one line, without quotes. */
const tame = (name: string): string =>
  name
    .replace(/^.*[/\\]/s, '')
    .replace(/["\\\p{C}]/gu, '')
    .trim()
    .slice(0, 100) || 'picture';

/** Null where the row has no file any more. */
export async function openFile(
  parts: Parts,
  asking: Opening | Promise<Opening>,
  row: string,
  which: Which,
): Promise<HeldFile | null> {
  const { region, sealed, fileField } = parts;
  const permit = await asking;
  const owner = permit.subject;
  const there = (await live(parts, await sealed.rows(owner))).find(({ id }) => id === row);
  if (!there || fileField === null) return null;
  const told = (await sealed.open(permit as never, row))[fileField as never] as string | undefined;
  const files = await region.files.store.names(owner);
  if (told === undefined || !files.some(({ name }) => name === nameOf(parts, row, which))) return null;
  const { name, type } = JSON.parse(told) as { name: string; type: string };
  const key = await sealed.fileKey(permit, { id: row, bucket: there.bucket }, fileField);
  const content = openSealed(
    key,
    placeOf(parts, owner, row, which),
    region.files.store.get(owner, nameOf(parts, row, which)),
  );
  return { name, type, content };
}

/** A row comes after its file: one that is this young may still be on its way. */
const YOUNG_MS = 3_600_000;

/** What a crash left behind, and what a backup of the files brought back. */
export async function sweepFiles(parts: Parts): Promise<void> {
  const { store } = parts.region.files;
  const own = `${parts.table.name}.`;
  for (const owner of await store.owners()) {
    const files = (await store.names(owner)).filter(
      ({ name, at }) => name.startsWith(own) && at < parts.region.clock.now() - YOUNG_MS,
    );
    if (files.length === 0) continue;
    const rows = new Set((await parts.sealed.rows(owner)).map(({ id }) => id));
    const gone = files.map(({ name }) => name).filter((name) => !rows.has(name.slice(own.length).split('.')[0]!));
    await store.remove(owner, gone);
  }
}
