import { Millis } from '@kept/base';
import { expect, test, vi } from 'vitest';
import { ensureDatabase, kysely, openExternal, openPool, transaction } from './index.ts';
import { testDatabase } from './testing.ts';

test('bigint is a number while that is exact, and a BigInt beyond', async () => {
  const { pool } = await testDatabase();
  const { rows } = await pool.query(
    `select 9007199254740991::bigint as safe, 9007199254740993::bigint as large, array[1, null, 9007199254740993]::bigint[] as many`,
  );
  expect(rows[0]).toEqual({ safe: 9007199254740991, large: 9007199254740993n, many: [1, null, 9007199254740993n] });
});

test('a server that drops every connection costs the queries under way and nothing else', async () => {
  const { url, pool } = await testDatabase();
  let lost = 0;
  const victim = openPool(url, { name: 'victim', max: 3, onLost: () => lost++ });
  const held = await victim.connect();
  const waits = expect(victim.query('select pg_sleep(30)')).rejects.toThrow();
  await victim.query('select 1');
  const asleep = `select from pg_stat_activity where application_name = 'victim' and wait_event = 'PgSleep'`;
  await vi.waitFor(async () => expect((await pool.query(asleep)).rowCount).toBe(1));
  await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim'`);
  await waits;
  await expect(held.query('select 1')).rejects.toThrow();
  held.release(true);
  // The third connection was idle: once its loss has been heard of, no query is given it.
  await vi.waitFor(() => expect(lost).toBeGreaterThan(0));
  expect((await victim.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await victim.end();
});

test('a pool of look-ups plans none that reads a whole table, although it is small now', async () => {
  const { url, pool } = await testDatabase();
  await pool.query('create table small (id int primary key); insert into small values (1); analyze small');
  const planned = async (by: typeof pool): Promise<string> =>
    JSON.stringify((await by.query('explain select from small where id = any($1::int[])', [[1]])).rows);
  const lookups = openPool(url, { name: 'look-ups', lookups: true });
  expect(await planned(pool)).toContain('Seq Scan');
  expect(await planned(lookups)).toContain('Index');
  await lookups.end();
});

test('a statement that takes too long is cancelled', async () => {
  const { url } = await testDatabase();
  const hasty = openPool(url, { name: 'hasty', statementTimeout: Millis(50) });
  await expect(hasty.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
  await hasty.end();
});

test('a transaction commits, rolls back, and never claims a commit that did not happen', async () => {
  const { pool } = await testDatabase();
  await pool.query('create table t (n int primary key)');
  const count = async (): Promise<number> => (await pool.query('select count(*) as n from t')).rows[0].n;
  expect(
    await transaction(pool, async (client) => (await client.query('insert into t values (1) returning n')).rows[0].n),
  ).toBe(1);
  await expect(
    transaction(pool, async (client) => {
      await client.query('insert into t values (2)');
      throw new RangeError('changed my mind');
    }),
  ).rejects.toThrow(RangeError);
  const swallowed = transaction(pool, async (client) => {
    await client.query('insert into t values (3)');
    await client.query('insert into t values (3)').catch(() => {});
  });
  await expect(swallowed).rejects.toMatchObject({ code: 'DB_TRANSACTION_LOST' });
  expect(await count()).toBe(1);
  expect(await kysely<{ t: { n: number } }>(pool).selectFrom('t').selectAll().execute()).toEqual([{ n: 1 }]);
});

test('a database is made if absent, by one of those who ask', async () => {
  const { url, pool } = await testDatabase();
  const name = `${new URL(url).pathname.slice(1)}_x`;
  const made = await Promise.all(Array.from({ length: 4 }, () => ensureDatabase(url, name)));
  expect(made.filter(Boolean)).toHaveLength(1);
  await expect(ensureDatabase(url, 'x"; drop')).rejects.toMatchObject({ code: 'DB_DATABASE_NAME' });
  await expect(ensureDatabase('postgres://127.0.0.1:1/postgres', name)).rejects.toMatchObject({
    code: 'DB_EXTERNAL_UNREACHABLE',
  });
  await pool.query(`drop database ${name}`);
});

test('an external server is checked with one sentence, without its password', async () => {
  const { url, pool } = await testDatabase();
  const own = await openExternal(url);
  expect(own.version).toBe(18);
  expect(own.instance).toMatch(/^\d+$/);
  expect((await openExternal((await testDatabase('keys')).url)).instance).not.toBe(own.instance);

  const at = (change: (url: URL) => void): string => {
    const other = new URL(url);
    change(other);
    return other.href;
  };
  const role = `weak_${new URL(url).pathname.slice(6)}`;
  await pool.query(`create role ${role} login password 'weak-password'`);
  const weak = at((u) => Object.assign(u, { username: role, password: 'weak-password' }));
  const cases: [string, string, RegExp][] = [
    [at((u) => Object.assign(u, { port: '1' })), 'DB_EXTERNAL_UNREACHABLE', /does not answer/],
    [at((u) => Object.assign(u, { hostname: 'no-such-host.invalid' })), 'DB_EXTERNAL_UNREACHABLE', /cannot be found/],
    [
      at((u) => Object.assign(u, { password: 'wrong-password' })),
      'DB_EXTERNAL_REFUSED',
      /refuses this name and password/,
    ],
    [at((u) => Object.assign(u, { pathname: '/absent' })), 'DB_EXTERNAL_REFUSED', /does not exist/],
    [weak, 'DB_EXTERNAL_REFUSED', /create tables/],
  ];
  for (const [given, code, sentence] of cases) {
    const error = await openExternal(given).then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) });
    expect(error!.message).not.toContain('password@');
    expect(error!.message).not.toContain(new URL(given).password);
  }
  await pool.query(`grant create on schema public to ${role}`);
  await expect(openExternal(weak)).rejects.toMatchObject({ message: expect.stringMatching(/create schemas/) });
  await pool.query(`alter role ${role} set synchronous_commit = off`);
  await expect(openExternal(weak)).rejects.toMatchObject({ message: expect.stringMatching(/synchronous_commit/) });
  await pool.query(`alter role ${role} set default_transaction_read_only = on`);
  await expect(openExternal(weak)).rejects.toMatchObject({ message: expect.stringMatching(/read only/) });
  await pool.query(`drop owned by ${role}; drop role ${role}`);
});
