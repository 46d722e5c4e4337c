import { Misuse, Refused } from '@kept/kit';

/** A plan that is none: says what is wrong with its form, never a name. */
export class PlanInvalid extends Misuse {
  constructor(why: string) {
    super('SPACES_PLAN_INVALID', why, { help: 'send the whole plan in its right form', path: '/spaces' });
  }
}

/** Somebody at home may do other things, at other times, or in other rooms. */
export class NotGranted extends Refused {
  constructor() {
    super('SPACES_NOT_GRANTED', 'what you may do in this home does not include this, or not now', {
      reason: 'no-grant',
      help: 'ask somebody who looks after the people of this home',
    });
  }
}

/** An invitation that is not, no longer, or not for this person. */
export class InvitationInvalid extends Misuse {
  constructor() {
    super('SPACES_INVITATION_INVALID', 'this invitation does not count, or no longer', {
      help: 'ask for a new one; it counts once, for seven days, in the region that the home lies in',
    });
  }
}

/** A home keeps somebody who answers for it. */
export class LastOwner extends Misuse {
  constructor() {
    super('SPACES_LAST_OWNER', 'a home keeps one owner', {
      help: 'hand the home over first, or leave as the last one',
    });
  }
}
