import { Misuse, Refused } from '@kept/base';
import type { BreachPart } from '@kept/policy';

export class IncidentUnknown extends Misuse {
  constructor() {
    super('INCIDENTS_UNKNOWN', 'there is no such incident');
  }
}

/** What was asked for is not what comes next. */
export class NotNow extends Misuse {
  constructor(help: string) {
    super('INCIDENTS_STATE_CONFLICT', 'the incident is not that far, or further', { help });
  }
}

/** The policy promises parts that nobody has written yet. */
export class PartsMissing extends Refused {
  constructor(parts: readonly BreachPart[], clause: string) {
    super('INCIDENTS_PARTS_MISSING', `the notice still lacks: ${parts.join(', ')}`, {
      help: 'write each of them in every language',
      clause,
    });
  }
}

/** An authority that is owed a report has none, or people were not told. */
export class StillOpen extends Refused {
  constructor(help: string) {
    super('INCIDENTS_STILL_OPEN', 'what the law or the policy asks for is not done', { help });
  }
}

export class AuthorityUnknown extends Misuse {
  constructor() {
    super('INCIDENTS_NO_SUCH_CLOCK', 'no such authority is owed a report of this incident');
  }
}

export class BadTime extends Misuse {
  constructor() {
    super('INCIDENTS_BAD_TIME', 'these times cannot be', {
      help: 'what is past comes before now, a begin before its end',
    });
  }
}
