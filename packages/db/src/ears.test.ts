import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Millis } from '@kept/base';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { Ears } from './ears.ts';
import { testDatabase } from './testing.ts';

const { url, pool } = await testDatabase('keys');
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

/** A cache of one process: holds what `read` answered, under the one rule that its owner has to keep. */
function cache(topic: string, lease = 5_000) {
  const held = new Map<string, number>();
  const evictions: (readonly string[] | null)[] = [];
  let generation = 0;
  const ears = new Ears({
    url,
    topic,
    lease: Millis(lease),
    evict: (keys) => {
      generation++;
      evictions.push(keys);
      for (const key of keys ?? [...held.keys()]) held.delete(key);
    },
  });
  ending.push(() => ears.stop());
  const read = async (key: string, from: (key: string) => Promise<number>): Promise<number> => {
    await ears.ready();
    const hit = ears.trusted ? held.get(key) : undefined;
    if (hit !== undefined) return hit;
    const asked = generation;
    const value = await from(key);
    if (asked === generation) held.set(key, value);
    return value;
  };
  return { ears, held, evictions, read };
}

async function change(ears: Ears, keys: string[] | null): Promise<void> {
  const call = ears.call(keys);
  await ears.announce(pool, call);
  await ears.heard(call);
}

/** Another process with a cache of its own. */
async function process(topic: string, lease = 5_000) {
  const child: ChildProcess = spawn(
    globalThis.process.execPath,
    [fileURLToPath(new URL('ears.child.ts', import.meta.url)), url, topic, String(lease)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  ending.push(() => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  expect(await next()).toBe('ready');
  const ask = (line: string) => {
    child.stdin!.write(`${line}\n`);
    return next();
  };
  return { child, ask };
}

const cut = (name: string) =>
  pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()',
    [name],
  );

test('what is announced is gone from every process when it is heard, and the rest stays', async () => {
  const here = cache('two');
  await here.ears.ready();
  const there = await process('two');
  here.held.set('a', 1).set('b', 2);
  await there.ask('cache a');
  await there.ask('cache b');

  await change(here.ears, ['a']);
  expect([...here.held.keys()]).toEqual(['b']);
  expect(await there.ask('is a')).toBe('a gone');
  expect(await there.ask('is b')).toBe('b cached');

  await change(here.ears, null);
  expect(here.held.size).toBe(0);
  expect(await there.ask('is b')).toBe('b gone');
});

test('an announcement whose transaction is rolled back reaches nobody', async () => {
  const [here, there] = [cache('rollback'), cache('rollback')];
  await Promise.all([here.ears.ready(), there.ears.ready()]);
  there.held.set('a', 1);
  const client = await pool.connect();
  await client.query('begin');
  await here.ears.announce(client, here.ears.call(['a']));
  await client.query('rollback');
  client.release();
  await change(here.ears, ['b']);
  expect(there.held.has('a')).toBe(true);
});

test('caches of another topic keep what they have', async () => {
  const [here, other] = [cache('one'), cache('other')];
  await Promise.all([here.ears.ready(), other.ears.ready()]);
  other.held.set('a', 1);
  await change(here.ears, ['a']);
  expect(other.held.has('a')).toBe(true);
});

test('a list too long for one message empties the others altogether', async () => {
  const [here, there] = [cache('long'), cache('long')];
  await Promise.all([here.ears.ready(), there.ears.ready()]);
  there.held.set('bystander', 1);
  await change(
    here.ears,
    Array.from({ length: 1_000 }, (_, i) => `person-${i}`),
  );
  expect(there.held.size).toBe(0);
});

test('a silent process is waited for until its lease ends, and finds its cache empty when it wakes', async () => {
  const lease = 1_500;
  const here = cache('silent', lease);
  await here.ears.ready();
  const there = await process('silent', lease);
  await there.ask('cache a');
  there.child.kill('SIGSTOP');

  const from = performance.now();
  await change(here.ears, ['a']);
  const waited = performance.now() - from;
  expect(waited).toBeGreaterThan(100);
  expect(waited).toBeLessThan(lease + 20_000);

  const answer = there.ask('is a');
  there.child.kill('SIGCONT');
  expect(await answer).toBe('a gone');
});

test('a process that ended, in order or not, is not waited for longer than its lease', async () => {
  const here = cache('ended', 600);
  await here.ears.ready();
  const [orderly, killed] = [await process('ended', 60_000), await process('ended', 600)];
  orderly.child.stdin!.end();
  await new Promise((done) => orderly.child.on('exit', done));
  killed.child.kill('SIGKILL');
  const from = performance.now();
  await change(here.ears, ['a']);
  expect(performance.now() - from).toBeLessThan(30_000);
});

test('a lost session empties the cache at once, and a new lease is had without being asked for', async () => {
  const there = cache('lost');
  await there.ears.ready();
  there.held.set('a', 1);
  await cut('kept ears');
  await expect.poll(() => there.held.size).toBe(0);
  await expect.poll(() => there.ears.trusted).toBe(true);
});

test('an answer that was lost with the session is asked for again', async () => {
  const [here, there] = [cache('again'), cache('again')];
  await Promise.all([here.ears.ready(), there.ears.ready()]);
  const call = here.ears.call(['a']);
  const others = await here.ears.others(pool);
  expect(others).toHaveLength(1);
  // Not announced at all, as far as anybody heard: only asking again can end this wait.
  await here.ears.heard(call, others);
  expect(there.evictions).toContainEqual(['a']);
});

test('what was read before the first lease is not kept under it', async () => {
  const here = cache('first');
  here.held.set('a', 1);
  await here.ears.ready();
  expect(here.held.size).toBe(0);
});

test('after stop nothing is trusted and nothing waits', async () => {
  const [here, there] = [cache('stop'), cache('stop', 60_000)];
  await Promise.all([here.ears.ready(), there.ears.ready()]);
  await there.ears.stop();
  expect(there.ears.trusted).toBe(false);
  await expect(there.ears.ready()).rejects.toMatchObject({ code: 'DB_EARS_DEAF' });
  await change(here.ears, ['a']);
});

test('a database that does not answer is an error, and no cache is trusted without it', async () => {
  const ears = new Ears({
    url: 'postgres://nobody@127.0.0.1:1/none',
    topic: 'away',
    lease: Millis(100),
    evict: () => {},
  });
  await expect(ears.ready()).rejects.toMatchObject({ code: 'DB_EARS_DEAF' });
  expect(ears.trusted).toBe(false);
});

test('topics and keys that a message cannot carry are refused', () => {
  expect(() => new Ears({ url, topic: 'Keys; drop', evict: () => {} })).toThrow('topic');
  expect(() => cache('keys').ears.call(['two words'])).toThrow('key');
});

test('whoever reads after a change was heard reads the change, whatever else goes on', async () => {
  await pool.query('create table truth (key text primary key, value int not null)');
  const [topic, keys] = ['model', ['a', 'b', 'c']];
  await pool.query('insert into truth select unnest($1::text[]), 0', [keys]);
  const caches = [cache(topic, 2_000), cache(topic, 2_000), cache(topic, 2_000)] as const;
  await Promise.all(caches.map(({ ears }) => ears.ready()));
  const truth = async (key: string): Promise<number> =>
    (await pool.query('select value from truth where key = $1', [key])).rows[0].value;
  const heard = new Map(keys.map((key) => [key, 0]));

  const write = async (who: number, key: string) => {
    const { ears } = caches[who]!;
    const client = await pool.connect();
    const call = ears.call([key]);
    await client.query('begin');
    const { rows } = await client.query('update truth set value = value + 1 where key = $1 returning value', [key]);
    await ears.announce(client, call);
    await client.query('commit');
    client.release();
    await ears.heard(call);
    heard.set(key, Math.max(heard.get(key)!, rows[0].value));
  };
  const look = async (who: number, key: string) => {
    const atLeast = heard.get(key)!;
    expect(await caches[who]!.read(key, truth)).toBeGreaterThanOrEqual(atLeast);
  };
  const step = fc.record({
    what: fc.constantFrom('write', 'look', 'look', 'cut'),
    who: fc.nat(2),
    key: fc.constantFrom(...keys),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 8 }), async (rounds) => {
      for (const round of rounds) {
        await Promise.all(
          round.map(async ({ what, who, key }, i) => {
            if (what === 'write') await write(who, key);
            else if (what === 'look') await look(who, key);
            else if (i === 0 && who === 0) await cut('kept ears');
          }),
        );
      }
    }),
    { numRuns: Number(globalThis.process.env.KEPT_SOAK ?? 5) },
  );
}, 600_000);
