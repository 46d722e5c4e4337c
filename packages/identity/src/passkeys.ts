/** Signing in with a passkey, which names its person: their region is found by it. */
import type { AuthContext } from '@better-auth/core';
import type { Answer, Call, Caller } from './calls.ts';
import { readCookie, signCookie, signedValue, withoutCookie } from './cookies.ts';
import { passkeyRefused } from './errors.ts';
import { withoutSession } from './members.ts';

export const PASSKEY_COOKIE = 'kept.passkey';

export interface Passkeys {
  /** WebAuthn request options, without naming anybody. Their challenge is in a cookie. */
  passkeySignInOptions(caller: Caller): Promise<Answer<object>>;
  /** Throws `IDENTITY_PASSKEY_REFUSED`. */
  signInByPasskey(
    caller: Caller,
    body: { readonly response: { readonly id: string } },
  ): Promise<Answer<{ readonly person: string }>>;
  /** Takes a challenge out of this region, so that the region of its passkey can check it. */
  takeChallenge(caller: Caller): Promise<Challenge>;
  /** A caller who brings a challenge taken elsewhere. */
  giveChallenge(caller: Caller, challenge: Challenge): Promise<Caller>;
}

/** Random bytes that an authenticator has signed; nobody's, and of use once. */
export interface Challenge {
  readonly value: string;
  readonly expiresAt: Date;
}

export interface PasskeysOptions {
  readonly call: Call;
  readonly context: Promise<AuthContext>;
  readonly secret: string;
  /** Whether cookies are named as they are under https. */
  readonly secure: boolean;
}

export function openPasskeys({ call, context, secret, secure }: PasskeysOptions): Passkeys {
  const cookie = `${secure ? '__Secure-' : ''}${PASSKEY_COOKIE}`;
  const sessionless = (caller: Caller): Caller => withoutSession(caller, `${secure ? '__Secure-' : ''}kept.session`);
  return {
    async passkeySignInOptions(caller) {
      const answer = await call<object>('GET', '/passkey/generate-authenticate-options', sessionless(caller));
      return { ...answer, body: { ...answer.body, userVerification: 'required' } };
    },
    async signInByPasskey(caller, { response }) {
      const answer = await call<{ user: { id: string } }>(
        'POST',
        '/passkey/verify-authentication',
        sessionless(caller),
        { response },
      );
      return { ...answer, body: { person: answer.body.user.id } };
    },
    async takeChallenge(caller) {
      const identifier = signedValue(secret, readCookie(caller.cookie, cookie));
      const taken = identifier && (await (await context).internalAdapter.consumeVerificationValue(identifier));
      if (!taken) throw passkeyRefused();
      return { value: taken.value, expiresAt: taken.expiresAt };
    },
    async giveChallenge(caller, { value, expiresAt }) {
      const identifier = crypto.randomUUID();
      await (await context).internalAdapter.createVerificationValue({ identifier, value, expiresAt });
      const rest = withoutCookie(caller.cookie, cookie);
      const own = signCookie(secret, cookie, identifier);
      return { ...caller, cookie: rest === '' ? own : `${rest}; ${own}` };
    },
  };
}
