/** A customer service as an HTTP API, for tests: search by a body, lists by pages and by marks, a token, and bad days. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Contact {
  readonly id: string;
  mail: string | null;
  name: string | null;
  readonly tags?: { city: string | null };
}

export class TestApi {
  contacts = new Map<string, Contact>();
  tickets = new Map<string, { readonly id: string; readonly contact: string; readonly text: string }>();
  readonly token = 'a token of the test';
  /** Answers that are given before any other. */
  readonly trouble: { status: number; headers?: Record<string, string> }[] = [];
  readonly seen: string[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async listen(): Promise<URL> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return new URL(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1/`);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  dump(without: (contact: string) => boolean = () => false): string {
    const contacts = [...this.contacts.values()].filter(({ id }) => !without(id));
    const tickets = [...this.tickets.values()].filter(({ contact }) => !without(contact));
    return JSON.stringify([contacts, tickets]);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const piece of request.setEncoding('utf8')) text += piece as string;
    this.seen.push(`${request.method} ${request.url}`);
    const json = (status: number, value?: unknown, headers = {}): void =>
      void response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(value === undefined ? '' : JSON.stringify(value));
    const trouble = this.trouble.shift();
    if (trouble) return json(trouble.status, { error: 'lin@home.example' }, trouble.headers);
    if (request.headers.authorization !== `Bearer ${this.token}`) return json(401, {});
    const { pathname, searchParams: query } = new URL(request.url!, 'http://x');
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, string | null>;
    if (pathname === '/v1/contacts/search') {
      const page = Number(query.get('page') ?? 1);
      // As searches are: loose.
      const found = [...this.contacts.values()].filter(({ mail }) => mail?.toLowerCase().includes(body['mail']!));
      return json(200, { data: { items: found.slice((page - 1) * 2, page * 2) } });
    }
    const [, kind, id, part] = /^\/v1\/(contacts|tickets)\/([^/]+)(?:\/(tickets))?$/.exec(pathname) ?? [];
    const key = decodeURIComponent(id ?? '');
    if (kind === 'contacts' && part) {
      const after = query.get('after') ?? '';
      const all = [...this.tickets.values()]
        .filter(({ contact, id: each }) => contact === key && each > after)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const page = all.slice(0, 2).map(({ id: each, text: said }) => ({ id: each, text: said }));
      return json(200, { items: page, after: all.length > 2 ? page.at(-1)!.id : null });
    }
    const held: Map<string, object> = kind === 'contacts' ? this.contacts : this.tickets;
    const found = held.get(key);
    if (!kind || !found) return json(404, {});
    if (request.method === 'DELETE') held.delete(key);
    if (request.method === 'PATCH') held.set(key, { ...found, ...body });
    return request.method === 'DELETE' ? json(204) : json(200, { contact: held.get(key) });
  }
}
