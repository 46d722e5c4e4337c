/** `postgresql.conf` settings by name. */
export type Settings = Readonly<Record<string, string | number>>;

/** For a laptop that runs two servers, and for a small machine. Everything else is PostgreSQL's own default. */
const FITTING: Settings = {
  max_connections: 100,
  shared_buffers: '128MB',
  wal_compression: 'on',
  jit: 'off',
  timezone: 'UTC',
  // A client that was killed while its statement ran lets go of its locks within seconds.
  client_connection_check_interval: '2s',
};

/**
 * No personal value reaches `server.log`. Messages of level ERROR quote the value they choke on, so they go to the
 * client alone; what remains has no statement, no parameter, no detail and no context.
 */
const DISCREET: Settings = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_statement: 'none',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: -1,
  log_line_prefix: '%m ',
  log_timezone: 'UTC',
  logging_collector: 'off',
};

/** Loopback only. No socket file: its path may be too long. */
const LOCAL: Settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };

/** Command line of `postgres`. What the caller asks for wins, but neither over discretion nor over where it listens. */
export const commandLine = (settings: Settings): string[] =>
  Object.entries({ ...FITTING, ...settings, ...DISCREET, ...LOCAL }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
