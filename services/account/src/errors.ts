import { Misuse } from '@kept/kit';

/** The notice that a person was shown is not the one in force. */
export class NoticeChanged extends Misuse {
  constructor() {
    super('ACCOUNT_NOTICE_CONFLICT', 'the privacy notice has changed since it was shown', {
      help: 'show the present notice and ask again',
      path: '/notice',
    });
  }
}
