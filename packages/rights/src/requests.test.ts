import { Days, ManualClock } from '@kept/base';
import { migrate, type Pool } from '@kept/db';
import { testDatabase } from '@kept/db/testing';
import { expect, test } from 'vitest';
import { Requests, rightsMigrations } from './index.ts';

const { pool } = await testDatabase('data');
await migrate(pool, rightsMigrations);
const clock = new ManualClock();
const PERSON = '0193a1f2-7c00-7000-8000-000000000042';
const due = { at: clock.now() + Days(15), zone: 'Asia/Shanghai' };
const certificateOf = (code: string) => ({ code, issuedAt: clock.now() }) as never;

test('whoever asks by its code finds the request or the certificate, also while one becomes the other', async () => {
  let finish: (() => Promise<void>) | undefined;
  // What happens between two statements, happens.
  const slow = Object.create(pool) as Pool;
  slow.query = (async (text: string, values: unknown[]) => {
    const result = await pool.query(text, values);
    await finish?.();
    return result;
  }) as Pool['query'];
  const requests = new Requests({ pool, clock, region: 'cn' });
  const { id, code } = await requests.make(PERSON, 'closure', { due, firstEntry: 0 });
  const asked = new Requests({ pool: slow, clock, region: 'cn' });
  expect(await asked.byCode(code)).toMatchObject({ request: { id, state: 'running' } });
  finish = async () => {
    finish = undefined;
    await requests.finish(PERSON, id, certificateOf(code));
  };
  expect(await asked.byCode(code)).toMatchObject({ request: { id } });
  expect(await asked.byCode(code)).toEqual({ certificate: certificateOf(code) });
  await expect(asked.byCode('CN-0000-0000-0000-0000')).rejects.toMatchObject({ code: 'RIGHTS_NOT_FOUND' });
});

test('who asks twice at once has asked once', async () => {
  const requests = new Requests({ pool, clock, region: 'cn' });
  const person = '0193a1f2-7c00-7000-8000-000000000043';
  const asked = await Promise.all(
    Array.from({ length: 8 }, () => requests.make(person, 'closure', { due, firstEntry: 0 })),
  );
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  expect(await requests.running()).toContainEqual(expect.objectContaining({ owner: person, id: asked[0]!.id }));
  await requests.finish(person, asked[0]!.id, certificateOf(asked[0]!.code));
  expect(await requests.finished(asked[0]!.id)).toBe(true);
  expect(await requests.of(person)).toEqual([]);
});

test('what goes is counted once; how much of the suppression list was seen done only grows, and not while one is under way', async () => {
  const requests = new Requests({ pool, clock, region: 'cn' });
  const person = '0193a1f2-7c00-7000-8000-000000000044';
  const { id, code } = await requests.make(person, 'closure', { due, firstEntry: 0 });
  const rows = [{ service: 'account', resource: 'profile', rows: 2 }];
  await requests.counted(person, id, rows);
  await requests.counted(person, id, []);
  expect((await requests.get(person, id)).removed).toEqual(rows);

  expect(await requests.suppressionsSeen()).toBe(-1);
  await requests.seeSuppressions(3, { quiet: true });
  expect(await requests.suppressionsSeen()).toBe(-1);
  await requests.seeSuppressions(2);
  expect(await requests.suppressionsSeen()).toBe(2);
  await requests.finish(person, id, certificateOf(code));
  await requests.seeSuppressions(5, { quiet: true });
  await requests.seeSuppressions(4);
  expect(await requests.suppressionsSeen()).toBe(5);
});
