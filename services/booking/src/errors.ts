import { Misuse } from '@kept/kit';

/** All places at this time are somebody's by now. */
export class TimeTaken extends Misuse {
  constructor() {
    super('BOOKING_TIME_TAKEN', 'this time is taken by now', { help: 'choose another time', path: '/starts' });
  }
}

/** Not among the times that the store offers: closed, past, or too soon. */
export class TimeNotOffered extends Misuse {
  constructor() {
    super('BOOKING_NOT_OFFERED', 'the store offers no visit at this time', {
      help: 'ask for the times of the store and choose one of them',
      path: '/starts',
    });
  }
}

/** Whoever comes home needs to know where that is. */
export class AddressMissing extends Misuse {
  constructor() {
    super('BOOKING_ADDRESS_MISSING', 'a visit at home needs an area and an address', {
      help: 'name both, or come to the store',
      path: '/address',
    });
  }
}

/** One person does not fill a store. */
export class EnoughVisits extends Misuse {
  constructor(most: number) {
    super('BOOKING_ENOUGH', `one person has at most ${most} visits to come`, { help: 'call one off first' });
  }
}
