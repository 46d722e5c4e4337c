/** The authentication library, set up: over sealed rows, without routes of its own that anybody could reach. */
import { randomUUID } from 'node:crypto';
import { type PasskeyOptions, passkey } from '@better-auth/passkey';
import type { BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { sealedAdapter } from './adapter.ts';
import { ADDRESS_HEADER, kept, notice } from './calls.ts';
import type { Desk } from './desk.ts';
import { endpoints } from './endpoints.ts';
import { withheld } from './errors.ts';
import { guards } from './guards.ts';
import { PASSWORD_MAX, PASSWORD_MIN, type Passwords } from './password.ts';
import type { Sealing } from './sealing.ts';

const DAY = 86_400;
/** Seconds. A session lives two weeks from its last day of use; for a quarter of an hour it is fresh. */
export const SESSION_SECONDS = 14 * DAY;
export const RENEW_SECONDS = DAY;
export const FRESH_SECONDS = 900;
export const COOKIE = 'kept.session';
/** The library puts its prefix before it. */
const CHALLENGE_NAME = 'passkey';

export interface LibrarySettings {
  /** Where the site is: `https://home.example`. Decides cookies (`Secure` for https) and who may ask with them. */
  readonly baseURL: string;
  /** Other origins of the site. */
  readonly trustedOrigins?: readonly string[];
  /** Signs cookies and wraps app secrets; 32 bytes or more. */
  readonly secret: string;
  /** Shown by authenticators. */
  readonly siteName: string;
  /** Off in a seeding run only, where one address plays many people. */
  readonly rateLimit: boolean;
}

export function openLibrary(desk: Desk, sealing: Sealing, settings: LibrarySettings) {
  return betterAuth(libraryOptions(desk, sealing, settings));
}

export function libraryOptions(desk: Desk, sealing: Sealing, settings: LibrarySettings) {
  const { baseURL, trustedOrigins = [], secret, siteName, rateLimit } = settings;
  const { pool, region, claims, passwords } = desk;
  const place = { pool, region, claims, sealing };
  return {
    appName: siteName,
    baseURL,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [...trustedOrigins],
    database: sealedAdapter(place),
    telemetry: { enabled: false },
    // Its messages name people ("Sign-up attempt for existing email: …"); what went wrong reaches us as an error.
    logger: { disabled: true },
    onAPIError: { onError: notice },
    emailAndPassword: passwordSettings(passwords),
    // Ours know both kinds of contact, do not tell whether somebody has an account, and ask for the second step.
    disabledPaths: [
      '/sign-in/email',
      '/sign-up/email',
      '/sign-in/social',
      '/request-password-reset',
      '/reset-password',
      '/update-user',
    ],
    user: {
      additionalFields: {
        language: { type: 'string', required: false, input: false },
        residence: { type: 'string', required: false, input: false },
      },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: RENEW_SECONDS, freshAge: FRESH_SECONDS },
    databaseHooks: { session: { create: { before: (session) => noteWhere(desk, session) } } },
    rateLimit: { enabled: rateLimit, storage: 'database', window: 10, max: 100 },
    advanced: {
      // Said, because left unsaid both are off wherever an environment variable says that it is a test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      cookiePrefix: 'kept',
      cookies: { session_token: { name: COOKIE } },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => randomUUID() },
    },
    plugins: [twoFactor({ issuer: siteName }), passkey(passkeySettings(settings)), guards(desk), endpoints(desk)],
  } satisfies BetterAuthOptions;
}

const passwordSettings = ({ hash, verify }: Passwords) => ({
  enabled: true,
  disableSignUp: true,
  minPasswordLength: PASSWORD_MIN,
  // It counts UTF-16 code units.
  maxPasswordLength: 2 * PASSWORD_MAX,
  password: { hash, verify: (given: { hash: string; password: string }) => verify(given.hash, given.password) },
});

const passkeySettings = ({ baseURL, trustedOrigins = [], siteName }: LibrarySettings): PasskeyOptions => ({
  rpID: new URL(baseURL).hostname,
  rpName: siteName,
  origin: [baseURL, ...trustedOrigins].map((url) => new URL(url).origin),
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  advanced: { webAuthnChallengeCookie: CHALLENGE_NAME },
  // It signs in alone, so it must have asked for the person's finger, face or PIN.
  registration: { afterVerification: ({ verification }) => verified(verification.registrationInfo?.userVerified) },
  authentication: { afterVerification: ({ verification }) => verified(verification.authenticationInfo.userVerified) },
});

/** Nobody gets in whose account is withheld. Address and device are noted only where the policy lets them be. */
async function noteWhere(desk: Desk, { userId }: { userId: string }): Promise<{ data: object }> {
  const allowed = await kept(async () => {
    const bar = await desk.people.accountBar(userId);
    if (bar) throw withheld(bar.clause);
    return desk.collecting.session(userId);
  });
  return { data: allowed ? {} : { ipAddress: '', userAgent: '' } };
}

async function verified(done: boolean | undefined): Promise<void> {
  if (done !== true) throw new APIError('UNAUTHORIZED', { code: 'AUTHENTICATION_FAILED', message: 'not verified' });
}
