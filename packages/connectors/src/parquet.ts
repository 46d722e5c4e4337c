/**
 * Parquet, of flat columns. Values are written again as they lie in the file (numbers, bytes), never through what they stand
 * for, so that a timestamp of nanoseconds or a decimal stays what it was; one group of rows is in memory at a time.
 */
import {
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  type SchemaElement,
  toJson,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { NotAsDeclared } from './errors.ts';
import type { Changes, FileFormat } from './file-format.ts';

type Source = Awaited<ReturnType<typeof asyncBufferFromFile>>;
type Column = unknown[];

export const parquet: FileFormat = {
  async columns(path, collection) {
    const { metadata } = await opened(path);
    return leavesOf(metadata, collection).map(({ name }) => name);
  },
  async count(path) {
    return Number((await opened(path)).metadata.num_rows);
  },
  async *rows(path, collection, wanted) {
    const { file, metadata } = await opened(path);
    const all = leavesOf(metadata, collection).map(({ name }) => name);
    const columns = wanted ? all.filter((name) => wanted.includes(name)) : all;
    let n = 0;
    for (const [start, end] of groupsOf(metadata)) {
      const read = await columnsAt(file, metadata, columns, start, end, { parsers: EXACT });
      for (let i = 0; i < end - start; i++)
        yield { n: n++, row: Object.fromEntries(columns.map((name) => [name, textOf(read.get(name)![i])])) };
    }
  },
  absent: null,
  async write(path, beside, collection, changes) {
    const { file, metadata } = await opened(path);
    const leaves = leavesOf(metadata, collection);
    const plain = plainly(metadata);
    const codec = metadata.row_groups[0]?.columns[0]?.meta_data?.codec === 'UNCOMPRESSED' ? 'UNCOMPRESSED' : 'SNAPPY';
    const writer = new ParquetWriter({
      ...{ writer: fileWriter(beside), schema: plain.schema, codec, statistics: false },
      ...(metadata.key_value_metadata && { kvMetadata: metadata.key_value_metadata }),
      ...(metadata.created_by && { createdBy: metadata.created_by }),
    });
    for (const [start, end] of groupsOf(metadata)) {
      const read = await columnsAt(file, plain, null, start, end, { utf8: false });
      const kept = changedAt(read, leaves, start, end, changes, collection);
      const columnData = leaves.map(({ name }) => ({ name, data: kept.get(name)! }));
      if (columnData[0]!.data.length > 0) await writer.write({ columnData, rowGroupSize: end - start });
    }
    // What the values stand for is said where it was said before.
    writer.schema = metadata.schema;
    await writer.finish();
    await compare(path, beside, leaves, changes, collection);
  },
};

async function opened(path: string): Promise<{ file: Source; metadata: FileMetaData }> {
  const file = await asyncBufferFromFile(path);
  return { file, metadata: await parquetMetadataAsync(file, { geoparquet: false }) };
}

/** Throws CONNECTORS_NOT_AS_DECLARED of columns within columns, and of kinds that are not written again. */
function leavesOf({ schema }: FileMetaData, collection: string): SchemaElement[] {
  const leaves = schema.slice(1);
  for (const { num_children, repetition_type, type } of leaves)
    if (num_children || repetition_type === 'REPEATED' || type === 'INT96')
      throw new NotAsDeclared(collection, 'a file has columns within columns, or times of 96 bits');
  return leaves;
}

/** The same without what its values stand for. */
const plainly = (metadata: FileMetaData): FileMetaData => ({
  ...metadata,
  schema: metadata.schema.map(({ type, type_length, repetition_type, name, num_children, field_id }) => ({
    name,
    ...(type && { type }),
    ...(type_length !== undefined && { type_length }),
    ...(repetition_type && { repetition_type }),
    ...(num_children !== undefined && { num_children }),
    ...(field_id !== undefined && { field_id }),
  })),
});

function* groupsOf({ row_groups }: FileMetaData): Generator<[start: number, end: number]> {
  let start = 0;
  for (const { num_rows } of row_groups) {
    const end = start + Number(num_rows);
    if (end > start) yield [start, end];
    start = end;
  }
}

async function columnsAt(
  file: Source,
  metadata: FileMetaData,
  names: readonly string[] | null,
  rowStart: number,
  rowEnd: number,
  how: { readonly utf8?: false; readonly parsers?: typeof EXACT },
): Promise<Map<string, Column>> {
  const read = new Map<string, Column>();
  const all = names ?? metadata.schema.slice(1).map(({ name }) => name);
  for (const name of all) read.set(name, []);
  if (all.length === 0) return read;
  await parquetRead({
    ...{ file, metadata, columns: [...all], rowStart, rowEnd, compressors, geoparquet: false, ...how },
    onComplete: (rows) => {
      for (const row of rows) for (const [i, name] of all.entries()) read.get(name)!.push((row as unknown[])[i]);
    },
  });
  return read;
}

const iso = (seconds: bigint, digits: number, rest: bigint): string =>
  `${new Date(Number(seconds) * 1_000).toISOString().slice(0, 19)}.${`${rest}`.padStart(digits, '0')}Z`;
const parts = (value: bigint, by: bigint): [bigint, bigint] => {
  const rest = ((value % by) + by) % by;
  return [(value - rest) / by, rest];
};
const timeOf = (digits: number) => (value: bigint | null | undefined) => {
  if (value === null || value === undefined) return value;
  const [seconds, rest] = parts(BigInt(value), 10n ** BigInt(digits));
  return iso(seconds, digits, rest);
};

/** Times as text, to the last digit. */
const EXACT = {
  timestampFromMilliseconds: timeOf(3),
  timestampFromMicroseconds: timeOf(6),
  timestampFromNanoseconds: timeOf(9),
  dateFromDays: (days: number | null | undefined) =>
    days === null || days === undefined ? days : new Date(days * 86_400_000).toISOString().slice(0, 10),
};

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'object' ? JSON.stringify(toJson(value)) : `${value as string | number | bigint | boolean}`;
}

/** What is left of a group of rows, with what is written into it. */
function changedAt(
  read: ReadonlyMap<string, Column>,
  leaves: readonly SchemaElement[],
  start: number,
  end: number,
  changes: Changes,
  collection: string,
): Map<string, Column> {
  const kept = new Map<string, Column>(leaves.map(({ name }) => [name, []]));
  for (let n = start; n < end; n++) {
    const change = changes.get(n);
    if (change === 'gone') continue;
    for (const leaf of leaves) {
      const value = read.get(leaf.name)![n - start];
      kept.get(leaf.name)!.push(change && leaf.name in change ? written(leaf, change[leaf.name]!, collection) : value);
    }
  }
  return kept;
}

function written({ name, type, repetition_type }: SchemaElement, text: string | null, collection: string): unknown {
  if (text === null && repetition_type !== 'REQUIRED') return undefined;
  if (text === null || type !== 'BYTE_ARRAY')
    throw new NotAsDeclared(`${collection}.${name}`, 'cannot hold what its mask writes');
  return Buffer.from(text);
}

/** Before the new file takes the place of the old one: each row that stays is there, in order, value for value. */
async function compare(
  path: string,
  beside: string,
  leaves: readonly SchemaElement[],
  changes: Changes,
  collection: string,
): Promise<void> {
  const [before, after] = [await opened(path), await opened(beside)];
  const rows = rawRows(after.file, plainly(after.metadata), leaves);
  let n = 0;
  for await (const was of rawRows(before.file, plainly(before.metadata), leaves)) {
    const change = changes.get(n++);
    if (change === 'gone') continue;
    const { value: is, done } = await rows.next();
    const same = !done && leaves.every(({ name }, i) => (change && name in change) || isSame(was[i], is[i]));
    if (!same) throw new NotAsDeclared(collection, 'a file could not be written again as it was, and was left alone');
  }
  if (!(await rows.next()).done)
    throw new NotAsDeclared(collection, 'a file could not be written again as it was, and was left alone');
}

async function* rawRows(
  file: Source,
  metadata: FileMetaData,
  leaves: readonly SchemaElement[],
): AsyncGenerator<Column> {
  for (const [start, end] of groupsOf(metadata)) {
    const read = await columnsAt(file, metadata, null, start, end, { utf8: false });
    for (let i = 0; i < end - start; i++) yield leaves.map(({ name }) => read.get(name)![i]);
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0;
  return Object.is(a ?? null, b ?? null);
}
