import type { ProblemWords } from '@kept/web/screens';

/** What the refusals of this service mean. */
export const problems: ProblemWords = {
  'zh-Hans': {
    COMMUNITY_TOO_MANY: '短时间里写得太多了，过几分钟再来。',
    COMMUNITY_PICTURE_NOT_FOUND: '有一张图片放不进这篇帖子，请重新选图。',
    COMMUNITY_SAME_MODERATOR: '这是你处理的，申诉要由同事来看。',
    COMMUNITY_NO_APPEAL: '已经不能申诉了。觉得我们违规，可以在“我的数据”里投诉。',
    COMMUNITY_TOO_MANY_FOLLOWED: '最多关注 1000 个人，先取消几个吧。',
    COMMUNITY_OWN: '这是你自己写的，直接撤下就好。',
  },
  'zh-Hant': {
    COMMUNITY_TOO_MANY: '短時間裡寫得太多了，過幾分鐘再來。',
    COMMUNITY_PICTURE_NOT_FOUND: '有一張圖片放不進這篇貼文，請重新選圖。',
    COMMUNITY_SAME_MODERATOR: '這是你處理的，申覆要由同事來看。',
    COMMUNITY_NO_APPEAL: '已經不能申覆了。覺得我們違規，可以在「我的資料」裡申訴。',
    COMMUNITY_TOO_MANY_FOLLOWED: '最多追蹤 1000 個人，先取消幾個吧。',
    COMMUNITY_OWN: '這是你自己寫的，直接撤下就好。',
  },
  en: {
    COMMUNITY_TOO_MANY: 'You have written a great deal in a short while. Wait a few minutes.',
    COMMUNITY_PICTURE_NOT_FOUND: 'One of the pictures cannot be put into this post. Choose it again.',
    COMMUNITY_SAME_MODERATOR: 'You decided this. A colleague has to look at the appeal.',
    COMMUNITY_NO_APPEAL: 'It is too late to appeal. If you think that we broke a rule, complain under My data.',
    COMMUNITY_TOO_MANY_FOLLOWED: 'You follow 1,000 people, which is the most. Follow somebody no more first.',
    COMMUNITY_OWN: 'You wrote this yourself. Take it down instead.',
  },
};
