/** The age format (age-encryption.org/v1), by its own library; the passphrase is stretched by Node, off the event loop. */
import { createCipheriv, randomBytes, scrypt } from 'node:crypto';
import { Encrypter, type Recipient, Stanza } from 'age-encryption';
import type { Seal } from './packages.ts';

/** 64 MiB and about 0.2 s for each guess. */
const LOG_N = 16;
const LABEL = 'age-encryption.org/v1/scrypt';

/** The scrypt recipient of the format. The library's own runs in JavaScript: a second in which nobody else is served. */
const toPassphrase = (passphrase: string): Recipient => ({
  async wrapFileKey(fileKey) {
    const salt = randomBytes(16);
    const key = await stretch(passphrase, Buffer.concat([Buffer.from(LABEL), salt]));
    // The key is used once, so that its nonce may be zero.
    const cipher = createCipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: 16 });
    const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
    return [new Stanza(['scrypt', salt.toString('base64').replace(/=+$/, ''), `${LOG_N}`], body)];
  },
});

const stretch = (passphrase: string, salt: Buffer): Promise<Buffer> =>
  new Promise((done, failed) => {
    const options = { N: 2 ** LOG_N, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
    scrypt(passphrase, salt, 32, options, (error, key) => (error ? failed(error) : done(key)));
  });

/** Piece by piece. Throws for a recipient that only looks like one. */
export async function sealedTo(seal: Seal, plain: ReadableStream<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.addRecipient('passphrase' in seal ? toPassphrase(seal.passphrase) : seal.recipient);
  return encrypter.encrypt(plain) as Promise<AsyncIterable<Uint8Array> & ReadableStream<Uint8Array>>;
}
