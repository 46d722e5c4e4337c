import { Misuse } from '@kept/kit';

/** A version that cannot be told cannot be checked afterwards. */
export class NoUpdate extends Misuse {
  constructor() {
    super('FIRMWARE_NO_UPDATE', 'for one of these devices no newer version is known, or it is being updated', {
      help: 'check it first',
      path: '/waves',
    });
  }
}
