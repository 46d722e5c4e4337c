import { Unavailable } from '@kept/base';

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
