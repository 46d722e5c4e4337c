import { Misuse, Refused, Unavailable } from '@kept/kit';

/** Nothing connects the device at this moment. */
export class DeviceAway extends Unavailable {
  constructor() {
    super('DEVICES_AWAY', 'the gateway of this device is not connected', {
      help: 'see whether it has power and network',
    });
  }
}

/** A command that the device does not have. */
export class NoSuchControl extends Misuse {
  constructor() {
    super('DEVICES_NO_SUCH_CONTROL', 'this device does not take this', {
      help: 'see `controls` of the device',
      path: '/values',
    });
  }
}

/** More than a home may have. */
export class HomeFull extends Misuse {
  constructor(most: number) {
    super('DEVICES_HOME_FULL', `a home has at most ${most} devices`, { help: 'remove one that is gone' });
  }
}

/** No device has this credential, or it has ended. */
export class CredentialRefused extends Refused {
  constructor() {
    super('DEVICES_CREDENTIAL_REFUSED', 'no device is known by this', {
      help: 'send `authorization: Basic` with the device and the secret that were shown when it was added',
    });
  }
}

/** What a device sent was not kept. */
export class NotKept extends Refused {
  constructor() {
    super('DEVICES_NOT_KEPT', 'nobody who lives there may be told of by this, or it is no reading', {
      help: 'see the log of the device',
    });
  }
}

/** More than a device may tell. */
export class TooOften extends Unavailable {
  constructor() {
    super('DEVICES_TOO_OFTEN', 'this was not taken, or too often', { help: 'wait a second and send it again' });
  }
}

/** Neither can stand in the place of the other. */
export class NotReplaceable extends Misuse {
  constructor() {
    super(
      'DEVICES_NOT_REPLACEABLE',
      'only a device behind a gateway takes the place of another, and no gateway is replaced',
      {
        help: 'pair the new device with its gateway first, and choose it then',
        path: '/by',
      },
    );
  }
}

/** Something was folded while it was read, so that a part could be there twice or not at all. */
export class ExportInterrupted extends Unavailable {
  constructor() {
    super('DEVICES_EXPORT_INTERRUPTED', 'this was broken off before it was whole', { help: 'fetch it again' });
  }
}
