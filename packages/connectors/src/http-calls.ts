/** Calls of an HTTP API: signed, tried again where that helps, never redirected, and read up to a bound. */
import { setTimeout as sleep } from 'node:timers/promises';
import { NotAsDeclared, StoreDown, StoreRefuses } from './errors.ts';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Beneath the base, or an address of the same origin. */
  readonly path: string;
  readonly body?: unknown;
}

/** Null: there is no such thing (404, 410). */
export type Answer = { readonly json: unknown } | null;

export interface CallOptions {
  readonly dataset: string;
  /** `https`, or this machine. */
  readonly base: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds before the second try, doubled each time; 250 unless said. */
  readonly rest?: number;
}

const TRIES = 4;
const TIMEOUT = 30_000;
/** Milliseconds for which the other side may ask us to wait. */
const LONGEST = 30_000;
const MOST = 8 * 1_024 * 1_024;
const LATER = new Set([408, 425, 429, 500, 502, 503, 504]);

export const caller =
  ({ dataset, base, headers, rest = 250 }: CallOptions) =>
  async (collection: string, { method, path, body }: Call): Promise<Answer> => {
    const url = new URL(path.startsWith('/') ? `${base.pathname.replace(/\/$/, '')}${path}` : path, base);
    if (url.origin !== base.origin) throw new NotAsDeclared(collection, 'a page follows at another place');
    for (let attempt = 1; ; attempt++) {
      const answer = await fetch(url, {
        ...{ method, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) },
        headers: {
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }).catch((error: unknown) => error as Error);
      const wait = rest * 2 ** (attempt - 1);
      if (answer instanceof Error) {
        if (attempt === TRIES) throw new StoreDown(dataset, new Error(codeOf(answer)));
        await sleep(wait);
        continue;
      }
      const { status } = answer;
      if (LATER.has(status)) {
        await answer.body?.cancel();
        if (attempt === TRIES) throw new StoreDown(dataset, new Error(`HTTP ${status}`));
        const asked = Number(answer.headers.get('retry-after')) * 1_000;
        await sleep(asked > 0 ? Math.min(asked, LONGEST) : wait);
        continue;
      }
      if (status === 404 || status === 410) {
        await answer.body?.cancel();
        return null;
      }
      if (status === 401 || status === 403) throw new StoreRefuses(dataset, new Error(`HTTP ${status}`));
      if (!answer.ok) throw new NotAsDeclared(collection, `the service answers ${status}`);
      return { json: await jsonOf(answer, dataset, collection) };
    }
  };

const codeOf = (error: Error): string => {
  const { code } = (error.cause ?? {}) as { code?: string };
  return code && /^[A-Z0-9_]+$/.test(code) ? code : error.name;
};

async function jsonOf(answer: Response, dataset: string, collection: string): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of answer.body ?? []) {
      size += piece.length;
      if (size > MOST) throw new NotAsDeclared(collection, 'an answer is larger than 8 MiB: ask for smaller pages');
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof NotAsDeclared ? error : new StoreDown(dataset, new Error('cut short'));
  }
  if (size === 0) return null;
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown;
  } catch {
    throw new NotAsDeclared(collection, 'the service answers no JSON');
  }
}
