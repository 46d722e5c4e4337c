/** The tables of the services: made from their declarations, and held against what the database really has. */
import { Misuse } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Service } from '@kept/kit';
import { columnsOf } from '@kept/vault';

/** A table that exists with other columns than its declaration: the program does not start on it. */
export class TableDiffers extends Misuse {
  constructor(table: string, columns: readonly string[]) {
    super(
      'SERVER_TABLE_DIFFERS',
      `the table \`${table}\` differs from its declaration in ${columns.map((name) => `\`${name}\``).join(', ')}`,
      {
        help: 'a declaration is changed together with a migration of its table',
      },
    );
  }
}

/** Makes what is missing, one transaction for each table. Throws SERVER_TABLE_DIFFERS. */
export async function serviceTables(pool: Pool, services: readonly Service[]): Promise<void> {
  for (const { tables, ddl } of services) {
    for (const [i, def] of Object.values(tables).entries()) {
      const real = await realColumns(pool, def.name);
      if (real.size === 0) await pool.query(ddl[i]!);
      else refuseDifference(def.name, real, Object.keys(columnsOf(def)));
    }
  }
}

function refuseDifference(table: string, real: ReadonlySet<string>, declared: readonly string[]): void {
  const missing = declared.filter((name) => !real.has(name));
  const undeclared = [...real].filter((name) => !declared.includes(name));
  if (missing.length + undeclared.length > 0) throw new TableDiffers(table, [...missing, ...undeclared]);
}

async function realColumns(pool: Pool, table: string): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  return new Set(rows.map((row) => row.column_name));
}
