/** What a person who is signed in does about the safety of their account. */

import type { AuthContext } from '@better-auth/core';
import type { Instant } from '@kept/base';
import { contactsOf } from './account.ts';
import type { Answer, Call, Caller } from './calls.ts';
import type { Contact } from './contact.ts';
import { withoutCookie } from './cookies.ts';
import type { AccountRow, Desk } from './desk.ts';
import { signedOut } from './errors.ts';
import { tell } from './recovery.ts';
import type { Session, Sessions } from './sessions.ts';

/** One place where a person is signed in. */
export interface SessionEntry {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** What the browser calls itself, shortened: `Firefox, Linux`; empty if it says nothing known. */
  readonly device: string;
  readonly address: string;
}

export interface PasskeyEntry {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
}

/** For an authenticator app; shown once. */
export interface TotpSetup {
  /** `otpauth://` URI, for a picture to scan. */
  readonly uri: string;
  /** The secret in base32, to type. */
  readonly secret: string;
  /** Ten codes, each of which stands in for the app once. */
  readonly backupCodes: readonly string[];
}

export interface Security {
  /** A contact of whoever is signed in, for the desk itself. Throws `IDENTITY_SIGNED_OUT`. */
  contactOf(caller: Caller): Promise<{ readonly contact: Contact; readonly session: string }>;
  sessions(caller: Caller): Promise<readonly SessionEntry[]>;
  endSession(caller: Caller, id: string): Promise<void>;
  endOtherSessions(caller: Caller): Promise<void>;
  /** Ends the other sessions and begins a new one here. Throws `IDENTITY_PASSWORD_WRONG`, `IDENTITY_PASSWORD_WEAK`. */
  changePassword(caller: Caller, body: { current: string; next: string }): Promise<Answer<null>>;
  secondSteps(caller: Caller): Promise<{ readonly totp: boolean; readonly passkeys: readonly PasskeyEntry[] }>;
  /** Works only once `confirmTotp` has seen a code of it. Throws `IDENTITY_PASSWORD_WRONG`, `IDENTITY_TOTP_ON`. */
  startTotp(caller: Caller, body: { password: string }): Promise<Answer<TotpSetup>>;
  confirmTotp(caller: Caller, body: { code: string }): Promise<Answer<null>>;
  endTotp(caller: Caller, body: { password: string }): Promise<Answer<null>>;
  newBackupCodes(
    caller: Caller,
    body: { password: string },
  ): Promise<Answer<{ readonly backupCodes: readonly string[] }>>;
  /** WebAuthn creation options, for a fresh session. Their challenge is in a cookie. */
  passkeyOptions(caller: Caller): Promise<Answer<object>>;
  addPasskey(caller: Caller, body: { response: object; name: string }): Promise<Answer<PasskeyEntry>>;
  removePasskey(caller: Caller, id: string): Promise<Answer<null>>;
}

export interface SecurityOptions {
  readonly desk: Desk;
  readonly call: Call;
  readonly sessions: Sessions;
  readonly context: Promise<AuthContext>;
  readonly siteName: string;
}

interface SessionRow {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  ipAddress?: string | null;
  userAgent?: string | null;
}
interface PasskeyRow {
  id: string;
  name?: string | null;
  createdAt: Date | string;
}

export function openSecurity({ desk, call, sessions, context, siteName }: SecurityOptions): Security {
  async function signedIn(caller: Caller): Promise<Session> {
    const session = await sessions.find(caller.cookie);
    if (!session) throw signedOut();
    return session;
  }
  async function personOf({ person }: Session): Promise<AccountRow> {
    const row = await (await context).internalAdapter.findUserById(person);
    if (!row) throw signedOut();
    return row as unknown as AccountRow;
  }
  const nothing = ({ status, setCookies }: Answer<unknown>): Answer<null> => ({ status, body: null, setCookies });

  return {
    async contactOf(caller) {
      const session = await signedIn(caller);
      const [contact] = contactsOf(await personOf(session));
      if (!contact) throw signedOut();
      return { contact, session: session.id };
    },
    async sessions(caller) {
      const { id: current, person } = await signedIn(caller);
      const rows = await (await context).adapter.findMany<SessionRow>({
        model: 'session',
        where: [
          { field: 'userId', value: person },
          { field: 'expiresAt', operator: 'gt', value: new Date(desk.clock.now()) },
        ],
        sortBy: { field: 'createdAt', direction: 'desc' },
      });
      return rows.map((row) => entryOf(row, current));
    },
    async endSession(caller, id) {
      const { person } = await signedIn(caller);
      await (await context).adapter.deleteMany({
        model: 'session',
        where: [
          { field: 'id', value: id },
          { field: 'userId', value: person },
        ],
      });
    },
    async endOtherSessions(caller) {
      const { id, person } = await signedIn(caller);
      await (await context).adapter.deleteMany({
        model: 'session',
        where: [
          { field: 'id', operator: 'ne', value: id },
          { field: 'userId', value: person },
        ],
      });
    },
    async changePassword(caller, { current, next }) {
      const session = await signedIn(caller);
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const answer = await call('POST', '/change-password', caller, body);
      tell(desk, await personOf(session), 'password');
      return nothing(answer);
    },
    ...totp({ desk, call, signedIn, personOf, nothing, siteName }),
    async secondSteps(caller) {
      const session = await signedIn(caller);
      const { twoFactorEnabled } = await personOf(session);
      const passkeys = await (await context).adapter.findMany<PasskeyRow>({
        model: 'passkey',
        where: [{ field: 'userId', value: session.person }],
      });
      return { totp: twoFactorEnabled === true, passkeys: passkeys.map(passkeyOf) };
    },
    async passkeyOptions(caller) {
      const person = await personOf(await signedIn(caller));
      const name = contactsOf(person)[0]?.value ?? '';
      const answer = await call<{ user: object }>('GET', '/passkey/generate-register-options', caller);
      // The library would show its own idea of an address to the person's authenticator.
      return {
        ...answer,
        body: { ...answer.body, user: { ...answer.body.user, name, displayName: person.name || name } },
      };
    },
    async addPasskey(caller, { response, name }) {
      const session = await signedIn(caller);
      await desk.collecting.secondStep(session.person, ['passkey']);
      const answer = await call<PasskeyRow>('POST', '/passkey/verify-registration', caller, {
        response,
        name: name.slice(0, 64),
      });
      tell(desk, await personOf(session), 'passkey');
      return { ...answer, body: passkeyOf(answer.body) };
    },
    async removePasskey(caller, id) {
      await signedIn(caller);
      return nothing(await call('POST', '/passkey/delete-passkey', caller, { id }));
    },
  };
}

interface Parts {
  readonly desk: Desk;
  readonly call: Call;
  readonly siteName: string;
  readonly signedIn: (caller: Caller) => Promise<Session>;
  readonly personOf: (session: Session) => Promise<AccountRow>;
  readonly nothing: (answer: Answer<unknown>) => Answer<null>;
}

function totp({ desk, call, signedIn, personOf, nothing, siteName }: Parts) {
  return {
    async startTotp(caller: Caller, { password }: { password: string }): Promise<Answer<TotpSetup>> {
      const session = await signedIn(caller);
      await desk.collecting.secondStep(session.person, ['secret', 'backupCodes']);
      const person = await personOf(session);
      const answer = await call<{ totpURI: string; backupCodes: string[] }>('POST', '/two-factor/enable', caller, {
        password,
      });
      const { totpURI, backupCodes } = answer.body;
      const secret = new URL(totpURI).searchParams.get('secret')!;
      return { ...answer, body: { uri: otpauth(siteName, person, secret), secret, backupCodes } };
    },
    async confirmTotp(caller: Caller, { code }: { code: string }): Promise<Answer<null>> {
      const session = await signedIn(caller);
      const answer = await call('POST', '/two-factor/verify-totp', caller, { code: code.trim() });
      tell(desk, await personOf(session), 'second-step-on');
      return nothing(answer);
    },
    async endTotp(caller: Caller, { password }: { password: string }): Promise<Answer<null>> {
      const session = await signedIn(caller);
      const answer = await call('POST', '/two-factor/disable', caller, { password });
      tell(desk, await personOf(session), 'second-step-off');
      return nothing(answer);
    },
    async newBackupCodes(caller: Caller, { password }: { password: string }) {
      await signedIn(caller);
      const answer = await call<{ backupCodes: string[] }>('POST', '/two-factor/generate-backup-codes', caller, {
        password,
      });
      return { ...answer, body: { backupCodes: answer.body.backupCodes } };
    },
  };
}

/** The library names people by an e-mail address that some do not have. */
function otpauth(siteName: string, person: AccountRow, secret: string): string {
  const label = encodeURIComponent(`${siteName}:${contactsOf(person)[0]?.value ?? person.id}`);
  return `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer: siteName, digits: '6', period: '30' })}`;
}

const passkeyOf = ({ id, name, createdAt }: PasskeyRow): PasskeyEntry => ({
  id,
  name: name ?? '',
  createdAt: new Date(createdAt).getTime(),
});

const entryOf = ({ id, createdAt, expiresAt, ipAddress, userAgent }: SessionRow, current: string): SessionEntry => ({
  id,
  current: id === current,
  createdAt: createdAt.getTime(),
  expiresAt: expiresAt.getTime(),
  device: deviceOf(userAgent ?? ''),
  address: ipAddress ?? '',
});

const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['WeChat', /\bMicroMessenger\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(iPhone|iPad|iPod)\b/],
  ['HarmonyOS', /\bHarmonyOS\b|OpenHarmony/],
  ['Windows', /\bWindows NT\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

/** First match wins: browsers also claim to be those they descend from. */
export function deviceOf(userAgent: string): string {
  const first = (of: typeof BROWSERS) => of.find(([, sign]) => sign.test(userAgent))?.[0];
  return [first(BROWSERS), first(SYSTEMS)].filter((part) => part !== undefined).join(', ');
}

/** For the second step of a sign-in: whoever else is signed in in this browser has no part in it. */
export const withoutSession = (caller: Caller, cookieName: string): Caller => ({
  ...caller,
  cookie: withoutCookie(caller.cookie, cookieName),
});
