/** Registration in two steps: a contact, then the code that was sent to it together with a password. */

import { runWithTransaction } from '@better-auth/core/context';
import { type Instant, uuidv7 } from '@kept/base';
import { accountAge, ageBandOf, jurisdictionOf, type Lang } from '@kept/policy';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { CODE_LENGTH } from './codes.ts';
import { type Contact, maskContact, normaliseContact } from './contact.ts';
import type { Context, Desk } from './desk.ts';
import { codeWrong, passwordRefused, registrationOver, tooYoung } from './errors.ts';
import { EMAIL, NO_EMAIL, PHONE } from './personal.ts';
import type { Registration } from './registrations.ts';
import { ContactBody } from './sign-in.ts';

/** Answered to a newcomer and for a contact that somebody has, alike. */
export interface Started {
  /** Id of the registration and, once confirmed, of the person. */
  readonly registration: string;
  readonly expiresAt: Instant;
  readonly codeLength: number;
  readonly maskedContact: string;
}

/** A person since now, and where they are kept. */
export interface Registered {
  readonly person: string;
  readonly region: string;
}

export const StartBody = z.strictObject({
  contact: ContactBody,
  residence: z.string().regex(/^[A-Z]{2}$/),
  ageAtLeast: z.int().min(0).max(150),
  language: z.enum(['zh-Hans', 'zh-Hant', 'en']),
});
export const ResendBody = z.strictObject({ registration: z.uuid() });
export const ConfirmBody = z.strictObject({
  registration: z.uuid(),
  code: z.string().max(32),
  password: z.string().max(1_024),
  nickname: z.string().trim().max(64).optional(),
});

const USE = 'registration';

export async function startRegistration(desk: Desk, body: z.infer<typeof StartBody>): Promise<Started> {
  const { residence, language, ageAtLeast } = body;
  const contact = normaliseContact(body.contact, residence);
  const program = desk.program();
  // Before anything is made of them: somebody too young leaves no trace.
  const limit = accountAge(program);
  if (limit && ageAtLeast < limit.years) throw tooYoung(limit.clause);
  const somebody = {
    ageBand: ageBandOf(program, ageAtLeast),
    jurisdiction: jurisdictionOf(program, residence),
  };
  desk.post.refuseUnreachable(contact, somebody);
  await desk.post.reserve(contact);
  const id = uuidv7(desk.clock, desk.random);
  const taken = (await desk.claims.locate(claimOf(contact), blindOf(desk, contact))) !== null;
  await desk.keys.put([`person:${id}`]);
  await desk.people.create({ id, ...somebody, region: desk.region });
  await desk.collecting.account(id, [contact.kind]);
  const expiresAt = await desk.registrations.open(id, { contact, residence, language, taken });
  await sendCode(desk, id, { contact, residence, language, taken });
  return { registration: id, expiresAt, codeLength: CODE_LENGTH, maskedContact: maskContact(contact) };
}

export async function resendCode(desk: Desk, id: string): Promise<Started> {
  const found = await desk.registrations.find(id);
  if (!found || found.registration.proves) throw registrationOver();
  const { contact } = found.registration;
  await desk.post.reserve(contact);
  await sendCode(desk, id, found.registration);
  return { registration: id, expiresAt: found.expiresAt, codeLength: CODE_LENGTH, maskedContact: maskContact(contact) };
}

/** The holder of a taken contact is told that they have an account; whoever typed it sees nothing of that. */
async function sendCode(desk: Desk, id: string, { contact, language: lang, taken }: Registration): Promise<void> {
  const code = await desk.codes.issue(USE, id);
  if (taken) await desk.post.alreadyRegistered(contact, { person: id, lang });
  else await desk.post.code(contact, { person: id, lang, use: USE, code });
}

/** Throws `IDENTITY_CODE_WRONG`, `IDENTITY_PASSWORD_WEAK` (and then the code was not tried), `IDENTITY_REGISTRATION_OVER`. */
export async function confirmRegistration(
  desk: Desk,
  ctx: Context,
  body: z.infer<typeof ConfirmBody>,
): Promise<Registered> {
  const { registration: id, code, password, nickname = '' } = body;
  const found = await desk.registrations.find(id);
  if (!found || found.registration.proves) throw registrationOver();
  const { registration } = found;
  const fault = await desk.passwords.fault(password, [registration.contact.value, nickname, 'kept']);
  if (fault) throw passwordRefused(fault);
  // Hashed before the code is tried: a right code takes no longer than a wrong one.
  const hash = await desk.passwords.hash(password);
  if (!(await desk.codes.accept(USE, id, code)) || registration.taken) throw codeWrong();
  await desk.collecting.account(id, ['code', 'password', ...(nickname === '' ? [] : (['nickname'] as const))]);
  await becomePerson(desk, ctx, id, registration, { nickname, hash });
  await desk.registrations.close(id);
  return { person: id, region: desk.region };
}

/** Throws `IDENTITY_CONTACT_TAKEN` if somebody was faster; then nothing was written and nobody is signed in. */
async function becomePerson(
  desk: Desk,
  ctx: Context,
  id: string,
  { contact, language, residence }: Registration,
  { nickname, hash }: { nickname: string; hash: string },
): Promise<void> {
  const { adapter, internalAdapter } = ctx.context;
  const phone = contact.kind === 'phone';
  const made = await runWithTransaction(adapter, async () => {
    const person = {
      id,
      name: nickname,
      email: phone ? `${uuidv7(desk.clock, desk.random)}${NO_EMAIL}` : contact.value,
      emailVerified: !phone,
      ...(phone ? { phoneNumber: contact.value } : {}),
      language,
      residence,
    };
    const user = await internalAdapter.createUser(person, { method: phone ? 'phone-number' : 'email-otp' });
    await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash });
    const session = await internalAdapter.createSession(id, false);
    // Last, before the commit: a person who is active has an account.
    await desk.people.activate(id);
    return { user, session };
  });
  await setSessionCookie(ctx, made);
}

export const claimOf = ({ kind }: Contact): string => (kind === 'email' ? EMAIL : PHONE);
export const blindOf = (desk: Pick<Desk, 'claims'>, contact: Contact): Buffer =>
  desk.claims.blind(claimOf(contact), contact.value);

export interface StartOptions {
  readonly contact: Contact;
  readonly residence: string;
  /** Years, as the person says. The reading is the protective one: who says fourteen is no adult. */
  readonly ageAtLeast: number;
  readonly language: Lang;
}
