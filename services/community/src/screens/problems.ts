import type { ProblemWords } from '@kept/web/screens';

/** What the refusals of this service mean. */
export const problems: ProblemWords = {
  'zh-Hans': {
    COMMUNITY_TOO_MANY: '短时间里写得太多了，过几分钟再来。',
    COMMUNITY_PICTURE_NOT_FOUND: '有一张图片放不进这篇帖子，请重新选图。',
  },
  'zh-Hant': {
    COMMUNITY_TOO_MANY: '短時間裡寫得太多了，過幾分鐘再來。',
    COMMUNITY_PICTURE_NOT_FOUND: '有一張圖片放不進這篇貼文，請重新選圖。',
  },
  en: {
    COMMUNITY_TOO_MANY: 'You have written a great deal in a short while. Wait a few minutes.',
    COMMUNITY_PICTURE_NOT_FOUND: 'One of the pictures cannot be put into this post. Choose it again.',
  },
};
