/** WebAuthn's JSON shapes, bounded. */
import { z } from 'zod';

const base64url = z.base64url().min(1).max(20_000);
/** Whatever an authenticator answers: it came as JSON, and nothing here reads it. */
const clientExtensions = z.record(z.string().max(64), z.unknown());
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
