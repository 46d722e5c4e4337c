/** A person's browser without the browser: cookies, origin, JSON in and out. */
import { Misuse } from '@kept/base';

export interface Answer {
  readonly status: number;
  // Answers are checked step by step in the demo; their schemas are the server's business.
  readonly body: Readonly<Record<string, never>> & Record<string, unknown>;
  readonly text: string;
}

export class Agent {
  readonly #base: string;
  readonly #own: Readonly<Record<string, string>>;
  readonly #cookies = new Map<string, string>();

  /** `headers` of its own: another device, a proxy on the way. */
  constructor(base: string, headers: Readonly<Record<string, string>> = {}) {
    this.#base = base;
    this.#own = headers;
  }

  /** What it sends with every call, its cookies included. */
  get headers(): Readonly<Record<string, string>> {
    return {
      origin: new URL(this.#base).origin,
      'accept-language': 'en',
      'user-agent': 'kept-demo/1',
      ...this.#own,
      ...(this.#cookies.size > 0 && {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      }),
    };
  }

  async call(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.#base + path, {
      method,
      headers: { ...this.headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: isJson && text ? JSON.parse(text) : {}, text };
  }

  /** The call, or an error that names step and code. */
  async must(status: number, method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.call(method, path, body);
    if (answer.status === status) return answer;
    const code = typeof answer.body['code'] === 'string' ? answer.body['code'] : '?';
    throw new Misuse(
      'DEMO_UNEXPECTED',
      `${method} ${path.split('?')[0]} answered ${answer.status} ${code}, not ${status}`,
    );
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const gone = attributes.some((each) => /^\s*max-age=0\s*$/i.test(each));
    if (gone) this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
