import { Bug, Misuse, Refused, Unavailable } from '@kept/base';

/** The recipient took nothing: it could not be reached, or said so. Repeating is safe, and was tried. */
export class NotTaken extends Unavailable {
  constructor(reason: string, cause?: unknown) {
    super('RECIPIENTS_NOT_TAKEN', `the message could not be handed over: ${reason}`, {
      help: 'nothing was handed over; try again in a moment',
      cause,
    });
  }
}

/** The message may have been handed over and may not: it is never repeated on its own. */
export class Uncertain extends Unavailable {
  constructor(reason: string, cause?: unknown) {
    super('RECIPIENTS_UNCERTAIN', `it is not known whether the message was handed over: ${reason}`, {
      help: 'wait for it before asking for another one',
      cause,
    });
  }
}

/** Why a recipient turned a message down; stable, in every language of the caller's choosing. */
export type Rejection = 'address' | 'country' | 'opted-out' | 'too-often' | 'content' | 'other';

/** The recipient turned this message down for good. */
export class Rejected extends Refused {
  constructor(reason: Rejection, code: string) {
    super('RECIPIENTS_REJECTED', `the message was turned down (${reason}, code ${code})`, {
      help: reason === 'too-often' ? 'wait an hour before asking for another one' : 'use another address or number',
      reason,
    });
  }
}

/** Our account with the provider cannot send: key, balance, signature or template. The operator has to see to it. */
export class AccountFault extends Unavailable {
  constructor(provider: string, code: string) {
    super('RECIPIENTS_ACCOUNT', `${provider} does not accept messages from this account (code ${code})`, {
      help: 'check the credentials, the balance and the approved signature and templates with the provider',
    });
  }
}

/** The policy names no such recipient, or none for this channel. */
export class Undeclared extends Misuse {
  constructor(what: string) {
    super('RECIPIENTS_UNDECLARED', `the policy declares no recipient \`${what}\``, {
      help: 'declare the recipient in the manifest, with its fields, purposes and country',
    });
  }
}

/** The policy does not let this person be written to in this way. */
export class NotReachable extends Refused {
  constructor(clause: string, reason: string, path?: string) {
    super('RECIPIENTS_NOT_REACHABLE', 'the policy does not let you be written to in this way', {
      help: 'choose another way: an e-mail address instead of a phone number',
      clause,
      reason,
      ...(path !== undefined && { path }),
    });
  }
}

/** A setting of an adapter is missing or malformed. The value is not repeated. */
export class BadSetting extends Misuse {
  constructor(setting: string, why: string) {
    super('RECIPIENTS_SETTING', `the setting \`${setting}\` cannot be used: ${why}`);
  }
}

/** A field that is to be handed over has no value. */
export class NothingToSend extends Misuse {
  constructor(field: string) {
    super('RECIPIENTS_NO_VALUE', `there is no value for the field \`${field}\``);
  }
}

/** The same message id was used for something else, or is under way in another process. */
export class AlreadyUnderWay extends Misuse {
  constructor() {
    super('RECIPIENTS_UNDER_WAY', 'a message with this id is being sent', { help: 'use a new id for a new message' });
  }
}

/** An adapter failed in a way that none of its documented answers covers. */
export class AdapterFailed extends Bug {
  constructor(adapter: string, cause: unknown) {
    super('RECIPIENTS_ADAPTER', `the adapter \`${adapter}\` failed`, { cause });
  }
}

/** Mail that advertises cannot be sent where nobody could end it. */
export class NoWayOut extends Bug {
  constructor(purpose: string) {
    super('RECIPIENTS_NO_WAY_OUT', `mail for \`${purpose}\` needs an address at which it is ended`, {
      help: 'open the recipients with the address of the pages',
    });
  }
}

/** A recipient's answer is not signed by the key that was declared for it, or speaks of something else: it counts for nothing. */
export class Unsigned extends Unavailable {
  constructor(domain: string) {
    super('RECIPIENTS_UNSIGNED', `the answer of ${domain} is not signed as declared, or is no answer to this`, {
      help: 'ask the recipient for its present certificate, and put it beside its declaration',
    });
  }
}

/** A declaration of a recipient does not have the right form. */
export class NotAParty extends Misuse {
  constructor(file: string, path: string, cause?: unknown) {
    super('RECIPIENTS_NOT_A_PARTY', `\`${file}\` does not declare a recipient${path && ` (${path})`}`, {
      help: 'see the beginning of packages/recipients/src/parties.ts for its form',
      ...(path && { path }),
      cause,
    });
  }
}

/** There is no mail server to send a letter by. */
export class NoMail extends Misuse {
  constructor() {
    super('RECIPIENTS_NO_MAIL', 'no mail server is set, or the recipient has no declared address for letters', {
      help: 'set KEPT_SMTP and the address in its declaration, or send the letter by yourself and say so',
    });
  }
}
