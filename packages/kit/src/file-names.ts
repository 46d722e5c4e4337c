/** What the files of a row are called where they lie. */
import type { TableDef } from '@kept/vault';
import type { Region } from './region.ts';

/** A file is kept as it is, and in few bytes for lists. */
export type Which = 'whole' | 'small';

interface Filed {
  readonly region: Region;
  readonly table: TableDef;
  /** Null where no row tells of a file. */
  readonly fileField: string | null;
}

export const nameOf = ({ table }: Pick<Filed, 'table'>, row: string, which: Which): string =>
  `${table.name}.${row}.${which}`;

/** Of rows that go. */
export async function removeFiles(of: Filed, owner: string, rows: readonly string[]): Promise<void> {
  if (of.fileField === null) return;
  const names = rows.flatMap((row) => [nameOf(of, row, 'whole'), nameOf(of, row, 'small')]);
  await of.region.files.store.remove(owner, names);
}
