import { Misuse, Refused, Unavailable } from '@kept/base';

/** A leaf, tag, index, size or range outside what the ledger takes; `what` names it and its bounds. */
export class OutOfBounds extends Misuse {
  constructor(what: string) {
    super('LEDGER_OUT_OF_BOUNDS', what);
  }
}

/** An origin, key name, key text or path that the formats do not allow. */
export class Malformed extends Misuse {
  constructor(what: string) {
    super('LEDGER_MALFORMED', what);
  }
}

/** The log in this database was signed by another key, or under another origin. */
export class OtherLog extends Misuse {
  constructor(found: string, cause?: unknown) {
    super('LEDGER_OTHER_LOG', `the last checkpoint in this database is not of this log: ${found}`, {
      help: 'restore the signing key from its backup; a log cannot change its key, so without it move the schema `ledger` aside (alter schema ledger rename to …) and a new log begins',
      cause,
    });
  }
}

/** The file of the signing key can be read by others, or is no Ed25519 key. */
export class BadKeyFile extends Misuse {
  constructor(what: string, help: string) {
    super('LEDGER_BAD_KEY_FILE', what, { help });
  }
}

/** The ledger was closed. */
export class Closed extends Misuse {
  constructor() {
    super('LEDGER_CLOSED', 'the ledger is closed');
  }
}

/** A note without a valid signature of the asked key, or not in the form of a note or checkpoint. */
export class NoteRefused extends Refused {
  constructor(reason: string) {
    super('LEDGER_NOTE_REFUSED', `the note is refused: ${reason}`, { reason });
  }
}

/** Stored bytes contradict one another; nothing is appended and no proof is given until that is settled. */
export class Damaged extends Refused {
  constructor(what: string) {
    super('LEDGER_DAMAGED', `the stored ledger contradicts itself: ${what}`, {
      help: 'run the verification to see where; restore the database from a backup that verifies',
    });
  }
}

/**
 * The store does not answer. A leaf that was being appended may or may not be in the log; append it again only if a
 * second entry does no harm.
 */
export class StoreUnavailable extends Unavailable {
  constructor(cause: unknown) {
    super('LEDGER_STORE_UNAVAILABLE', 'the database of the ledger does not answer', { cause });
  }
}

/** More leaves wait for the store than the ledger holds in memory. Nothing was recorded. */
export class Overloaded extends Unavailable {
  constructor(waiting: number) {
    super('LEDGER_OVERLOADED', `${waiting} leaves already wait to be recorded`);
  }
}
