import { Bug, Misuse, Unavailable } from '@kept/base';

/** The embedded server cannot be started; the message says which step failed, the cause has its own words. */
export class ServerFailed extends Unavailable {
  constructor(step: string, cause?: unknown) {
    super('DB_SERVER_FAILED', `the embedded PostgreSQL could not ${step}`, {
      help: 'see the file `server.log` beside its data; free disk space and memory are the usual reasons',
      cause,
    });
  }
}

/** No binaries for this platform, or their package was left out of the installation. */
export class NoBinaries extends Unavailable {
  constructor() {
    super('DB_NO_BINARIES', `no PostgreSQL binaries are installed for ${process.platform}-${process.arch}`, {
      help: 'install without --omit=optional, or point KEPT_DATABASE_* and KEPT_KEYS at servers of your own',
    });
  }
}

/** Another process holds this server's folder. Only one may start, adopt and stop its server. */
export class FolderInUse extends Misuse {
  constructor(dir: string, pid: number | null) {
    super(
      'DB_FOLDER_IN_USE',
      `another Kept${pid ? ` (process ${pid})` : ''} already runs on the data folder \`${dir}\``,
      {
        help: 'stop it first, or give this one a data folder of its own (KEPT_DATA)',
      },
    );
  }
}

/** The folder cannot be the server's: it belongs to someone else, is no data folder, or is of another PostgreSQL. */
export class FolderUnusable extends Misuse {
  constructor(dir: string, why: string, help: string) {
    super('DB_FOLDER_UNUSABLE', `the data folder \`${dir}\` ${why}`, { help });
  }
}

/** A PostgreSQL that was named in the settings cannot be used; the message says where it is and why not. */
export class ExternalRefused extends Misuse {
  constructor(where: string, why: string, help: string, cause?: unknown) {
    super('DB_EXTERNAL_REFUSED', `the database at \`${where}\` ${why}`, { help, cause });
  }
}

/** A PostgreSQL that was named in the settings does not answer. */
export class ExternalUnreachable extends Unavailable {
  constructor(where: string, why: string, cause?: unknown) {
    super('DB_EXTERNAL_UNREACHABLE', `the database at \`${where}\` ${why}`, {
      help: 'check that the server runs and that its address, port and firewall let this machine in',
      cause,
    });
  }
}

/** A name that `ensureDatabase` will not put into a statement. */
export class DatabaseName extends Misuse {
  constructor(name: string) {
    super('DB_DATABASE_NAME', `\`${name}\` is no name for a database`, {
      help: 'lower-case letters, digits and underscores, up to 63',
    });
  }
}

/** `commit` ended in a rollback: a statement of the transaction had failed, and its error was swallowed. */
export class TransactionLost extends Bug {
  constructor() {
    super('DB_TRANSACTION_LOST', 'a transaction was committed after one of its statements had failed');
  }
}

/** The numbered files themselves are wrong. */
export class MigrationInvalid extends Bug {
  constructor(owner: string, name: string, why: string) {
    super('DB_MIGRATION_INVALID', `migration \`${name}\` of \`${owner}\` ${why}`);
  }
}

/** A file that was applied to this database has changed since. Migrations are forward only: add one. */
export class MigrationChanged extends Bug {
  constructor(owner: string, name: string) {
    super(
      'DB_MIGRATION_CHANGED',
      `migration \`${name}\` of \`${owner}\` differs from the one that this database was made with`,
      {
        help: 'restore the file, and put the change into a new one',
      },
    );
  }
}

/** The database is ahead of the program: it holds a migration that the program does not know. */
export class MigrationUnknown extends Misuse {
  constructor(owner: string, name: string) {
    super(
      'DB_MIGRATION_UNKNOWN',
      `this database was written by a newer Kept: it holds migration \`${name}\` of \`${owner}\``,
      {
        help: 'run that version, or restore a backup from before it',
      },
    );
  }
}

/** PostgreSQL refused a statement of the file. Nothing of the run was applied. */
export class MigrationFailed extends Bug {
  constructor(owner: string, name: string, cause: unknown) {
    super('DB_MIGRATION_FAILED', `migration \`${name}\` of \`${owner}\` failed and was rolled back`, { cause });
  }
}

/** The session that keeps a cache coherent is not there; without it the cache may not be used. */
export class EarsDeaf extends Unavailable {
  constructor(cause?: unknown) {
    super('DB_EARS_DEAF', 'the database that keeps caches coherent does not answer', { cause });
  }
}

/** A change is made, but whether the caches of all processes have let go could not be learnt. */
export class CachesUnheard extends Unavailable {
  constructor(cause?: unknown) {
    super('DB_CACHES_UNHEARD', 'the change stands, but not every process is known to have dropped what it had cached', {
      help: 'repeat the call: it is harmless, and resolves when every process has answered or lost its lease',
      cause,
    });
  }
}
