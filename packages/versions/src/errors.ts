import { Misuse, Unavailable } from '@kept/base';

/** Nobody handed in a version of this id. */
export class VersionUnknown extends Misuse {
  constructor() {
    super('VERSIONS_UNKNOWN', 'there is no version of this id');
  }
}

/** What is asked of a version does not fit how far it is: one that nobody has reviewed is not published. */
export class VersionConflict extends Misuse {
  constructor(why: string) {
    super('VERSIONS_CONFLICT', why, { help: 'a version is drafted, reviewed, told to everybody, and then published' });
  }
}

/** This deployment cannot carry out the version: it has no database for a region, or values sealed under other keys. */
export class VersionUnfit extends Misuse {
  constructor(why: string) {
    super('VERSIONS_UNFIT', `this version cannot be carried out here: ${why}`, {
      help: 'set up what is missing first; a value that is sealed stays under the key group it was sealed with',
    });
  }
}

/** This process cannot be sure which version is in force, so it decides nothing. */
export class VersionUncertain extends Unavailable {
  constructor(cause?: unknown) {
    super('VERSIONS_UNCERTAIN', 'it is not certain which version of the policy is in force', {
      help: 'try again in a moment',
      cause,
    });
  }
}
