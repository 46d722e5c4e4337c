/** Signing in, the second step, and the proof: the password once more, for what cannot be taken back. */
import { endpoint, Instant, Uuid } from '@kept/api';
import { z } from 'zod';
import { BackupCode, Code, Contact, GivenPassword, Password } from './contact.ts';
import { PasskeyAssertion, PasskeyRequest } from './passkey.ts';

export const SecondStep = z.enum(['totp', 'passkey', 'backup-code']);
export type SecondStep = z.infer<typeof SecondStep>;

/** In, or half in: then one of the steps named finishes it within five minutes. */
export const SignIn = z.union([
  z.object({ person: Uuid }),
  z.object({ secondStep: z.array(SecondStep).min(1).max(3) }),
]);
export type SignIn = z.infer<typeof SignIn>;

const SignedIn = z.object({ person: Uuid });

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  who: 'anyone',
  summary: 'Signs in with a password.',
  body: z.strictObject({ contact: Contact, password: GivenPassword }),
  answers: { 200: SignIn },
});

export const CodeSent = z.object({ expiresAt: Instant, resendAt: Instant, codeLength: z.literal(6) });

export const sendSignInCode = endpoint({
  method: 'POST',
  path: '/api/session/code',
  who: 'anyone',
  summary: 'Sends a code to sign in with; answers alike whether or not the contact has an account.',
  body: z.strictObject({ contact: Contact }),
  answers: { 202: CodeSent },
});

export const signInWithCode = endpoint({
  method: 'POST',
  path: '/api/session/code/verify',
  who: 'anyone',
  summary: 'Signs in with that code.',
  body: z.strictObject({ contact: Contact, code: Code }),
  answers: { 200: SignIn },
});

export const finishWithTotp = endpoint({
  method: 'POST',
  path: '/api/session/totp',
  who: 'anyone',
  summary: 'Second step: the code of an authenticator app; each works once.',
  body: z.strictObject({ code: Code }),
  answers: { 200: SignedIn },
});

export const finishWithBackupCode = endpoint({
  method: 'POST',
  path: '/api/session/backup-code',
  who: 'anyone',
  summary: 'Second step: a backup code; each works once.',
  body: z.strictObject({ code: BackupCode }),
  answers: { 200: SignedIn },
});

export const passkeySignInOptions = endpoint({
  method: 'POST',
  path: '/api/session/passkey/options',
  who: 'anyone',
  summary: 'Options for signing in by passkey, without a name or as a second step.',
  answers: { 200: PasskeyRequest },
});

export const signInWithPasskey = endpoint({
  method: 'POST',
  path: '/api/session/passkey',
  who: 'anyone',
  summary: 'Signs in by passkey.',
  body: z.strictObject({ response: PasskeyAssertion }),
  answers: { 200: SignedIn },
});

export const proveSession = endpoint({
  method: 'POST',
  path: '/api/session/proof',
  who: 'person',
  summary: 'The password once more, and the second step where there is one; makes the session fresh.',
  body: z.strictObject({ password: GivenPassword, code: Code.optional() }),
  answers: { 200: z.object({ freshUntil: Instant }) },
});

export const sendPasswordReset = endpoint({
  method: 'POST',
  path: '/api/password-resets',
  who: 'anyone',
  summary: 'Sends a code to set a new password with; answers alike whether or not the contact has an account.',
  body: z.strictObject({ contact: Contact }),
  answers: { 202: CodeSent },
});

export const resetPassword = endpoint({
  method: 'POST',
  path: '/api/password-resets/confirm',
  who: 'anyone',
  summary: 'Sets a new password and ends every session.',
  body: z.strictObject({ contact: Contact, code: Code, password: Password }),
  answers: { 204: null },
});
