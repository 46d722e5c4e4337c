import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPasswords } from './password.ts';

test('a password is kept as argon2id, and verified whatever its Unicode form', async () => {
  const passwords = await openPasswords();
  const hash = await passwords.hash('caf\u00e9 unter den sternen');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.verify(hash, 'cafe\u0301 unter den sternen')).toBe(true);
  expect(await passwords.verify(hash, 'cafe unter den sternen')).toBe(false);
  expect(await passwords.verifyNothing('nobody has this password')).toBe(false);
});

test.each([
  ['short 9ch', [], 'short'],
  ['x'.repeat(129), [], 'long'],
  ['Password123!', [], 'guessable'],
  ['qwertyuiop', [], 'guessable'],
  ['linlan1990', ['linlan@mail.example'], 'guessable'],
  ['linlan.mail.example', ['linlan@mail.example'], 'guessable'],
  ['correct-horse-battery-staple-41', [], undefined],
  ['紫藤花下三只猫在打盹儿', [], undefined],
])('%s about %j: %s', async (password, about, fault) => {
  expect(await (await openPasswords()).fault(password, about)).toBe(fault);
});

test('a range folder of breached passwords is looked up offline', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kept-ranges-'));
  const password = 'wisteria over three sleeping cats';
  const sha1 = createHash('sha1').update(password).digest('hex').toUpperCase();
  await writeFile(
    join(folder, `${sha1.slice(0, 5)}.txt`),
    `0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n${sha1.slice(5)}:12\r\n`,
  );
  const passwords = await openPasswords({ breachedRanges: folder });
  expect(await passwords.fault(password, [])).toBe('breached');
  expect(await passwords.fault('wisteria over four sleeping cats', [])).toBe(undefined);
  await rm(folder, { recursive: true });
});
