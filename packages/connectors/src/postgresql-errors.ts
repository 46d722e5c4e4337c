/** What PostgreSQL, or the way to it, says went wrong. Its own words may quote values, so none of them is kept. */
import { KeptError } from '@kept/base';
import { NotAsDeclared, StillReferred, StoreDown, StoreRefuses } from './errors.ts';

/** Of the way: Node's own. */
const AWAY = /^(E(CONN|HOST|NET|TIMED|PIPE|AI_|NOTFOUND)|ENOTFOUND|EAI_)/;

export function sayPostgres(error: unknown, dataset: string, collection: string): Error {
  if (error instanceof KeptError) return error;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const cause = new Error(`SQLSTATE ${code}`);
  if (/^(28|42501|3D)/.test(code)) return new StoreRefuses(dataset, cause);
  if (code === '23503') return new StillReferred(collection);
  if (/^(22|23|42|0A)/.test(code)) return new NotAsDeclared(collection, `the server answers ${code}`, cause);
  if (AWAY.test(code) || /^(08|53|57|40|55|XX|58)/.test(code) || /terminat|timeout|ended/i.test(message))
    return new StoreDown(dataset, cause);
  return new NotAsDeclared(collection, `the server answers ${code || 'nothing that is known'}`, cause);
}
