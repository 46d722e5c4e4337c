/** Calls into the authentication library, in process, through its own router: limits, origin check and cookies stay on. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Clock, KeptError } from '@kept/base';
import { APIError } from 'better-auth/api';
import * as errors from './errors.ts';
import { outward } from './outward.ts';

/** Who calls, as the HTTP server knows them. */
export interface Caller {
  /** Address of the client, from the connection or a trusted proxy; never from the client's own header. */
  readonly ip: string;
  readonly userAgent?: string;
  /** The `Cookie` header, whole. */
  readonly cookie?: string;
  /** The `Origin` header. */
  readonly origin?: string;
}

/** What a call brought. `setCookies` are values for as many `Set-Cookie` headers. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly setCookies: readonly string[];
}

export type Call = <T>(method: 'GET' | 'POST', path: string, caller: Caller, body?: object) => Promise<Answer<T>>;

/** How long the library locks a second step. */
const LOCK_SECONDS = 900;

/** Where the address goes: the library is told to trust this header and no other. */
export const ADDRESS_HEADER = 'x-client-ip';

interface Attempt {
  error?: KeptError;
  /** What made the library answer 500; never its own refusals. */
  cause?: unknown;
}
const attempts = new AsyncLocalStorage<Attempt>();

/**
 * Runs `work` below the library so that a Kept error arrives above it: the library turns every error into an answer of
 * its own, and would put ours into a log on the way.
 */
export async function kept<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KeptError)) throw error;
    notice(error);
    throw new APIError('BAD_REQUEST', { code: error.code, message: error.code });
  }
}

/** For the library's own error handler, which sees what our endpoints and tables threw. */
export function notice(error: unknown): void {
  const attempt = attempts.getStore();
  if (!attempt || error instanceof APIError) return;
  if (error instanceof KeptError) attempt.error ??= error;
  else attempt.cause ??= error;
}

/** `handler` is the library's. Throws the Kept error that stands for its refusal; see `translate`. */
export function openCalls(handler: (request: Request) => Promise<Response>, baseURL: string, clock: Clock): Call {
  return async <T>(method: 'GET' | 'POST', path: string, caller: Caller, body?: object): Promise<Answer<T>> => {
    const attempt: Attempt = {};
    const request = new Request(new URL(`/api/auth${path}`, baseURL), {
      method,
      headers: headersOf(caller, body !== undefined),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await attempts.run(attempt, () => handler(request));
    const setCookies = response.headers.getSetCookie();
    const text = await response.text();
    const json: unknown = text === '' ? null : parse(text);
    if (response.ok) return { status: response.status, body: json as T, setCookies };
    if (attempt.error) throw attempt.error;
    if (response.status >= 500 && attempt.cause !== undefined) throw outward(attempt.cause);
    // What is locked says no time: it is a quarter of an hour at most.
    const wait = Number(response.headers.get('x-retry-after') ?? LOCK_SECONDS);
    throw translate(path, response.status, codeOf(json), setCookies, clock.now() + 1_000 * wait);
  };
}

function headersOf({ ip, userAgent, cookie, origin }: Caller, hasBody: boolean): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: ip });
  if (hasBody) headers.set('content-type', 'application/json');
  if (userAgent !== undefined) headers.set('user-agent', userAgent);
  // An empty Cookie header counts as one that has cookies.
  if (cookie !== undefined && cookie !== '') headers.set('cookie', cookie);
  if (origin !== undefined) headers.set('origin', origin);
  return headers;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function codeOf(json: unknown): string {
  const { code } = (json ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

type Translate = (setCookies: readonly string[]) => errors.IdentityRefused;

/** The library's codes that a person's own doing can bring about. */
const CODES: Readonly<Record<string, Translate>> = {
  INVALID_ORIGIN: errors.foreignOrigin,
  MISSING_OR_NULL_ORIGIN: errors.foreignOrigin,
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: errors.foreignOrigin,
  UNAUTHORIZED: errors.signedOut,
  SESSION_EXPIRED: errors.signedOut,
  SESSION_REQUIRED: errors.signedOut,
  FAILED_TO_GET_SESSION: errors.signedOut,
  SESSION_NOT_FRESH: errors.notFresh,
  INVALID_PASSWORD: () => errors.passwordWrong(),
  PASSWORD_TOO_SHORT: () => errors.passwordRefused('short'),
  PASSWORD_TOO_LONG: () => errors.passwordRefused('long'),
  INVALID_CODE: errors.secondStepWrong,
  INVALID_BACKUP_CODE: errors.secondStepWrong,
  INVALID_TWO_FACTOR_COOKIE: errors.secondStepOver,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: errors.secondStepOver,
  TOTP_ALREADY_ENABLED: () => errors.secondStepState(true),
  TOTP_NOT_ENABLED: () => errors.secondStepState(false),
  TWO_FACTOR_NOT_ENABLED: () => errors.secondStepState(false),
  BACKUP_CODES_NOT_ENABLED: () => errors.secondStepState(false),
  CHALLENGE_NOT_FOUND: errors.passkeyRefused,
  PASSKEY_NOT_FOUND: errors.passkeyRefused,
  AUTHENTICATION_FAILED: errors.passkeyRefused,
  FAILED_TO_VERIFY_REGISTRATION: errors.passkeyRefused,
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: errors.passkeyRefused,
};

function translate(
  path: string,
  status: number,
  code: string,
  setCookies: readonly string[],
  until: number,
): KeptError {
  if (status === 429 && code === '') return errors.tooMany(until);
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return errors.locked(until);
  // Two used one backup code at once: the second is as wrong as one that comes later.
  if (status === 409) return errors.secondStepWrong();
  if (code === 'VALIDATION_ERROR') return new errors.BadBody();
  const known = CODES[code];
  return known ? known(setCookies) : new errors.LibraryFailed(path, status, code);
}
