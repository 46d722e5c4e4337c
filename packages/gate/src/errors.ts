import { Bug, Misuse, Refused, Unavailable } from '@kept/base';

/** The policy says no, and the refusal is in the ledger. `clause` and `reason` say why. */
export class NotAllowed extends Refused {
  constructor(clause: string | undefined, reason: string) {
    super('GATE_REFUSED', 'the privacy policy does not allow this', {
      help: 'the clause says what would have to be true for it to be allowed',
      reason,
      ...(clause === undefined ? {} : { clause }),
    });
  }
}

/** Stored bytes are not an entry of this person, or not an entry at all. */
export class Altered extends Bug {
  constructor() {
    super('GATE_LEAF_ALTERED', 'a ledger entry does not open as what it should be', {
      help: 'run `kept ledger verify`: it finds the first entry that was changed',
    });
  }
}

/** What a person may do kept changing while it was being recorded. */
export class Unsettled extends Unavailable {
  constructor() {
    super('GATE_UNSETTLED', 'the choices of this person changed several times while this was being decided');
  }
}

/** A question that no policy could be asked: a limit outside its bounds, say. */
export class BadQuestion extends Misuse {
  constructor(why: string) {
    super('GATE_BAD_QUESTION', why);
  }
}
