import type { Batcher } from '@kept/base';
import { EVERY_GROUP } from '@kept/gate';
import { type Column, column } from './column.ts';
import type { Context } from './context.ts';
import { type Fetched, manyReader, type Place, reader } from './read.ts';
import { checkTable, type TableDef } from './table-def.ts';

/** The columns that a permit of one purpose group opens, and how they are read. */
export interface View {
  readonly columns: readonly Column[];
  readonly one: Batcher<Place, Fetched>;
  readonly many: (owner: string, ids: readonly string[]) => Promise<Map<string, Fetched>>;
}

/** What the operations on one table share. */
export interface Parts {
  readonly c: Context;
  readonly def: TableDef;
  readonly columns: readonly Column[];
  /** Undefined for a group of which this table has no column. */
  view(group: string): View | undefined;
}

export function partsOf(c: Context, def: TableDef): Parts {
  checkTable(def);
  const columns = Object.entries(def.sealed).map(([name, sealed]) => column(c.region, def.name, name, sealed));
  const views = new Map<string, View>();
  for (const group of new Set([EVERY_GROUP, ...columns.map((each) => each.group)])) {
    const own = columns.filter((each) => group === EVERY_GROUP || each.group === group);
    views.set(group, { columns: own, one: reader(c, def.name, own), many: manyReader(c, def.name, own) });
  }
  return { c, def, columns, view: (group) => views.get(group) };
}
