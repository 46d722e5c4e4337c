/** The signing key of a log. It lives outside the database, so that who holds the database cannot sign. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { link, mkdir, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BadKeyFile } from './errors.ts';

/** An Ed25519 key that signs; a file here, a KMS or HSM behind the same interface elsewhere. */
export interface Signer {
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Buffer;
  /**
   * The 64 bytes of the Ed25519 signature of `text`. Deterministic, as RFC 8032 has it: the ledger derives the key
   * of its row seals from a signature, and must get the same again.
   */
  sign(text: Buffer): Buffer | Promise<Buffer>;
}

/** A signer from an Ed25519 private key in memory. */
export function keySigner(key: KeyObject): Signer {
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { publicKey: Buffer.from(spki.subarray(-32)), sign: (text) => sign(null, text, key) };
}

/**
 * The signer whose key lies in the file `path` (PKCS #8, PEM). Made if absent, together with its folder: mode 0600,
 * on disk before it is used; of two processes that make it at once, one wins and both use it. Throws
 * LEDGER_BAD_KEY_FILE if group or others may access it, or it holds no Ed25519 key.
 *
 * Back it up: a log cannot change its key.
 */
export async function fileSigner(path: string): Promise<Signer> {
  const pem = (await readKey(path)) ?? (await makeKey(path)) ?? (await readKey(path));
  if (pem === undefined) throw new BadKeyFile('the signing key vanished while it was read', 'find out who removes it');
  return keySigner(parseKey(pem));
}

async function readKey(path: string): Promise<string | undefined> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new BadKeyFile('the file of the signing key cannot be read', 'make it readable to the user that runs Kept');
  }
  try {
    if (((await file.stat()).mode & 0o077) !== 0) {
      throw new BadKeyFile(
        'the file of the signing key is open to others',
        'chmod 600 it, and ask who may have read it',
      );
    }
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** Undefined if somebody else made it first. */
async function makeKey(path: string): Promise<string | undefined> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(pem);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // Unlike a rename, a link never replaces a key that is there.
    await link(draft, path);
    await syncFolder(dirname(path));
    return pem;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  } finally {
    await unlink(draft);
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function parseKey(pem: string): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(pem);
  } catch {
    key = undefined;
  }
  if (key?.asymmetricKeyType !== 'ed25519') {
    throw new BadKeyFile('the file of the signing key holds no Ed25519 key', 'restore it from its backup');
  }
  return key;
}
