import type { Pool } from '@kept/db';
import { testDatabase } from '@kept/db/testing';
import { expect, test } from 'vitest';
import { compare, type Declared, realColumns } from './columns.ts';

const { pool } = await testDatabase('data');
await pool.query('create schema people');
await pool.query('create table people.guest (id uuid primary key, name text, came_at timestamptz)');
await pool.query('create table stray (id uuid)');

const guests = (all: Declared['columns'][string]): Declared => ({
  path: 'packages/people/src/columns.ts',
  columns: { 'people.guest': all },
  make: (db: Pool) => db.query('select 1'),
});

test('a column that nobody declared, one that does not exist, one without a reason, and a table of nobody', async () => {
  const declared = guests({ id: ['id', 'the guest'], came_at: ['operational', ' '], left_at: ['operational', 'when'] });
  expect(compare([declared], await realColumns(pool))).toEqual([
    { path: 'packages/people/src/columns.ts', message: '`people.guest.name` exists, and is not declared' },
    { path: 'stray', message: 'the table `stray` is declared nowhere (src/columns.ts of its package)' },
    { path: 'packages/people/src/columns.ts', message: '`people.guest.left_at` is declared, and does not exist' },
    { path: 'packages/people/src/columns.ts', message: '`people.guest.came_at` does not say why' },
  ]);
  await pool.query('drop table stray');
  const whole = guests({ id: ['id', 'who'], name: ['sealed', 'name'], came_at: ['operational', 'when'] });
  expect(compare([whole], await realColumns(pool))).toEqual([]);
  expect(compare([whole], new Map())).toHaveLength(3);
});
