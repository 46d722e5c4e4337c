import { Misuse } from '@kept/base';

/** Nobody has this id, or no longer: decisions about them are refused. */
export class SubjectUnknown extends Misuse {
  constructor() {
    super('SUBJECT_UNKNOWN', 'nobody is known by this id');
  }
}

/** Somebody has this id already. */
export class SubjectConflict extends Misuse {
  constructor() {
    super('SUBJECT_CONFLICT', 'somebody has this id already');
  }
}

/** The policy in force has no such consent or purpose. */
export class NotInPolicy extends Misuse {
  constructor(what: 'consent' | 'purpose', name: string) {
    super('SUBJECT_NOT_IN_POLICY', `the policy in force has no ${what} \`${name}\``);
  }
}

/** A change of status that has no meaning: an account that was closed does not become active. */
export class StatusConflict extends Misuse {
  constructor(from: string, to: string) {
    super('SUBJECT_STATUS_CONFLICT', `an account that is ${from} cannot become ${to}`);
  }
}

/** The id is no UUID in lower case, or region, age band or jurisdiction is no short word. */
export class SubjectMalformed extends Misuse {
  constructor() {
    super('SUBJECT_MALFORMED', 'a person has a UUID as id, and short words for region, age band and jurisdiction');
  }
}

/** The version that somebody answered to is not the one in force any more. */
export class VersionChanged extends Misuse {
  constructor() {
    super('SUBJECT_VERSION_CONFLICT', 'another version of the policy is in force by now', {
      help: 'read what it changes, and answer to that',
    });
  }
}
