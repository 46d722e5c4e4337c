/** Whoever has the files of a Kept and some keys: what they can read of a person, with any key at any place. */
import { join } from 'node:path';
import { startServer } from '../../packages/db/src/index.ts';
import { openBlob } from '../../packages/vault/src/blob.ts';
import { column, openColumn } from '../../packages/vault/src/column.ts';
import account from '../../services/account/src/index.ts';
import { port } from './kept.ts';
import { on } from './restore.ts';

type Row = Readonly<Record<string, unknown>>;
type Rows = Readonly<Record<string, readonly Row[]>>;

/** Purpose group of each of the library's tables, part of the place a value is bound to. */
const LIBRARY: Readonly<Record<string, string>> = {
  auth_user: 'account',
  auth_account: 'account',
  auth_session: 'security',
  auth_two_factor: 'security',
  auth_passkey: 'security',
};

export class Opening {
  readonly #region: string;
  readonly #rows: (owner: string) => Rows;

  private constructor(region: string, rows: (owner: string) => Rows) {
    this.#region = region;
    this.#rows = rows;
  }

  /** Reads every row of a region out of a folder on which nothing runs. */
  static async of(data: string, region: string): Promise<Opening> {
    const server = await startServer({ dir: join(data, 'data'), port: Number(port()) });
    try {
      const all = await Opening.#read(data, region);
      return new Opening(region, (owner) => ofOwner(all, owner));
    } finally {
      await server.stop();
    }
  }

  /** The rows of a person in a Kept that runs; tables without any are left out. */
  static async rowsOf(data: string, region: string, owner: string): Promise<Rows> {
    return ofOwner(await Opening.#read(data, region), owner);
  }

  static #read(data: string, region: string): Promise<Rows> {
    return on(data, 'data', `kept_${region}`, async (pool) => {
      const all: Record<string, readonly Row[]> = {};
      const tables = [...Object.keys(LIBRARY), ...Object.values(account.tables).map(({ name }) => name)];
      for (const table of [
        ...tables,
        'outbox',
        'share_receipt',
        'message',
        'subjects.person',
        'subjects.consent_record',
      ])
        all[table] = (await pool.query<Row>(`select * from ${table}`)).rows;
      return all;
    });
  }

  /** Every value of a person that opens, as text, whichever of the keys opens it. */
  async valuesOf(owner: string, keys: readonly Buffer[]): Promise<string[]> {
    const rows = this.#rows(owner);
    const opened: string[] = [];
    for (const [table, group] of Object.entries(LIBRARY))
      for (const row of rows[table] ?? [])
        opened.push(
          ...(await this.#blob(
            `${this.#region}/${table}/${String(row['id'])}/${group}`,
            row['sealed'] as Buffer,
            keys,
          )),
        );
    for (const { owner_id, id, sealed } of rows['outbox'] ?? []) {
      const context = `${this.#region}/outbox/${String(owner_id)}/${String(id)}`;
      for (const inner of await blobs(context, sealed as Buffer, keys))
        opened.push(...(await this.#blob(context, inner, keys)));
    }
    for (const { name, sealed } of Object.values(account.tables))
      for (const row of rows[name] ?? [])
        for (const [part, declared] of Object.entries(sealed))
          if (row[part])
            opened.push(
              ...this.#cell(column(this.#region, name, part, declared), owner, row, row[part] as Buffer, keys),
            );
    return opened;
  }

  async #blob(context: string, blob: Buffer, keys: readonly Buffer[]): Promise<string[]> {
    return (await blobs(context, blob, keys)).map((plain) => plain.toString());
  }

  /** Under any three keys, in any order. */
  #cell(of: ReturnType<typeof column>, owner: string, row: Row, cell: Buffer, keys: readonly Buffer[]): string[] {
    for (const person of keys)
      for (const group of keys)
        for (const bucket of keys)
          try {
            return [
              JSON.stringify(openColumn(of, owner, String(row['id']), { person, group, bucket }, cell, of.fields)),
            ];
          } catch {
            // Another three, then.
          }
    return [];
  }
}

async function blobs(context: string, blob: Buffer, keys: readonly Buffer[]): Promise<Buffer[]> {
  const opened: Buffer[] = [];
  for (const key of keys) {
    const lender = { use: async <T>(_id: string, run: (key: Buffer) => T): Promise<T> => run(Buffer.from(key)) };
    await openBlob(lender, 'any', context, blob).then(
      (plain) => opened.push(plain),
      () => {},
    );
  }
  return opened;
}

function ofOwner(all: Rows, owner: string): Rows {
  const own = (row: Row): boolean => [row['owner_id'], row['user_id'], row['id']].includes(owner);
  return Object.fromEntries(
    Object.entries(all)
      .map(([table, rows]) => [table, rows.filter(own)] as const)
      .filter(([, rows]) => rows.length > 0),
  );
}
