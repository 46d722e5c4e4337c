/**
 * A server that speaks as much of S3 as the connector uses, as Amazon documents it, in pages of three. Each request is
 * signed again by another library than the connector's, and refused where the signatures differ.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsV4Signer } from 'aws4fetch';

interface Version {
  readonly id: string;
  /** Null: a mark that it was deleted. */
  readonly body: Buffer | null;
}

const KEY_ID = 'AKIDKEPT';
const SECRET = 'se/cret+of the test';
const PAGE = 3;

export class TestS3 {
  /** By bucket and key, the newest version last. */
  readonly buckets = new Map<string, Map<string, Version[]>>();
  readonly versioned = new Set<string>();
  readonly locked = new Set<string>();
  /** Answers that are given before any other. */
  readonly trouble: number[] = [];
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  #n = 0;

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this.urlAs(SECRET);
  }

  urlAs(secret: string): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://${KEY_ID}:${encodeURIComponent(secret)}@127.0.0.1:${port}/?region=eu-west-1`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  put(bucket: string, key: string, body: string | Buffer): void {
    const objects = this.buckets.get(bucket) ?? new Map<string, Version[]>();
    this.buckets.set(bucket, objects);
    const before = this.versioned.has(bucket) ? (objects.get(key) ?? []) : [];
    const id = this.versioned.has(bucket) ? `v${++this.#n}` : 'null';
    objects.set(key, [...before, { id, body: Buffer.from(body) }]);
  }

  /** As somebody's program deletes: with versions, a mark is put on top. */
  hide(bucket: string, key: string): void {
    const objects = this.buckets.get(bucket)!;
    objects.set(key, [...objects.get(key)!, { id: `v${++this.#n}`, body: null }]);
  }

  /** Everything of a bucket but keys that are left out. */
  dump(bucket: string, without: (key: string) => boolean = () => false): string {
    const all = [...(this.buckets.get(bucket) ?? [])].filter(([key]) => !without(key));
    return JSON.stringify(
      all.map(([key, versions]) => [key, versions.map(({ id, body }) => [id, body?.toString('base64')])]),
    );
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const trouble = this.trouble.shift();
    if (trouble) return said(response, trouble, 'InternalError');
    const url = new URL(request.url!, `http://${request.headers.host}`);
    if (!(await isSigned(request, url, body))) return said(response, 403, 'SignatureDoesNotMatch');
    const [bucket, ...rest] = url.pathname.slice(1).split('/');
    const key = rest.map(decodeURIComponent).join('/');
    const objects = this.buckets.get(bucket!);
    if (!objects) return said(response, 404, 'NoSuchBucket');
    const { searchParams: query } = url;
    if (request.method === 'HEAD') return void response.writeHead(200).end();
    if (request.method === 'POST' && query.has('delete')) return this.#delete(objects, request, body, response);
    if (query.has('versions')) return xml(response, versionsXml(objects, query));
    if (query.get('list-type') === '2') return xml(response, listXml(objects, query));
    const found = objects.get(key)?.at(-1)?.body;
    if (request.method !== 'GET' || !found) return said(response, 404, 'NoSuchKey');
    response.writeHead(200).end(found);
  }

  #delete(objects: Map<string, Version[]>, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    // S3 takes no such request without a sum of its body.
    const isWhole =
      request.headers['content-md5'] !== undefined ||
      Object.keys(request.headers).some((name) => name.startsWith('x-amz-checksum-'));
    if (!isWhole) {
      said(response, 400, 'InvalidRequest');
      return;
    }
    const errors: string[] = [];
    for (const [, entry] of body.toString().matchAll(/<Object>(.*?)<\/Object>/gs)) {
      const key = plain(/<Key>(.*?)<\/Key>/s.exec(entry!)![1]!);
      const id = /<VersionId>(.*?)<\/VersionId>/.exec(entry!)?.[1];
      if (this.locked.has(key)) errors.push(`<Error><Key>${escaped(key)}</Key><Code>AccessDenied</Code></Error>`);
      else {
        const left = id ? (objects.get(key) ?? []).filter((each) => each.id !== id) : [];
        if (left.length > 0) objects.set(key, left);
        else objects.delete(key);
      }
    }
    xml(response, `<DeleteResult>${errors.join('')}</DeleteResult>`);
  }
}

const sha256 = (body: Buffer): string => createHash('sha256').update(body).digest('hex');

async function isSigned(request: IncomingMessage, url: URL, body: Buffer): Promise<boolean> {
  const { authorization = '' } = request.headers;
  const [, names, signature] = /SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(authorization) ?? [];
  const { 'x-amz-content-sha256': sum, 'x-amz-date': datetime } = request.headers;
  if (!names || !signature || sum !== sha256(body) || typeof datetime !== 'string') return false;
  const headers = names
    .split(';')
    .filter((name) => name !== 'host')
    .map((name): [string, string] => [name, String(request.headers[name])]);
  const signer = new AwsV4Signer({
    ...{ method: request.method!, url: url.href, headers, accessKeyId: KEY_ID, secretAccessKey: SECRET },
    ...{ service: 's3', region: 'eu-west-1', datetime, allHeaders: true },
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  const again = await signer.signature();
  return timingSafeEqual(Buffer.from(again), Buffer.from(signature));
}

const escaped = (text: string): string => text.replaceAll(/[&<>"'\r\n]/g, (each) => `&#${each.charCodeAt(0)};`);
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (_, hex, dec, name: string) =>
    name ? NAMED[name]! : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(dec)),
  );

const xml = (response: ServerResponse, text: string): void =>
  void response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);

const said = (response: ServerResponse, status: number, code: string): void =>
  void response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<Error><Code>${code}</Code><Message>of somebody</Message></Error>`);

/** In the order of S3: by bytes. */
const inOrder = (objects: Map<string, Version[]>, prefix: string): [string, Version[]][] =>
  [...objects]
    .filter(([key]) => key.startsWith(prefix))
    .toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

function listXml(objects: Map<string, Version[]>, query: URLSearchParams): string {
  const after = Buffer.from(query.get('continuation-token') ?? '', 'base64').toString();
  const all = inOrder(objects, query.get('prefix') ?? '').filter(
    ([key, versions]) => versions.at(-1)!.body !== null && key > after,
  );
  const page = all.slice(0, PAGE);
  const more = all.length > page.length;
  const next = more
    ? `<NextContinuationToken>${Buffer.from(page.at(-1)![0]).toString('base64')}</NextContinuationToken>`
    : '';
  return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${page
    .map(
      ([key, versions]) =>
        `<Contents><Key>${escaped(key)}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><Size>${versions.at(-1)!.body!.length}</Size></Contents>`,
    )
    .join('')}</ListBucketResult>`;
}

function versionsXml(objects: Map<string, Version[]>, query: URLSearchParams): string {
  const [key, id] = [query.get('key-marker'), query.get('version-id-marker')];
  const all = inOrder(objects, query.get('prefix') ?? '').flatMap(([name, versions]) =>
    versions.toReversed().map((version) => ({ name, ...version })),
  );
  const from = key === null ? 0 : all.findIndex((each) => each.name === key && (id === null || each.id === id)) + 1;
  const page = all.slice(from, from + PAGE);
  const more = from + PAGE < all.length;
  const last = page.at(-1);
  const next = more
    ? `<NextKeyMarker>${escaped(last!.name)}</NextKeyMarker><NextVersionIdMarker>${last!.id}</NextVersionIdMarker>`
    : '';
  return `<ListVersionsResult><IsTruncated>${more}</IsTruncated>${next}${page
    .map((each) => {
      const kind = each.body ? 'Version' : 'DeleteMarker';
      return `<${kind}><Key>${escaped(each.name)}</Key><VersionId>${each.id}</VersionId></${kind}>`;
    })
    .join('')}</ListVersionsResult>`;
}
