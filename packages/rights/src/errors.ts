import { Bug, Misuse, Refused, Unavailable } from '@kept/base';

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

/** The policy does not grant this right to people who live there; carries the clause that says what else is not done. */
export class NotGranted extends Refused {
  constructor(clause: string) {
    super('RIGHTS_NOT_GRANTED', 'the policy does not grant this right there', {
      clause,
      reason: 'not-granted',
      help: 'the list of rights says what can be asked for',
    });
  }
}

/** Nothing is held under the contact that somebody named for another person. */
export class NobodyHeld extends Refused {
  constructor() {
    super('RIGHTS_NOBODY_HELD', 'nothing is held under the contact that was named', {
      help: 'refuse it on that ground',
    });
  }
}

/** The person had laid down something else for after their death. */
export class WishedOtherwise extends Refused {
  constructor(clause: string) {
    super('RIGHTS_WISHED_OTHERWISE', 'the person wished otherwise', {
      clause,
      reason: 'wished-otherwise',
      help: 'what the person laid down goes first: refuse it on that ground',
    });
  }
}

/** Nobody has answered this in words, or not yet for good. */
export class NoAnswer extends Misuse {
  constructor() {
    super('RIGHTS_NO_ANSWER', 'this was not answered in words', { help: 'the certificate says what was decided' });
  }
}

/** The policy lets a fee be asked for the same over and over alone, and not for every right. */
export class NoFee extends Refused {
  constructor(clause: string) {
    super('RIGHTS_NO_FEE', 'the policy lets no fee be asked for this', {
      clause,
      reason: 'no-fee',
      help: 'decide it without one',
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

/** Something was chosen that the preview of this right does not offer. */
export class NotAChoice extends Misuse {
  constructor(path: '/fields' | '/ground' | '/behalf/field' | '/note' = '/fields') {
    super('RIGHTS_NOT_A_CHOICE', 'this is not among what can be chosen', {
      path,
      help: 'the preview, or the list of rights, says what can be chosen',
    });
  }
}

/** A request that nobody reads takes no letter. */
export class NoLetters extends Misuse {
  constructor() {
    super('RIGHTS_NO_LETTERS', 'nobody reads a note to this request', {
      path: '/note',
      help: 'leave it out: this right is done without anybody looking',
    });
  }
}

/** Decided already, or ended: there is nothing to decide. */
export class NothingToDecide extends Misuse {
  constructor() {
    super('RIGHTS_NOTHING_TO_DECIDE', 'this request waits for no decision', { help: 'read it again' });
  }
}

/** A refusal names one of the grounds of the policy, an answer names clauses of it. */
export class NotAGround extends Misuse {
  constructor(path: '/ground' | '/clauses') {
    super('RIGHTS_NOT_A_GROUND', 'the policy has no such ground', { path, help: 'choose among those of the request' });
  }
}

/** Whoever proposed a decision cannot be the second who agrees. */
export class SamePerson extends Refused {
  constructor() {
    super('RIGHTS_SAME_PERSON', 'this takes a second person', { help: 'ask a colleague to look at it' });
  }
}

/** What was asked for has begun, or has ended, and cannot be stopped any more. */
export class TooLate extends Misuse {
  constructor() {
    super('RIGHTS_TOO_LATE', 'this request can no longer be stopped');
  }
}

/** No request of this person, or no certificate, has this id or code. */
export class RequestUnknown extends Misuse {
  constructor() {
    super('RIGHTS_NOT_FOUND', 'there is no such request');
  }
}

/** The link of a package is used up by time, was made before a restart, or is another person's. */
export class PackageUnknown extends Misuse {
  constructor() {
    super('RIGHTS_PACKAGE_UNKNOWN', 'this link is over or not one of yours', { help: 'make a new one' });
  }
}

/** The request is decided by something else, or decided already. */
export class NoDocuments extends Misuse {
  constructor() {
    super('RIGHTS_NO_DOCUMENTS', 'this request takes no documents', { help: 'read the request again' });
  }
}

/** As many documents as one request takes. */
export class DocumentsFull extends Misuse {
  constructor(most: number) {
    super('RIGHTS_DOCUMENTS_FULL', `this request has ${most} documents`, { help: 'put what is left into one file' });
  }
}

/** By its first bytes it is no document of a kind that is taken; nothing of it was kept. */
export class DocumentUnreadable extends Misuse {
  constructor() {
    super('RIGHTS_DOCUMENT_UNREADABLE', 'this is no PDF, JPEG, PNG or WebP', {
      path: '/data',
      help: 'send one of these, two MiB at most',
    });
  }
}

/** The link of a request from outside is over, or was never given out. */
export class LinkUnknown extends Misuse {
  constructor() {
    super('RIGHTS_LINK_UNKNOWN', 'this link is over, or there never was one', { help: 'ask again by your contact' });
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

/** A system of that name holds nothing of people of this region. */
export class NoSuchSystem extends Misuse {
  constructor() {
    super('RIGHTS_NO_SUCH_SYSTEM', 'there is no such system', { path: '/of', help: 'those that were late are listed' });
  }
}

/** The address is at no controller that an operator has declared, or is an address inside. */
export class NoReceiver extends Misuse {
  constructor() {
    super('RIGHTS_NO_RECEIVER', 'nothing is sent on to that address', {
      path: '/to',
      help: 'those that may be sent to are listed',
    });
  }
}

/** The other controller did not acknowledge what was sent, byte for byte. */
export class NotTakenWhole extends Unavailable {
  constructor() {
    super('RIGHTS_NOT_TAKEN_WHOLE', 'the other side did not take all of it', {
      help: 'open an address there anew, and send again',
    });
  }
}

/** An address at which a package is taken in is over, or somebody else’s. */
export class ArrivalUnknown extends Misuse {
  constructor() {
    super('RIGHTS_ARRIVAL_UNKNOWN', 'nothing is taken in at that address', {
      help: 'open one anew: it is over after an hour',
    });
  }
}

/** A piece that is not the next one. */
export class ArrivalOutOfStep extends Misuse {
  constructor() {
    super('RIGHTS_ARRIVAL_OUT_OF_STEP', 'another piece comes next', {
      path: '/query/offset',
      help: 'open an address anew, and send again',
    });
  }
}

/** Too much is taken in at once, or the package is too large. */
export class ArrivalFull extends Unavailable {
  constructor() {
    super('RIGHTS_ARRIVALS_FULL', 'no more is taken in at the moment', {
      help: 'try again later; a package has 256 MiB at most',
    });
  }
}

/** Whoever's data is to be erased for another is closing their account at this moment. */
export class ClosesAlready extends Unavailable {
  constructor() {
    super('RIGHTS_CLOSES_ALREADY', 'the account is being closed by a request of its own', {
      help: 'it is tried again when that has ended',
    });
  }
}

/** The browser sends Global Privacy Control, and says yes to what it forbids. */
export class SignalSaysNo extends Refused {
  constructor(clause: string) {
    super('RIGHTS_SIGNAL_ON', 'the Global Privacy Control signal of this browser says no to this', {
      clause,
      help: 'turn the signal off in the browser, then agree',
    });
  }
}

/** While a copy was on its way its hold on the rows was lost, with the connection that had it. */
export class CopyInterrupted extends Unavailable {
  constructor() {
    super('RIGHTS_COPY_INTERRUPTED', 'the database was lost while a copy was on its way', { help: 'ask for it again' });
  }
}

/** No recipient is told anything under this id. */
export class TellingUnknown extends Misuse {
  constructor() {
    super('RIGHTS_TELLING_UNKNOWN', 'nobody is told anything under this id', { help: 'see the list of recipients' });
  }
}

/** It was told, or answered, before. */
export class ToldAlready extends Misuse {
  constructor() {
    super('RIGHTS_TELLING_CONFLICT', 'this is done already', { help: 'read it again to see how far it is' });
  }
}

/** Whoever says that they are older shows it by papers: a word opens nothing. */
export class CannotBeOlder extends Refused {
  constructor() {
    super('RIGHTS_CANNOT_BE_OLDER', 'nobody becomes older here than they had said', {
      path: '/years',
      help: 'write to the controller, with papers that show it',
    });
  }
}
