import { generateKeyPairSync, verify } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifierKey } from './note.ts';
import { fileSigner } from './signer.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kept-signer-'));
});
afterEach(() => rm(dir, { recursive: true }));

const badFile = expect.objectContaining({ code: 'LEDGER_BAD_KEY_FILE' });

describe('the key in a file', () => {
  it('is made once, for its owner alone, and signs', async () => {
    const path = join(dir, 'deep', 'ledger.pem');
    const made = await fileSigner(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(dir, 'deep'))).mode & 0o777).toBe(0o700);
    const text = Buffer.from('text\n');
    const signature = await made.sign(text);
    expect(verify(null, text, verifierKey('kept/eu', made.publicKey).object, signature)).toBe(true);
    const again = await fileSigner(path);
    expect(again.publicKey).toEqual(made.publicKey);
    expect(await again.sign(text)).toEqual(signature);
  });

  it('is one, however many make it at once', async () => {
    const path = join(dir, 'ledger.pem');
    const signers = await Promise.all(Array.from({ length: 8 }, () => fileSigner(path)));
    expect(new Set(signers.map(({ publicKey }) => publicKey.toString('hex'))).size).toBe(1);
    expect(await readdir(dir)).toEqual(['ledger.pem']);
  });

  it('is refused if others may read it', async () => {
    const path = join(dir, 'ledger.pem');
    await fileSigner(path);
    for (const mode of [0o640, 0o604, 0o620]) {
      await chmod(path, mode);
      await expect(fileSigner(path)).rejects.toEqual(badFile);
    }
  });

  it('is refused, and left alone, if it is something else', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'pem', type: 'pkcs8' });
    for (const [i, content] of ['', 'garbage', rsa].entries()) {
      const path = join(dir, `${i}.pem`);
      await writeFile(path, content, { mode: 0o600 });
      await expect(fileSigner(path)).rejects.toEqual(badFile);
    }
  });
});
