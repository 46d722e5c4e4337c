/**
 * Objects in a store that speaks S3. A row is an object whose key has the collection's pattern, `bucket/uploads/{user_id}/*`:
 * `@key` (with the bucket), the parts of its key, `size`, `modified`, and `content` where that is text of at most 256 KiB.
 */
import type * as sdk from '@aws-sdk/client-s3';
import { NotAsDeclared } from './errors.ts';
import { byParts, KEY, type KeyPattern, keyPattern } from './key-pattern.ts';
import { columnsOf, matcher, paged } from './plain-rows.ts';
import { sayS3 } from './s3-errors.ts';
import { type Collection, type Drift, type Match, PAGE, type Row, type Store } from './words.ts';

type Sdk = typeof sdk;

interface Open {
  readonly s3: Sdk;
  readonly client: sdk.S3Client;
}

/** Bytes of an object whose content is read for a copy. */
const CONTENT = 256 * 1_024;
/** Objects whose content is read at once. */
const AT_ONCE = 8;
/** Objects that a survey counts. */
const COUNTED = 200_000;

/**
 * Opens nothing until it is asked. `url`: `https://key:secret@host:9000/?region=eu-west-1`; `style=virtual` where the bucket
 * stands in the name of the host. The key may list, read and delete objects with all their versions.
 */
export function openS3(dataset: string, url: string): Store {
  let open: Promise<Open> | null = null;
  const opened = (): Promise<Open> => (open ??= connectTo(url));
  const asked = async <T>(collection: string, work: (at: Open) => Promise<T>): Promise<T> => {
    try {
      return await work(await opened());
    } catch (error) {
      throw sayS3(error, dataset, collection);
    }
  };
  return {
    survey: (collections) => asked(dataset, (at) => surveyed(at, collections)),
    async *rows(collection, matches, columns) {
      try {
        yield* rowsOf(await opened(), collection, matches, columns);
      } catch (error) {
        throw sayS3(error, dataset, collection.id);
      }
    },
    count: (collection, keys) =>
      asked(collection.id, async (at) => {
        const versions = await Promise.all(keys.map((key) => versionsOf(at, collection, objectOf(key))));
        return versions.filter((each) => each.length > 0).length;
      }),
    remove: (collection, keys) => asked(collection.id, (at) => removeAll(at, collection, keys)),
    // A survey says so before anything runs.
    mask: ({ id }) => Promise.reject(new NotAsDeclared(id, 'an object cannot be masked')),
    unmasked: ({ id }) => Promise.reject(new NotAsDeclared(id, 'an object cannot be masked')),
    async close() {
      (await open)?.client.destroy();
    },
  };
}

async function connectTo(url: string): Promise<Open> {
  const s3 = await import('@aws-sdk/client-s3');
  const { protocol, host, username, password, searchParams } = new URL(url);
  const client = new s3.S3Client({
    endpoint: `${protocol}//${host}`,
    region: searchParams.get('region') ?? 'us-east-1',
    credentials: { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) },
    forcePathStyle: searchParams.get('style') !== 'virtual',
    maxAttempts: 4,
    // Checksums that S3 itself demands, and none that others do not know.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { s3, client };
}

/** The name of a collection begins with its bucket. */
function placeOf(collection: Collection): { bucket: string; pattern: KeyPattern } {
  const slash = collection.name.indexOf('/');
  const bucket = collection.name.slice(0, slash);
  if (slash < 3 || /[{*]/.test(bucket)) throw new NotAsDeclared(collection.id, 'its name does not begin with a bucket');
  return { bucket, pattern: keyPattern(collection.id, collection.name.slice(slash + 1)) };
}

function objectOf(row: Row): { bucket: string; key: string } {
  const name = row[KEY] ?? '';
  const slash = name.indexOf('/');
  return { bucket: name.slice(0, slash), key: name.slice(slash + 1) };
}

async function* objectsUnder({ s3, client }: Open, bucket: string, prefix: string): AsyncGenerator<sdk._Object> {
  for (let token: string | undefined; ; ) {
    const page = await client.send(
      new s3.ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ...(token && { ContinuationToken: token }) }),
    );
    yield* page.Contents ?? [];
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
    if (token === undefined) return;
  }
}

async function* rowsOf(
  at: Open,
  collection: Collection,
  matches: readonly Match[],
  columns: readonly string[],
): AsyncGenerator<readonly Row[]> {
  const { bucket, pattern } = placeOf(collection);
  for (const { field } of matches)
    if (!pattern.parts.includes(field)) throw new NotAsDeclared(`${collection.id}.${field}`, 'is no part of its name');
  const isMatch = matcher(matches);
  const named = byParts(pattern, matches)?.flatMap(({ part, value }) => pattern.at(part, value) ?? []);
  const prefixes = new Set(named ? named.map((each) => ('key' in each ? each.key : each.prefix)) : [pattern.prefix]);
  const seen = new Set<string>();
  async function* found(): AsyncGenerator<Row> {
    for (const prefix of prefixes)
      for await (const { Key = '', Size, LastModified } of objectsUnder(at, bucket, prefix)) {
        const parts = pattern.read(Key);
        if (!parts || !isMatch(parts) || seen.has(Key)) continue;
        seen.add(Key);
        const size = `${Size ?? 0}`;
        yield { [KEY]: `${bucket}/${Key}`, ...parts, size, modified: LastModified?.toISOString() ?? null };
      }
  }
  const withContent = columns.includes('content');
  for await (const page of paged(found(), withContent ? AT_ONCE : PAGE)) {
    const rows = withContent
      ? await Promise.all(page.map(async (row) => ({ ...row, content: await contentOf(at, row) })))
      : page;
    yield rows.map((row) => columnsOf(row, columns));
  }
}

/** Null of what is large, or no text: its name and size are in the row. */
async function contentOf({ s3, client }: Open, row: Row): Promise<string | null> {
  if (Number(row['size']) > CONTENT) return null;
  const { bucket, key } = objectOf(row);
  try {
    const { Body } = await client.send(new s3.GetObjectCommand({ Bucket: bucket, Key: key }));
    const bytes = await Body?.transformToByteArray();
    return bytes ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : null;
  } catch (error) {
    // Gone between the list and now, or no text.
    if (error instanceof TypeError || (error as Error).name === 'NoSuchKey') return null;
    throw error;
  }
}

interface Version {
  readonly Key: string;
  readonly VersionId?: string;
}

/** All versions of an object and marks of its deletion: a deleted object of a bucket with versions is still there. */
async function versionsOf(
  { s3, client }: Open,
  { id }: Collection,
  { bucket, key }: { bucket: string; key: string },
): Promise<Version[]> {
  const all: Version[] = [];
  for (let next: { KeyMarker?: string; VersionIdMarker?: string } | null = {}; next; ) {
    const page: sdk.ListObjectVersionsCommandOutput = await client.send(
      new s3.ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, ...next }),
    );
    const versions = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    const ours = versions.filter(({ Key }) => Key === key);
    all.push(...ours.map(({ VersionId }) => ({ Key: key, ...(VersionId && { VersionId }) })));
    // Keys come in order, this one before all that it begins.
    const more = page.IsTruncated && ours.length === versions.length && page.NextKeyMarker !== undefined;
    next = more
      ? {
          KeyMarker: page.NextKeyMarker!,
          ...(page.NextVersionIdMarker && { VersionIdMarker: page.NextVersionIdMarker }),
        }
      : null;
    if (all.length > 100_000) throw new NotAsDeclared(id, 'an object has too many versions');
  }
  return all;
}

async function removeAll(at: Open, collection: Collection, keys: readonly Row[]): Promise<number> {
  const { s3, client } = at;
  let n = 0;
  for (const [bucket, objects] of Map.groupBy(keys.map(objectOf), (each) => each.bucket)) {
    async function* versions(): AsyncGenerator<Version> {
      for (const object of objects) {
        const all = await versionsOf(at, collection, object);
        if (all.length > 0) n++;
        yield* all;
      }
    }
    for await (const page of paged(versions(), PAGE)) {
      const { Errors = [] } = await client.send(
        new s3.DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: page, Quiet: true } }),
      );
      // Some are locked, or not ours to delete; those that went are gone, and the erasure begins with the others.
      const [first] = Errors.filter(({ Code }) => Code !== 'NoSuchKey' && Code !== 'NoSuchVersion');
      if (first) throw Object.assign(new Error(), { name: first.Code ?? '' });
    }
  }
  return n;
}

async function surveyed(at: Open, collections: readonly Collection[]) {
  const rows = new Map<string, number | null>();
  const drift: Drift[] = [];
  const buckets = new Map<string, boolean>();
  for (const collection of collections) {
    const { id, erase } = collection;
    const { bucket, pattern } = placeOf(collection);
    if (!buckets.has(bucket)) buckets.set(bucket, await isThere(at, bucket));
    if (!buckets.get(bucket)) {
      rows.set(id, null);
      drift.push({ code: 'no-collection', at: id });
      continue;
    }
    let [n, ambiguous] = [0, false];
    for await (const { Key = '' } of objectsUnder(at, bucket, pattern.prefix)) {
      if (pattern.read(Key)) n++;
      else ambiguous ||= pattern.isAmbiguous(Key);
      if (n === COUNTED) break;
    }
    rows.set(id, n);
    if (ambiguous) drift.push({ code: 'ambiguous', at: id });
    if (erase === 'mask') drift.push({ code: 'not-masked', at: id });
    const known = new Set([KEY, 'size', 'modified', 'content', ...pattern.parts]);
    for (const { path } of collection.fields)
      if (!known.has(path)) drift.push({ code: 'no-column', at: `${id}.${path}` });
  }
  return { rows, drift, foreignKeys: [] };
}

async function isThere({ s3, client }: Open, bucket: string): Promise<boolean> {
  try {
    await client.send(new s3.HeadBucketCommand({ Bucket: bucket }));
    return true;
  } catch (error) {
    if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return false;
    throw error;
  }
}
