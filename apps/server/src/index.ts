/**
 * Kept as a server: the one place where all parts meet.
 *
 * - **House**: everything that runs, put together.
 * - **Storage**: the two PostgreSQL servers, embedded or given.
 */
export { type Config, readConfig } from './config.ts';
export { POLICIES } from './generated/policies.ts';
export { SERVICES } from './generated/services.ts';
export { type House, openHouse, regionIds } from './house.ts';
export { withLedgers } from './ledgers.ts';
export { NotRunning, readShell, type Shell } from './shell.ts';
export { type Running, type StartOptions, startKept } from './start.ts';
export { openStorage, type Storage } from './storage.ts';
