/** What leaves the package as an error: one of ours, coded, without the words of whoever failed below. */
import { Bug, KeptError, Unavailable } from '@kept/base';

/** The database of the region does not answer. */
export class StoreDown extends Unavailable {
  constructor() {
    super('IDENTITY_STORE_DOWN', 'the accounts of this region cannot be reached', { help: 'try again in a moment' });
  }
}

/** Something failed that nothing here foresees. Its own words may quote a value, so only its kind is told. */
export class Unforeseen extends Bug {
  constructor(kind: string) {
    super('IDENTITY_UNFORESEEN', `an account could not be served: ${kind}`);
  }
}

/** SQLSTATE classes 08 (connection), 53 (resources), 57 (operator intervention), 58 (system), and sockets. */
const DOWN = /^(08|53|57|58)|^E(CONN|PIPE|TIMEDOUT|HOST|NET|AI_)/;
const LOST = /terminat|timeout|connect/i;

export function outward(error: unknown): KeptError {
  if (error instanceof KeptError) return error;
  const { name = 'unknown', code, message = '' } = error as { name?: string; code?: unknown; message?: string };
  const known = typeof code === 'string' ? code : '';
  if (DOWN.test(known) || (known === '' && LOST.test(message))) return new StoreDown();
  return new Unforeseen(known === '' ? name : `${name} ${known}`);
}

/** The same functions, whose errors are ours. */
export function guarded<T extends object>(api: T): T {
  const wrapped = Object.entries(api).map(([name, member]) => {
    if (typeof member !== 'function') return [name, member];
    const call = (...args: unknown[]): unknown => {
      const result: unknown = member(...args);
      return result instanceof Promise ? result.catch((error: unknown) => Promise.reject(outward(error))) : result;
    };
    return [name, call];
  });
  return Object.fromEntries(wrapped) as T;
}
