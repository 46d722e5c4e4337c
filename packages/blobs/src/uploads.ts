/**
 * Files on their way in. A piece lies in a file of its own, named by where it begins, under a folder named by a hash of
 * the upload's secret, and is sealed under that secret: the uploader holds it, and nothing here does. So an upload goes on
 * after a restart, in another process on the same folder, and is noise to everybody else.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@kept/base';
import { BlobAltered, FileTooLarge, UploadOutOfStep, UploadOver } from './errors.ts';

/** Bytes of one piece, at most. */
export const PIECE = 1024 * 1024;
const LIFE_MS = 24 * 3_600_000;
const SUITE = 'aes-256-gcm';
const [NONCE, TAG] = [12, 16];
const HEAD = 'head';
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** What was said of a file when its upload began. */
export interface Upload {
  readonly owner: string;
  /** For whom it is: `community.pictures`. */
  readonly use: string;
  readonly name: string;
  readonly bytes: number;
}

/** Uploads under way in one folder. */
export class Uploads {
  readonly #root: string;
  readonly #clock: Clock;

  constructor(root: string, clock: Clock) {
    this.#root = root;
    this.#clock = clock;
  }

  /** Answers the secret that names it. Throws BLOBS_TOO_LARGE. */
  async begin(upload: Upload, most: number): Promise<string> {
    if (upload.bytes > most) throw new FileTooLarge(most);
    await this.sweep();
    const secret = randomBytes(32).toString('base64url');
    await mkdir(this.#folder(secret), { recursive: true, mode: 0o700 });
    await this.#write(secret, HEAD, Buffer.from(JSON.stringify(upload)));
    return secret;
  }

  /** How far it is. Throws BLOBS_UPLOAD_NOT_FOUND for what is another's. */
  async at(secret: string, owner: string, use: string): Promise<{ upload: Upload; offset: number }> {
    const upload = JSON.parse((await this.#read(secret, HEAD)).toString()) as Upload;
    if (upload.owner !== owner || upload.use !== use) throw new UploadOver();
    const pieces = await this.#pieces(secret);
    return { upload, offset: pieces.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  /** Answers how far it is then. Throws BLOBS_UPLOAD_CONFLICT; BLOBS_TOO_LARGE for more than was announced. */
  async add(secret: string, owner: string, use: string, offset: number, piece: Uint8Array): Promise<number> {
    const { upload, offset: there } = await this.at(secret, owner, use);
    if (offset !== there || piece.length === 0) throw new UploadOutOfStep();
    if (offset + piece.length > upload.bytes || piece.length > PIECE) throw new FileTooLarge(upload.bytes);
    await this.#write(secret, `${offset}`, piece);
    return offset + piece.length;
  }

  async whole(secret: string): Promise<Buffer> {
    const pieces = await this.#pieces(secret);
    return Buffer.concat(await Promise.all(pieces.map(({ name }) => this.#read(secret, name))));
  }

  async end(secret: string): Promise<void> {
    await rm(this.#folder(secret), { recursive: true, force: true });
  }

  /** Removes what nobody came back for within a day. */
  async sweep(): Promise<void> {
    const oldest = this.#clock.now() - LIFE_MS;
    for (const name of await readdir(this.#root).catch(() => [])) {
      const folder = join(this.#root, name);
      const at = await stat(folder).then(
        ({ mtimeMs }) => mtimeMs,
        () => Number.POSITIVE_INFINITY,
      );
      if (at < oldest) await rm(folder, { recursive: true, force: true });
    }
  }

  #folder(secret: string): string {
    if (!SECRET.test(secret)) throw new UploadOver();
    return join(this.#root, createHash('sha256').update(`name ${secret}`).digest('hex'));
  }

  /** In the order of the file; a gap ends it. */
  async #pieces(secret: string): Promise<{ name: string; bytes: number }[]> {
    const folder = this.#folder(secret);
    const names = (await readdir(folder).catch(() => [])).filter((name) => /^\d+$/.test(name));
    const found: { name: string; bytes: number }[] = [];
    let next = 0;
    for (const name of names.toSorted((a, b) => Number(a) - Number(b))) {
      if (Number(name) !== next) break;
      const bytes = (await stat(join(folder, name))).size - NONCE - TAG;
      found.push({ name, bytes });
      next += bytes;
    }
    return found;
  }

  /** Whole or not at all, and never over another. */
  async #write(secret: string, name: string, plain: Uint8Array): Promise<void> {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(SUITE, keyOf(secret), nonce).setAAD(Buffer.from(name));
    const folder = this.#folder(secret);
    const half = join(folder, `half-${randomBytes(9).toString('hex')}`);
    try {
      await writeFile(half, [nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()], {
        mode: 0o600,
        flush: true,
      });
      await link(half, join(folder, name));
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'EEXIST') throw new UploadOutOfStep();
      throw code === 'ENOENT' ? new UploadOver() : error;
    } finally {
      await rm(half, { force: true });
    }
  }

  async #read(secret: string, name: string): Promise<Buffer> {
    const sealed = await readFile(join(this.#folder(secret), name)).catch((error: unknown) => {
      throw (error as { code?: string }).code === 'ENOENT' ? new UploadOver() : error;
    });
    try {
      const decipher = createDecipheriv(SUITE, keyOf(secret), sealed.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(-TAG));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
    } catch {
      throw new BlobAltered();
    }
  }
}

const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', 'kept/upload/v1', 32));
