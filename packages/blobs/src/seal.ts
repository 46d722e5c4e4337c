/**
 * A stream of bytes, sealed chunk by chunk, so that a file of any length is read and written in little memory.
 *
 *     blob  := version u8 | salt (32 bytes) | chunk*
 *     chunk := ciphertext (64 KiB, the last one shorter or empty) | tag (16 bytes)
 *
 * The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM: the nonce is the number of the chunk
 * and whether it is the last, so that none can be left out, moved or cut off. The key of a blob is made of the caller's key,
 * the salt and the place that it is for (HKDF, RFC 5869): no two blobs share one, and none opens elsewhere.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { BlobAltered } from './errors.ts';

const VERSION = 1;
const SALT = 32;
const TAG = 16;
const CHUNK = 64 * 1024;
const SUITE = 'aes-256-gcm';

const keyOf = (key: Uint8Array, salt: Uint8Array, place: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `kept/blob-stream/v1\0${place}`, 32));

function nonceOf(n: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(n, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** The sealed bytes of `plain`. `key`, of 32 bytes or more, is used up before the first piece comes; `place` binds. */
export async function* sealed(
  key: Uint8Array,
  place: string,
  plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT);
  const own = keyOf(key, salt, place);
  try {
    yield Buffer.concat([Buffer.of(VERSION), salt]);
    let n = 0;
    const seal = (chunk: Uint8Array, last: boolean): Buffer => {
      const cipher = createCipheriv(SUITE, own, nonceOf(n++, last));
      return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    };
    let rest: Buffer = Buffer.alloc(0);
    for await (const piece of plain) {
      rest = Buffer.concat([rest, piece]);
      for (; rest.length > CHUNK; rest = rest.subarray(CHUNK)) yield seal(rest.subarray(0, CHUNK), false);
    }
    yield seal(rest, true);
  } finally {
    own.fill(0);
  }
}

/** The bytes that were sealed; each piece is checked before it is given. Throws BLOBS_ALTERED. */
export async function* openSealed(
  key: Uint8Array,
  place: string,
  blob: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let own: Buffer | undefined;
  let rest: Buffer = Buffer.alloc(0);
  let n = 0;
  const open = (chunk: Buffer, last: boolean): Buffer => {
    if (!own || chunk.length < TAG) throw new BlobAltered();
    const end = chunk.length - TAG;
    try {
      const decipher = createDecipheriv(SUITE, own, nonceOf(n++, last), { authTagLength: TAG });
      decipher.setAuthTag(chunk.subarray(end));
      return Buffer.concat([decipher.update(chunk.subarray(0, end)), decipher.final()]);
    } catch (cause) {
      throw cause instanceof BlobAltered ? cause : new BlobAltered();
    }
  };
  try {
    for await (const piece of blob) {
      rest = Buffer.concat([rest, piece]);
      if (!own && rest.length > SALT) {
        if (rest[0] !== VERSION) throw new BlobAltered();
        own = keyOf(key, rest.subarray(1, 1 + SALT), place);
        rest = rest.subarray(1 + SALT);
      }
      for (; own && rest.length > CHUNK + TAG; rest = rest.subarray(CHUNK + TAG))
        yield open(rest.subarray(0, CHUNK + TAG), false);
    }
    yield open(rest, true);
  } finally {
    own?.fill(0);
  }
}
