/** Signing in by password and by code, and the second step that may follow. */
import { randomBytes } from 'node:crypto';
import { Hours, Minutes } from '@kept/base';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { languageOf } from './account.ts';
import type { Contact } from './contact.ts';
import { type AccountRow, type Context, type Desk, findPerson, matterOf } from './desk.ts';
import { codeWrong, credentialsWrong, tooMany } from './errors.ts';

/** What is asked for after a password or a code. */
export type SecondStep = 'totp' | 'passkey' | 'backup-code';

/** Either somebody is signed in, or a second step is asked of them. */
export type SignedIn = { readonly person: string } | { readonly secondStep: readonly SecondStep[] };

export const ContactBody = z.strictObject({ kind: z.enum(['phone', 'email']), value: z.string().max(254) });
export const PasswordBody = z.strictObject({ contact: ContactBody, password: z.string().max(1_024) });
export const CodeBody = z.strictObject({ contact: ContactBody, code: z.string().max(32) });

/** Wrong passwords for one account within an hour, from wherever; codes and passkeys still work. */
const WRONG_PASSWORDS = 20;
/** An id that nobody has. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
/** The library's own name for the cookie that holds a second step. */
const CHALLENGE_COOKIE = 'two_factor';
const CHALLENGE_LIFE = Minutes(10);

export async function signInByPassword(
  desk: Desk,
  ctx: Context,
  contact: Contact,
  password: string,
): Promise<SignedIn> {
  const slot = await desk.limits.take('password', matterOf(contact), WRONG_PASSWORDS, Hours(1));
  if (!slot) throw tooMany(await desk.limits.freeAt('password', matterOf(contact)));
  const person = await findPerson(ctx, contact);
  // Asked for nobody too, so that both cases read as much.
  const account = await ctx.context.internalAdapter.findCredentialAccount(person?.id ?? NOBODY);
  const right = account?.password
    ? await desk.passwords.verify(account.password, password)
    : await desk.passwords.verifyNothing(password);
  if (!person || !right) throw credentialsWrong();
  await desk.limits.giveBack(slot);
  return conclude(ctx, person);
}

/** The same whether or not there is such an account: counted, answered, and only then is anybody written to. */
export async function sendSignInCode(desk: Desk, ctx: Context, contact: Contact): Promise<void> {
  await desk.post.reserve(contact);
  const person = await findPerson(ctx, contact);
  desk.post.later(async () => {
    if (!person) return;
    const code = await desk.codes.issue('sign-in', matterOf(contact));
    await desk.post.code(contact, { person: person.id, lang: languageOf(person), use: 'sign-in', code });
  });
}

export async function signInByCode(desk: Desk, ctx: Context, contact: Contact, code: string): Promise<SignedIn> {
  if (!(await desk.codes.accept('sign-in', matterOf(contact), code))) throw codeWrong();
  const person = await findPerson(ctx, contact);
  if (!person) throw codeWrong();
  return conclude(ctx, person);
}

/** A session or, where the person has set one up, a second step. */
export async function conclude(ctx: Context, person: AccountRow): Promise<SignedIn> {
  if (person.twoFactorEnabled) return { secondStep: await challenge(ctx, person.id) };
  await beginSession(ctx, person.id);
  return { person: person.id };
}

export async function beginSession(ctx: Context, person: string): Promise<void> {
  const { internalAdapter } = ctx.context;
  const session = await internalAdapter.createSession(person, false);
  const user = await internalAdapter.findUserById(person);
  if (!user) throw credentialsWrong();
  await setSessionCookie(ctx, { session, user });
}

/**
 * Opens the second step as the library does after its own sign-in by password, so that its check of app codes and
 * backup codes, with their counting and locking, goes on from here. No session exists meanwhile.
 */
async function challenge(ctx: Context, person: string): Promise<SecondStep[]> {
  const { adapter, createAuthCookie, internalAdapter, secret } = ctx.context;
  const cookie = createAuthCookie(CHALLENGE_COOKIE, { maxAge: CHALLENGE_LIFE / 1_000 });
  const identifier = `2fa-${randomBytes(15).toString('base64url')}`;
  const expiresAt = new Date(Date.now() + CHALLENGE_LIFE);
  await internalAdapter.createVerificationValue({ identifier, value: person, expiresAt });
  await internalAdapter.createVerificationValue({ identifier: `2fa-attempts-${identifier}`, value: '0', expiresAt });
  await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
  const passkeys = await adapter.count({ model: 'passkey', where: [{ field: 'userId', value: person }] });
  return ['totp', ...(passkeys > 0 ? (['passkey'] as const) : []), 'backup-code'];
}
