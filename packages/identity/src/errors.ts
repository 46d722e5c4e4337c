import { Bug, type Instant, Misuse, Refused } from '@kept/base';

/** A contact that is neither an e-mail address nor a phone number with a known country. The value is not repeated. */
export class BadContact extends Misuse {
  constructor(kind: 'phone' | 'email') {
    super(
      'IDENTITY_CONTACT_INVALID',
      kind === 'phone' ? 'this is not a phone number' : 'this is not an e-mail address',
      {
        help: kind === 'phone' ? 'begin with + and the country code' : 'it has the form name@host.domain',
        path: '/contact/value',
      },
    );
  }
}

interface RefusalDetails {
  readonly help?: string;
  readonly reason?: string;
  readonly path?: string;
  readonly clause?: string;
  readonly setCookies?: readonly string[];
  readonly until?: Instant;
}

/**
 * A refusal of a person's own request. `setCookies` are to be sent with the refusal: a spent challenge, a session that
 * ended. `until`, where known, is when trying again makes sense.
 */
export class IdentityRefused extends Refused {
  readonly setCookies: readonly string[];
  readonly until: Instant | undefined;
  constructor(code: string, message: string, details: RefusalDetails = {}) {
    const { setCookies = [], until, ...rest } = details;
    super(code, message, rest);
    this.setCookies = setCookies;
    this.until = until;
  }
}

/** Wrong, expired, used, or tried too often: which one is not told. */
export const codeWrong = (): IdentityRefused =>
  new IdentityRefused('IDENTITY_CODE_WRONG', 'this code does not work', {
    help: 'check it, or ask for a new one; a code works once, for five minutes and three tries',
    path: '/code',
  });

/** Told only to somebody who has just proved that the contact is theirs. */
export const contactTaken = (): IdentityRefused =>
  new IdentityRefused('IDENTITY_CONTACT_TAKEN', 'an account has this contact already', {
    help: 'sign in with it, or reset the password',
    path: '/contact/value',
  });

/** Nothing is kept of somebody who may not have an account. */
export const tooYoung = (clause: string): IdentityRefused =>
  new IdentityRefused('IDENTITY_TOO_YOUNG', 'at this age one cannot have an account of one’s own', {
    help: 'ask a parent or guardian to open one',
    path: '/ageAtLeast',
    clause,
  });

/** Somebody turned out to be too young: nothing of theirs is used, and nobody gets in, themself included. */
export const withheld = (clause: string): IdentityRefused =>
  new IdentityRefused('IDENTITY_WITHHELD', 'this account is withheld: its person is younger than the policy allows', {
    help: 'a parent or guardian was written to and decides what comes next',
    clause,
  });

export const registrationOver = (): IdentityRefused =>
  new IdentityRefused('IDENTITY_REGISTRATION_OVER', 'this registration has ended', { help: 'start again' });

/** Why a password cannot be chosen. */
export type PasswordFault = 'short' | 'long' | 'guessable' | 'breached';

export const passwordRefused = (reason: PasswordFault, path = '/password'): IdentityRefused =>
  new IdentityRefused('IDENTITY_PASSWORD_WEAK', `this password cannot be used: ${reason}`, {
    help: 'at least ten characters that nobody would guess; a few unrelated words will do',
    reason,
    path,
  });

/** Which of the two was wrong, and whether there is such an account, is not told. */
export const credentialsWrong = (): IdentityRefused =>
  new IdentityRefused('IDENTITY_CREDENTIALS_WRONG', 'the contact or the password is wrong', {
    help: 'check both, or reset the password',
  });

export const passwordWrong = (path = '/password'): IdentityRefused =>
  new IdentityRefused('IDENTITY_PASSWORD_WRONG', 'the password is wrong', { path });

export const secondStepWrong = (): IdentityRefused =>
  new IdentityRefused('IDENTITY_SECOND_STEP_WRONG', 'this code does not work', {
    help: 'wait for the next code of the app; each works once',
    path: '/code',
  });

export const secondStepOver = (setCookies: readonly string[] = []): IdentityRefused =>
  new IdentityRefused('IDENTITY_SECOND_STEP_OVER', 'the second step has run out of time or tries', {
    help: 'begin the sign-in again',
    setCookies,
  });

export const locked = (until: Instant): IdentityRefused =>
  new IdentityRefused('IDENTITY_LOCKED', 'too many wrong codes: the second step is locked for a while', {
    help: 'try again in fifteen minutes',
    until,
  });

export const signedOut = (setCookies: readonly string[] = []): IdentityRefused =>
  new IdentityRefused('IDENTITY_SIGNED_OUT', 'nobody is signed in', { help: 'sign in first', setCookies });

export const notFresh = (): IdentityRefused =>
  new IdentityRefused('IDENTITY_NOT_FRESH', 'this needs a sign-in of the last few minutes', { help: 'sign in again' });

export const tooMany = (until?: Instant): IdentityRefused =>
  new IdentityRefused('IDENTITY_TOO_MANY', 'too many attempts', {
    help: 'wait before you try again',
    ...(until === undefined ? {} : { until }),
  });

export const foreignOrigin = (): IdentityRefused =>
  new IdentityRefused('IDENTITY_ORIGIN', 'the request came from another site');

export const passkeyRefused = (): IdentityRefused =>
  new IdentityRefused('IDENTITY_PASSKEY_REFUSED', 'this passkey was not accepted', {
    help: 'ask for new options and try again, or sign in another way',
  });

export const passkeyUnknown = (): IdentityRefused =>
  new IdentityRefused('IDENTITY_PASSKEY_NOT_FOUND', 'there is no such passkey', { help: 'see the list of passkeys' });

export const passkeysFull = (): IdentityRefused =>
  new IdentityRefused('IDENTITY_PASSKEYS_FULL', 'there are as many passkeys as an account can have', {
    help: 'remove one first',
  });

export const secondStepState = (on: boolean): IdentityRefused =>
  on
    ? new IdentityRefused('IDENTITY_TOTP_ON', 'an authenticator app is set up already', { help: 'turn it off first' })
    : new IdentityRefused('IDENTITY_TOTP_OFF', 'no authenticator app is set up', { help: 'set one up first' });

/** The permit is not for this person, not fresh, or not the gate's. */
export const notPermitted = (): IdentityRefused =>
  new IdentityRefused('IDENTITY_NOT_PERMITTED', 'the permit does not cover this');

/** A table of the library that nobody has said what is personal in. Kept does not start with it. */
export class Undeclared extends Misuse {
  constructor(model: string) {
    super('IDENTITY_MODEL_UNDECLARED', `the authentication library has a table \`${model}\` that is not declared`, {
      help: 'say in `personal.ts` which of its fields are personal',
    });
  }
}

/** A sealed field was asked for a part, an order or an equality that it has no index for. */
export class SealedField extends Bug {
  constructor(model: string, field: string, operation: string) {
    super('IDENTITY_SEALED_FIELD', `${model}.${field} is sealed and cannot be asked for by \`${operation}\``);
  }
}

/** A row is to be sealed for an owner that has no key. */
export class NoKey extends Bug {
  constructor(model: string, cause?: unknown) {
    super('IDENTITY_NO_KEY', `there is no key for the owner of this ${model}`, { cause });
  }
}

/** What was sent has another shape than this needs. */
export class BadBody extends Misuse {
  constructor() {
    super('IDENTITY_BAD_BODY', 'the request is not of the form that this takes');
  }
}

/** The authentication library answered something that it does not document. */
export class LibraryFailed extends Bug {
  constructor(path: string, status: number, code: string) {
    super('IDENTITY_LIBRARY', `the authentication library answered ${status} ${code} for ${path}`);
  }
}

/** There are no accounts of this region here. */
export class UnknownRegion extends Misuse {
  constructor(region: string) {
    super('IDENTITY_REGION', `there is no identity service for the region \`${region}\``);
  }
}

/** A setting that identity cannot start with. The value is not repeated. */
export class BadSetting extends Misuse {
  constructor(setting: string, why: string) {
    super('IDENTITY_SETTING', `the setting \`${setting}\` cannot be used: ${why}`);
  }
}
