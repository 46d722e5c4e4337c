/**
 * Every column that exists is declared, with what it holds and why it may; every declared one exists. Asked of a real
 * database that the migrations and the services' declarations have just made.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Columns, type MigrateOptions, migrate, openPool, type Pool, startServer } from '@kept/db';
import type { Service } from '@kept/kit';
import { columnsOf } from '@kept/vault';
import type { Check, Output, Problem } from './check.ts';
import type { Tree, Unit } from './tree.ts';

/** The declaration of some tables: where it stands, and what makes them. */
export interface Declared {
  /** File that declares them. */
  readonly path: string;
  readonly columns: Columns;
  readonly make: (pool: Pool) => Promise<unknown>;
}

/** A folder of this name is swept by the tests, should this process be killed. */
const FOLDER = 'kept-test-';
const PORT = 19_400;

export const columns: Check = {
  name: 'columns',
  scope: (tree) => `${ownersOf(tree).length} packages with tables`,
  validate: async (tree) => {
    try {
      const declared = await declaredIn(tree);
      return [...silent(tree, declared), ...(await inDatabase(declared))];
    } catch (error) {
      return [
        { path: 'package.json', message: `the tables cannot be made: ${String(error)}; is \`npm install\` due?` },
      ];
    }
  },
  // What cannot be loaded is told by `validate`.
  generate: (tree) =>
    declaredIn(tree).then(
      (declared) => [map(declared)],
      () => [],
    ),
};

const HOME = 'src/columns.ts';

/** Each after those that it rests on: a table may refer to theirs. */
const ownersOf = (tree: Tree): Unit[] => inOrder(tree.units).filter(({ path }) => tree.exists(`${path}/${HOME}`));

function inOrder(units: readonly Unit[]): Unit[] {
  const placed = new Set<Unit>();
  const place = (unit: Unit): void => {
    if (placed.has(unit)) return;
    for (const other of units) if (other !== unit && other.name in (unit.manifest.dependencies ?? {})) place(other);
    placed.add(unit);
  };
  for (const unit of units) place(unit);
  return [...placed];
}

/** A package with migrations says what its tables hold, and hands both out together. */
const silent = ({ units, files }: Tree, declared: readonly Declared[]): Problem[] =>
  units
    .filter(({ path }) => files.some((file) => file.startsWith(`${path}/migrations/`)))
    .filter(({ path }) => !declared.some((each) => each.path === `${path}/${HOME}`))
    .map(({ path }) => ({
      path: `${path}/${HOME}`,
      message: 'is missing, or no `…Migrations` of the index brings it: it says what the columns of the tables hold',
    }));

let found: Promise<Declared[]> | undefined;

function declaredIn(tree: Tree): Promise<Declared[]> {
  const services = tree.units.filter(({ path }) => path.startsWith('services/'));
  found ??= Promise.all([...ownersOf(tree).map(ofPackage), ...services.map(ofService)]).then((all) => all.flat());
  return found;
}

async function ofPackage({ path, name }: Unit): Promise<Declared[]> {
  const exported = Object.entries((await import(name)) as Record<string, unknown>);
  return exported.flatMap(([key, value]): Declared[] => {
    if (key === 'migrationColumns')
      return [{ path: `${path}/${HOME}`, columns: value as Columns, make: () => Promise.resolve() }];
    if (!key.endsWith('Migrations')) return [];
    const migrations = value as Required<MigrateOptions>;
    return [{ path: `${path}/${HOME}`, columns: migrations.columns, make: (pool) => migrate(pool, migrations) }];
  });
}

async function ofService({ path, name }: Unit): Promise<Declared> {
  const { tables, ddl } = ((await import(name)) as { default: Service }).default;
  return {
    path: `${path}/src/service.ts`,
    columns: Object.fromEntries(Object.values(tables).map((def) => [def.name, columnsOf(def)])),
    make: (pool) => pool.query(ddl.join('')),
  };
}

async function inDatabase(declared: readonly Declared[]): Promise<Problem[]> {
  const dir = await mkdtemp(join(tmpdir(), FOLDER));
  try {
    const settings = { fsync: 'off', max_wal_senders: 0, wal_level: 'minimal' };
    const server = await startServer({ dir: join(dir, 'data'), port: PORT, settings });
    const pool = openPool(server.url('postgres'), { name: 'kept check', max: 1 });
    try {
      for (const { make } of declared) await make(pool);
      return compare(declared, await realColumns(pool));
    } finally {
      await pool.end();
      await server.stop();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Columns by table; of the schema `public` without its name. */
export async function realColumns(pool: Pool): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await pool.query<{ name: string; columns: string[] }>(
    `select case when table_schema = 'public' then table_name else table_schema || '.' || table_name end as name,
       array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns where table_schema not in ('information_schema', 'pg_catalog') group by 1`,
  );
  return new Map(rows.map(({ name, columns: names }) => [name, names]));
}

/** What differs, and where to mend it. */
export function compare(declared: readonly Declared[], real: ReadonlyMap<string, readonly string[]>): Problem[] {
  const homes = new Map(declared.flatMap((each) => Object.keys(each.columns).map((table) => [table, each] as const)));
  const undeclared = [...real].flatMap(([table, names]): Problem[] => {
    const home = homes.get(table);
    if (!home) return [{ path: table, message: `the table \`${table}\` is declared nowhere (${HOME} of its package)` }];
    return names
      .filter((name) => !Object.hasOwn(home.columns[table]!, name))
      .map((name) => ({ path: home.path, message: `\`${table}.${name}\` exists, and is not declared` }));
  });
  const ghosts = [...homes].flatMap(([table, { path, columns: all }]): Problem[] =>
    Object.keys(all[table]!)
      .filter((name) => !real.get(table)?.includes(name))
      .map((name) => ({ path, message: `\`${table}.${name}\` is declared, and does not exist` })),
  );
  const mute = [...homes].flatMap(([table, { path, columns: all }]) =>
    Object.entries(all[table]!)
      .filter(([, [, why]]) => why.trim() === '')
      .map(([name]) => ({ path, message: `\`${table}.${name}\` does not say why` })),
  );
  return [...undeclared, ...ghosts, ...mute];
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function map(declared: readonly Declared[]): Output {
  const tables = declared
    .flatMap(({ columns: all }) => Object.entries(all))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([table, all]) =>
      Object.entries(all).map(([name, [holds, why]]) => `| \`${table}\` | \`${name}\` | ${holds} | ${cell(why)} |`),
    );
  return {
    path: 'generated/columns.md',
    text: [
      '<!-- THIS FILE IS GENERATED by `npm run check -- --fix`. Do not edit. -->',
      '# What every column holds',
      '',
      '`sealed` is ciphertext, `hash` keyed, `id` opaque, `operational` says nothing of a person; `pseudonymous` says',
      'something of a person whom nothing but an id names. Of a sealed column of a service the fields are listed.',
      '',
      '| table | column | holds | what, and why |',
      '|---|---|---|---|',
      ...tables,
      '',
    ].join('\n'),
  };
}
