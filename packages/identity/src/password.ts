/** Passwords: hashed with argon2id (RFC 9106), refused when guessable or known from a breach. Nothing leaves the machine. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hash as argon2, verify as verifyArgon2 } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { PasswordFault } from './errors.ts';

/** Characters (code points); OWASP ASVS 5, 6.2.1 and 6.2.9. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
/** OWASP: argon2id with 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Out of 0 to 4: below, 10^8 guesses are enough. */
const SCORE_MIN = 3;
/** Letters and digits that must be left once the person's own words are taken out. */
const REST_MIN = 6;
/** Longer texts take zxcvbn quadratic time and are not weaker for what follows. */
const JUDGED = 64;

/** Hashes, compares and judges passwords. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
  /** Works as long as `verify`, for nobody: that an account is missing cannot be measured. */
  verifyNothing(password: string): Promise<false>;
  /** Why a password cannot be chosen; undefined if it can. `about` are the person's own words, which it must not be made of. */
  fault(password: string, about: readonly string[]): Promise<PasswordFault | undefined>;
}

export interface PasswordOptions {
  /**
   * Folder with the hash ranges of breached passwords as published by Have I Been Pwned: one file for each prefix of
   * five hex digits of the SHA-1 (`5BAA6` or `5BAA6.txt`), with lines `SUFFIX:COUNT`. Optional.
   */
  readonly breachedRanges?: string;
}

/** Loads the word lists once; `breachedRanges` adds passwords that were leaked elsewhere. */
export async function openPasswords(options: PasswordOptions = {}): Promise<Passwords> {
  const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const nobody = await argon2('nobody has this password', COST);
  const { breachedRanges } = options;
  return {
    hash: (password) => argon2(password.normalize('NFC'), COST),
    verify: (hash, password) => verifyArgon2(hash, password.normalize('NFC')),
    async verifyNothing(password) {
      await verifyArgon2(nobody, password.normalize('NFC'));
      return false;
    },
    async fault(password, about) {
      const length = [...password].length;
      if (length < PASSWORD_MIN) return 'short';
      if (length > PASSWORD_MAX) return 'long';
      const own = words(about);
      if (rest(password, own) < REST_MIN) return 'guessable';
      if (judge.check(password.slice(0, JUDGED), own).score < SCORE_MIN) return 'guessable';
      if (breachedRanges !== undefined && (await breached(breachedRanges, password))) return 'breached';
      return undefined;
    },
  };
}

/** Each text, and its parts: `lin.lan@mail.example` is also `lin`, `lan` and `mail`. Longest first. */
function words(about: readonly string[]): string[] {
  const all = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).map((word) => word.toLowerCase());
  return all.filter((word) => word.length > 2).sort((a, b) => b.length - a.length);
}

function rest(password: string, own: readonly string[]): number {
  const left = own.reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase());
  return [...left.replace(/[^\p{L}\p{N}]/gu, '')].length;
}

async function breached(folder: string, password: string): Promise<boolean> {
  const sha1 = createHash('sha1').update(password.normalize('NFC')).digest('hex').toUpperCase();
  const prefix = sha1.slice(0, 5);
  const range = await readRange(join(folder, prefix)).catch(() =>
    readRange(join(folder, `${prefix}.txt`)).catch(() => ''),
  );
  return range
    .toUpperCase()
    .split(/\r?\n/)
    .some((line) => line.startsWith(`${sha1.slice(5)}:`));
}

const readRange = (file: string): Promise<string> => readFile(file, 'utf8');
