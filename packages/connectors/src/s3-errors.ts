/** What a store that speaks S3, or the way to it, says went wrong. Its own words quote keys, so only its code is kept. */
import { KeptError } from '@kept/base';
import { NotAsDeclared, StoreDown, StoreRefuses } from './errors.ts';

const DENIED = new Set([
  ...['AccessDenied', 'InvalidAccessKeyId', 'SignatureDoesNotMatch', 'AccountProblem', 'InvalidToken', 'ExpiredToken'],
  ...['AuthorizationHeaderMalformed', 'RequestTimeTooSkewed', 'CredentialsProviderError', 'ObjectLocked'],
]);

export function sayS3(error: unknown, dataset: string, collection: string): Error {
  if (error instanceof KeptError) return error;
  const {
    name = '',
    code = '',
    $metadata,
  } = error as {
    name?: string;
    code?: string;
    $metadata?: { httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode ?? 0;
  const said = /^[A-Za-z0-9_]{1,60}$/.test(name) ? name : 'error';
  const cause = new Error(`${said} ${status || code}`);
  if (DENIED.has(said) || status === 401 || status === 403) return new StoreRefuses(dataset, cause);
  const away = /^(E(CONN|HOST|NET|TIMED|PIPE|AI_|PROTO)|ENOTFOUND|EAI_)/.test(code);
  if (away || said === 'TimeoutError' || status === 429 || (status >= 500 && status !== 501))
    return new StoreDown(dataset, cause);
  return new NotAsDeclared(collection, `the store answers ${status || said}`, cause);
}
