/** What went wrong, and whose turn it is: `bug` ours, `misuse` the caller's, `refused` a decision, `unavailable` try again. */
export type ErrorKind = 'bug' | 'misuse' | 'refused' | 'unavailable';

/** What an error says besides its message. */
export interface ErrorDetails {
  /** What the reader can do about it; one sentence. */
  readonly help?: string;
  /** Where the fault lies in the input, as a JSON pointer (`/contact/value`). Never a value. */
  readonly path?: string;
  readonly cause?: unknown;
}

/**
 * The only error that Kept throws on purpose.
 *
 * INVARIANT: neither `message` nor `help` carries a personal value; they may be logged and shown.
 */
export class KeptError extends Error {
  override readonly name: string = 'KeptError';
  /** Stable, in capitals, listed in `generated/errors.md`: `VAULT_KEY_ERASED`. */
  readonly code: string;
  readonly kind: ErrorKind;
  readonly help: string | undefined;
  readonly path: string | undefined;

  constructor(kind: ErrorKind, code: string, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.code = code;
    this.help = details.help;
    this.path = details.path;
  }
}

/** An invariant of ours does not hold. Nothing the caller did; never caught to be ignored. */
export class Bug extends KeptError {
  override readonly name = 'Bug';
  constructor(code: string, message: string, details?: ErrorDetails) {
    super('bug', code, message, details);
  }
}

/** The caller asked for something that cannot be asked for so. Repeating it does not help. */
export class Misuse extends KeptError {
  override readonly name: string = 'Misuse';
  constructor(code: string, message: string, details?: ErrorDetails) {
    super('misuse', code, message, details);
  }
}

/** The policy, or a right, says no. Carries what a person needs to understand it. */
export class Refused extends KeptError {
  override readonly name: string = 'Refused';
  /** Clause of the policy that decided, if one did. */
  readonly clause: string | undefined;
  readonly reason: string | undefined;
  constructor(code: string, message: string, details: ErrorDetails & { clause?: string; reason?: string } = {}) {
    super('refused', code, message, details);
    this.clause = details.clause;
    this.reason = details.reason;
  }
}

/** Something we depend on does not answer. The same call may succeed later. */
export class Unavailable extends KeptError {
  override readonly name = 'Unavailable';
  constructor(code: string, message: string, details?: ErrorDetails) {
    super('unavailable', code, message, details);
  }
}
