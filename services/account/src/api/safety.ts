/** Safety of the account: sessions, password, second steps. */
import { endpoint, Instant, Uuid } from '@kept/api';
import { z } from 'zod';
import { Code, GivenPassword, Password } from './contact.ts';
import { PasskeyAttestation, PasskeyCreation } from './passkey.ts';

export const AccountSession = z.object({
  id: Uuid,
  current: z.boolean(),
  createdAt: Instant,
  expiresAt: Instant,
  /** "Chrome on Windows", as far as it can be told. */
  device: z.string().max(200),
  address: z.string().max(60),
});
export type AccountSession = z.infer<typeof AccountSession>;

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/account/sessions',
  who: 'person',
  summary: 'Where the person is signed in.',
  answers: { 200: z.object({ sessions: z.array(AccountSession).max(500) }) },
});

export const endOneSession = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions/:id',
  who: 'person',
  summary: 'Ends one session.',
  params: z.strictObject({ id: Uuid }),
  answers: { 204: null },
});

export const endOtherSessions = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions',
  who: 'person',
  summary: 'Ends every session but this one.',
  answers: { 200: z.object({ ended: z.int().min(0).max(10_000) }) },
});

export const changePassword = endpoint({
  method: 'PUT',
  path: '/api/account/password',
  who: 'person',
  summary: 'Changes the password and ends every other session.',
  body: z.strictObject({ current: GivenPassword, next: Password }),
  answers: { 204: null },
});

export const startTotp = endpoint({
  method: 'POST',
  path: '/api/account/totp',
  who: 'person',
  summary: 'A new secret for an authenticator app, with backup codes; counts once confirmed.',
  body: z.strictObject({ password: GivenPassword }),
  answers: {
    200: z.object({
      uri: z.string().max(500),
      secret: z.string().max(120),
      backupCodes: z.array(z.string().max(40)).max(20),
    }),
  },
});

export const confirmTotp = endpoint({
  method: 'POST',
  path: '/api/account/totp/confirm',
  who: 'person',
  summary: 'Turns the second step on with a code of the app.',
  body: z.strictObject({ code: Code }),
  answers: { 204: null },
});

export const removeTotp = endpoint({
  method: 'DELETE',
  path: '/api/account/totp',
  who: 'person',
  summary: 'Turns it off and destroys secret and backup codes.',
  body: z.strictObject({ password: GivenPassword }),
  answers: { 204: null },
});

export const Passkey = z.object({ id: Uuid, name: z.string().max(80), createdAt: Instant });
export type Passkey = z.infer<typeof Passkey>;

export const SecondSteps = z.object({ totp: z.boolean(), passkeys: z.array(Passkey).max(50) });
export type SecondSteps = z.infer<typeof SecondSteps>;

export const listSecondSteps = endpoint({
  method: 'GET',
  path: '/api/account/second-steps',
  who: 'person',
  summary: 'Which second steps are set up.',
  answers: { 200: SecondSteps },
});

export const passkeyOptions = endpoint({
  method: 'POST',
  path: '/api/account/passkeys/options',
  who: 'person',
  fresh: true,
  summary: 'Options for making a passkey.',
  answers: { 200: PasskeyCreation },
});

export const addPasskey = endpoint({
  method: 'POST',
  path: '/api/account/passkeys',
  who: 'person',
  fresh: true,
  summary: 'Adds the passkey that the browser made.',
  body: z.strictObject({ response: PasskeyAttestation, name: z.string().trim().min(1).max(80) }),
  answers: { 201: Passkey },
});

export const removePasskey = endpoint({
  method: 'DELETE',
  path: '/api/account/passkeys/:id',
  who: 'person',
  fresh: true,
  summary: 'Removes a passkey.',
  params: z.strictObject({ id: Uuid }),
  answers: { 204: null },
});
