/**
 * Kill -9 at any moment while rights are carried out: every request that was accepted ends, each of its steps is in the
 * ledger once, each has one certificate, and the ledger verifies.
 */
import { join as path } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { SeededRandom } from '../packages/base/src/index.ts';
import { endServers, port, startKept, testFolder } from './system/kept.ts';
import { Agent, fillIn, join, Operator, until } from './system/life.ts';
import { on } from './system/restore.ts';

const KILLS = Number(process.env['KEPT_SOAK']) || 2;
vi.setConfig({ testTimeout: 240_000 * Math.max(1, KILLS / 10) });

const seed = Number(process.env['KEPT_SEED'] ?? 1);
const random = new SeededRandom(seed);
const PASSWORD = 'paper-lantern-42-eaves';

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly right: { readonly id: string };
  readonly certificate: string;
}

test('rights end once, whatever is killed', async () => {
  const data = path(await testFolder(), 'kept');
  const env = { KEPT_PORT: port() };
  let kept = await startKept({ data, env });
  let operator = await Operator.at(kept);
  const contact = { kind: 'email', value: 'lin@home.example' } as const;
  const { agent, id } = await join(kept, operator, { contact, password: PASSWORD, nickname: 'Lin' });
  await fillIn(agent, { 'profile-bio': 'herbs' });
  const { body } = await agent.must(200, 'GET', '/api/my/requests/preview?right=restriction');
  const purposes = (body['choices'] as unknown as { id: string }[]).map((each) => each.id);
  const again = new Agent(kept.url, { cookie: agent.headers['cookie']! });
  const list = async (): Promise<Listed[]> =>
    (await again.must(200, 'GET', '/api/my/requests')).body['requests'] as unknown as Listed[];

  for (let kill = 0; kill < KILLS; kill++) {
    await again.must(200, 'POST', '/api/session/proof', { password: PASSWORD });
    const ask = (what: object) => again.call('POST', '/api/my/requests', what).catch(() => null);
    const asked = [
      ask({ right: 'restriction', fields: [purposes[random.below(purposes.length)]] }),
      ask({ right: 'objection', fields: [purposes[random.below(purposes.length)]] }),
      ask({ right: 'complaint', note: `letter ${kill}` }),
      ask({ right: 'erasure', confirm: 'delete' }),
    ];
    await sleep(random.below(400));
    await kept.kill();
    if (random.below(3) === 0) await endServers(data);
    await Promise.all(asked);
    kept = await startKept({ data, env });
    operator = await Operator.at(kept);
    // What waits for somebody is decided, and that is cut as well.
    const waiting = (await list()).filter(({ state, right }) => state === 'running' && right.id === 'complaint');
    for (const each of waiting) {
      const decision = { outcome: 'granted', clauses: ['10'] };
      await operator.agent.must(200, 'POST', `/api/console/requests/cn/${each.id}/decision`, decision);
    }
    if (waiting.length > 0) {
      await sleep(random.below(60));
      await kept.kill();
      kept = await startKept({ data, env });
      operator = await Operator.at(kept);
    }
    const ended = await until(async () => {
      const all = await list();
      return all.every(({ state }) => state === 'done') ? all : undefined;
    });
    const rights = await stages(again);
    expect([`seed ${seed}, kill ${kill}`, rights]).toEqual([`seed ${seed}, kill ${kill}`, 3 * ended.length]);
    for (const each of ended)
      expect((await again.must(200, 'GET', `/api/certificates/${each.certificate}`)).body['ready']).toBe(true);
    expect(await certificates(data, id)).toBe(ended.length);
    expect(await unended(data)).toBe(0);
    expect(await operator.verified('cn')).toBeGreaterThan(0);
  }
  expect((await list()).length).toBeGreaterThan(KILLS);
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

const certificates = (data: string, owner: string): Promise<number> =>
  on(data, 'data', 'kept_cn', async (pool) => {
    const text = 'select count(*)::int as n from right_certificate where owner_id = $1 and body is not null';
    return (await pool.query<{ n: number }>(text, [owner])).rows[0]!.n;
  });

const unended = (data: string): Promise<number> =>
  on(data, 'data', 'kept_jobs', async (pool) => {
    const text = `select count(*)::int as n from dbos.workflow_status where name = 'right' and status in ('ERROR', 'CANCELLED')`;
    return (await pool.query<{ n: number }>(text)).rows[0]!.n;
  });
