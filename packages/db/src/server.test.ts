import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { appendFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SeededRandom } from '@kept/base';
import pg from 'pg';
import { expect, test } from 'vitest';
import { freePort, runningServer } from './index.ts';
import { kill, markOf, postmasterOf, serves } from './processes.ts';
import { children, copied, endingOnce, folder, ordinary, query, root, run, wanted } from './server.harness.ts';

test('starts cold, stops clean, starts warm, all in a folder with spaces and quotes in its name', async () => {
  const dir = folder('deep', 'down');
  const first = await run(dir);
  expect(first.answer.adopted).toBe(false);
  await query(first.answer.url, 'create table memory (n int); insert into memory values (42)');
  await first.stop();
  expect(postmasterOf(join(dir, 'data'))).toBeNull();
  expect(runningServer(dir)).toBeNull();

  const second = await run(dir);
  expect(await query(second.answer.url, 'select n from memory')).toEqual([{ n: 42 }]);
  expect(await query(runningServer(dir)!.url('postgres'), `select current_setting('fsync') as fsync`)).toEqual([
    { fsync: 'on' },
  ]);
  // Far under a second when nothing else runs; generous for a crowded machine.
  expect(second.answer.ms).toBeLessThan(20_000);
  await second.stop();
});

test('kill -9 of Kept: the server lives on, and the next one takes it over, port and password included', async () => {
  const dir = await ordinary();
  const first = await run(dir);
  await query(first.answer.url, 'truncate memory; insert into memory values (1)');
  await first.kill();
  expect(await query(first.answer.url, 'select n from memory')).toEqual([{ n: 1 }]);
  const second = await run(dir, wanted());
  expect(second.answer).toMatchObject({ adopted: true, port: first.answer.port, url: first.answer.url });
  await second.stop();
  await expect(query(first.answer.url, 'select 1')).rejects.toThrow();
});

test('kill -9 of Kept and of every process of the server: what was committed is there', async () => {
  const dir = await ordinary();
  const kept = await run(dir);
  await query(kept.answer.url, 'truncate memory; insert into memory values (1), (2)');
  const { pid } = postmasterOf(join(dir, 'data'))!;
  await kept.kill();
  kill(pid, 'SIGKILL');
  const again = await run(dir);
  expect(again.answer.adopted).toBe(false);
  expect(await query(again.answer.url, 'select count(*)::int as n from memory')).toEqual([{ n: 2 }]);
  await again.stop();
});

test('kill -9 of the postmaster under a running Kept: it is back by itself on the same port', async () => {
  const dir = await ordinary();
  const kept = await run(dir);
  await query(kept.answer.url, 'truncate memory');
  for (let round = 1; round <= 2; round++) {
    await query(kept.answer.url, `insert into memory values (${round})`);
    const { pid } = postmasterOf(join(dir, 'data'))!;
    // A session at work is what outlives its postmaster.
    const busy = query(kept.answer.url, 'insert into memory select 99 from pg_sleep(60)').catch(() => 'cut off');
    await sleep(50);
    kill(pid, 'SIGKILL');
    expect(await kept.next()).toEqual({ restarted: true });
    expect(await busy).toBe('cut off');
    expect(await query(kept.answer.url, 'select count(*)::int as n from memory')).toEqual([{ n: round }]);
  }
  await kept.stop();
});

test('killed at random, again and again: nothing that was committed is lost', async () => {
  const random = new SeededRandom(Number(process.env.KEPT_SEED ?? 1));
  const dir = await ordinary();
  let committed = 0;
  for (let round = 0; round < (Number(process.env.KEPT_SOAK) || 5); round++) {
    const kept = await run(dir);
    if (round === 0) await query(kept.answer.url, 'truncate memory');
    expect(await query(kept.answer.url, 'select count(*)::int as n from memory')).toEqual([{ n: committed }]);
    await query(kept.answer.url, 'insert into memory values (1)');
    committed++;
    const { pid } = postmasterOf(join(dir, 'data'))!;
    // Kept, its server, both in either order, or a start that has only begun.
    const how = random.below(4);
    if (how === 0) await kept.kill();
    if (how === 1) kill(pid, 'SIGKILL');
    if (how === 2) {
      const killed = kept.kill();
      kill(pid, 'SIGKILL');
      await killed;
    }
    if (how === 3) {
      await kept.kill();
      const begun = run(dir);
      await sleep(random.below(400));
      children.at(-1)!.kill('SIGKILL');
      await begun;
    }
    if (how === 1) {
      await kept.next();
      await (random.below(2) === 0 ? kept.stop() : kept.kill());
    }
  }
  const last = await run(dir);
  expect(await query(last.answer.url, 'select count(*)::int as n from memory')).toEqual([{ n: committed }]);
  await last.stop();
});

test('a second Kept on the folder is told so in one sentence, and disturbs nothing', async () => {
  const dir = await ordinary();
  const first = await run(dir);
  const second = await run(dir);
  expect(second.answer).toMatchObject({
    code: 'DB_FOLDER_IN_USE',
    message: expect.stringContaining(`process ${first.child.pid}`),
  });
  expect(await query(first.answer.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await first.stop();
});

test('a stale pid file is seen through, even when its number is another living process', async () => {
  const dir = await ordinary();
  const data = join(dir, 'data');
  for (const pid of [process.pid, 1, 4_000_000]) {
    await writeFile(
      join(data, 'postmaster.pid'),
      `${pid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n  1234567 1234567\nready   \n`,
    );
    const kept = await run(dir);
    expect(kept.answer).toMatchObject({ adopted: false });
    await kept.stop();
  }
});

test('a first start killed half-way is no trouble for the next', async () => {
  const dir = folder();
  for (const pause of [200, 500]) {
    const kept = run(dir);
    await sleep(pause);
    children.at(-1)!.kill('SIGKILL');
    await kept;
  }
  const kept = await run(dir);
  expect(await query(kept.answer.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect((await readdir(dir)).filter((name) => name.startsWith('data'))).toEqual(['data']);
  await kept.stop();
});

test('a Ctrl-C meant for us that ends our programs too: they are run again', async () => {
  const { native, path, ended } = await endingOnce();
  const dir = folder();
  const kept = await run(dir, wanted(), { native, prefix: ['env', `PATH=${path}`] });
  expect((await readdir(ended)).toSorted()).toEqual(['flock', 'initdb', 'postgres']);
  expect(await query(kept.answer.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await kept.stop();
});

test('a taken port: the next free one; several at once: one each', async () => {
  const port = await freePort(wanted());
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const dirs = [await ordinary(), await copied()];
  const kept = await Promise.all(dirs.map((dir) => run(dir, port)));
  const ports = kept.map((each) => each.answer.port);
  expect(new Set(ports).size).toBe(2);
  expect(Math.min(...ports)).toBeGreaterThan(port);
  for (const each of kept) expect(await query(each.answer.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await Promise.all(kept.map((each) => each.stop()));
  other.close();
});

test('folders that cannot be the server’s are refused, and left as they are', async () => {
  const alien = folder();
  await mkdir(join(alien, 'data'), { recursive: true });
  await writeFile(join(alien, 'data', 'diary.txt'), 'mine');
  expect((await run(alien)).answer).toMatchObject({
    code: 'DB_FOLDER_UNUSABLE',
    message: expect.stringMatching(/not PostgreSQL/),
  });
  expect(readFileSync(join(alien, 'data', 'diary.txt'), 'utf8')).toBe('mine');

  const older = await copied();
  await writeFile(join(older, 'data', 'PG_VERSION'), '17\n');
  expect((await run(older)).answer).toMatchObject({
    code: 'DB_FOLDER_UNUSABLE',
    message: expect.stringMatching(/of PostgreSQL 17/),
  });

  await writeFile(join(root, 'file'), '');
  expect((await run(join(root, 'file', 'below'))).answer).toMatchObject({
    code: 'DB_FOLDER_UNUSABLE',
    message: expect.stringMatching(/ENOTDIR/),
  });

  const broken = older;
  await writeFile(join(older, 'data', 'PG_VERSION'), '18\n');
  await appendFile(join(broken, 'data', 'postgresql.conf'), 'no such setting\n');
  expect((await run(broken)).answer).toMatchObject({
    code: 'DB_SERVER_FAILED',
    cause: expect.stringMatching(/postgresql.conf/),
  });
});

test('no personal value reaches the log, whatever goes wrong', async () => {
  const dir = await ordinary();
  const kept = await run(dir);
  const client = new pg.Client({ connectionString: kept.answer.url });
  await client.connect();
  const name = 'Wilhelmine.Musterfrau';
  await client.query('create table person (name text primary key, age int check (age < 200), born date)');
  await client.query('insert into person values ($1, 1)', [name]);
  const failing: [string, unknown[]][] = [
    ['insert into person values ($1, 2)', [name]],
    ['insert into person values ($1, 999)', [`${name}2`]],
    ['select $1::text::date', [name]],
    ['select $1::text::uuid', [name]],
    ['insert into person (name, born) values ($1, $2)', ['x', name]],
    [`select * from person where name = '${name}' and nonsense`, []],
    [`do $$ begin raise warning '%', '${name}'; raise exception '%', '${name}'; end $$`, []],
    [`set application_name = '${name}'; select pg_terminate_backend(pg_backend_pid())`, []],
  ];
  client.on('error', () => {});
  for (const [text, values] of failing) await client.query(text, values).catch(() => {});
  await query(kept.answer.url.replace(/kept:[^@]+/, `${name}:${name}`), 'select 1').catch(() => {});
  await kept.stop();
  const log = readFileSync(join(dir, 'server.log'), 'utf8');
  expect(log).toMatch(/database system is ready/);
  // The role of a failed sign-in is a name of ours, never a person's: nobody but Kept has roles here.
  expect(
    log.split('\n').filter((line) => line.includes(name) && !line.includes('password authentication failed')),
  ).toEqual([]);
});

test('a process is told by what it serves, not by its number', async () => {
  const dir = await ordinary();
  const mark = markOf(join(dir, 'data'));
  expect(serves(process.pid, mark)).toBe(false);
  const kept = await run(dir);
  const { pid } = postmasterOf(join(dir, 'data'))!;
  expect(serves(pid, mark)).toBe(true);
  expect(serves(pid, mark.slice(0, -1))).toBe(false);
  expect(serves(pid, `${mark}0`)).toBe(false);
  await kept.stop();
});
