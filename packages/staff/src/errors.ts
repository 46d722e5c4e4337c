import { type Instant, Misuse, Refused } from '@kept/base';

/** A link that lets nobody in, or not any more. */
export class LinkRefused extends Misuse {
  constructor() {
    super('OPERATOR_INVALID_TOKEN', 'this link is used up, too old, or not one of ours', {
      help: 'start Kept again for a new one of the owner; the owner makes new ones for others',
    });
  }
}

/** The same for an unknown name, a wrong password and a wrong code: which it was is nobody's business. */
export class CredentialsWrong extends Refused {
  constructor() {
    super('OPERATOR_CREDENTIALS_WRONG', 'name, password or code are wrong', {
      help: 'each code of the app counts once; wait for the next one',
    });
  }
}

/** Too many wrong tries; `until` is when the next one counts. */
export class Locked extends Refused {
  readonly until: Instant;
  constructor(until: Instant) {
    super('OPERATOR_LOCKED', 'too many wrong tries', {
      help: 'wait a quarter of an hour, or ask the owner for a link',
    });
    this.until = until;
  }
}

/** The app that is being set up shows another code. */
export class CodeWrong extends Refused {
  constructor() {
    super('OPERATOR_CODE_WRONG', 'this is not the code that the app shows', { path: '/code' });
  }
}

/** A password that is too short, too long or easy to guess. */
export class PasswordWeak extends Misuse {
  constructor() {
    super('OPERATOR_PASSWORD_WEAK', 'this password is too short or easy to guess', {
      path: '/password',
      help: 'at least 10 characters; long is better than odd',
    });
  }
}

/** A sign-in name that somebody has. */
export class LoginTaken extends Misuse {
  constructor() {
    super('STAFF_LOGIN_TAKEN', 'somebody has this sign-in name', { path: '/login', help: 'choose another' });
  }
}

/** Whoever has chosen how to sign in does so once; a session that was taken must not become an account that was. */
export class Enrolled extends Refused {
  constructor() {
    super('STAFF_ENROLLED', 'how you sign in was chosen before', { help: 'the owner gives a link to choose anew' });
  }
}

/** Nobody has this id, or their access has ended. */
export class MemberUnknown extends Misuse {
  constructor() {
    super('STAFF_UNKNOWN', 'there is no such member of staff', { help: '`kept staff list` shows who there is' });
  }
}

/** The owner is neither removed nor reset. */
export class OwnerStays extends Refused {
  constructor() {
    super('STAFF_OWNER_STAYS', 'the owner comes in by the link that is printed at start, and is not removed', {
      help: 'whoever holds the machine is the owner',
    });
  }
}
