/** What the disk, or a file on it, says went wrong. A parser quotes what it cannot read, so only its code is kept. */
import { KeptError } from '@kept/base';
import { NotAsDeclared, StoreDown, StoreRefuses } from './errors.ts';

export function sayFiles(error: unknown, dataset: string, collection: string): Error {
  if (error instanceof KeptError) return error;
  const { code = '' } = error as { code?: string };
  const said = /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'error';
  const cause = new Error(said);
  if (/^(EACCES|EPERM|EROFS)$/.test(said)) return new StoreRefuses(dataset, cause);
  // A folder that is not there is one that is not mounted.
  if (/^(ENOENT|ENOTDIR|EIO|ENOSPC|EMFILE|ENFILE|ESTALE|EBUSY|ETIMEDOUT|EHOSTDOWN)$/.test(said))
    return new StoreDown(dataset, cause);
  return new NotAsDeclared(collection, `a file cannot be read (${said})`, cause);
}
