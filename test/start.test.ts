/** What `npm start` promises, on processes that are started, told to stop, and killed. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { loadavg } from 'node:os';
import { join as path } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { beginKept, CLI, endServers, type Kept, port, serversOf, startKept, testFolder } from './system/kept.ts';
import { Agent, join, Operator, type Somebody, until } from './system/life.ts';

// A start takes a second or two; on a crowded machine many.
vi.setConfig({ testTimeout: 240_000 });

/** A Node of the machine that is older than ours, as a bare machine has it. */
const oldNode = (process.env['PATH'] ?? '')
  .split(':')
  .filter((dir) => !dir.includes('node_modules'))
  .map((dir) => path(dir, 'node'))
  .find((file) => existsSync(file) && major(file) < 24);

function major(node: string): number {
  return Number(/^v(\d+)/.exec(execFileSync(node, ['--version'], { encoding: 'utf8' }))?.[1]);
}

const root = await testFolder("kept start's ");
const data = path(root, 'everything is kept here');
const at = port();
/** What sits on the ports that Kept would take first. */
const sitting: Server[] = [];
let lin: Somebody;

async function sitOn(number: number): Promise<void> {
  const server = createServer().listen(number, '127.0.0.1');
  sitting.push(server);
  // Where another program sits already, that one does just as well.
  await once(server, 'listening').catch(() => {});
}

beforeAll(async () => {
  for (const number of [7410, 7440, Number(at)]) await sitOn(number);
});
afterAll(() => {
  for (const server of sitting) server.close();
});

const staff = (...args: string[]): string =>
  execFileSync(process.execPath, [CLI, 'staff', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], KEPT_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const signsIn = async (kept: Kept): Promise<boolean> => {
  const { contact, password } = lin;
  return (await new Agent(kept.url).call('POST', '/api/session', { contact, password })).status === 200;
};

const inOrder = ['loading the program', 'starting the databases', 'opening the key store', 'Kept runs, for the first'];

test('the first start: its progress, its ports, its pages; a second one beside it is told so and disturbs nothing', async () => {
  const kept = await startKept({ data, env: { KEPT_PORT: at } });
  const places = inOrder.map((text) => kept.output().indexOf(text));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(-1);
  expect(kept.output()).toMatch(new RegExp(`port ${at} is taken, Kept listens on ${new URL(kept.url).port}`));
  for (const name of ['data', 'keys']) expect(kept.output()).toMatch(`is taken, the ${name} database listens on`);
  expect(readdirSync(data).sort()).toEqual(['data', 'keyring', 'keys', 'shell.json']);
  for (const page of ['/', '/reference', '/api/openapi.json', '/api/notice'])
    expect((await fetch(kept.url + page)).status).toBe(200);
  lin = await join(kept, await Operator.at(kept), {
    contact: { kind: 'email', value: 'lin.lan@home.example' },
    password: 'paper-lantern-42-eaves',
  });

  const second = beginKept({ data, env: { KEPT_PORT: port() } });
  expect((await second.ended).code).toBe(1);
  expect(second.output()).toMatch(`kept: another Kept (process ${kept.pid}) already runs on the data folder`);
  expect(await signsIn(kept)).toBe(true);

  expect(await kept.stop()).toBe(0);
  expect(kept.output()).toMatch('Kept has stopped');
  expect(serversOf(data)).toBe(0);
});

test('again: what was kept is there; SIGTERM stops all of it', async () => {
  const kept = await startKept({ data, env: { KEPT_PORT: port() } });
  expect(kept.output()).not.toMatch('for the first time');
  expect(await signsIn(kept)).toBe(true);
  // The shell of the same machine is the owner's.
  expect(statSync(path(data, 'shell.json')).mode & 0o777).toBe(0o600);
  const link = staff('add', 'Chen Wei', '--role', 'agent').trim();
  const [member] = (JSON.parse(staff('list', '--json')) as { id: string; role: string }[]).slice(1);
  const colleague = new Agent(kept.url);
  await colleague.must(200, 'POST', '/api/operator/session', { token: link.split('token=')[1] });
  staff('remove', member!.id);
  expect((await colleague.call('GET', '/api/console/overview')).status).toBe(401);
  kept.signal('SIGTERM');
  expect(await kept.ended).toEqual({ code: 0, signal: null });
  expect(serversOf(data)).toBe(0);
  expect(() => staff('list')).toThrow('no Kept runs on this data');
});

test('kill -9 of Kept alone: its databases live on, and the next start takes them over', async () => {
  const first = await startKept({ data, env: { KEPT_PORT: port() } });
  await first.kill();
  expect(serversOf(data)).toBe(2);
  const next = await startKept({ data, env: { KEPT_PORT: port() } });
  for (const name of ['data', 'keys'])
    expect(next.output()).toMatch(`the ${name} database of an earlier run was still there and was taken over`);
  expect(await signsIn(next)).toBe(true);

  // And of everything, in the middle of work.
  const busy = Array.from({ length: 20 }, () => signsIn(next).catch(() => false));
  await Promise.all([next.kill(), endServers(data)]);
  await Promise.all(busy);
  expect(serversOf(data)).toBe(0);
  const again = await startKept({ data, env: { KEPT_PORT: port() } });
  expect(await signsIn(again)).toBe(true);
  expect(await again.stop()).toBe(0);
});

test.skipIf(!oldNode)(
  'on a machine whose own Node is older; Ctrl-C reaches it more than once, and it stops in order',
  async () => {
    const kept = await startKept({ data, env: { KEPT_PORT: port() }, command: [oldNode!, CLI, 'start'] });
    expect(await signsIn(kept)).toBe(true);
    // The terminal sends it to both processes, and the first passes it on to the second.
    expect(await kept.stop()).toBe(0);
    expect(kept.output()).toMatch('Kept has stopped');
    expect(serversOf(data)).toBe(0);
  },
);

test('Ctrl-C in the middle of a first start: nothing is left running, and the next start is a good one', async () => {
  const fresh = path(root, 'fresh');
  const begun = beginKept({ data: fresh, env: { KEPT_PORT: port() } });
  await until(async () => (begun.output().includes('starting the databases') ? true : undefined));
  begun.signal('SIGINT');
  expect((await begun.ended).code, begun.output()).toBe(0);
  expect(begun.output()).toMatch('stopping, once it has started');
  expect(serversOf(fresh)).toBe(0);
});

test('on a terminal, one line is written over while it works', async () => {
  const { ended, output } = beginKept({
    data,
    command: ['script', '-qefc', `"${process.execPath}" "${CLI}" ledger verify`, '/dev/null'],
  });
  expect((await ended).code).toBe(0);
  // `\r`, and the rest of the line cleared.
  expect(output()).toMatch('\r\u001b[2K  … starting the databases');
  expect(output()).toMatch(/✓ cn: \d+ entries/);
  expect(serversOf(data)).toBe(0);
});

test.skipIf(process.getuid?.() !== 0)(
  'under an ordinary account: everything is its own, and the keyring nobody else’s',
  async () => {
    const home = path(root, 'nobody');
    execFileSync('install', ['-d', '-o', '65534', '-g', '65534', home]);
    const kept = await startKept({
      data: path(home, 'kept'),
      uid: 65_534,
      cwd: home,
      env: { KEPT_PORT: port(), HOME: home },
    });
    const listed = execFileSync('ls', ['-ln', path(home, 'kept')], { encoding: 'utf8' })
      .split('\n')
      .slice(1, -1);
    expect(listed.map((line) => line.split(/\s+/)).map(([mode, , uid, , , , , , name]) => [name, uid, mode])).toEqual([
      ['data', '65534', 'drwx------'],
      ['keyring', '65534', 'drwx------'],
      ['keys', '65534', 'drwx------'],
      ['shell.json', '65534', '-rw-------'],
    ]);
    expect(await kept.stop()).toBe(0);
  },
);

const repository = fileURLToPath(new URL('../', import.meta.url));

/** A checkout as after `npm ci`, without built pages; its modules are the same files. */
function checkout(to: string): void {
  mkdirSync(to);
  const own = readdirSync(repository).filter((name) => !['node_modules', '.git', '.kept'].includes(name));
  execFileSync('cp', ['-a', ...own.map((name) => path(repository, name)), to]);
  rmSync(path(to, 'apps', 'web', 'dist'), { recursive: true, force: true });
  try {
    execFileSync('cp', ['-al', path(repository, 'node_modules'), to], { stdio: 'ignore' });
  } catch {
    // Another file system.
    execFileSync('cp', ['-a', path(repository, 'node_modules'), to]);
  }
}

test('`npm start` in a checkout whose path has spaces: the pages are built the first time, and not again', async () => {
  const home = path(root, 'a checkout of ours');
  checkout(home);
  const options = { data: path(home, '.kept'), cwd: home, command: ['npm', 'start'] };
  const first = await startKept({ ...options, env: { KEPT_PORT: port() } });
  expect(first.output()).toMatch('Building the web app');
  expect(await (await fetch(`${first.url}/`)).text()).toMatch('src="/assets/index-');
  // npm passes the signal on that the terminal has sent already.
  first.signal('SIGINT');
  await first.ended;
  expect(first.output()).toMatch('Kept has stopped');
  const later = await startKept({ ...options, env: { KEPT_PORT: port() } });
  expect(later.output()).not.toMatch('Building the web app');
  later.signal('SIGTERM');
  await later.ended;
  expect(serversOf(options.data)).toBe(0);
  const [load = 0] = loadavg();
  process.stdout.write(
    `figures: first start with the web build ${Math.round(first.ms)} ms, later start ${Math.round(later.ms)} ms, load ${load.toFixed(1)}\n`,
  );
});
