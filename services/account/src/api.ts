/**
 * The account service's part of the HTTP API: how a person comes in, stays safe, and fills in a profile.
 *
 * - **Registration**: begun with a contact, confirmed with the code sent there; nothing else is collected before that.
 * - **Second step**: what is asked for after the password: an app's code, a passkey, or a backup code.
 * - **Proof**: the password once more, for what cannot be taken back.
 */
import { Country, endpoint, Instant, Label, Language, Name, Sha256, Uuid } from '@kept/api';
import { z } from 'zod';

/** A mail address or a phone number as typed; the server brings it into one form before anything else. */
export const Contact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('phone'),
    value: z
      .string()
      .trim()
      .min(5)
      .max(32)
      .regex(/^[+\d][\d\s().-]*$/),
  }),
  z.strictObject({
    kind: z.literal('email'),
    value: z
      .string()
      .trim()
      .min(3)
      .max(254)
      .regex(/^[^\s@]+@[^\s@]+$/),
  }),
]);
export type Contact = z.infer<typeof Contact>;

/** Length only; the server also refuses common and guessable ones (`PASSWORD_WEAK`). */
export const Password = z.string().min(8).max(128);
/** Bounded, never judged: an old password may be shorter than today's rule. */
const GivenPassword = z.string().min(1).max(128);
export const Code = z.string().regex(/^\d{6}$/);
export const BackupCode = z.string().trim().min(6).max(40);
export const Nickname = z.string().trim().min(1).max(40);

// Registration.

const registrationParams = z.strictObject({ id: Uuid });

export const RegistrationStart = z.strictObject({
  contact: Contact,
  /** Where the person lives: decides the region, and so where everything is kept. */
  residence: Country,
  /** The person says they are old enough for an account of their own. */
  ageConfirmed: z.literal(true),
  language: Language,
  /** Hash of the policy that was shown. */
  notice: Sha256,
});
export type RegistrationStart = z.infer<typeof RegistrationStart>;

export const Registration = z.object({
  registration: Uuid,
  /** When the code stops being accepted. */
  expiresAt: Instant,
  /** When another may be asked for. */
  resendAt: Instant,
  codeLength: z.literal(6),
  maskedContact: z.string().max(120),
});
export type Registration = z.infer<typeof Registration>;

export const startRegistration = endpoint({
  method: 'POST',
  path: '/api/registrations',
  who: 'anyone',
  summary: 'Begins a registration and sends a code; answers alike whether or not the contact has an account.',
  body: RegistrationStart,
  answers: { 202: Registration },
});

export const resendRegistrationCode = endpoint({
  method: 'POST',
  path: '/api/registrations/:id/code',
  who: 'anyone',
  summary: 'Sends another code; the one before stops working.',
  params: registrationParams,
  answers: { 202: Registration },
});

export const RegistrationConfirmation = z.strictObject({
  code: Code,
  password: Password,
  nickname: Nickname.optional(),
});
export type RegistrationConfirmation = z.infer<typeof RegistrationConfirmation>;

export const confirmRegistration = endpoint({
  method: 'POST',
  path: '/api/registrations/:id/confirm',
  who: 'anyone',
  summary: 'Proves the contact, sets the password, and signs in.',
  params: registrationParams,
  body: RegistrationConfirmation,
  answers: { 201: z.object({ person: Uuid, region: Name }) },
});

// Signing in.

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

const base64url = z.base64url().min(1).max(20_000);
const clientExtensions = z.record(z.string().max(64), z.json());
const transports = z.array(z.string().max(40)).max(10);

/** WebAuthn `PublicKeyCredentialRequestOptionsJSON`, handed to the browser as it is. */
export const PasskeyRequest = z.looseObject({ challenge: base64url });
/** WebAuthn `PublicKeyCredentialCreationOptionsJSON`, handed to the browser as it is. */
export const PasskeyCreation = z.looseObject({ challenge: base64url });

const passkeyEnvelope = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
  clientExtensionResults: clientExtensions,
};

/** WebAuthn `AuthenticationResponseJSON`. */
export const PasskeyAssertion = z.strictObject({
  ...passkeyEnvelope,
  response: z.strictObject({
    authenticatorData: base64url,
    clientDataJSON: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});

/** WebAuthn `RegistrationResponseJSON`. */
export const PasskeyAttestation = z.strictObject({
  ...passkeyEnvelope,
  response: z.strictObject({
    attestationObject: base64url,
    clientDataJSON: base64url,
    authenticatorData: base64url.optional(),
    publicKey: base64url.optional(),
    publicKeyAlgorithm: z.int().optional(),
    transports: transports.optional(),
  }),
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

// Safety of the account.

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

export const Passkey = z.object({ id: z.string().min(1).max(120), name: z.string().max(80), createdAt: Instant });
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
  params: z.strictObject({ id: z.string().min(1).max(120) }),
  answers: { 204: null },
});

// Profile.

/** Longest profile value, a picture as a data URL included; each field has its own `longest`. */
const LongestProfileValue = 140_000;

export const ProfileField = z.object({
  id: Name,
  label: Label,
  kind: z.enum(['text', 'multiline', 'email', 'phone', 'date', 'picture']),
  /** In characters. */
  longest: z.int().min(1).max(LongestProfileValue),
});

export const Profile = z.object({
  /** Fields of the policy's profile row, in groups: about the person, about their company. */
  groups: z
    .array(z.object({ id: z.enum(['personal', 'company']), label: Label, fields: z.array(ProfileField).max(60) }))
    .max(4),
  /** Only the fields that have a value. Opening them is an entry of the ledger. */
  values: z.record(Name, z.string().max(LongestProfileValue)),
});
export type Profile = z.infer<typeof Profile>;

export const readProfile = endpoint({
  method: 'GET',
  path: '/api/account/profile',
  who: 'person',
  summary: 'The profile: all voluntary.',
  answers: { 200: Profile },
});

export const ProfileChange = z.strictObject({
  /** `null` deletes the value at once. Fields not named stay as they are. */
  values: z.record(Name, z.string().trim().min(1).max(LongestProfileValue).nullable()),
});

export const changeProfile = endpoint({
  method: 'PATCH',
  path: '/api/account/profile',
  who: 'person',
  summary: 'Fills in, corrects or empties profile fields.',
  body: ProfileChange,
  answers: { 200: Profile },
});
