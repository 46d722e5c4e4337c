/** The little of a browser that a bench needs: cookies, and our own origin. */
export class Browser {
  readonly #url: string;
  readonly #jar = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  /** Throws with status and code where the answer is another. */
  async call<T>(status: number, method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.#send(method, path, body);
    const text = await answer.text();
    if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }

  async stream(path: string): Promise<AsyncIterable<Uint8Array>> {
    const answer = await this.#send('GET', path);
    if (answer.status !== 200 || !answer.body) throw new Error(`GET ${path}: ${answer.status}`);
    return answer.body;
  }

  async self(): Promise<{ id: string; region: string }> {
    const { person } = await this.call<{ person: { id: string; region: string } }>(200, 'GET', '/api/session');
    return person;
  }

  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(this.#url + path, {
      method,
      headers: {
        origin: this.#url,
        cookie: [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#jar.set(name, value);
    }
    return answer;
  }
}
