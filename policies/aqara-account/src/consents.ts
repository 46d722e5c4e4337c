import { type Consents, say } from '@kept/policy';

/** Every question a person is asked, each for one matter. Silence, or going on using the service, answers none of them. */
export const consents = {
  profile: {
    label: say('个人资料', '個人檔案', 'Your profile'),
    question: say(
      '要不要把你填的资料存进账号？',
      '要不要把你填的資料存進帳戶？',
      'May we keep in your account what you fill in about yourself?',
    ),
    consequence: say(
      '资料空着，账号照样用；离不开资料的少数功能用不了。',
      '資料空著，帳戶照用；少數要靠資料的功能不能用。',
      'The profile stays empty and the account works all the same, but for a few extras built on it.',
    ),
    kind: 'consent',
    ground: 'pipl:A13-1-1',
    clause: '2.1.2',
  },
  location: {
    label: say('预约时用位置', '預約時使用位置', 'Location when booking'),
    question: say(
      '预约时，要不要让手机报出你在哪里？',
      '預約時，要不要讓手機告知你在哪裡？',
      'When you book, may your phone tell us where you are?',
    ),
    consequence: say(
      '自己填地址就行，照样能约。',
      '自己填地址就好，照樣能約。',
      'You type the address yourself and book all the same.',
    ),
    kind: 'consent',
    ground: 'pipl:A13-1-1',
    clause: '2.1.3',
  },
  support: {
    label: say('客服记录', '客服紀錄', 'Support records'),
    question: say(
      '要不要把你和客服说的话、发的图、打的电话留下来？',
      '要不要把你和客服說的話、傳的圖、打的電話留下來？',
      'May we keep what you write, send and say to support?',
    ),
    consequence: say(
      '不留底，也就接不了在线客服；写邮件给我们照样有人回。',
      '不留底，就無法使用線上客服；寫電子郵件給我們照樣有人回。',
      'Nothing is kept, so online support cannot take you on; write to us by e-mail and somebody answers.',
    ),
    kind: 'separate',
    ground: 'pipl:A29',
    clause: '2.1.5',
  },
  'community-records': {
    label: say('社区记录', '社群紀錄', 'Community records'),
    question: say(
      '要不要记下你在社区看过、写过、赞过、收藏过什么？',
      '要不要記下你在社群看過、寫過、按過讚、收藏過什麼？',
      'May we remember what you read, write, like and save in the community?',
    ),
    consequence: say(
      '不记，社区照看，只是回头找不到自己的足迹。',
      '不記，社群照看，只是回頭找不到自己的足跡。',
      'Nothing is remembered. You can read on, but not look back at what you did.',
    ),
    kind: 'separate',
    ground: 'pipl:A29',
    clause: '2.1.6',
  },
  'community-interaction': {
    label: say('社区互动', '社群互動', 'Taking part in the community'),
    question: say(
      '要不要在社区发帖、私信、关注别人？',
      '要不要在社群發文、私訊、追蹤別人？',
      'May we keep your posts, messages and whom you follow, so that you can take part?',
    ),
    consequence: say(
      '只看，不发，不跟人往来。',
      '只看，不發文，不跟人往來。',
      'You read, but do not post or write to others.',
    ),
    kind: 'separate',
    ground: 'pipl:A29',
    clause: '2.1.6',
  },
  'public-disclosure': {
    label: say('公开发布', '公開發布', 'Making public'),
    question: say(
      '要不要把你发的帖子和视频，连同昵称和头像，摆给所有人看？',
      '要不要把你發的貼文和影片，連同暱稱和大頭貼，給所有人看？',
      'May everybody see your posts and videos, with your nickname and picture?',
    ),
    consequence: say(
      '帖子留在草稿里，只有你看得见。',
      '貼文留在草稿裡，只有你看得到。',
      'They stay drafts that only you can see.',
    ),
    kind: 'separate',
    ground: 'pipl:A25',
    clause: '4.4.1',
  },
  'transfer-abroad': {
    label: say('送出境', '送出境', 'Sending abroad'),
    question: say(
      '你搬到海外住了，要不要把账号和资料从中国大陆送到新加坡的机房，好在那边用？',
      '你搬到海外住了，要不要把帳戶和資料從中國大陸送到新加坡的機房，好在那邊用？',
      'If you have moved abroad: may your account and profile go from mainland China to our data centre in Singapore, so that you can use them there?',
    ),
    consequence: say(
      '一样不出去，账号照用。',
      '一樣都不出去，帳戶照用。',
      'Nothing leaves, and the account works all the same.',
    ),
    kind: 'separate',
    ground: 'pipl:A39',
    clause: '6.2',
  },
  certification: {
    label: say('企业认证', '公司認證', 'Certification'),
    question: say(
      '要不要交企业和负责人的信息，来做认证？',
      '要不要提供公司和負責人的資料，來做認證？',
      'May we check the details of your company and of those in charge, to certify it?',
    ),
    consequence: say(
      '平台照用，少解锁几样功能。',
      '平台照用，少開幾項功能。',
      'The platform works; a few functions stay locked.',
    ),
    kind: 'consent',
    ground: 'pipl:A13-1-1',
    clause: '2.2.2',
  },
  'certification-finance': {
    label: say('银行和税号', '銀行與稅號', 'Bank and tax number'),
    question: say(
      '要不要交开户银行、账户和税号？',
      '要不要提供開戶銀行、帳號和稅號？',
      'May we keep your bank, account and taxpayer number?',
    ),
    consequence: say(
      '认证照做，开票和要用到银行的功能先不开。',
      '認證照做，開發票和要用到銀行的功能先不開。',
      'Certification goes on; invoices and what needs a bank stay off.',
    ),
    kind: 'separate',
    ground: 'pipl:A29',
    clause: '2.2.2',
  },
  'e-signature': {
    label: say('电子合同', '電子合約', 'Electronic contracts'),
    question: say(
      '要不要把公司名称和电话交给法大大，用来签电子合同？',
      '要不要把公司名稱和電話交給法大大，用來簽電子合約？',
      'May Fadada have the company’s name and number, to sign contracts electronically?',
    ),
    consequence: say('改签纸质合同。', '改簽紙本合約。', 'You sign on paper.'),
    kind: 'separate',
    ground: 'pipl:A23',
    clause: '4.2.1',
  },
  'cookie-preferences': {
    label: say('记住偏好的Cookie', '記住偏好的Cookie', 'Cookies for preferences'),
    question: say(
      '要不要让网站记住你的偏好？',
      '要不要讓網站記住你的偏好？',
      'May the site remember your preferences?',
    ),
    consequence: say(
      '每次来都像头一回，别的照旧。',
      '每次來都像第一次，其他照舊。',
      'Each visit is like the first; all else stays the same.',
    ),
    kind: 'consent',
    ground: 'pipl:A13-1-1',
    clause: '3',
  },
  'cookie-statistics': {
    label: say('统计用的Cookie', '統計用的Cookie', 'Cookies for statistics'),
    question: say(
      '要不要让我们看看哪些页面有人用？',
      '要不要讓我們看看哪些頁面有人用？',
      'May we see which pages are used?',
    ),
    consequence: say(
      '不计你这一份，别的照旧。',
      '不計你這一份，其他照舊。',
      'You are not counted; all else stays the same.',
    ),
    kind: 'consent',
    ground: 'pipl:A13-1-1',
    clause: '3',
  },
} as const satisfies Consents;
