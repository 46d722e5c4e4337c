/** Errors as RFC 9457 problem details: a code, the field at fault, a way out; never a value that was sent. */
import type { Problem } from '@kept/api';
import { type ErrorKind, KeptError, Refused } from '@kept/base';
import { IdentityRefused } from '@kept/identity';
import { z } from 'zod';

const STATUS_OF_KIND: Record<ErrorKind, number> = { misuse: 400, refused: 403, unavailable: 503, bug: 500 };

/** Where the kind alone says too little. By suffix, so that packages need not know HTTP. */
const STATUS_OF_SUFFIX: readonly (readonly [RegExp, number])[] = [
  [/SESSION_REQUIRED$|_(NOT_FRESH|SIGNED_OUT|INVALID_TOKEN)$/, 401],
  [/_(CREDENTIALS|CODE|PASSWORD|SECOND_STEP)_WRONG$|_SECOND_STEP_OVER$/, 401],
  [/_(PASSWORD_WEAK|CONTACT_INVALID)$/, 400],
  [/_(NOT_FOUND|UNKNOWN|REGISTRATION_OVER)$/, 404],
  [/_(CONFLICT|TAKEN|TOTP_ON|TOTP_OFF|FULL)$/, 409],
  [/_(TOO_MANY|LOCKED)$/, 429],
];

export function problemOf(error: unknown): Problem {
  if (error instanceof z.ZodError) return invalid(error);
  if (error instanceof KeptError) return known(error);
  return fromFramework(error);
}

function known(error: KeptError): Problem {
  const status = STATUS_OF_SUFFIX.find(([pattern]) => pattern.test(error.code))?.[1] ?? STATUS_OF_KIND[error.kind];
  return {
    type: `urn:kept:problem:${error.code.toLowerCase()}`,
    title: error.kind === 'bug' ? 'something went wrong on our side' : error.message,
    status,
    code: error.code,
    ...(error.help && { help: error.help }),
    ...(error.path && { field: error.path }),
    ...(error instanceof Refused && error.clause && { clause: error.clause }),
    ...(error instanceof Refused && error.reason && { detail: error.reason }),
    ...(error instanceof IdentityRefused && error.until !== undefined && { retryAt: error.until }),
  };
}

/** Names every field at fault at once, as far as `names` has it. */
export function invalid(error: z.ZodError, at = '', names: ReadonlySet<string> = new Set()): Problem {
  const problems = error.issues.flatMap((issue) =>
    fieldsOf(issue, names).map((field) => ({
      field: at + field,
      code: issue.code,
      message: WORDS[issue.code] ?? 'is not acceptable',
    })),
  );
  return {
    type: 'urn:kept:problem:request_invalid',
    title: 'the request does not have the form that this route takes',
    status: 400,
    code: 'REQUEST_INVALID',
    help: 'see the API reference for the form of each field',
    ...(problems[0] && { field: problems[0].field }),
    problems: problems.slice(0, 100),
  };
}

/** Our own words: the library's may repeat what was sent. */
const WORDS: Record<string, string> = {
  invalid_type: 'is missing or of another type',
  too_big: 'is too long or too large',
  too_small: 'is too short or too small',
  invalid_format: 'does not have the right form',
  unrecognized_keys: 'is not a field of this request',
  invalid_value: 'is not one of the accepted values',
};

/** A name that the schema does not have may be anything that somebody typed: it is pointed at, not repeated. */
function fieldsOf(issue: z.core.$ZodIssue, names: ReadonlySet<string>): string[] {
  const pointer = issue.path
    .map((part) => `/${typeof part === 'number' || names.has(String(part)) ? String(part) : '*'}`)
    .join('');
  return issue.code === 'unrecognized_keys' ? issue.keys.map(() => `${pointer}/*`) : [pointer || '/'];
}

/** What the HTTP library throws itself: bodies that are no JSON, too long, of another type; addresses that are none. */
function fromFramework(error: unknown): Problem {
  const { statusCode, code = '' } = (error ?? {}) as { statusCode?: unknown; code?: unknown };
  const [status, name, title, field] =
    FRAMEWORK[String(code)] ??
    (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500
      ? ([statusCode, 'REQUEST_UNREADABLE', 'the request cannot be read'] as const)
      : ([500, 'INTERNAL', 'something went wrong on our side'] as const));
  return { type: `urn:kept:problem:${name.toLowerCase()}`, title, status, code: name, ...(field && { field }) };
}

type Told = readonly [status: number, code: string, title: string, field?: string];
const NOT_JSON: Told = [400, 'REQUEST_NOT_JSON', 'the body of the request is not JSON', '/'];
const NO_ADDRESS: Told = [400, 'REQUEST_BAD_ADDRESS', 'this is not an address'];
const MEDIA_TYPE: Told = [415, 'REQUEST_MEDIA_TYPE', 'the body of the request is not application/json', '/'];

const FRAMEWORK: Readonly<Record<string, Told>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: NOT_JSON,
  FST_ERR_CTP_INVALID_JSON_BODY: NOT_JSON,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: MEDIA_TYPE,
  FST_ERR_CTP_EMPTY_TYPE: MEDIA_TYPE,
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'REQUEST_TOO_LARGE', 'the body of the request is too long', '/'],
  FST_ERR_BAD_URL: NO_ADDRESS,
  FST_ERR_MAX_PARAM_LENGTH: NO_ADDRESS,
  HPE_HEADER_OVERFLOW: [431, 'REQUEST_HEADERS_TOO_LARGE', 'the headers of the request are too long'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'REQUEST_TOO_SLOW', 'the request did not arrive in time'],
};
