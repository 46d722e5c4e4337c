import { type Duration, Hours } from '@kept/base';
import { transaction } from '@kept/db';
import { compile } from '@kept/policy';
import { ddl } from '@kept/vault';
import { expect, test } from 'vitest';
import { endConsent, expire } from './expire.ts';
import { regionWith } from './region.ts';
import type { Repository } from './repository.ts';
import { openService, type Service, serve } from './service.ts';
import { policy, toy } from './testing/toy.ts';
import { openStage } from './testing.ts';

/** The toy, with the nickname that goes after six months in a resource of its own. */
const service: Service = serve(
  {
    ...toy,
    elsewhere: {},
    resources: {
      ...toy.resources,
      names: {
        collection: 'registration',
        label: toy.label,
        rows: 'one',
        form: { nickname: { kind: 'text', longest: 40 } },
      },
    },
  },
  [],
);
const stage = await openStage(service);
const { region } = stage;
const { clock } = stage.desks;
const repo = (resource: string): Repository => stage.context.at(region.id).resources[resource]!;
const by = { role: 'person' } as const;
const evidence = { notice: region.program.hash, language: 'en', method: 'test' };
const DAY = 86_400_000;
const advance = (days: number) => clock.advance((days * DAY) as Duration);

async function caller(): Promise<string> {
  const { id } = await stage.newPerson();
  await region.subjects.giveConsent(id, 'calls', evidence);
  return id;
}

test('what has ended is not here, though nobody has swept; what is taken down then begins anew', async () => {
  const { id } = await stage.newPerson();
  await repo('names').collect(by, id, { nickname: 'Ann' });
  advance(150);
  expect(await repo('names').read(by, id, id, 'account', ['nickname'])).toEqual({ nickname: 'Ann' });
  advance(35);
  expect(await repo('names').read(by, id, id, 'account', ['nickname'])).toEqual({});
  expect(await repo('names').rows(id)).toEqual([]);
  expect(await repo('names').holding.items(id)).toEqual([]);
  await repo('names').collect(by, id, { nickname: 'Bea' });
  expect(await repo('names').read(by, id, id, 'account', ['nickname'])).toEqual({ nickname: 'Bea' });
  expect((await expire(region)).keys).toBe(1);
  expect(await repo('names').read(by, id, id, 'account', ['nickname'])).toEqual({ nickname: 'Bea' });
  advance(190);
  expect(await expire(region)).toEqual({ keys: 1, rows: 1 });
});

test('a withdrawal ends what was given, and a second yes does not bring it back', async () => {
  const [id, other] = [await caller(), await caller()];
  const { row } = await repo('calls').collect(by, id, { recording: 'one' });
  const kept = await repo('calls').collect(by, other, { recording: 'two' });
  await repo('numbers').collect(by, id, { phone: '+86 100 0000 0001' });
  const { rows } = await stage.pool.query('select * from toy_calls where owner_id = $1', [id]);
  await region.subjects.withdrawConsent(id, 'calls', evidence);
  expect(await endConsent(region.holdings, id, 'calls')).toBe(1);
  expect(await endConsent(region.holdings, id, 'calls')).toBe(0);
  await region.subjects.giveConsent(id, 'calls', evidence);
  await stage.pool.query('insert into toy_calls values ($1, $2, $3, $4, $5, $6)', Object.values(rows[0]));
  expect(await repo('calls').rows(id)).toEqual([]);
  await repo('calls').collect(by, id, { recording: 'three' }, row);
  expect(await repo('calls').read(by, id, row, 'support', ['recording'])).toEqual({ recording: 'three' });
  expect(await repo('calls').read(by, other, kept.row, 'support', ['recording'])).toEqual({ recording: 'two' });
  expect(await repo('numbers').read(by, id, id, 'account', ['phone'])).toEqual({ phone: '+86 100 0000 0001' });
});

test('a consent that is withdrawn while it is relied on leaves nothing behind', async () => {
  const id = await caller();
  const slow = {
    ...region,
    gate: {
      ...region.gate,
      permit: (async (ask: never) => {
        const permit = await region.gate.permit(ask);
        await region.subjects.withdrawConsent(id, 'calls', evidence);
        return permit;
      }) as never,
    },
  };
  const { resources } = openService(service, slow).place;
  await expect(resources['calls']!.collect(by, id, { recording: 'late' })).rejects.toMatchObject({
    code: 'KIT_WITHDRAWN',
    clause: '2.2',
  });
  expect((await stage.pool.query('select 1 from toy_calls where owner_id = $1', [id])).rowCount).toBe(0);
});

test('a row is removed when its purpose is over, and others stay', async () => {
  const id = await caller();
  const rows = await Promise.all(['a', 'b'].map((recording) => repo('calls').collect(by, id, { recording })));
  expect(await repo('calls').remove(id, rows[0]!.row)).toBe(true);
  expect(await repo('calls').remove(id, rows[0]!.row)).toBe(false);
  expect((await repo('calls').rows(id)).map((row) => row.id)).toEqual([rows[1]!.row]);
});

test('a call without a value, with a value of another kind, or of a field that is not held', async () => {
  const { id } = await stage.newPerson();
  const code = (values: never) =>
    repo('names')
      .collect(by, id, values)
      .then(
        () => 'ok',
        (error) => error.code as string,
      );
  expect(await code({} as never)).toBe('KIT_NOTHING_GIVEN');
  expect(await code({ nickname: 7 } as never)).toBe('KIT_VALUE_INVALID');
  expect(await code({ nickname: 'x'.repeat(41) } as never)).toBe('KIT_VALUE_INVALID');
  expect(await code({ nickname: 'two\nlines' } as never)).toBe('KIT_VALUE_INVALID');
  expect(await code({ phone: '+86 100 0000 0001' } as never)).toBe('KIT_FIELD_NOT_HELD');
});

test('a resource whose fields do not end alike, or go by a use that nobody notes, is refused when it is declared', () => {
  const numbersAnd = (form: object) => () =>
    serve({ ...toy, resources: { numbers: { ...toy.resources.numbers, form: form as never } } }, []);
  const line = { kind: 'text', longest: 40 };
  expect(numbersAnd({ phone: line, nickname: line })).toThrow(/does not keep equally long: two resources/);
  const idle = {
    ...policy,
    retention: [{ until: { after: 'last-use', count: 1, unit: 'day' }, end: 'erase', clause: '5' }],
  };
  expect(() => serve({ ...toy, policy: idle as never }, [])).toThrow(/its last use, which no resource notes/);
});

test('what is due is found by an index that holds nothing else', async () => {
  const { rows } = await stage.pool.query(
    `select indexdef from pg_indexes where tablename = 'toy_names' and indexname = 'toy_names_due'`,
  );
  expect(rows[0].indexdef).toMatch(/WHERE .*until:/);
  expect(service.ddl).toContainEqual(expect.stringContaining(ddl(service.tables['names']!)));
  const plan = await transaction(stage.pool, async (db) => {
    await db.query('set local enable_seqscan = off');
    return db.query(
      `explain select ctid from toy_names where bucket collate "C" >= 'until:' and bucket collate "C" < 'until:2026-11-23~'`,
    );
  });
  expect(JSON.stringify(plan.rows)).toContain('toy_names_due');
});

test('a period that a later version shortens counts for what was there before it', async () => {
  const id = await caller();
  const { row } = await repo('calls').collect(by, id, { recording: 'kept for long' });
  const { manifest } = region.program;
  const rule = { fields: ['recording'], until: { after: 'collection', count: 1, unit: 'hour' }, end: 'erase' } as const;
  const clause = manifest.retention[0]!.clause;
  const shorter = compile({ ...manifest, version: 'shorter', retention: [{ ...rule, clause }, ...manifest.retention] });
  const later = regionWith(region, { program: shorter, clock: { now: () => region.clock.now() + Hours(2) } });
  const { resources } = openService(service, later).place;
  expect((await repo('calls').rows(id)).map((each) => each.id)).toEqual([row]);
  expect(await resources['calls']!.rows(id)).toEqual([]);
});
