/** What Redis, or the way to it, says went wrong. Its own words may quote a key, so none but their first is kept. */
import { KeptError } from '@kept/base';
import { NotAsDeclared, StoreDown, StoreRefuses } from './errors.ts';

const DENIED = /^(NOAUTH|WRONGPASS|NOPERM|DENIED)$/;
const LATER = /^(LOADING|BUSY|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|OOM|MISCONF|NOREPLICAS)$/;
const AWAY = /^(E(CONN|HOST|NET|TIMED|PIPE|AI_)|ENOTFOUND)/;

export function sayRedis(error: unknown, dataset: string, collection: string): Error {
  if (error instanceof KeptError) return error;
  const { code = '', message = '', name = '' } = error as { code?: string; message?: string; name?: string };
  const word = /^[A-Z]+(?= |$)/.exec(message)?.[0] ?? '';
  const said = word || (/^[A-Z0-9_]+$/.test(code) ? code : '');
  const cause = new Error(said || 'error');
  if (DENIED.test(word)) return new StoreRefuses(dataset, cause);
  const away = AWAY.test(code) || /Socket|Connection|Disconnects|Offline|Closed|Timeout/.test(`${name} ${message}`);
  if (LATER.test(word) || away) return new StoreDown(dataset, cause);
  return new NotAsDeclared(collection, `the server answers ${said || 'nothing that is known'}`, cause);
}
