/** The authentication library's database adapter, over sealed rows. */
import type { BetterAuthOptions } from 'better-auth';
import { type AdapterFactory, type CustomAdapter, createAdapterFactory } from 'better-auth/adapters';
import { atomic } from './effects.ts';
import { SealedField } from './errors.ts';
import { change, consume, count, find, type Increment, insert, type Place, remove, type Where } from './rows.ts';
import { column, type Model, schemaOf } from './schema.ts';
import type { Row } from './sealing.ts';

/** `model` is the physical name, `modelKey` the library's own. */
interface Target {
  readonly model: string;
  readonly modelKey?: string | undefined;
}
interface One extends Target {
  readonly where: Where;
}
interface Many extends Target {
  readonly where?: Where;
  readonly limit: number;
  readonly offset?: number;
  readonly select?: readonly string[];
  readonly sortBy?: { readonly field: string; readonly direction: string };
}

const CONFIG = { adapterId: 'sealed', supportsJSON: true, supportsArrays: false, supportsNumericIds: false };

/**
 * An adapter that seals everything that `personal.ts` names, on every way in. Throws `IDENTITY_MODEL_UNDECLARED` when
 * the library is given it with a table that is not declared.
 */
export function sealedAdapter(place: Place): AdapterFactory<BetterAuthOptions> {
  return (options) => {
    const schema = schemaOf(options);
    const at = (place: Place, transaction: Parameters<typeof createAdapterFactory>[0]['config']['transaction']) =>
      createAdapterFactory<BetterAuthOptions>({
        config: { ...CONFIG, transaction },
        adapter: () => methods(place, ({ model, modelKey }) => schema[modelKey ?? model]!),
      })(options);
    return at(place, (work) =>
      atomic(place.pool, (client, effects) => work(at({ ...place, tx: { client, effects } }, false))),
    );
  };
}

function methods(place: Place, of: (target: Target) => Model): CustomAdapter {
  const reveal = (target: Target, rows: readonly Row[]) => place.sealing.reveal(of(target), rows[0]);
  const adapter = {
    create: (x: Target & { data: Row }) => insert(place, of(x), x.data),
    async findOne(x: One & { select?: readonly string[] }) {
      const row = (await find(place, of(x), x.where, ' limit 1'))[0];
      return row ? pick(row, x.select) : null;
    },
    async findMany(x: Many) {
      const rows = await find(place, of(x), x.where ?? [], order(of(x), x));
      return rows.map((row) => pick(row, x.select));
    },
    count: (x: Target & { where?: Where }) => count(place, of(x), x.where ?? []),
    update: async (x: One & { update: Row }) => reveal(x, await change(place, of(x), x.where, { set: x.update })),
    updateMany: async (x: One & { update: Row }) =>
      (await change(place, of(x), x.where, { set: x.update, many: true })).length,
    incrementOne: async ({ set = {}, increment, ...x }: One & { set?: Row; increment: Increment }) =>
      reveal(x, await change(place, of(x), x.where, { set, increment })),
    consumeOne: (x: One) => consume(place, of(x), x.where),
    delete: async (x: One) => void (await remove(place, of(x), x.where)),
    deleteMany: (x: One) => remove(place, of(x), x.where),
  };
  // The library's interface is generic in the row; what a row is, its own schema says.
  return adapter as unknown as CustomAdapter;
}

function order(model: Model, { sortBy, limit, offset = 0 }: Many): string {
  if (sortBy && model.sealed.has(sortBy.field)) throw new SealedField(model.name, sortBy.field, 'sort');
  const by = sortBy ? ` order by ${column(sortBy.field)} ${sortBy.direction === 'desc' ? 'desc' : 'asc'}` : '';
  return `${by} limit ${Number(limit)} offset ${Number(offset)}`;
}

const pick = (row: Row, select: readonly string[] | undefined): Row =>
  select?.length ? Object.fromEntries(select.map((field) => [field, row[field]])) : row;
