/** For tests of others: a recipient that speaks OpenDSR over HTTP, and signs with a key of its own. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DsrState } from './opendsr.ts';

interface Got {
  readonly body: string;
  state: DsrState;
}

/** What it was told, and how it answers. */
export interface DsrServer {
  readonly url: string;
  readonly domain: string;
  /** PEM. */
  readonly publicKey: string;
  /** By `subject_request_id`. */
  readonly got: Map<string, Got>;
  /** Calls of `POST /requests`, answered or not. */
  posts: number;
  /** `hang-up`: takes the request and breaks the connection. `other`: signs by a key that nobody declared. */
  mood: 'well' | 'down' | 'hang-up' | 'other' | 'locked';
  /** The headers and the body of a callback. */
  callback(id: string, url: string): { readonly headers: Record<string, string>; readonly body: string };
  close(): Promise<void>;
}

const COMPLETES_MS = 86_400_000;

export async function dsrServer(): Promise<DsrServer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
  const domain = '127.0.0.1';
  const times = { expected_completion_time: new Date(Date.now() + COMPLETES_MS).toISOString() };
  const signed = (body: string, key: KeyObject): Record<string, string> => ({
    'content-type': 'application/json',
    'x-opendsr-processor-domain': domain,
    'x-opendsr-signature': sign('sha256', Buffer.from(body), key).toString('base64'),
  });
  const statusOf = (id: string): object => ({
    ...{ controller_id: 'kept', ...times, subject_request_id: id, request_status: server.got.get(id)?.state },
  });
  const answer = (response: ServerResponse, status: number, value: object): void => {
    const body = JSON.stringify(value);
    response.writeHead(status, signed(body, server.mood === 'other' ? stranger : privateKey)).end(body);
  };
  const http = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(request);
    if (request.method === 'POST') server.posts++;
    if (server.mood === 'down') return void response.writeHead(503).end();
    if (server.mood === 'locked') return void response.writeHead(401).end();
    if (request.method === 'POST') {
      const id = (JSON.parse(body) as { subject_request_id: string }).subject_request_id;
      if (!server.got.has(id)) server.got.set(id, { body, state: 'pending' });
      if (server.mood === 'hang-up') return void response.socket?.destroy();
      const encoded_request = Buffer.from(body).toString('base64');
      const received_time = new Date().toISOString();
      const said = { controller_id: 'kept', ...times, received_time, encoded_request, subject_request_id: id };
      return answer(response, 201, said);
    }
    const id = request.url?.split('/').at(-1) ?? '';
    return server.got.has(id) ? answer(response, 200, statusOf(id)) : void response.writeHead(404).end();
  };
  await new Promise<void>((done) => http.listen(0, domain, done));
  const server: DsrServer = {
    ...{ url: `http://${domain}:${(http.address() as AddressInfo).port}/v2`, domain, posts: 0, mood: 'well' },
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    got: new Map(),
    callback(id, url) {
      const body = JSON.stringify({ ...statusOf(id), status_callback_url: url });
      return { headers: signed(body, server.mood === 'other' ? stranger : privateKey), body };
    },
    close: () =>
      new Promise((done) => {
        http.close(() => done());
        http.closeAllConnections();
      }),
  };
  return server;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
