/** What a kind of file is read and written by. */
import type { Row } from './words.ts';

export interface Numbered {
  /** Its place among the rows of its file. */
  readonly n: number;
  readonly row: Row;
}

/** By the place of a row. */
export type Changes = ReadonlyMap<number, 'gone' | Readonly<Record<string, string | null>>>;

export interface FileFormat {
  columns(path: string, collection: string): Promise<readonly string[]>;
  count(path: string): Promise<number>;
  /** `wanted`: only these need be read, as far as they are there. */
  rows(path: string, collection: string, wanted?: readonly string[]): AsyncIterable<Numbered>;
  /** How it writes a value that is not there. */
  readonly absent: '' | null;
  /** The same file with its changes, at another path. */
  write(path: string, beside: string, collection: string, changes: Changes): Promise<void>;
}
