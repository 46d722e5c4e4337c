/**
 * Kill -9 at any moment while rights of every kind are carried out, also for another, also with recipients to be told: every
 * request that was accepted ends, each of its steps is in the ledger once, each has one certificate, each recipient is told
 * once, and the ledger verifies.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join as path } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { totp } from '@kept/identity/testing';
import { dsrServer } from '@kept/recipients/testing';
import { afterAll, expect, test, vi } from 'vitest';
import { SeededRandom } from '../packages/base/src/index.ts';
import { Opening } from './system/attacker.ts';
import { endServers, type Kept, port, startKept, testFolder } from './system/kept.ts';
import { Agent, askToClose, fillIn, join, Operator, readyToClose, type Somebody, until } from './system/life.ts';
import { on } from './system/restore.ts';

const KILLS = Number(process.env['KEPT_SOAK']) || 3;
vi.setConfig({ testTimeout: 240_000 * Math.max(1, KILLS / 10) });

const seed = Number(process.env['KEPT_SEED'] ?? 1);
const random = new SeededRandom(seed);
const PASSWORD = 'paper-lantern-42-eaves';
const data = path(await testFolder(), 'kept');
const parties = path(await testFolder(), 'parties');
const recipient = await dsrServer();
afterAll(() => recipient.close());
const env = { KEPT_PORT: port(), KEPT_PARTIES: parties, KEPT_TRUST_PROXY: 'loopback' };
const tally = { kills: 0, databases: 0, requests: 0, closures: 0, behalf: 0, told: 0 };
afterAll(
  () =>
    void process.stdout.write(
      `figures: seed ${seed}: ${tally.kills} kills of the process, ${tally.databases} with its databases; ${tally.requests} requests of one person, ` +
        `${tally.closures} closures, ${tally.behalf} for another, ${tally.told} tellings\n`,
    ),
);

let kept: Kept;
let operator: Operator;
let officer: Agent;
let addresses = 0;
/** Behind the proxy, each at an address of their own. */
const fromElsewhere = () => ({
  'x-forwarded-for': `198.18.${Math.floor(++addresses / 250) % 250}.${1 + (addresses % 250)}`,
});

/** The process goes at once, and now and then its databases with it; then it is there again. */
async function killed(within: number): Promise<void> {
  await sleep(random.below(within));
  await kept.kill();
  tally.kills++;
  if (random.below(3) === 0) {
    await endServers(data);
    tally.databases++;
  }
  kept = await startKept({ data, env });
  operator = await Operator.at(kept);
}

/** A second account of staff, who agrees. */
async function enrolled(): Promise<Agent> {
  const { body } = await operator.agent.must(201, 'POST', '/api/console/staff', { name: 'Chen Wei', role: 'officer' });
  const agent = new Agent(kept.url);
  await agent.must(200, 'POST', '/api/operator/session', { token: String(body['path']).split('=')[1] });
  const secret = String((await agent.must(201, 'POST', '/api/console/me/app')).body['secret']);
  const chosen = { login: 'chen', password: 'seven-lamps-over-the-canal', code: totp(secret, Date.now()) };
  await agent.must(200, 'PUT', '/api/console/me/sign-in', chosen);
  return agent;
}

const arrives = (name: string): Promise<Somebody> =>
  join(kept, operator, {
    ...{ contact: { kind: 'email', value: `${name}@home.example` }, password: PASSWORD, nickname: name },
    headers: fromElsewhere(),
  });

/** A recipient has really received these fields of theirs. */
const received = (owner: string, fields: string[]): Promise<unknown> =>
  on(data, 'data', 'kept_cn', (pool) =>
    pool.query(
      `insert into share_receipt (owner_id, id, recipient, purpose, fields, via, certain, at, ledger_index)
       values ($1, $2, 'yunpian', 'verification-sms', $3, 'http', true, now(), 0)`,
      [owner, randomUUID(), fields],
    ),
  );

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly right: { readonly id: string };
  readonly certificate: string;
}
const list = async (who: Somebody): Promise<Listed[]> =>
  (await who.agent.must(200, 'GET', '/api/my/requests')).body['requests'] as unknown as Listed[];

const queued = (id: string, what = ''): string => `/api/console/requests/cn/${id}${what}`;
/** What waits for somebody is granted, by two where it takes two; each step may come again after a kill. */
async function granted(id: string): Promise<void> {
  const read = async () =>
    (await operator.agent.must(200, 'GET', queued(id))).body['request'] as unknown as {
      state: string;
      waits: string | null;
    };
  const first = await until(async () => {
    const { state, waits } = await read();
    return state !== 'running' || waits !== null ? { state, waits } : undefined;
  });
  if (first.waits === 'decision')
    await operator.agent.must(200, 'POST', queued(id, '/decision'), { outcome: 'granted', clauses: ['10'] });
  if ((await read()).waits === 'second') await officer.must(200, 'POST', queued(id, '/agreement'), { agrees: true });
}

/** Everything of one person who stays: each ends, in three entries, once. */
async function ownRights(who: Somebody, round: number): Promise<void> {
  const { agent } = who;
  await agent.must(200, 'POST', '/api/session/proof', { password: PASSWORD });
  const { body } = await agent.must(200, 'GET', '/api/my/requests/preview?right=restriction');
  const purposes = (body['choices'] as unknown as { id: string }[]).map((each) => each.id);
  const some = () => [purposes[random.below(purposes.length)]];
  const ask = (what: object) => agent.call('POST', '/api/my/requests', what).catch(() => null);
  const asked = [
    ask({ right: 'restriction', fields: some() }),
    ask({ right: 'objection', fields: some() }),
    ask({ right: 'complaint', note: `letter ${round}` }),
    ask({ right: 'erasure', confirm: 'delete' }),
    ask({ right: 'copy' }),
    ask({ right: 'portability' }),
    ask({ right: 'explanation', note: `why ${round}` }),
  ];
  await killed(500);
  await Promise.all(asked);
  const waiting = (await list(who)).filter(({ state }) => state === 'running');
  for (const { id } of waiting) await granted(id);
  if (waiting.length > 0) await killed(80);
  const ended = await until(async () => {
    const all = await list(who);
    return all.every(({ state }) => state === 'done') ? all : undefined;
  });
  tally.requests = ended.length;
  const tellings = await database(
    `select count(distinct request)::int as n from right_telling where request = any($1)`,
    ended.map(({ id }) => id),
  );
  expect(await stages(agent)).toBe(3 * ended.length + tellings);
  for (const { certificate } of ended)
    expect((await agentless(`/api/certificates/${certificate}`))['ready']).toBe(true);
  const own = `select count(*)::int as n from right_certificate where owner_id = $1 and body is not null`;
  expect(await database(own, who.id)).toBe(ended.length);
}

const agentless = async (address: string) => (await new Agent(kept.url).must(200, 'GET', address)).body;

/** Somebody of whom a recipient has something leaves. */
async function closure(round: number): Promise<void> {
  const who = await arrives(`leaver.${round}`);
  await received(who.id, ['account-email', 'account-code']);
  const confirm = await readyToClose(who.agent, PASSWORD);
  const leaving = askToClose(who.agent, confirm).catch(() => null);
  await killed(400);
  const code = await leaving;
  const begun = await database(`select count(*)::int as n from right_request where owner_id = $1`, who.id);
  const here = async () => ((await Opening.rowsOf(data, 'cn', who.id))['subjects.person'] ?? []).length > 0;
  if (code === null && begun === 0 && (await here())) return;
  await until(async () => ((await here()) ? undefined : true));
  await until(async () => (Object.keys(await Opening.rowsOf(data, 'cn', who.id)).length === 0 ? true : undefined));
  await until(async () =>
    [...recipient.got.values()].some(({ body }) => body.includes(who.contact.value)) ? true : undefined,
  );
  if (code !== null)
    await until(async () => ((await agentless(`/api/certificates/${code}`))['ready'] ? true : undefined));
  tally.closures++;
}

/** A relative asks for one who died; two decide, and both decisions may be cut. */
async function forAnother(round: number): Promise<void> {
  const wants = random.below(2) === 0 ? 'erasure' : 'copy';
  const who = await arrives(`mo.${round}`);
  const stranger = new Agent(kept.url, fromElsewhere());
  const contact = { kind: 'email', value: `kin.${round}@mail.example` };
  const { body } = await stranger.must(202, 'POST', '/api/outside/requests', {
    ...{ contact, residence: 'CN', right: 'relatives', behalf: { contact: who.contact, wants } },
  });
  const confirm = { code: await operator.code() };
  const outcome = (await stranger.must(200, 'POST', `/api/outside/requests/${body['proof']}/confirmation`, confirm))
    .body as unknown as { link: string; request: { id: string } };
  const document = { data: Buffer.from('%PDF-1.7\na family register').toString('base64') };
  await stranger.must(201, 'POST', `/api/outside/status/${outcome.link}/documents`, document);
  const { id } = outcome.request;
  const deciding = granted(id).catch(() => null);
  await killed(300);
  await deciding;
  await granted(id);
  await killed(200);
  const status = async () =>
    (await new Agent(kept.url, fromElsewhere()).must(200, 'GET', `/api/outside/status/${outcome.link}`))
      .body as unknown as { request: Listed; packaged: boolean };
  await until(async () => ((await status()).request.state === 'done' ? true : undefined));
  const { request, packaged } = await status();
  expect(packaged).toBe(wants === 'copy');
  expect((await agentless(`/api/certificates/${request.certificate}`))['ready']).toBe(true);
  const left = await Opening.rowsOf(data, 'cn', who.id);
  if (wants === 'erasure') expect(left).toEqual({});
  else expect(left['subjects.person']).toHaveLength(1);
  tally.behalf++;
}

test('rights end once, whatever is killed', async () => {
  await mkdir(parties);
  await writeFile(path(parties, 'yunpian.pem'), recipient.publicKey);
  const party = { recipient: 'yunpian', opendsr: { url: recipient.url, certificate: 'yunpian.pem' } };
  await writeFile(path(parties, 'yunpian.mjs'), `export default ${JSON.stringify(party)};`);
  kept = await startKept({ data, env });
  operator = await Operator.at(kept);
  officer = await enrolled();
  const lin = await arrives('lin');
  await fillIn(lin.agent, { 'profile-bio': 'herbs' });
  await received(lin.id, ['account-email', 'profile-bio']);
  for (let round = 0; tally.kills < KILLS; round++) {
    const from = `seed ${seed}, round ${round}, ${tally.kills} kills`;
    const scenes = [() => ownRights(lin, round), () => closure(round), () => forAnother(round)];
    await scenes[round % 3]!();
    // Each was told once, whenever the answer was lost.
    expect([from, recipient.posts]).toEqual([from, recipient.got.size]);
    tally.told = recipient.got.size;
    expect([from, await unended()]).toEqual([from, []]);
    const size = await operator.verified('cn');
    expect([from, typeof size]).toEqual([from, 'number']);
  }
  const certificates = 'select count(*)::int as n from right_certificate where body is null';
  expect(await database(certificates)).toBe(0);
  expect(await kept.stop()).toBe(0);
});

/** How many entries of the person tell of a step of a request. */
async function stages(agent: Agent): Promise<number> {
  let [count, before] = [0, Number.MAX_SAFE_INTEGER];
  for (;;) {
    const { body } = await agent.must(200, 'GET', `/api/my/activity?limit=200&before=${before}`);
    const entries = body['entries'] as unknown as { kind: string; index: number }[];
    count += entries.filter(({ kind }) => kind === 'right').length;
    if (body['next'] === null) return count;
    before = Number(body['next']);
  }
}

const database = (text: string, ...values: unknown[]): Promise<number> =>
  on(data, 'data', 'kept_cn', async (pool) => (await pool.query<{ n: number }>(text, values)).rows[0]!.n);

/** Durable work that failed, or was given up, and why. */
const unended = (): Promise<string[]> =>
  on(data, 'data', 'kept_jobs', async (pool) => {
    const text = `select name, status, error from dbos.workflow_status where status in ('ERROR', 'CANCELLED')`;
    const { rows } = await pool.query<{ name: string; status: string; error: string | null }>(text);
    return rows.map(({ name, status, error }) => `${name} ${status} ${error}`);
  });
