import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { Hours, ManualClock } from '@kept/base';
import { JsColorType, Transformer } from '@napi-rs/image';
import { afterAll, describe, expect, test } from 'vitest';
import { clamd } from './clamd.ts';
import { folderStore } from './folder.ts';
import { pictureOf } from './picture.ts';
import { openSealed, sealed } from './seal.ts';
import { testFolder } from './testing.ts';
import { Uploads } from './uploads.ts';

const { folder, end } = testFolder();
afterAll(end);
const LIN = '0193a1f2-7c00-7000-8000-000000000042';
const MIRA = '0193a1f2-7c00-7000-8000-000000000043';
const KEY = Buffer.alloc(32, 7);
const code = (name: string) => expect.objectContaining({ code: name });

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = [];
  for await (const piece of pieces) found.push(piece);
  return Buffer.concat(found);
}
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('a sealed stream', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('of %i bytes opens as it was, however it is cut', async (size) => {
    const plain = Buffer.alloc(size, 'lantern ');
    const blob = await all(sealed(KEY, 'here', inPieces(plain, 10_007)));
    if (size > 8) expect(blob.includes('lantern')).toBe(false);
    for (const cut of [1_000, 65_552, 1_000_000])
      expect((await all(openSealed(KEY, 'here', inPieces(blob, cut)))).equals(plain)).toBe(true);
  });

  test('does not open altered, cut, reordered, elsewhere or under another key', async () => {
    const plain = Buffer.alloc(150_000, 'x');
    const blob = await all(sealed(KEY, 'here', inPieces(plain, 5_000)));
    const chunk = 65_536 + 16;
    const first = blob.subarray(33, 33 + chunk);
    const second = blob.subarray(33 + chunk, 33 + 2 * chunk);
    const flipped = Buffer.from(blob);
    flipped[40_000]! ^= 1;
    const wrong: Buffer[] = [
      flipped,
      blob.subarray(0, 33 + chunk),
      blob.subarray(0, -1),
      blob.subarray(0, 10),
      Buffer.alloc(0),
      Buffer.concat([blob.subarray(0, 33), second, first, blob.subarray(33 + 2 * chunk)]),
      Buffer.concat([blob, Buffer.of(0)]),
    ];
    for (const each of wrong)
      await expect(all(openSealed(KEY, 'here', inPieces(each, 9_999)))).rejects.toThrow(code('BLOBS_ALTERED'));
    await expect(all(openSealed(KEY, 'there', inPieces(blob, 9_999)))).rejects.toThrow(code('BLOBS_ALTERED'));
    const other = Buffer.alloc(32, 8);
    await expect(all(openSealed(other, 'here', inPieces(blob, 9_999)))).rejects.toThrow(code('BLOBS_ALTERED'));
  });
});

describe('a folder of blobs', () => {
  test('keeps whole files or none, and takes no path for a name', async () => {
    const store = folderStore(join(folder, 'store'));
    await store.put(LIN, 'a', inPieces(Buffer.from('first'), 2));
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('the line is cut');
    }
    await expect(store.put(LIN, 'b', broken())).rejects.toThrow('the line is cut');
    expect((await store.names(LIN)).map(({ name }) => name)).toEqual(['a']);
    expect((await all(store.get(LIN, 'a'))).toString()).toBe('first');
    await expect(all(store.get(MIRA, 'a'))).rejects.toThrow(code('BLOBS_NOT_FOUND'));
    for (const name of ['../a', '..', '.', '/etc/passwd', 'a/b', 'a\\b', 'a\0', '', 'A'.repeat(200)])
      await expect(store.put(LIN, name, inPieces(Buffer.from('x'), 1))).rejects.toThrow(code('BLOBS_BAD_NAME'));
    await store.removeOwner(LIN);
    expect(await store.names(LIN)).toEqual([]);
  });
});

describe('an upload', () => {
  const uploads = (clock = new ManualClock()) => new Uploads(join(folder, 'coming'), clock);
  const said = { owner: LIN, use: 'toy.pictures', name: 'beach.jpg', bytes: 11 };

  test('goes on where it was, in another process too, and is nobody else’s', async () => {
    const secret = await uploads().begin(said, 100);
    expect(await uploads().add(secret, LIN, said.use, 0, Buffer.from('hello '))).toBe(6);
    await expect(uploads().add(secret, LIN, said.use, 0, Buffer.from('hello '))).rejects.toThrow(
      code('BLOBS_UPLOAD_CONFLICT'),
    );
    const both = [1, 2].map((n) => uploads().add(secret, LIN, said.use, 6, Buffer.from(`wor${n}`)));
    expect((await Promise.allSettled(both)).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(uploads().at(secret, MIRA, said.use)).rejects.toThrow(code('BLOBS_UPLOAD_NOT_FOUND'));
    await expect(uploads().at(secret, LIN, 'other.pictures')).rejects.toThrow(code('BLOBS_UPLOAD_NOT_FOUND'));
    await expect(uploads().at('a'.repeat(43), LIN, said.use)).rejects.toThrow(code('BLOBS_UPLOAD_NOT_FOUND'));
    await expect(uploads().at('../../etc', LIN, said.use)).rejects.toThrow(code('BLOBS_UPLOAD_NOT_FOUND'));
    await expect(uploads().add(secret, LIN, said.use, 10, Buffer.from('ld'))).rejects.toThrow(code('BLOBS_TOO_LARGE'));
    expect((await uploads().whole(secret)).toString()).toMatch(/^hello wor[12]$/);
    await uploads().end(secret);
    await expect(uploads().at(secret, LIN, said.use)).rejects.toThrow(code('BLOBS_UPLOAD_NOT_FOUND'));
  });

  test('lies sealed, and goes when nobody comes back for a day', async () => {
    const clock = new ManualClock(Date.now());
    const secret = await uploads(clock).begin(said, 100);
    await uploads(clock).add(secret, LIN, said.use, 0, Buffer.from('hello world'));
    const [own] = readdirSync(join(folder, 'coming'));
    for (const name of readdirSync(join(folder, 'coming', own!)))
      for (const word of ['hello', 'beach', LIN])
        expect(readFileSync(join(folder, 'coming', own!, name)).includes(word)).toBe(false);
    writeFileSync(join(folder, 'coming', own!, '0'), 'x'.repeat(39));
    await expect(uploads(clock).whole(secret)).rejects.toThrow(code('BLOBS_ALTERED'));
    clock.advance(Hours(25));
    await uploads(clock).sweep();
    expect(readdirSync(join(folder, 'coming'))).toEqual([]);
    await expect(uploads().begin({ ...said, bytes: 101 }, 100)).rejects.toThrow(code('BLOBS_TOO_LARGE'));
  });
});

/** With what a camera writes into its pictures: its maker, and how it was held (Exif 2.32, 4.6). */
function taggedAs(maker: string, orientation: number, jpeg: Buffer): Buffer {
  const text = Buffer.from(`${maker}\0`);
  const tiff = Buffer.alloc(38);
  tiff.write('MM\0*\0\0\0\b\0\x02', 'latin1');
  for (const [at, tag, type, count] of [
    [10, 0x010f, 2, text.length],
    [22, 0x0112, 3, 1],
  ] as const) {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
  }
  tiff.writeUInt32BE(tiff.length, 18);
  tiff.writeUInt16BE(orientation, 30);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff, text]);
  const head = Buffer.of(0xff, 0xe1, 0, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** All of one grey: many pixels in few bytes (PNG 3rd edition, 5). */
function plainPng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const rows = deflateSync(Buffer.alloc((width + 1) * height));
  const begin = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([begin, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

describe('a picture', () => {
  const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);
  /** Something to be seen: soft colours that change from pixel to pixel. */
  const seen = (width: number, height: number) =>
    Transformer.fromRgbaPixels(
      Uint8Array.from({ length: 4 * width * height }, (_, i) => (i % 4 === 3 ? 255 : (i * 31) % 251)),
      width,
      height,
    );

  test('is turned as it was held, made small, and rid of where and with what it was taken', async () => {
    const taken = taggedAs('LanternCam', 6, await seen(900, 600).jpeg());
    expect(await new Transformer(taken).metadata(true)).toMatchObject({ orientation: 6, exif: expect.anything() });
    const picture = await pictureOf(Buffer.concat([taken, Buffer.from('<script>PK hidden')]));
    expect(picture).toMatchObject({ type: 'image/jpeg', width: 600, height: 900 });
    for (const bytes of [picture.whole, picture.small]) {
      for (const word of ['Exif', 'LanternCam', 'hidden', '<script>']) expect(bytes.includes(word)).toBe(false);
    }
    expect(await new Transformer(picture.small).metadata()).toMatchObject({ width: 320, height: 480, format: 'jpeg' });
  });

  test('that can be seen through stays so, and a small one is not made large', async () => {
    const clear = Transformer.fromRgbaPixels(new Uint8Array(4 * 30 * 20).fill(90), 30, 20);
    for (const bytes of [await clear.png(), await clear.webp()]) {
      const picture = await pictureOf(bytes);
      expect(picture).toMatchObject({ type: 'image/webp', width: 30, height: 20 });
      expect(await new Transformer(picture.whole).metadata()).toMatchObject({ colorType: JsColorType.Rgba8 });
    }
  });

  test.each<[string, () => Buffer | Promise<Buffer>]>([
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['an SVG that begins like a picture', () => Buffer.concat([Buffer.of(0xff, 0xd8, 0xff), Buffer.from('<svg/>')])],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a zip', () => Buffer.from('PK\u0003\u0004', 'latin1')],
    ['a GIF that is a script', () => Buffer.from('GIF89a/*<script>*/=1;alert(1)')],
    ['a PDF', () => Buffer.from('%PDF-1.7')],
    ['nothing', () => Buffer.alloc(0)],
    ['half a JPEG', async () => half(await seen(400, 400).jpeg())],
    ['half a PNG', async () => half(await seen(400, 400).png())],
    ['half a WebP', async () => half(await seen(400, 400).webp())],
  ])('%s is none', async (_, bytes) => {
    await expect(pictureOf(await bytes())).rejects.toThrow(code('BLOBS_NOT_A_PICTURE'));
  });

  test('of more pixels than its bytes let think is not opened', async () => {
    const bomb = plainPng(12_000, 6_000);
    expect(bomb.length).toBeLessThan(500_000);
    await expect(pictureOf(bomb)).rejects.toThrow(code('BLOBS_TOO_MANY_PIXELS'));
  });
});

describe('the virus scanner', () => {
  const servers: Server[] = [];
  afterAll(() => servers.map((server) => server.close()));
  /** Speaks clamd's side of INSTREAM. */
  const daemon = (answer: (bytes: Buffer) => string) =>
    new Promise<number>((done) => {
      const server = createServer((socket) => {
        let got = Buffer.alloc(0);
        socket.on('error', () => {});
        socket.on('data', (data) => {
          got = Buffer.concat([got, data]);
          if (!got.subarray(-4).equals(Buffer.alloc(4))) return;
          const body: Buffer[] = [];
          for (let at = 'zINSTREAM\0'.length; ; ) {
            const length = got.readUInt32BE(at);
            if (length === 0) break;
            body.push(got.subarray(at + 4, at + 4 + length));
            at += 4 + length;
          }
          socket.end(`${answer(Buffer.concat(body))}\0`);
        });
      });
      servers.push(server);
      server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port));
    });

  test('lets pass what it says is well, and nothing else', async () => {
    const host = '127.0.0.1';
    const port = await daemon((bytes) => (bytes.includes('EICAR') ? 'stream: Eicar-Signature FOUND' : 'stream: OK'));
    await clamd({ host, port })(Buffer.from('a picture'));
    await expect(clamd({ host, port })(Buffer.from('an EICAR file'))).rejects.toThrow(code('BLOBS_INFECTED'));
    const odd = await daemon(() => 'INSTREAM size limit exceeded. ERROR');
    await expect(clamd({ host, port: odd })(Buffer.from('x'))).rejects.toThrow(code('BLOBS_SCANNER_DOWN'));
    await expect(clamd({ host, port: 1 })(Buffer.from('x'))).rejects.toThrow(code('BLOBS_SCANNER_DOWN'));
  });
});
