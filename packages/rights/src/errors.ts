import { Bug, Misuse, Refused } from '@kept/base';

/** The typed confirmation is missing or another word. */
export class NotConfirmed extends Misuse {
  constructor(word: string) {
    super('RIGHTS_NOT_CONFIRMED', 'the confirmation was not typed', {
      path: '/confirm',
      help: `type exactly: ${word}`,
    });
  }
}

/** A right that is exercised elsewhere, or through the controller's contacts. */
export class NotHere extends Misuse {
  constructor() {
    super('RIGHTS_NOT_HERE', 'this right is not exercised by a request here', {
      path: '/right',
      help: 'the list of rights says on which page, or through which contact',
    });
  }
}

/** An item that has a page of its own on which it is changed, such as a contact or a password. */
export class NotCorrectable extends Misuse {
  constructor() {
    super('RIGHTS_NOT_CORRECTABLE', 'this item cannot be changed here', {
      path: '/item',
      help: 'its own page changes it',
    });
  }
}

/** Nobody can agree to what nobody does. */
export class NotOffered extends Misuse {
  constructor() {
    super('RIGHTS_NOT_OFFERED', 'no service that runs asks for this consent', {
      help: 'it is asked when such a service opens',
    });
  }
}

/** An account cannot be closed while something is owed; carries clause and reason. */
export class Blocked extends Refused {
  constructor(clause: string, reason: string) {
    super('RIGHTS_BLOCKED', 'this cannot be done yet', {
      clause,
      reason,
      help: 'settle what is named, then ask again',
    });
  }
}

/** No request of this person, or no certificate, has this id or code. */
export class RequestUnknown extends Misuse {
  constructor() {
    super('RIGHTS_NOT_FOUND', 'there is no such request');
  }
}

/** After an erasure something was still there: the request stays open and the operator is told. */
export class NotErased extends Bug {
  constructor(what: string) {
    super('RIGHTS_NOT_ERASED', `after the erasure ${what}`, {
      help: 'the request is taken up again at the next start',
    });
  }
}
