import { type Consents, say } from '@kept/policy';

const consent = { kind: 'consent', ground: 'dpv:ExpressedConsent' } as const;
const separate = { kind: 'separate', ground: 'dpv:ExplicitlyExpressedConsent' } as const;

/** Every question a person is asked, each for one matter. The text asks for some of them; the notes say for which not. */
export const consents = {
  'payment-details': {
    label: say('付款信息', '付款資料', 'Payment details'),
    question: say(
      '要不要把银行账户、信用卡这些付款信息存下来？',
      '要不要把銀行帳戶、信用卡這些付款資料存下來？',
      'May we keep the bank account, card and other details you pay with?',
    ),
    consequence: say(
      '换别的付法，照样买得成。',
      '換別的付款方式，照樣買得成。',
      'Pay another way and buy all the same.',
    ),
    ...separate,
    clause: '3.1.1.2',
  },
  'credit-check': {
    label: say('信用核查', '信用查核', 'Credit check'),
    question: say('要不要查一查你的信用状况？', '要不要查一查你的信用狀況？', 'May we check your credit?'),
    consequence: say(
      '不查；要查过才行的付款方式用不了。',
      '不查；要查過才行的付款方式不能用。',
      'It is not checked; ways to pay that need it are not open.',
    ),
    ...separate,
    clause: '3.1.1.2',
  },
  location: {
    label: say('设备的大概位置', '裝置的大概位置', 'Roughly where your device is'),
    question: say(
      '要不要让设备报出它大概在哪一带？',
      '要不要讓裝置傳出它大概在哪一帶？',
      'May your device tell roughly where it is?',
    ),
    consequence: say(
      '跟位置有关的服务用不了，别的照旧。',
      '跟位置有關的服務不能用，其他照舊。',
      'What depends on the place does not work; all else stays the same.',
    ),
    ...consent,
    clause: '3.1.1.4',
  },
  survey: {
    label: say('问卷', '問卷', 'Surveys'),
    question: say(
      '要不要收到问卷，并留下你的回答？',
      '要不要收到問卷，並留下你的回答？',
      'May we invite you to surveys and keep your answers?',
    ),
    consequence: say('不邀，也不留。', '不邀請，也不留。', 'No invitations, and nothing is kept.'),
    ...consent,
    clause: '3.1.2.7',
  },
  personalisation: {
    label: say('照你的喜好推荐', '依你的喜好推薦', 'Recommendations made for you'),
    question: say(
      '要不要按你的语言、地区和职业，替你挑内容、调产品？',
      '要不要依你的語言、地區和職業，為你挑內容、調整產品？',
      'May your language, area and profession choose content and fit products to you?',
    ),
    consequence: say('看到的和大家一样。', '看到的和大家一樣。', 'You see what everybody sees.'),
    ...consent,
    clause: '3.1.2.5',
  },
  'personal-ads': {
    label: say('给你挑的广告', '為你挑的廣告', 'Adverts chosen for you'),
    question: say(
      '要不要按你的情况挑广告，并看看有没有用？',
      '要不要依你的情況挑廣告，並看看有沒有用？',
      'May adverts be chosen by what we know of you, and judged by it?',
    ),
    consequence: say(
      '不给你挑，也不计你这一份。',
      '不為你挑，也不計你這一份。',
      'None are chosen for you, and you are not counted.',
    ),
    ...consent,
    clause: '3.1.2.5',
  },
  improvement: {
    label: say('改进产品', '改進產品', 'Making products better'),
    question: say(
      '要不要让我们从手机识别号、语言、地区这些，看看怎样把产品做好？',
      '要不要讓我們從手機識別碼、語言、地區這些，看看怎樣把產品做好？',
      'May we learn from your handset’s number, language, area and the like how to make products better?',
    ),
    consequence: say(
      '不看你这一份，别的照旧。',
      '不看你這一份，其他照舊。',
      'You are left out; all else stays the same.',
    ),
    ...consent,
    clause: '3.1.2.7',
  },
  'experience-programme': {
    label: say('用户体验计划', '使用者體驗計畫', 'The User Experience Program'),
    question: say(
      '要不要加入用户体验计划，让我们看到App用得顺不顺、哪里出毛病？',
      '要不要加入使用者體驗計畫，讓我們看到App用得順不順、哪裡出問題？',
      'Do you want to join the User Experience Program and let us see how the app is used and where it fails?',
    ),
    consequence: say('不加入，什么都照旧。', '不加入，什麼都照舊。', 'You stay out; nothing else changes.'),
    ...consent,
    clause: '4',
  },
  'cookie-preferences': {
    label: say('记住语言的Cookie', '記住語言的Cookie', 'Cookies for your language'),
    question: say(
      '要不要让网站记住你要的语言？',
      '要不要讓網站記住你要的語言？',
      'May the site remember your language?',
    ),
    consequence: say('每次来自己选语言。', '每次來自己選語言。', 'You choose it at each visit.'),
    ...consent,
    clause: '3.2.2',
  },
  'cookie-statistics': {
    label: say('统计用的Cookie', '統計用的Cookie', 'Cookies for statistics'),
    question: say(
      '要不要让我们看看网站用得顺不顺？',
      '要不要讓我們看看網站用得順不順？',
      'May we see how well the site works for you?',
    ),
    consequence: say(
      '不计你这一份，别的照旧。',
      '不計你這一份，其他照舊。',
      'You are not counted; all else stays the same.',
    ),
    ...consent,
    clause: '3.2.2',
  },
  'mail-pixels': {
    label: say('邮件里的像素标签', '信裡的像素標籤', 'Pixels in mails'),
    question: say(
      '要不要让我们知道你有没有打开邮件，好少发你不看的？',
      '要不要讓我們知道你有沒有打開信，好少寄你不看的？',
      'May we see whether you open our mails, to send fewer of those you do not read?',
    ),
    consequence: say(
      '不看；不想收的，自己退订。',
      '不看；不想收的，自己取消訂閱。',
      'We do not look; unsubscribe from what you do not want.',
    ),
    ...consent,
    clause: '3.2.2',
  },
  'own-sharing': {
    label: say('送给亲友', '送給親友', 'Sending it to others'),
    question: say(
      '要不要把你选的这些送到亲友那里？',
      '要不要把你選的這些送到親友那裡？',
      'May what you picked go to the family and friends you named?',
    ),
    consequence: say(
      '留在你这里，谁也看不到。',
      '留在你這裡，誰也看不到。',
      'It stays with you and nobody else sees it.',
    ),
    ...consent,
    clause: '6',
  },
} as const satisfies Consents;
