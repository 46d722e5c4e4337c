/** Two Kepts on the same databases: what one has changed, the other knows at the very next decision. */
import { join as path } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '@kept/db/testing';
import { compile, type Manifest } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
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
  env = { KEPT_DATABASE_CN: cn.url, KEPT_DATABASE_SG: sg.url, KEPT_KEYS: keys.url, KEPT_ORIGIN: ORIGIN };
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

/** Times that a consent is taken back while the other server writes; thousands in a soak. */
const ROUNDS = Number(process.env['KEPT_SOAK'] ?? 30);

test('a consent that is withdrawn at one server is refused by the very next decision at both, whatever is under way', {
  timeout: 7_200_000,
}, async () => {
  const lin = await arrives('lin.lan');
  const both = [lin.agent, elsewhere(lin)];
  const write = (agent: Agent, name: string) =>
    agent.call('PATCH', '/api/account/profile', { values: { 'profile-name': name } });
  const late: unknown[] = [];
  let during = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await choose(both[round % 2]!, 'profile', true);
    // One after the other: of two that make a row at once one is told so.
    for (const agent of both)
      await agent.must(200, 'PATCH', '/api/account/profile', { values: { 'profile-name': `Lin ${round}` } });
    let over = false;
    const writers = both.map(async (agent, i) => {
      const seen: { began: number; status: number }[] = [];
      while (!over) {
        const began = performance.now();
        seen.push({ began, status: (await write(agent, `Lin ${round} at ${i}`)).status });
      }
      return seen;
    });
    await choose(both[Math.floor(round / 2) % 2]!, 'profile', false);
    const withdrawn = performance.now();
    const next = await Promise.all(both.map((agent) => write(agent, 'Lin of the Lanterns')));
    over = true;
    const seen = (await Promise.all(writers)).flat();
    during += seen.filter(({ began }) => began < withdrawn).length;
    late.push(...seen.filter(({ began, status }) => began > withdrawn && status !== 403));
    late.push(...next.filter(({ status }) => status !== 403));
    // Nor is anything there that was written meanwhile.
    expect((await held(both[(round + 1) % 2]!)).filter(({ field }) => field.startsWith('profile-'))).toEqual([]);
  }
  expect(late).toEqual([]);
  expect(during).toBeGreaterThan(ROUNDS);
  process.stdout.write(
    `figures: ${ROUNDS} withdrawals at two servers, ${during} writes under way, ${late.length} late\n`,
  );
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
  await vi.waitFor(() => expect(shown.length).toBeGreaterThan(0));
  const { unreadableAt } = await certificate(there, await close(mira.agent, PASSWORD));
  await sleep(200);
  over = true;
  await Promise.all(looks);
  expect(shown.filter((began) => began > Number(unreadableAt))).toEqual([]);
});

test('a version that is published at one server holds at both from its time on, and a yes to it counts at both', async () => {
  const mei = await arrives('mei.first');
  const { security } = aqaraAccount.purposes;
  const second = compile({
    ...aqaraAccount,
    version: '2027-01-01',
    purposes: {
      ...aqaraAccount.purposes,
      security: { ...security, fields: [...security.fields, 'account-nickname'] },
    },
  } as unknown as Manifest);
  const asked = { purpose: 'security', fields: ['account-nickname'] };
  const both = [mei.agent, elsewhere(mei)];
  const outcomes = async () =>
    Promise.all(
      both.map(async (agent) => (await agent.must(200, 'POST', '/api/my/explanations', asked)).body['outcome']),
    );
  const hashes = async () =>
    Promise.all(
      [here, there].map(async ({ url }) => {
        const { body } = await new Agent(url).must(200, 'GET', '/api/policies');
        return (body['policies'] as unknown as { policy: { hash: string } }[])[0]!.policy.hash;
      }),
    );
  const draft = await operator.agent.must(201, 'POST', '/api/console/versions', { manifest: second.manifest });
  const path = `/api/console/versions/${String(draft.body['id'])}`;
  await operator.agent.must(200, 'POST', `${path}/review`, {});
  const effectiveAt = Date.now() + 6_000;
  await operator.agent.must(202, 'POST', `${path}/publication`, { effectiveAt });

  // Asked again and again at both: what is answered before its time is the old version, and after it the new one.
  const seen: { from: number; to: number; hash: string }[] = [];
  while (Date.now() < effectiveAt + 1_000) {
    const from = Date.now();
    for (const hash of await hashes()) seen.push({ from, to: Date.now(), hash });
    await sleep(30);
  }
  const early = seen.filter(({ to, hash }) => to < effectiveAt && hash === second.hash);
  const late = seen.filter(({ from, hash }) => from >= effectiveAt && hash !== second.hash);
  expect({ early, late }).toEqual({ early: [], late: [] });
  expect(seen.filter(({ hash }) => hash === second.hash).length).toBeGreaterThan(4);

  expect(await outcomes()).toEqual(['refuse', 'refuse']);
  const changes = await both[1]!.must(200, 'GET', '/api/my/changes');
  expect((changes.body['asked'] as unknown as { matter: string }[]).map(({ matter }) => matter)).toEqual(['security']);
  const answer = (agent: Agent, agreed: boolean) =>
    agent.must(200, 'PUT', '/api/my/changes/security', { agreed, notice: second.hash });
  for (let round = 0; round < 5; round++) {
    await answer(both[round % 2]!, true);
    expect(await outcomes()).toEqual(['permit', 'permit']);
    await answer(both[(round + 1) % 2]!, false);
    expect(await outcomes()).toEqual(['refuse', 'refuse']);
  }
});

test('a closure whose server is killed is finished by the other', async () => {
  const leavers = [await arrives('jo.first'), await arrives('jo.second'), await arrives('jo.third')];
  const ready = await Promise.all(leavers.map(({ agent }) => readyToClose(agent, PASSWORD)));
  const codes = await Promise.all(leavers.map(({ agent }, i) => askToClose(agent, ready[i]!)));
  await here.kill();
  for (const code of codes) expect((await certificate(there, code))['code']).toBe(code);
  expect(await there.stop()).toBe(0);
});
