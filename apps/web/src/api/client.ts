import { type AnswerTo, type CallOf, type Endpoint, type Language, Problem } from '@kept/api';
import { ApiFailure, failureOf } from './failure.ts';

interface Given {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly bytes?: Blob;
}

/** Path with its parameters filled in and its query, ready to fetch or to link to. */
export function addressOf(endpoint: Endpoint, given: Given): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(given.params?.[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given.query ?? {}))
    if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query}`;
}

async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = Problem.safeParse(body);
  if (parsed.success) return parsed.data;
  return { type: 'about:blank', title: '', status: Math.max(400, response.status), code: `HTTP_${response.status}` };
}

/**
 * Makes one call of the API. The answer is checked against the contract before anybody sees it. Throws `ApiFailure` only,
 * or an `AbortError` when `signal` says so.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  given: CallOf<E>,
  { language, signal }: { language: Language; signal?: AbortSignal },
): Promise<AnswerTo<E>> {
  const parts = given as Given;
  const headers = new Headers({ accept: 'application/json', 'accept-language': language });
  if (parts.body !== undefined) headers.set('content-type', 'application/json');
  if (endpoint.takes !== undefined) headers.set('content-type', endpoint.takes);
  const body = parts.bytes ?? (parts.body === undefined ? null : JSON.stringify(parts.body));
  const { method } = endpoint;
  // What is to go goes, though the page be closed meanwhile.
  const keepalive = method === 'DELETE';
  const init: RequestInit = { method, headers, body, keepalive, credentials: 'same-origin', cache: 'no-store' };
  const response = await fetch(addressOf(endpoint, parts), signal === undefined ? init : { ...init, signal }).catch(
    (cause: unknown) => {
      if (signal?.aborted === true) throw cause;
      throw new ApiFailure(navigator.onLine ? 'broken' : 'offline', undefined, cause);
    },
  );
  if (!response.ok) throw failureOf(await readProblem(response));
  const schema = endpoint.answers[response.status];
  if (schema === null) return undefined as AnswerTo<E>;
  const parsed = schema?.safeParse(await response.json().catch(() => null));
  if (parsed?.success !== true) throw new ApiFailure('broken', undefined, parsed?.error);
  return parsed.data as AnswerTo<E>;
}
