/**
 * Kill -9 at any moment: whoever was shown something finds the entry that says so, the ledger verifies, and a closure
 * that was under way ends whole, with one certificate.
 */
import { join as path } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { SeededRandom } from '../packages/base/src/index.ts';
import { Opening } from './system/attacker.ts';
import { endServers, type Kept, port, startKept, testFolder } from './system/kept.ts';
import {
  Agent,
  askToClose,
  certificate,
  fillIn,
  held,
  join,
  Operator,
  readyToClose,
  type Somebody,
  until,
} from './system/life.ts';
import { Reader, unrecorded } from './system/reader.ts';
import { on } from './system/restore.ts';

const KILLS = Number(process.env['KEPT_SOAK']) || 4;
vi.setConfig({ testTimeout: 240_000 * Math.max(1, KILLS / 10) });

const seed = Number(process.env['KEPT_SEED'] ?? 1);
const random = new SeededRandom(seed);
const data = path(await testFolder(), 'kept');
const env = { KEPT_PORT: port() };
const PASSWORD = 'paper-lantern-42-eaves';
const PEOPLE = 3;
const LOOKS_AT_ONCE = 4;
/** Within that, a kill comes while people look and one of them leaves. */
const SPAN_MS = 900;

const tally = { answers: 0, shown: 0, cut: 0, left: 0, stayed: 0 };
afterAll(
  () =>
    void process.stdout.write(
      `figures: ${KILLS} kills, seed ${seed}: ${tally.answers} answers, ${tally.shown} values shown and recorded; closures: ${tally.left} ended, ` +
        `${tally.cut} of them cut, ${tally.stayed} not asked for in time\n`,
    ),
);

interface Watched {
  readonly who: Somebody;
  readonly cookie: string;
  readonly items: Awaited<ReturnType<typeof held>>;
  readonly values: Readonly<Record<string, string>>;
}

async function arrives(kept: Kept, operator: Operator, name: string): Promise<Watched> {
  const contact = { kind: 'email', value: `${name}@home.example` } as const;
  const who = await join(kept, operator, { contact, password: PASSWORD, nickname: `Nickname of ${name}` });
  const profile = { 'profile-name': `Name of ${name}`, 'profile-region': `Region of ${name}` };
  await fillIn(who.agent, profile);
  const values = { ...profile, 'account-nickname': `Nickname of ${name}` };
  const items = (await held(who.agent)).filter(({ field }) => field in values);
  return { who, cookie: who.agent.headers['cookie']!, items, values };
}

const newest = async (kept: Kept, { cookie }: Watched): Promise<number> =>
  (await Reader.entries(kept.url, cookie, -1))[0]?.index ?? -1;

test('killed while people look and somebody leaves: nothing is shown without a record, nothing is half erased', async () => {
  let kept = await startKept({ data, env });
  let operator = await Operator.at(kept);
  const people: Watched[] = [];
  for (let i = 0; i < PEOPLE; i++) people.push(await arrives(kept, operator, `person.${i}`));
  for (let kill = 0, size = 0; kill < KILLS; kill++) {
    const leaver = await arrives(kept, operator, `leaver.${kill}`);
    const confirm = await readyToClose(leaver.who.agent, PASSWORD);
    const from = await Promise.all(people.map((each) => newest(kept, each)));
    const readers = people.map(({ cookie, items, values }) => new Reader({ url: kept.url, cookie, items, values }));
    const looking = readers.flatMap((reader) => Array.from({ length: LOOKS_AT_ONCE }, () => reader.look(random)));
    const leaving = sleep(random.below(SPAN_MS)).then(() => askToClose(leaver.who.agent, confirm).catch(() => null));
    await sleep(100 + random.below(SPAN_MS));
    await kept.kill();
    // Sometimes the databases go with it.
    if (random.below(3) === 0) await endServers(data);
    await Promise.all(looking);
    const code = await leaving;
    kept = await startKept({ data, env });
    operator = await Operator.at(kept);

    for (const [i, reader] of readers.entries()) {
      const entries = await Reader.entries(kept.url, people[i]!.cookie, from[i]!);
      expect(unrecorded(reader, entries), `seed ${seed}, kill ${kill}`).toEqual([]);
      tally.answers += reader.answers;
      tally.shown += [...reader.seen.values()].reduce((sum, times) => sum + times, 0);
    }
    const now = await operator.verified('cn');
    expect(now, `seed ${seed}, kill ${kill}`).toBeGreaterThan(size);
    size = now as number;
    await leftOrStayed(kept, leaver, code);
  }
  expect(tally.shown).toBeGreaterThan(KILLS);
  expect(await kept.stop()).toBe(0);
});

/** Whether an answer came or not: they are gone for good with one certificate, or all of them is here. */
async function leftOrStayed(kept: Kept, { who, values }: Watched, code: string | null): Promise<void> {
  const requests = () => database(`select count(*)::int as n from right_request where owner_id = $1`, who.id);
  const rows = () => Opening.rowsOf(data, 'cn', who.id);
  const subjects = async () => ((await rows())['subjects.person'] ?? []).length;
  const asked = (await requests()) > 0 || (await subjects()) === 0;
  if (code !== null) expect(asked).toBe(true);
  if (!asked) {
    tally.stayed++;
    const again = new Agent(kept.url);
    expect(await signIn(again, who)).toBe(200);
    const profile = await again.must(200, 'GET', '/api/account/profile');
    const shown = Object.values(profile.body['values'] as unknown as Record<string, string>);
    expect(Object.values(values)).toEqual(expect.arrayContaining(shown));
    expect(shown).toHaveLength(2);
    return;
  }
  tally.left++;
  if (code === null) tally.cut++;
  await until(async () => ((await requests()) === 0 ? true : undefined));
  expect(await rows()).toEqual({});
  if (code !== null) expect((await certificate(kept, code))['code']).toBe(code);
  // One certificate for each who has left, and no job that failed or goes on.
  expect(await database('select count(*)::int as n from right_certificate where body is not null')).toBe(tally.left);
  expect(await database('select count(*)::int as n from right_certificate')).toBe(tally.left);
  await until(async () => ((await unended()) === 0 ? true : undefined));
  expect(await signIn(new Agent(kept.url), who)).toBe(401);
}

/** The answer's status. Everybody here comes from one address, so that a sign-in may have to wait its turn. */
const signIn = (agent: Agent, { contact, password }: Watched['who']): Promise<number> =>
  until(async () => {
    const { status } = await agent.call('POST', '/api/session', { contact, password });
    return status === 429 ? undefined : status;
  });

const database = (text: string, ...values: string[]): Promise<number> =>
  on(data, 'data', 'kept_cn', async (pool) => (await pool.query<{ n: number }>(text, values)).rows[0]!.n);

const unended = (): Promise<number> =>
  on(data, 'data', 'kept_jobs', async (pool) => {
    const text = `select count(*)::int as n from dbos.workflow_status where name = 'closure' and status <> 'SUCCESS'`;
    return (await pool.query<{ n: number }>(text)).rows[0]!.n;
  });

test('what was shown and is not in the ledger is found', () => {
  const entry = { index: 7, kind: 'decision', action: 'use', outcome: 'permit', fields: [{ id: 'profile-name' }] };
  const reader = { seen: new Map([['profile-name', 1]]), named: [{ index: 7, field: 'profile-name' }] };
  expect(unrecorded(reader, [entry])).toEqual([]);
  expect(unrecorded(reader, [])).toEqual(['profile-name: entry 7', 'profile-name: shown 1 times']);
  expect(unrecorded(reader, [{ ...entry, outcome: 'refuse' }])).toHaveLength(2);
  expect(unrecorded({ ...reader, seen: new Map([['profile-name', 2]]) }, [entry])).toEqual([
    'profile-name: shown 2 times',
  ]);
});
