import { Misuse, Refused } from '@kept/kit';

/** The operator has not said that devices may be reached there. */
export class NotReachable extends Refused {
  constructor() {
    super('MIOT_NOT_REACHABLE', 'this server does not reach devices at this address', {
      help: 'whoever runs the server names its networks in `miot.json`, in the folder `KEPT_SERVICES`',
    });
  }
}

/** Without a spec nothing can be asked of it. */
export class UnknownModel extends Misuse {
  constructor() {
    super('MIOT_UNKNOWN_MODEL', 'nothing is known of devices of this model', {
      help: 'put it in through a gateway that knows it',
      path: '/address',
    });
  }
}

/** It is in this home already. */
export class ThereAlready extends Misuse {
  constructor() {
    super('MIOT_THERE_ALREADY', 'this device is in the home already', {
      help: 'remove it first, if its token is another now',
      path: '/address',
    });
  }
}
