import type { ProblemWords } from '@kept/web/screens';

/** What the refusals of this service mean. */
export const problems: ProblemWords = {
  'zh-Hans': {
    BOOKING_TIME_TAKEN: '这个时间刚刚被别人约走了，换一个吧。',
    BOOKING_NOT_OFFERED: '这个时间约不了，换一个吧。',
    BOOKING_ADDRESS_MISSING: '上门要填地区和地址；不想填，可以改成到店。',
    BOOKING_ENOUGH: '最多同时约 5 次，先取消一个再约。',
  },
  'zh-Hant': {
    BOOKING_TIME_TAKEN: '這個時間剛剛被別人約走了，換一個吧。',
    BOOKING_NOT_OFFERED: '這個時間不能約，換一個吧。',
    BOOKING_ADDRESS_MISSING: '到府要填地區和地址；不想填，可以改成到店。',
    BOOKING_ENOUGH: '最多同時約 5 次，先取消一個再約。',
  },
  en: {
    BOOKING_TIME_TAKEN: 'Somebody has just taken this time. Please choose another.',
    BOOKING_NOT_OFFERED: 'The store offers no visit at this time. Please choose another.',
    BOOKING_ADDRESS_MISSING: 'A visit at home needs an area and an address. Or come to the store.',
    BOOKING_ENOUGH: 'You have five visits to come. Call one off before you book another.',
  },
};
