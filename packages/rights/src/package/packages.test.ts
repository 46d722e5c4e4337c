import { ManualClock, Minutes } from '@kept/base';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { Packages } from './packages.ts';
import { sealedTo } from './sealed.ts';

const LIN = '0193a1f2-7c00-7000-8000-000000000042';
const MIRA = '0193a1f2-7c00-7000-8000-000000000043';
const seal = { passphrase: 'four words kept well' };

test('a link is its person’s, for a quarter of an hour, and a fourth one ends the first', () => {
  const clock = new ManualClock();
  const packages = new Packages(clock);
  const gone = expect.objectContaining({ code: 'RIGHTS_PACKAGE_UNKNOWN' });
  const { token, expiresAt } = packages.make(LIN, seal, 'en');
  expect(packages.find(LIN, token)).toMatchObject({ seal, lang: 'en' });
  expect(() => packages.find(MIRA, token)).toThrow(gone);
  expect(() => packages.find(LIN, 'a'.repeat(43))).toThrow(gone);
  const more = [1, 2].map(() => packages.make(LIN, seal, 'en').token);
  packages.make(MIRA, seal, 'en');
  expect(packages.find(LIN, token)).toBeDefined();
  more.push(packages.make(LIN, seal, 'en').token);
  expect(() => packages.find(LIN, token)).toThrow(gone);
  for (const each of more) expect(packages.find(LIN, each)).toBeDefined();
  clock.advance(Minutes(15));
  expect(expiresAt).toBe(clock.now());
  expect(() => packages.find(LIN, more[2]!)).toThrow(gone);
});

const stream = (text: string) => new Blob([text]).stream() as ReadableStream<Uint8Array>;
const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

test('what is sealed opens with the passphrase or the identity, by the library itself, and with nothing else', async () => {
  const text = 'a few words '.repeat(20_000);
  const byWords = await whole(await sealedTo(seal, stream(text)));
  const reader = new Decrypter();
  reader.addPassphrase(seal.passphrase);
  expect(Buffer.from(await reader.decrypt(byWords)).toString()).toBe(text);
  const wrong = new Decrypter();
  wrong.addPassphrase('four words kept badly');
  await expect(wrong.decrypt(byWords)).rejects.toThrow();
  expect(byWords.includes('a few words')).toBe(false);

  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const byKey = await whole(await sealedTo({ recipient }, stream(text)));
  const owner = new Decrypter();
  owner.addIdentity(identity);
  expect(Buffer.from(await owner.decrypt(byKey)).toString()).toBe(text);
  byKey[byKey.length - 1]! ^= 1;
  await expect(owner.decrypt(byKey)).rejects.toThrow();
});
