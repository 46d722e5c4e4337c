import type { Duration } from '@kept/base';
import type { KeyProvider } from './roots.ts';

/** Where the roots are kept: a folder (`fileKeyring`), or a provider, which is closed with the keys. */
export type RootPlace =
  | { readonly rootDir: string; readonly root?: undefined }
  | { readonly root: KeyProvider; readonly rootDir?: undefined };

export interface CacheOptions {
  /** Data keys of one region that this process holds open at most: 100,000 unless said. */
  readonly keys?: number;
  /** How long it holds each at most: 60 seconds unless said. */
  readonly for?: Duration;
}

export type KeysOptions = RootPlace & {
  /** The key store: a database on a PostgreSQL instance of its own, apart from all data. */
  readonly url: string;
  readonly cache?: CacheOptions;
  /** How long a process that has gone silent may hold up an erasure: 5 seconds unless said. */
  readonly lease?: Duration;
  /** Called at each step that a crash could cut, for tests. */
  readonly probe?: (step: string) => void;
};
