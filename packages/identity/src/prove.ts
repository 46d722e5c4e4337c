/** The password once more, and the second step where there is one: a new session in place of the old, and so a fresh one. */
import type { Instant } from '@kept/base';
import type { Answer, Call, Caller } from './calls.ts';
import type { Contact } from './contact.ts';
import { passwordWrong, secondStepWrong } from './errors.ts';
import { FRESH_SECONDS } from './library.ts';
import { withoutSession } from './members.ts';
import type { SignedIn } from './sign-in.ts';

export interface Proof {
  readonly password: string;
  /** Of the authenticator app, where one is set up. */
  readonly code?: string | undefined;
}

export interface Proven {
  readonly freshUntil: Instant;
}

export interface ProveNeeds {
  readonly call: Call;
  readonly cookieName: string;
  readonly now: () => Instant;
  /** A contact of whoever is signed in, and the id of their session. Throws IDENTITY_SIGNED_OUT. */
  readonly signedIn: (caller: Caller) => Promise<{ readonly contact: Contact; readonly session: string }>;
  readonly endSession: (caller: Caller, session: string) => Promise<unknown>;
}

/** Throws IDENTITY_PASSWORD_WRONG, IDENTITY_SECOND_STEP_WRONG, IDENTITY_TOO_MANY. */
export async function prove(
  { call, cookieName, now, signedIn, endSession }: ProveNeeds,
  caller: Caller,
  proof: Proof,
): Promise<Answer<Proven>> {
  const { contact, session } = await signedIn(caller);
  const stranger = withoutSession(caller, cookieName);
  const first = await call<SignedIn>('POST', '/sign-in/password', stranger, {
    contact,
    password: proof.password,
  }).catch(wrong);
  const last = 'person' in first.body ? first : await secondStep(call, stranger, first, proof.code);
  await endSession(caller, session);
  return { status: 200, body: { freshUntil: now() + 1_000 * FRESH_SECONDS }, setCookies: last.setCookies };
}

async function secondStep(
  call: Call,
  caller: Caller,
  { setCookies }: Answer<unknown>,
  code: string | undefined,
): Promise<Answer<unknown>> {
  if (code === undefined) throw secondStepWrong();
  const challenge = setCookies.map((line) => line.split(';', 1)[0]!).join('; ');
  return call('POST', '/two-factor/verify-totp', { ...caller, cookie: challenge }, { code: code.trim() });
}

/** Who is signed in has told us who they are: only the password can be wrong. */
function wrong(error: unknown): never {
  throw (error as { code?: unknown }).code === 'IDENTITY_CREDENTIALS_WRONG' ? passwordWrong() : error;
}
