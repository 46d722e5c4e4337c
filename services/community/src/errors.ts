import { Misuse } from '@kept/kit';

/** More in ten minutes than anybody writes by hand. */
export class TooMany extends Misuse {
  constructor() {
    super('COMMUNITY_TOO_MANY', 'too much was written in a short while', { help: 'wait a few minutes' });
  }
}

/** A picture that is not there, is another’s, or stands in a post already. */
export class NoSuchPicture extends Misuse {
  constructor() {
    super('COMMUNITY_PICTURE_NOT_FOUND', 'one of the pictures cannot be put into this post', {
      help: 'send it again',
      path: '/pictures',
    });
  }
}
