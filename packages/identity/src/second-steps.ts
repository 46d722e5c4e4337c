/** Second steps that a person sets up: an authenticator app with backup codes, and passkeys. */
import type { Instant } from '@kept/base';
import { contactsOf } from './account.ts';
import type { Answer, Call, Caller } from './calls.ts';
import type { AccountRow } from './desk.ts';
import { passkeysFull, passkeyUnknown } from './errors.ts';
import { bare } from './members.ts';
import { tell } from './recovery.ts';
import type { MemberNeeds } from './security.ts';

/** For an authenticator app; shown once. */
export interface TotpSetup {
  /** `otpauth://` URI, for a picture to scan. */
  readonly uri: string;
  /** The secret in base32, to type. */
  readonly secret: string;
  /** Ten codes, each of which stands in for the app once. */
  readonly backupCodes: readonly string[];
}

/** A passkey, by the name that its person gave it. */
export interface PasskeyEntry {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
}

/** Setting up what is asked for at sign-in beside a password or a code. */
export interface SecondSteps {
  secondSteps(caller: Caller): Promise<{ readonly totp: boolean; readonly passkeys: readonly PasskeyEntry[] }>;
  /** Works only once `confirmTotp` has seen a code of it. Throws `IDENTITY_PASSWORD_WRONG`, `IDENTITY_TOTP_ON`. */
  startTotp(caller: Caller, body: { password: string }): Promise<Answer<TotpSetup>>;
  /** Throws `IDENTITY_SECOND_STEP_WRONG`. */
  confirmTotp(caller: Caller, body: { code: string }): Promise<Answer<null>>;
  endTotp(caller: Caller, body: { password: string }): Promise<Answer<null>>;
  newBackupCodes(
    caller: Caller,
    body: { password: string },
  ): Promise<Answer<{ readonly backupCodes: readonly string[] }>>;
  /** WebAuthn creation options, for a fresh session. Their challenge is in a cookie. Throws `IDENTITY_NOT_FRESH`. */
  passkeyOptions(caller: Caller): Promise<Answer<object>>;
  /** Throws `IDENTITY_NOT_FRESH`, `IDENTITY_PASSKEY_REFUSED`, `IDENTITY_PASSKEYS_FULL`. */
  addPasskey(caller: Caller, body: { response: object; name: string }): Promise<Answer<PasskeyEntry>>;
  /** Throws `IDENTITY_NOT_FRESH`, `IDENTITY_PASSKEY_NOT_FOUND` if there is no such passkey of this person. */
  removePasskey(caller: Caller, id: string): Promise<Answer<null>>;
}

interface PasskeyRow {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt: Date | string;
}

const NAME_MAX = 64;
/** Of one person: more than anybody has devices. */
const PASSKEYS_MAX = 50;

export const openSecondSteps = (needs: MemberNeeds): SecondSteps => ({
  async secondSteps(caller) {
    const session = await needs.members.signedIn(caller);
    const { twoFactorEnabled } = await needs.members.personOf(session);
    const where = [{ field: 'userId', value: session.person }];
    const passkeys = await (await needs.context).adapter.findMany<PasskeyRow>({ model: 'passkey', where });
    return { totp: twoFactorEnabled === true, passkeys: passkeys.map(passkeyOf) };
  },
  ...authenticator(needs),
  ...passkeys(needs),
});

type Authenticator = Pick<SecondSteps, 'startTotp' | 'confirmTotp' | 'endTotp' | 'newBackupCodes'>;

function authenticator({ desk, call, members, siteName }: MemberNeeds): Authenticator {
  return {
    async startTotp(caller, { password }) {
      const session = await members.signedIn(caller);
      await desk.collecting.secondStep(session.person, ['secret', 'backupCodes']);
      const { body, ...rest } = await call<Enabled>('POST', '/two-factor/enable', caller, { password });
      const secret = new URL(body.totpURI).searchParams.get('secret')!;
      const uri = otpauth(siteName, await members.personOf(session), secret);
      return { ...rest, body: { uri, secret, backupCodes: body.backupCodes } };
    },
    async confirmTotp(caller, { code }) {
      const session = await members.signedIn(caller);
      const answer = await call('POST', '/two-factor/verify-totp', caller, { code: code.trim() });
      tell(desk, await members.personOf(session), 'second-step-on');
      return bare(answer);
    },
    async endTotp(caller, { password }) {
      const session = await members.signedIn(caller);
      const answer = await call('POST', '/two-factor/disable', caller, { password });
      tell(desk, await members.personOf(session), 'second-step-off');
      return bare(answer);
    },
    async newBackupCodes(caller, { password }) {
      await members.signedIn(caller);
      const { body, ...rest } = await backupCodes(call, caller, password);
      return { ...rest, body: { backupCodes: body.backupCodes } };
    },
  };
}

interface Enabled {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

const backupCodes = (call: Call, caller: Caller, password: string) =>
  call<Pick<Enabled, 'backupCodes'>>('POST', '/two-factor/generate-backup-codes', caller, { password });

/** The library names people by an e-mail address that some do not have. */
function otpauth(siteName: string, person: AccountRow, secret: string): string {
  const label = encodeURIComponent(`${siteName}:${contactsOf(person)[0]?.value ?? person.id}`);
  const query = new URLSearchParams({ secret, issuer: siteName, digits: '6', period: '30' });
  return `otpauth://totp/${label}?${query.toString()}`;
}

function passkeys({
  desk,
  call,
  members,
  context,
}: MemberNeeds): Pick<SecondSteps, 'passkeyOptions' | 'addPasskey' | 'removePasskey'> {
  const count = async (person: string, ...where: { field: string; value: string }[]): Promise<number> =>
    (await context).adapter.count({ model: 'passkey', where: [{ field: 'userId', value: person }, ...where] });
  return {
    async passkeyOptions(caller) {
      const person = await members.personOf(await members.fresh(caller, desk.clock.now()));
      const name = contactsOf(person)[0]?.value ?? '';
      const { body, ...rest } = await call<{ user: object }>('GET', '/passkey/generate-register-options', caller);
      // The library would show its own idea of an address to the person's authenticator.
      return { ...rest, body: { ...body, user: { ...body.user, name, displayName: person.name || name } } };
    },
    async addPasskey(caller, { response, name }) {
      const session = await members.fresh(caller, desk.clock.now());
      if ((await count(session.person)) >= PASSKEYS_MAX) throw passkeysFull();
      await desk.collecting.secondStep(session.person, ['passkey']);
      const passkey = { response, name: [...name.trim()].slice(0, NAME_MAX).join('') };
      const { body, ...rest } = await call<PasskeyRow>('POST', '/passkey/verify-registration', caller, passkey);
      tell(desk, await members.personOf(session), 'passkey');
      return { ...rest, body: passkeyOf(body) };
    },
    async removePasskey(caller, id) {
      const { person } = await members.fresh(caller, desk.clock.now());
      // The library tells another person's passkey from none.
      if ((await count(person, { field: 'id', value: id })) === 0) throw passkeyUnknown();
      return bare(await call('POST', '/passkey/delete-passkey', caller, { id }));
    },
  };
}

const passkeyOf = ({ id, name, createdAt }: PasskeyRow): PasskeyEntry => ({
  id,
  name: name ?? '',
  createdAt: new Date(createdAt).getTime(),
});
