import { Bug } from '@kept/base';
import type { FastifyInstance } from 'fastify';

export interface Seat {
  /** Address and device as the person's sessions will show them. */
  readonly address: string;
  readonly device: string;
  readonly language: string;
}

/** Somebody's browser, without the browser: what it sends goes through the door like everybody's. */
export class DemoBrowser {
  readonly #app: FastifyInstance;
  readonly #origin: string;
  readonly #seat: Seat;
  readonly #cookies = new Map<string, string>();

  constructor(app: FastifyInstance, origin: string, seat: Seat) {
    this.#app = app;
    this.#origin = origin;
    this.#seat = seat;
  }

  /** Throws SERVER_DEMO_STUCK where the answer has another status. */
  async call<T>(status: number, method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object): Promise<T> {
    const { address, device, language } = this.#seat;
    const response = await this.#app.inject({
      ...{ method, url: path, remoteAddress: address },
      headers: {
        ...{ origin: this.#origin, 'user-agent': device, 'accept-language': language },
        ...(this.#cookies.size > 0 && { cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { payload: JSON.stringify(body) }),
    });
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    if (response.statusCode !== status)
      throw new Bug('SERVER_DEMO_STUCK', `${method} ${path.split('?')[0]} answered ${response.statusCode}`);
    return (response.body === '' ? null : JSON.parse(response.body)) as T;
  }
}
