/**
 * PostgreSQL, embedded or given.
 *
 * - **Server**: one PostgreSQL instance; Kept runs two, one for data and one for keys.
 * - **Embedded**: started by Kept from installed binaries, in a folder of its own. **External**: named by a URL.
 * - **Owner**: the package or service whose tables a migration makes.
 * - **Column**: of a table; its owner says what it holds and why it may.
 * - **Ears**: what keeps the caches of several processes coherent; **topic**: what such a cache holds.
 */
export { type Columns, type Holds, migrationColumns } from './columns.ts';
export { type Call, Ears, type EarsOptions } from './ears.ts';
export {
  CachesUnheard,
  DatabaseName,
  EarsDeaf,
  ExternalRefused,
  ExternalUnreachable,
  FolderInUse,
  FolderUnusable,
  MigrationChanged,
  MigrationFailed,
  MigrationInvalid,
  MigrationUnknown,
  NoBinaries,
  ServerFailed,
  TransactionLost,
} from './errors.ts';
export { type External, ensureDatabase, openExternal } from './external.ts';
export { makeFolder } from './folder.ts';
export { type MigrateOptions, type Migration, migrate, migrationsIn } from './migrate.ts';
export { kysely, openPool, type Pool, type PoolClient, type PoolOptions, transaction } from './pool.ts';
export { freePort, runningServer, type Server, type ServerOptions, startServer } from './server.ts';
export type { Settings } from './settings.ts';
