/**
 * What is personal in the tables of the authentication library: one declaration, read by the adapter that seals, by the
 * answer to a person who asks for their data, and by the scan that looks for leaks.
 */

/** `seal` into the row's blob; `index` also a keyed hash, for equality only; `keep` nothing but a keyed hash. */
export interface Personal {
  /** Whose key seals the row: the person that the row is, or belongs to; or, for rows of nobody, the day's. */
  readonly owner?: 'self' | 'person' | 'day';
  /** Purpose group, part of the place that the blob is bound to. */
  readonly group?: 'account' | 'security';
  readonly seal?: readonly string[];
  readonly index?: readonly string[];
  /** Kind of claim by field: one holder over all regions. A claimed field is indexed. */
  readonly claim?: Readonly<Record<string, string>>;
  readonly keep?: readonly string[];
}

export const PHONE = 'phone';
export const EMAIL = 'email';
export const PASSKEY = 'passkey';

/**
 * E-mail addresses of nobody: the library demands one of every person. They are random, say nothing, reach nobody
 * (RFC 2606) and are not claimed.
 */
export const NO_EMAIL = '@phone.invalid';

/** By table of the library. It does not start with a table that is missing here. */
export const PERSONAL: Readonly<Record<string, Personal>> = {
  user: {
    owner: 'self',
    group: 'account',
    seal: ['name', 'email', 'image', 'phoneNumber', 'language', 'residence'],
    claim: { email: EMAIL, phoneNumber: PHONE },
  },
  account: {
    owner: 'person',
    group: 'account',
    seal: ['accountId', 'accessToken', 'refreshToken', 'idToken', 'password', 'scope'],
    index: ['accountId'],
  },
  session: { owner: 'person', group: 'security', seal: ['token', 'ipAddress', 'userAgent'], index: ['token'] },
  // The equality on `backupCodes` is the library's guard against using one twice.
  twoFactor: { owner: 'person', group: 'security', seal: ['secret', 'backupCodes'], index: ['backupCodes'] },
  passkey: {
    owner: 'person',
    group: 'security',
    seal: ['name', 'publicKey', 'credentialID', 'aaguid', 'transports'],
    claim: { credentialID: PASSKEY },
  },
  verification: { owner: 'day', group: 'security', seal: ['identifier', 'value'], index: ['identifier'] },
  rateLimit: { keep: ['key'] },
};
