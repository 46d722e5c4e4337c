import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { ActedOn, downloadCopy, type Language, Problem } from '@kept/api';
import { countNotices } from '@kept/service-inbox/api';
import { buildWeb, contentSecurityPolicy, webDist } from '../build.ts';
import { accountAnswers } from './account-answers.ts';
import { type Answering, Wrong } from './answers.ts';
import { consoleAnswers } from './console-answers.ts';
import { personAnswers } from './person-answers.ts';
import { inLanguage } from './say.ts';
import { freshWorld, type World } from './world.ts';

const answers: readonly Answering[] = [...accountAnswers, ...personAnswers, ...consoleAnswers];

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A server that stands in for the real one in the web app's tests: its files, and answers typed by the contract. */
export interface Harness {
  readonly origin: string;
  /** Set before a test; changed by the calls that come in. */
  world: World;
  stop(): Promise<void>;
}

const matcher = (path: string): RegExp => new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
const routes = answers.map((one) => ({ ...one, pattern: matcher(one.endpoint.path) }));
// Fixed paths before those with parameters, as a router does.
routes.sort((a, b) => Number(a.endpoint.path.includes(':')) - Number(b.endpoint.path.includes(':')));

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : (JSON.parse(Buffer.concat(chunks).toString()) as unknown);
}

function languageOf(request: IncomingMessage): Language {
  const wanted = request.headers['accept-language'] ?? '';
  return wanted.startsWith('zh-Hant') ? 'zh-Hant' : wanted.startsWith('en') ? 'en' : 'zh-Hans';
}

function checkAudience({ endpoint }: Answering, world: World): void {
  if (endpoint.who === 'anyone') return;
  if (world.who === 'nobody') throw new Wrong(401, ActedOn.sessionNone, '没有登录');
  if ((world.who === 'invited' ? 'operator' : world.who) !== endpoint.who)
    throw new Wrong(403, 'AUDIENCE', '这里你不能看');
  if (endpoint.fresh === true && !world.fresh) throw new Wrong(401, ActedOn.sessionNotFresh, '请再确认是你本人');
}

async function respond(request: IncomingMessage, url: URL, world: World): Promise<{ status: number; body?: unknown }> {
  const route = routes.find(
    ({ endpoint, pattern }) => endpoint.method === request.method && pattern.test(url.pathname),
  );
  if (route === undefined) throw new Wrong(404, 'ROUTE_UNKNOWN', '没有这个地址');
  const failing = world.failing.get(route.endpoint.path);
  if (failing !== undefined)
    throw new Wrong(failing, 'MADE_TO_FAIL', '上海机房没有应答。', { reference: 'E-20261122-1402-7d' });
  checkAudience(route, world);
  const { endpoint, pattern } = route;
  const given = {
    params: endpoint.params?.parse({ ...pattern.exec(url.pathname)?.groups }),
    query: endpoint.query?.parse(Object.fromEntries(url.searchParams)),
    body: endpoint.body?.parse(await bodyOf(request)),
  };
  const language = languageOf(request);
  const answer = await route.answer({ ...given, world, language } as never);
  const schema = endpoint.answers[route.status];
  if (schema === null || schema === undefined) return { status: route.status };
  return { status: route.status, body: schema.parse(inLanguage(answer as never, language)) };
}

async function serveApi(request: IncomingMessage, response: ServerResponse, url: URL, world: World): Promise<void> {
  // Asked all the time, whatever a test is about.
  if (url.pathname === countNotices.path) {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"unread":0}');
    return;
  }
  world.calls.push(`${request.method} ${url.pathname}`);
  if (world.delay > 0) await new Promise((resolve) => setTimeout(resolve, world.delay));
  if (url.pathname === downloadCopy.path) {
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="copy.json"',
    });
    response.end('{}');
    return;
  }
  const answered = await respond(request, url, world).catch((error: unknown) => {
    const problem =
      error instanceof Wrong
        ? error.problem
        : { type: 'about:blank', title: String(error), status: 500, code: 'HARNESS' };
    return { status: problem.status, body: Problem.parse(problem) };
  });
  response.writeHead(answered.status, { 'content-type': 'application/json' });
  response.end(answered.body === undefined ? undefined : JSON.stringify(answered.body));
}

async function serveFile(response: ServerResponse, path: string): Promise<void> {
  const wanted = join(webDist, normalize(path));
  const content = path.includes('.') ? await readFile(wanted).catch(() => null) : null;
  const index = content === null;
  const type = index ? types['.html']! : (types[extname(wanted)] ?? 'application/octet-stream');
  const body = content ?? (await readFile(join(webDist, 'index.html')));
  response.writeHead(200, { 'content-type': type, 'content-security-policy': contentSecurityPolicy });
  response.end(body);
}

/** Builds the app if need be and serves it on a free port of this machine. */
export async function startHarness(): Promise<Harness> {
  await buildWeb();
  const harness = { world: freshWorld() };
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const served = url.pathname.startsWith('/api/')
      ? serveApi(request, response, url, harness.world)
      : serveFile(response, url.pathname);
    served.catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(harness, {
    origin: `http://localhost:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
