import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Hours, ManualClock } from '@kept/base';
import sharp from 'sharp';
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

describe('a picture', () => {
  const noise = (width: number, height: number) =>
    sharp({
      create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
    });

  test('is turned as it was held, made small, and rid of where and with what it was taken', async () => {
    const taken = await noise(900, 600)
      .withExif({ IFD0: { Make: 'LanternCam' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(taken.includes('LanternCam')).toBe(true);
    const picture = await pictureOf(Buffer.concat([taken, Buffer.from('<script>PK hidden')]));
    expect(picture).toMatchObject({ type: 'image/jpeg', width: 600, height: 900 });
    for (const bytes of [picture.whole, picture.small]) {
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      for (const word of ['LanternCam', 'hidden', '<script>']) expect(bytes.includes(word)).toBe(false);
    }
    expect(await sharp(picture.small).metadata()).toMatchObject({ width: 320, height: 480 });
  });

  test.each<[string, () => Buffer | Promise<Buffer>]>([
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['an SVG that begins like a picture', () => Buffer.concat([Buffer.of(0xff, 0xd8, 0xff), Buffer.from('<svg/>')])],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a zip', () => Buffer.from('PK\u0003\u0004', 'latin1')],
    ['a GIF that is a script', () => Buffer.from('GIF89a/*<script>*/=1;alert(1)')],
    ['a PDF', () => Buffer.from('%PDF-1.7')],
    ['nothing', () => Buffer.alloc(0)],
    ['half a picture', async () => (await noise(400, 400).jpeg().toBuffer()).subarray(0, 900)],
  ])('%s is none', async (_, bytes) => {
    await expect(pictureOf(await bytes())).rejects.toThrow(code('BLOBS_NOT_A_PICTURE'));
  });

  test('of more pixels than its bytes let think is not opened', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 6_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
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
