import { testDatabase } from '@kept/db/testing';
import type { Service } from '@kept/kit';
import { ddl, type TableDef } from '@kept/vault';
import { expect, test } from 'vitest';
import { serviceTables } from './tables.ts';

const state = { type: 'text', why: 'a state of no one in particular' } as const;
const serviceOf = (plain: TableDef['plain']): Service => {
  const table = { name: 'toys', plain, sealed: { sealed_toys: { group: 'toys', fields: ['name'] } } };
  return { tables: { toys: table }, ddl: [ddl(table)] } as unknown as Service;
};

test('a column that rows may do without is added to a table that lacks it; no other is', async () => {
  const { pool } = await testDatabase();
  await serviceTables(pool, [serviceOf({ state })]);
  const wider = serviceOf({ state, packets: { ...state, nullable: true } });
  await serviceTables(pool, [wider]);
  await pool.query(
    `insert into toys values (gen_random_uuid(), gen_random_uuid(), 'event', now(), now(), 'new', null, null)`,
  );
  await serviceTables(pool, [wider]);
  const others: TableDef['plain'][] = [{ state, count: state }, { state }];
  for (const plain of others)
    await expect(serviceTables(pool, [serviceOf(plain)])).rejects.toMatchObject({ code: 'SERVER_TABLE_DIFFERS' });
});
