/** Two Kepts on the same databases: what one has changed, the other knows at the very next decision. */
import { join as path } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '@kept/db/testing';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Kept, port, startKept, testFolder } from './system/kept.ts';
import {
  Agent,
  askToClose,
  certificate,
  choose,
  close,
  fillIn,
  held,
  join,
  Operator,
  readyToClose,
  type Somebody,
} from './system/life.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const data = path(await testFolder(), 'kept');
const ORIGIN = 'http://home.example';
const PASSWORD = 'paper-lantern-42-eaves';
let here: Kept;
let there: Kept;
let operator: Operator;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  const [cn, sg, keys] = [await testDatabase('data'), await testDatabase('data'), await testDatabase('keys')];
  env = { KEPT_DATABASE_cn: cn.url, KEPT_DATABASE_sg: sg.url, KEPT_KEYS: keys.url, KEPT_ORIGIN: ORIGIN };
  // At once, on databases with nothing in them.
  [here, there] = await Promise.all([begin(), begin()]);
  operator = await Operator.at(here);
});

/** Behind one address, as a proxy would have them. */
async function begin(): Promise<Kept> {
  const at = port();
  const kept = await startKept({ data, env: { ...env, KEPT_PORT: at } });
  return { ...kept, url: `http://localhost:${at}` };
}

const arrives = async (name: string): Promise<Somebody> => {
  const contact = { kind: 'email', value: `${name}@home.example` } as const;
  const somebody = await join(here, operator, { contact, password: PASSWORD, headers: { origin: ORIGIN } });
  await fillIn(somebody.agent, { 'profile-name': `Name of ${name}` });
  return somebody;
};

/** The same browser at the other server. */
const elsewhere = ({ agent }: Somebody): Agent =>
  new Agent(there.url, { origin: ORIGIN, cookie: agent.headers['cookie']! });

test('a consent that is withdrawn here is refused there by the very next decision, each time', async () => {
  const lin = await arrives('lin.lan');
  const other = elsewhere(lin);
  for (let round = 0; round < 20; round++) {
    await choose(lin.agent, 'profile', true);
    await other.must(200, 'PATCH', '/api/account/profile', { values: { 'profile-name': `Lin ${round}` } });
    await choose(lin.agent, 'profile', false);
    await other.must(403, 'PATCH', '/api/account/profile', { values: { 'profile-name': 'Lin of the Lanterns' } });
  }
});

test('who is erased here is shown nothing there from that moment on, whatever that server held', async () => {
  const mira = await arrives('mira.oduya');
  const other = elsewhere(mira);
  const item = (await held(other)).find(({ field }) => field === 'profile-name')!;
  const shown: number[] = [];
  let over = false;
  const looks = Array.from({ length: 6 }, async () => {
    while (!over) {
      const began = Date.now();
      if ((await other.call('POST', '/api/my/data/reveal', { item: item.id })).status === 200) shown.push(began);
    }
  });
  await sleep(300);
  const { unreadableAt } = await certificate(there, await close(mira.agent, PASSWORD));
  await sleep(200);
  over = true;
  await Promise.all(looks);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((began) => began > Number(unreadableAt))).toEqual([]);
});

test('a closure whose server is killed is finished by the other', async () => {
  const leavers = [await arrives('jo.first'), await arrives('jo.second'), await arrives('jo.third')];
  const ready = await Promise.all(leavers.map(({ agent }) => readyToClose(agent, PASSWORD)));
  const codes = await Promise.all(leavers.map(({ agent }, i) => askToClose(agent, ready[i]!)));
  await here.kill();
  for (const code of codes) expect((await certificate(there, code))['code']).toBe(code);
  expect(await there.stop()).toBe(0);
});
