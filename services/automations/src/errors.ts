import { Misuse } from '@kept/kit';

/** Refers to a device, or a control of it, that this home does not have. */
export class NoSuchThing extends Misuse {
  constructor(path: string) {
    super('AUTOMATIONS_NO_SUCH_THING', 'the home has no such device or control', {
      help: 'name devices of this home, and only what they tell or take',
      path,
    });
  }
}

/** A range that nothing can be in, a sun without a place: says what. */
export class Incomplete extends Misuse {
  constructor(why: string, path: string) {
    super('AUTOMATIONS_INCOMPLETE', why, { help: 'complete the settings and save again', path });
  }
}

/** More than a home may have. */
export class TooMany extends Misuse {
  constructor(most: number) {
    super('AUTOMATIONS_TOO_MANY', `one person has at most ${most} automations in a home`, {
      help: 'remove one that is not needed any more',
    });
  }
}
