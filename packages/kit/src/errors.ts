import { Bug, Misuse, Refused } from '@kept/base';

/** A value that its field cannot hold. Says which field and what it takes; never the value. */
export class ValueInvalid extends Misuse {
  constructor(field: string, must: string) {
    super('KIT_VALUE_INVALID', `\`${field}\` ${must}`, {
      path: `/values/${field}`,
      help: 'send the value in that form, or null to delete it',
    });
  }
}

/** A field that the resource does not hold, or that its person cannot correct here. */
export class FieldNotHeld extends Misuse {
  /** `field` only where it is declared: a name that somebody made up may be anything, and is not repeated. */
  constructor(field?: string) {
    super('KIT_FIELD_NOT_HELD', `${field === undefined ? 'one of these fields' : `\`${field}\``} is not held here`, {
      path: `/values/${field ?? '*'}`,
      help: 'see the collection row of the policy',
    });
  }
}

/** An item, row or request that does not exist for this person. */
export class NothingHeld extends Misuse {
  constructor() {
    super('KIT_NOT_FOUND', 'nothing is held under this id');
  }
}

/** Rows that are to be one, and do not end together. */
export class BucketsDiffer extends Bug {
  constructor(what: string) {
    super('KIT_BUCKETS_DIFFER', `${what} cannot be kept as one`);
  }
}

/** Nothing was given to be kept. */
export class NothingGiven extends Misuse {
  constructor() {
    super('KIT_NOTHING_GIVEN', 'no field was given a value', { help: 'name at least one field', path: '/values' });
  }
}

/** The person took their consent back while this was being written. Nothing of it is kept. */
export class WithdrawnMeanwhile extends Refused {
  constructor(clause: string | undefined) {
    super('KIT_WITHDRAWN', 'the consent that this needs was withdrawn while it was being kept', {
      reason: 'no-consent',
      ...(clause !== undefined && { clause }),
    });
  }
}

/** A declaration that cannot be served: found when the program starts, never while it runs. */
export class BadService extends Bug {
  constructor(service: string, why: string) {
    super('KIT_BAD_SERVICE', `the service \`${service}\` cannot be served: ${why}`);
  }
}
