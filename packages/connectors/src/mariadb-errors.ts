/** What MariaDB, or the way to it, says went wrong. Its own words quote values, so none of them is kept. */
import { KeptError } from '@kept/base';
import { NotAsDeclared, StillReferred, StoreDown, StoreRefuses } from './errors.ts';

/** Access denied: to the server, a database, a table, a column. */
const DENIED = new Set([1044, 1045, 1049, 1130, 1142, 1143, 1227, 1698]);
/** Too many connections, shutting down, lock waits, deadlock, read only: later. */
const LATER = new Set([1040, 1053, 1077, 1158, 1159, 1160, 1161, 1203, 1205, 1213, 1226, 1290, 1792, 1836]);
const REFERRED = new Set([1217, 1451]);

export function sayMariaDb(error: unknown, dataset: string, collection: string): Error {
  if (error instanceof KeptError) return error;
  const { code = '', errno = 0, message = '' } = error as { code?: string; errno?: number; message?: string };
  const cause = new Error(`${/^[A-Z0-9_]+$/.test(code) ? code : 'error'} ${errno}`);
  if (REFERRED.has(errno)) return new StillReferred(collection);
  if (DENIED.has(errno)) return new StoreRefuses(dataset, cause);
  const away =
    /^(E(CONN|HOST|NET|TIMED|PIPE)|ENOTFOUND|EAI_|PROTOCOL_)/.test(code) || /closed state|Pool is closed/.test(message);
  if (LATER.has(errno) || away) return new StoreDown(dataset, cause);
  return new NotAsDeclared(collection, `the server answers ${errno || 'nothing that is known'}`, cause);
}
