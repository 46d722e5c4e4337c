import type { Problem } from '@kept/api';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { expect } from 'vitest';

export interface Answer<T = Problem> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  /** `set-cookie` lines. */
  readonly cookies: readonly string[];
  readonly text: string;
  /** Of a JSON answer, as the test expects it; null of any other. */
  readonly body: T;
}

export type Sent = Pick<InjectOptions, 'headers' | 'payload'>;

/** A browser without the browser: a cookie jar, an address, and the origin of our own pages. */
export class Visitor {
  readonly jar = new Map<string, string>();
  readonly address: string;
  readonly #app: FastifyInstance;
  readonly #origin: string;

  constructor(app: FastifyInstance, origin: string, address: string) {
    this.#app = app;
    this.#origin = origin;
    this.address = address;
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The same person at another moment: what happens to this jar does not happen to that one. */
  copy(): Visitor {
    const copy = new Visitor(this.#app, this.#origin, this.address);
    for (const [name, value] of this.jar) copy.jar.set(name, value);
    return copy;
  }

  /** A call as our own pages make it. */
  call<T = Problem>(
    method: string,
    path: string,
    body?: unknown,
    headers: InjectOptions['headers'] = {},
  ): Promise<Answer<T>> {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    return this.send(method, path, {
      headers: { origin: this.#origin, ...json, ...headers },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
    });
  }

  /** A call as it is given, with the cookies of the jar. */
  async send<T = Problem>(method: string, path: string, { headers, payload }: Sent = {}): Promise<Answer<T>> {
    const response = await this.#app.inject({
      ...{ method: method as 'GET', url: path, remoteAddress: this.address },
      headers: { ...(this.jar.size > 0 && { cookie: this.cookie }), 'accept-language': 'en', ...headers },
      ...(payload !== undefined && { payload }),
    });
    const lines = [response.headers['set-cookie'] ?? []].flat();
    for (const line of lines) this.#keep(line);
    const text = response.body;
    const isJson = /json/.test(String(response.headers['content-type'] ?? ''));
    return {
      ...{ status: response.statusCode, headers: response.headers, cookies: lines, text },
      body: (isJson && text !== '' ? JSON.parse(text) : null) as T,
    };
  }

  /** A call that has this status, or the test has failed. */
  async must<T>(status: number, method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.call<T & Partial<Problem>>(method, path, body);
    const { code, field } = answer.body ?? {};
    expect({ call: `${method} ${path}`, status: answer.status, code, field }).toMatchObject({ status });
    return answer.body;
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /max-age=0/i.test(line)) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}
