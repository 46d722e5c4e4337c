/** A passkey's authenticator in a few lines (WebAuthn level 3): one key, no attestation, the person always there. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const base64url = (data: Buffer | string): string => Buffer.from(data).toString('base64url');

/** Present, verified; and with the credential's data behind. */
const PRESENT = 0x05;
const WITH_KEY = 0x40;

export class Authenticator {
  readonly id = randomBytes(16);
  readonly #origin: string;
  readonly #key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #count = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** What a browser answers to creation options. */
  attestation({ challenge }: { challenge: string }): object {
    const { x, y } = this.#key.publicKey.export({ format: 'jwk' });
    // COSE_Key: EC2, ES256, P-256.
    const key = cbor(
      new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x!, 'base64url')],
        [-3, Buffer.from(y!, 'base64url')],
      ]),
    );
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, key]);
    const authData = Buffer.concat([this.#authData(PRESENT | WITH_KEY), credential]);
    const attestationObject = cbor(
      new Map<string, string | Map<string, never> | Buffer>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, never>()],
        ['authData', authData],
      ]),
    );
    return this.#envelope({
      attestationObject: base64url(attestationObject),
      clientDataJSON: base64url(this.#clientData('webauthn.create', challenge)),
      transports: ['internal'],
    });
  }

  /** What a browser answers to request options. */
  assertion({ challenge }: { challenge: string }): object {
    const authenticatorData = this.#authData(PRESENT);
    const clientData = this.#clientData('webauthn.get', challenge);
    const signed = createSign('sha256').update(Buffer.concat([authenticatorData, sha256(clientData)]));
    return this.#envelope({
      authenticatorData: base64url(authenticatorData),
      clientDataJSON: base64url(clientData),
      signature: base64url(signed.sign(this.#key.privateKey)),
    });
  }

  #envelope(response: object): object {
    const id = base64url(this.id);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #clientData(type: string, challenge: string): string {
    return JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false });
  }

  #authData(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++this.#count);
    return Buffer.concat([sha256(new URL(this.#origin).hostname), Buffer.from([flags]), counter]);
  }
}

type Cbor = number | string | Buffer | Map<string | number, Cbor>;

/** The part of RFC 8949 that the above needs. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)])]);
}

function head(major: number, n: number): Buffer {
  if (n < 24) return Buffer.from([(major << 5) | n]);
  if (n < 0x100) return Buffer.from([(major << 5) | 24, n]);
  return Buffer.from([(major << 5) | 25, n >> 8, n & 0xff]);
}
