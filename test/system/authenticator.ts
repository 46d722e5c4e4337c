/** A passkey without a browser: what an authenticator answers (WebAuthn Level 3, attestation `none`, ES256). */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

interface Ceremony {
  readonly challenge: string;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const CREDENTIAL_INCLUDED = 0x40;

export class Authenticator {
  readonly #origin: string;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(32);
  #counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** As the site knows the passkey. */
  get id(): string {
    return this.#id.toString('base64url');
  }

  /** `RegistrationResponseJSON`. */
  create({ challenge }: Ceremony): object {
    const authData = Buffer.concat([
      this.#head(USER_PRESENT | USER_VERIFIED | CREDENTIAL_INCLUDED),
      Buffer.alloc(16),
      Buffer.of(0, this.#id.length),
      this.#id,
      this.#cose(),
    ]);
    const attestationObject = Buffer.concat([
      Buffer.from('\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58', 'latin1'),
      Buffer.of(authData.length),
      authData,
    ]);
    return this.#envelope({
      clientDataJSON: this.#clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
    });
  }

  /** `AuthenticationResponseJSON`. */
  get({ challenge }: Ceremony): object {
    const clientData = this.#clientData('webauthn.get', challenge);
    const authData = this.#head(USER_PRESENT | USER_VERIFIED);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    return this.#envelope({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.#keys.privateKey).toString('base64url'),
    });
  }

  #envelope(response: object): object {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }));
  }

  #head(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++this.#counter);
    return Buffer.concat([
      createHash('sha256').update(new URL(this.#origin).hostname).digest(),
      Buffer.of(flags),
      counter,
    ]);
  }

  /** The public key as COSE (RFC 9053): EC2, ES256, P-256, x, y. */
  #cose(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    return Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
  }
}
