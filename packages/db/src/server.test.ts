import { expect, test } from 'vitest';
import { testDatabase } from './testing.ts';

test('a test database is empty, durable and of the pinned version', async () => {
  const { pool } = await testDatabase();
  const { rows } = await pool.query(
    `select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync`,
  );
  expect(rows[0].version).toBeGreaterThanOrEqual(180_000);
  expect(rows[0].fsync).toBe('on');
});
