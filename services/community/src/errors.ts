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

/** Nobody looks twice at what they decided. */
export class SameModerator extends Misuse {
  constructor() {
    super('COMMUNITY_SAME_MODERATOR', 'an appeal is looked at by a second moderator', {
      help: 'ask a colleague to look at it',
    });
  }
}

/** It was appealed against once, or the time for that is over. */
export class NoAppeal extends Misuse {
  constructor() {
    super('COMMUNITY_NO_APPEAL', 'this decision cannot be appealed against any more', {
      help: 'complain under My data, if you think that we broke a rule',
    });
  }
}

/** What one has written oneself can be taken down. */
export class OwnPiece extends Misuse {
  constructor() {
    super('COMMUNITY_OWN', 'this was written by yourself', { help: 'take it down instead' });
  }
}

/** A feed is put together from all of them each time. */
export class TooManyFollowed extends Misuse {
  constructor() {
    super('COMMUNITY_TOO_MANY_FOLLOWED', 'at most 1,000 people can be followed', { help: 'follow somebody no more' });
  }
}
