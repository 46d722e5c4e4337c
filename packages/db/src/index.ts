/**
 * PostgreSQL, embedded or given.
 *
 * - **Server**: one PostgreSQL instance; Kept runs two, one for data and one for keys.
 */
export { NoBinaries, ServerFailed } from './errors.ts';
export { freePort, type Server, type ServerOptions, startServer } from './server.ts';
