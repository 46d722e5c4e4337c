/** The tables of the services: made from their declarations, and held against what the database really has. */
import { Misuse } from '@kept/base';
import { type Pool, type PoolClient, transaction } from '@kept/db';
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

/** Any number, the same in every process. */
const ONE_AT_A_TIME = 'select pg_advisory_xact_lock(27508, -1)';

/** Makes what is missing, all or nothing; of processes that start together one after the other. Throws SERVER_TABLE_DIFFERS. */
export async function serviceTables(pool: Pool, services: readonly Service[]): Promise<void> {
  await transaction(pool, async (db) => {
    await db.query(ONE_AT_A_TIME);
    for (const { tables, ddl } of services) {
      for (const [i, def] of Object.values(tables).entries()) {
        const real = await realColumns(db, def.name);
        if (real.size === 0) await db.query(ddl[i]!);
        else refuseDifference(def.name, await widened(db, def, real), Object.keys(columnsOf(def)));
      }
    }
  });
}

type Tables = Service['tables'];

/** With what a later declaration has besides, where a row may do without it; for whom nothing is lost by that. */
async function widened(
  db: PoolClient,
  { name, plain }: Tables[string],
  real: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const added = Object.entries(plain).filter(
    ([column, { nullable, indexed, unique }]) => !real.has(column) && nullable && !indexed && !unique,
  );
  for (const [column, { type }] of added) await db.query(`alter table ${name} add column ${column} ${type}`);
  return new Set([...real, ...added.map(([column]) => column)]);
}

function refuseDifference(table: string, real: ReadonlySet<string>, declared: readonly string[]): void {
  const missing = declared.filter((name) => !real.has(name));
  const undeclared = [...real].filter((name) => !declared.includes(name));
  if (missing.length + undeclared.length > 0) throw new TableDiffers(table, [...missing, ...undeclared]);
}

async function realColumns(db: PoolClient, table: string): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  return new Set(rows.map((row) => row.column_name));
}
