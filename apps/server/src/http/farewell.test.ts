import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { farewell, GRACE_MS } from './farewell.ts';

/** More than the buffers of a connection take in. */
const HUGE = Buffer.alloc(64 * 2 ** 20);
const open: Socket[] = [];

afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});

async function serving(graceMs: number): Promise<FastifyInstance> {
  const app = Fastify();
  farewell(app, graceMs);
  app.get('/huge', async () => HUGE);
  app.get('/slow', async () => {
    await sleep(150);
    return 'done';
  });
  app.post('/', async () => 'read');
  await app.listen({ port: 0, host: '127.0.0.1' });
  return app;
}

async function client(app: FastifyInstance, text: string): Promise<Socket> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => {});
  open.push(socket);
  await once(socket, 'connect');
  socket.write(text);
  await once(app.server, 'request');
  return socket;
}

test.each([
  ['does not read its answer', 'GET /huge HTTP/1.1\r\nhost: kept\r\n\r\n'],
  [
    'sends half a request',
    'POST / HTTP/1.1\r\nhost: kept\r\ncontent-type: text/plain\r\ncontent-length: 9\r\n\r\nhalf',
  ],
])('a client that %s does not hold up the end', async (_, text) => {
  const app = await serving(50);
  (await client(app, text)).pause();
  await app.close();
  expect(app.server.listening).toBe(false);
});

test('an answer under way is given to its end', async () => {
  const app = await serving(GRACE_MS);
  const socket = await client(app, 'GET /slow HTTP/1.1\r\nhost: kept\r\nconnection: close\r\n\r\n');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await Promise.all([app.close(), once(socket, 'close')]);
  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 200 .*done$/s);
});
