/** The account desk of one region. */

import type { AuthContext } from '@better-auth/core';
import { type Clock, type Random, systemClock, systemRandom } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Gate } from '@kept/gate';
import type { Program } from '@kept/policy';
import type { Recipients } from '@kept/recipients';
import { type Answer, type Call, type Caller, openCalls } from './calls.ts';
import { openCodes } from './codes.ts';
import { openCollecting } from './collecting.ts';
import type { Contact } from './contact.ts';
import { type ContactProof, type ContactProofOptions, type ProvenContact, pendingProof } from './contact-proof.ts';
import { readCookie, signedValue } from './cookies.ts';
import type { Desk } from './desk.ts';
import { BadSetting } from './errors.ts';
import { type Holdings, openHoldings } from './holdings.ts';
import { COOKIE, openLibrary } from './library.ts';
import { openLimits } from './limits.ts';
import { openMembers, withoutSession } from './members.ts';
import type { Naming } from './naming.ts';
import { guarded } from './outward.ts';
import { openPasskeys, type Passkeys } from './passkeys.ts';
import { openPasswords } from './password.ts';
import type { Claims, People, RegionKeys } from './ports.ts';
import { openPost } from './post.ts';
import { type Proven, prove, type Proof as SessionProof } from './prove.ts';
import type { Registered, Started, StartOptions } from './registration.ts';
import { openRegistrations } from './registrations.ts';
import { dayKeys, openSealing } from './sealing.ts';
import { openSecondSteps, type SecondSteps } from './second-steps.ts';
import { openSecurity, type Security } from './security.ts';
import { openSessions, type Session } from './sessions.ts';
import type { SignedIn } from './sign-in.ts';
import { sweep } from './sweep.ts';
import { type Writing, write } from './writing.ts';

export interface IdentityOptions {
  readonly region: string;
  /** Where the site is: `https://home.example`. Decides cookies (`Secure` under https) and passkeys. */
  readonly baseURL: string;
  /** Other origins of the site. */
  readonly trustedOrigins?: readonly string[];
  /** Shown by authenticators; `Kept` unless said. */
  readonly siteName?: string;
  /** Data database of the region, migrated. */
  readonly pool: Pool;
  readonly claims: Claims;
  readonly keys: RegionKeys;
  readonly people: People;
  readonly gate: Pick<Gate, 'ask' | 'permit'>;
  readonly recipients: Pick<Recipients, 'reach' | 'refuseUnreachable'>;
  /** The policy in force, and how it names what is done here. */
  readonly program: () => Program;
  readonly naming: Naming;
  /** Folder of breached-password ranges; see `PasswordOptions`. */
  readonly breachedRanges?: string;
  /** False in a seeding run only, where one address plays many people. */
  readonly rateLimit?: boolean;
  /** A message that nobody waited for could not be sent. */
  readonly onLost?: (error: unknown) => void;
  readonly clock?: Clock;
  readonly random?: Random;
}

interface Secret {
  readonly contact: Contact;
  readonly password: string;
}
interface Proof {
  readonly contact: Contact;
  readonly code: string;
}

/**
 * Accounts of one region: registration, sign-in, second steps, sessions, recovery.
 *
 * Every function that takes a `Caller` runs inside the library's router: it counts by address and checks the origin of
 * requests that carry cookies. Refusals are `IdentityRefused`; the gate's and the recipients' pass through.
 */
export interface Identity extends Security, SecondSteps, Holdings, Passkeys {
  readonly region: string;
  /** `kept.session`, behind `__Secure-` under https. */
  readonly cookieName: string;

  /** 202. The same for a contact that somebody has. Throws `IDENTITY_CONTACT_INVALID`, `IDENTITY_TOO_MANY`. */
  startRegistration(caller: Caller, body: StartOptions): Promise<Answer<Started>>;
  resendCode(caller: Caller, body: { readonly registration: string }): Promise<Answer<Started>>;
  /** 201 and a session. Throws `IDENTITY_CODE_WRONG`, `IDENTITY_PASSWORD_WEAK`, `IDENTITY_CONTACT_TAKEN`. */
  confirmRegistration(
    caller: Caller,
    body: { registration: string; code: string; password: string; nickname?: string },
  ): Promise<Answer<Registered>>;
  /** Whether this registration was begun here. */
  hasRegistration(registration: string): Promise<boolean>;

  /** A session, or what is asked for next. Throws `IDENTITY_CREDENTIALS_WRONG`, `IDENTITY_TOO_MANY`. */
  signIn(caller: Caller, body: Secret): Promise<Answer<SignedIn>>;
  /** 202. The same for a contact that nobody has. */
  sendSignInCode(caller: Caller, body: { readonly contact: Contact }): Promise<Answer<null>>;
  signInByCode(caller: Caller, body: Proof): Promise<Answer<SignedIn>>;
  /** Second steps. Throw `IDENTITY_SECOND_STEP_WRONG`, `IDENTITY_SECOND_STEP_OVER`, `IDENTITY_LOCKED`. */
  signInByTotp(caller: Caller, body: { readonly code: string }): Promise<Answer<SignedIn>>;
  signInByBackupCode(caller: Caller, body: { readonly code: string }): Promise<Answer<SignedIn>>;
  signOut(caller: Caller): Promise<Answer<null>>;

  sendResetCode(caller: Caller, body: { readonly contact: Contact }): Promise<Answer<null>>;
  /** Ends every session and signs nobody in. Throws `IDENTITY_CODE_WRONG`, `IDENTITY_PASSWORD_WEAK`. */
  resetPassword(caller: Caller, body: Proof & { readonly password: string }): Promise<Answer<null>>;
  sendContactCode(caller: Caller, body: { readonly contact: Contact }): Promise<Answer<null>>;
  changeContact(caller: Caller, body: Proof): Promise<Answer<null>>;

  /** 202. The same for a contact that nobody has. Throws `IDENTITY_CONTACT_INVALID`, `IDENTITY_TOO_MANY`. */
  startContactProof(caller: Caller, body: ContactProofOptions): Promise<Answer<ContactProof>>;
  resendProofCode(caller: Caller, body: { readonly proof: string }): Promise<Answer<ContactProof>>;
  /** Whose the contact is; once. Throws `IDENTITY_CODE_WRONG`, `IDENTITY_REGISTRATION_OVER`. */
  proveContact(caller: Caller, body: { readonly proof: string; readonly code: string }): Promise<Answer<ProvenContact>>;
  /** What waits to be proven. Throws `IDENTITY_REGISTRATION_OVER`. */
  pendingProof(proof: string): Promise<{ readonly asks: string; readonly expiresAt: number }>;

  /** Who is signed in, from the cookie alone; opens nothing personal. */
  session(cookie: string | undefined): Promise<Session | undefined>;
  /** Prolongs a session that is a day old; answers the cookies to send, usually none. */
  renew(caller: Caller, session: Session): Promise<readonly string[]>;
  /** The password once more: a fresh session in place of the caller's. Throws `IDENTITY_PASSWORD_WRONG`. */
  prove(caller: Caller, proof: SessionProof): Promise<Answer<Proven>>;
  /** Whether a cookie of this name was signed here. */
  signed(cookie: string | undefined, name: string): boolean;

  /** Tells a person something by the kinds of contact that are named; answers those by which they were reached. */
  write(person: string, writing: Writing): Promise<readonly Contact['kind'][]>;

  /** Forgets what has expired, and people-to-be who never confirmed. */
  sweep(): Promise<void>;
  /** Resolves when no message is on its way. */
  idle(): Promise<void>;
}

/** Opens the desk; the database is not asked yet. Throws `IDENTITY_SETTING`, `IDENTITY_MODEL_UNDECLARED`. */
export async function openIdentity(options: IdentityOptions): Promise<Identity> {
  const { region, pool, claims, keys, naming, siteName = 'Kept', clock = systemClock } = options;
  const baseURL = URL.parse(options.baseURL);
  if (!baseURL || !/^https?:$/.test(baseURL.protocol))
    throw new BadSetting('baseURL', 'it is not an http or https URL');
  // Of the region, and beside the roots: whoever has the database cannot sign a cookie.
  const secret = claims.blind('identity-secret', region).toString('base64url');
  const cookieName = `${baseURL.protocol === 'https:' ? '__Secure-' : ''}${COOKIE}`;

  const limits = openLimits({ pool, claims, clock });
  const sealing = openSealing({ region, claims, keys, clock });
  const { random = systemRandom, onLost = () => {} } = options;
  const desk: Desk = {
    ...{ region, pool, claims, keys, people: options.people, program: options.program, clock, random, limits },
    codes: openCodes({ pool, claims, clock, random }),
    passwords: await openPasswords(
      options.breachedRanges === undefined ? {} : { breachedRanges: options.breachedRanges },
    ),
    post: openPost({ recipients: options.recipients, limits, naming, onLost }),
    collecting: openCollecting(options.gate, naming),
    registrations: openRegistrations({ region, pool, keys, clock }),
  };
  const library = openLibrary(desk, sealing, {
    ...{ baseURL: baseURL.origin, trustedOrigins: options.trustedOrigins ?? [] },
    ...{ secret, siteName, rateLimit: options.rateLimit ?? true },
  });
  const context = library.$context as unknown as Promise<AuthContext>;
  const call = openCalls(library.handler, baseURL.origin, clock);
  const sessions = openSessions({ region, pool, claims, keys, people: options.people, secret, cookieName, clock });
  await context;
  const members = openMembers(sessions, context);
  const needs = { desk, call, members, context, siteName };
  const security = openSecurity(needs);
  const proving = {
    call,
    cookieName,
    now: () => clock.now(),
    signedIn: members.contactOf,
    endSession: security.endSession,
  };

  return guarded<Identity>({
    region,
    cookieName,
    ...signingIn(call, cookieName),
    ...security,
    ...openSecondSteps(needs),
    prove: (caller, proof) => prove(proving, caller, proof),
    ...openPasskeys({ call, context, secret, secure: baseURL.protocol === 'https:' }),
    ...openHoldings({ desk, naming, context }),
    hasRegistration: async (id) => (await desk.registrations.find(id)) !== undefined,
    pendingProof: (proof) => pendingProof(desk, proof),
    session: (cookie) => sessions.find(cookie),
    renew: async (caller, session) =>
      sessions.isDue(session) ? (await call('GET', '/get-session', caller)).setCookies : [],
    signed: (cookie, name) => signedValue(secret, readCookie(cookie, name)) !== undefined,
    write: (person, writing) => write(desk, context, person, writing),
    sweep: () => sweep(desk, dayKeys(keys, clock)),
    idle: () => desk.post.idle(),
  });
}

type SigningIn = Pick<
  Identity,
  | 'startRegistration'
  | 'resendCode'
  | 'confirmRegistration'
  | 'signIn'
  | 'sendSignInCode'
  | 'signInByCode'
  | 'signInByTotp'
  | 'signInByBackupCode'
  | 'signOut'
  | 'sendResetCode'
  | 'resetPassword'
  | 'sendContactCode'
  | 'changeContact'
  | 'startContactProof'
  | 'resendProofCode'
  | 'proveContact'
>;

function signingIn(call: Call, cookieName: string): SigningIn {
  const to =
    <B extends object, T>(path: string, status = 200) =>
    async (caller: Caller, body: B): Promise<Answer<T>> => ({ ...(await call<T>('POST', path, caller, body)), status });
  const secondStep =
    (path: string) =>
    async (caller: Caller, { code }: { code: string }): Promise<Answer<SignedIn>> => {
      const answer = await call<{ user: { id: string } }>('POST', path, withoutSession(caller, cookieName), {
        code: code.trim(),
      });
      return { ...answer, body: { person: answer.body.user.id } };
    };
  return {
    startRegistration: to<StartOptions, Started>('/registration/start', 202),
    resendCode: to<{ registration: string }, Started>('/registration/code', 202),
    confirmRegistration: to('/registration/confirm', 201),
    signIn: to<Secret, SignedIn>('/sign-in/password'),
    sendSignInCode: to('/sign-in/code', 202),
    signInByCode: to<Proof, SignedIn>('/sign-in/code/verify'),
    signInByTotp: secondStep('/two-factor/verify-totp'),
    signInByBackupCode: secondStep('/two-factor/verify-backup-code'),
    signOut: async (caller) => ({ ...(await call('POST', '/sign-out', caller, {})), body: null }),
    sendResetCode: to('/password/code', 202),
    resetPassword: to('/password/reset'),
    sendContactCode: to('/contact/code', 202),
    changeContact: to('/contact/verify'),
    startContactProof: to('/contact-proof/start', 202),
    resendProofCode: to('/contact-proof/code', 202),
    proveContact: to('/contact-proof/confirm'),
  };
}
