import { type Consents, say } from '@kept/policy';

const consent = { kind: 'consent', ground: 'dpv:ExpressedConsent' } as const;
const explicit = { kind: 'explicit', ground: 'dpv:ExplicitlyExpressedConsent' } as const;
const separate = { kind: 'separate', ground: 'dpv:ExplicitlyExpressedConsent' } as const;

/** Every question a person is asked, each for one matter; only a yes counts. */
export const consents = {
  location: {
    label: say('大概的位置', '大概的位置', 'Rough location'),
    question: say(
      '要不要让App知道你大概在哪一带？',
      '要不要讓App知道你大概在哪一帶？',
      'May the app know roughly where you are?',
    ),
    consequence: say(
      '看不到室外温度；信息存在哪里，按你说的住处定。',
      '看不到室外溫度；資料存在哪裡，依你說的住處決定。',
      'You do not see how warm it is outside; where your data lives goes by where you say you live.',
    ),
    ...consent,
    clause: '3.1.1',
  },
  verification: {
    label: say('到第三方核实', '向第三方核實', 'Checking with others'),
    question: say(
      '要不要授权我们到合法的第三方核实你的手机号码？',
      '要不要授權我們向合法的第三方核實你的手機號碼？',
      'May we check your mobile number with a lawful source?',
    ),
    consequence: say(
      '要核实过才行的服务用不了，别的照旧。',
      '要核實過才行的服務不能用，其他照舊。',
      'Services that need the check stay shut; all else stays the same.',
    ),
    ...consent,
    clause: '3.1.3.1',
  },
  'handset-functions': {
    label: say('手机的功能', '手機的功能', 'Functions of your phone'),
    question: say(
      '要不要让App看手机的Wi-Fi状态？',
      '要不要讓App看手機的Wi-Fi狀態？',
      'May the app see the state of your phone’s Wi-Fi?',
    ),
    consequence: say(
      '要用到它的那部分不好用，别的照旧。',
      '要用到它的那部分不好用，其他照舊。',
      'What needs it works less well; all else stays the same.',
    ),
    ...consent,
    clause: '7',
  },
  statistics: {
    label: say('统计和改进', '統計與改進', 'Figures and improvement'),
    question: say(
      '要不要让我们数一数、看一看设备和App是怎么用的，好把产品做好？',
      '要不要讓我們數一數、看一看裝置和App是怎麼用的，好把產品做好？',
      'May we count and see how devices and app are used, to make products better?',
    ),
    consequence: say(
      '不数你这一份，别的照旧。',
      '不數你這一份，其他照舊。',
      'You are left out; all else stays the same.',
    ),
    ...consent,
    clause: '3.2.9',
  },
  marketing: {
    label: say('推广', '推廣', 'Promotions'),
    question: say(
      '要不要收我们的推广和活动消息？',
      '要不要收我們的推廣和活動訊息？',
      'May we send you promotions and news?',
    ),
    consequence: say('不发，别的照旧。', '不寄，其他照舊。', 'None are sent; all else stays the same.'),
    ...consent,
    clause: '3.2.4',
  },
  'interest-ads': {
    label: say('按兴趣推的广告', '依興趣推的廣告', 'Adverts by interest'),
    question: say(
      '要不要让广告商按你在本站和别的网站的活动、兴趣给你推广告？',
      '要不要讓廣告商依你在本站和別的網站的活動、興趣推廣告給你？',
      'May advertising companies show you adverts by what you do and like, here and on other sites?',
    ),
    consequence: say(
      '不按你的兴趣推，别的照旧。',
      '不依你的興趣推，其他照舊。',
      'Adverts are not chosen by your interests; all else stays the same.',
    ),
    ...explicit,
    clause: '3.3.3',
  },
  'cookie-statistics': {
    label: say('统计用的Cookie', '統計用的Cookie', 'Cookies for statistics'),
    question: say(
      '要不要让我们看看网站上大家在做什么？',
      '要不要讓我們看看網站上大家在做什麼？',
      'May we see what visitors do on the site?',
    ),
    consequence: say(
      '不计你这一份，别的照旧。',
      '不計你這一份，其他照舊。',
      'You are not counted; all else stays the same.',
    ),
    ...consent,
    clause: '3.3.1',
  },
  'app-analytics': {
    label: say('App里的分析', 'App裡的分析', 'Analytics in the app'),
    question: say(
      '要不要让分析软件看看App跑得怎么样？',
      '要不要讓分析軟體看看App跑得如何？',
      'May analytics see how the app runs?',
    ),
    consequence: say(
      '不计你这一份，别的照旧。',
      '不計你這一份，其他照舊。',
      'You are not counted; all else stays the same.',
    ),
    ...consent,
    clause: '3.3.4',
  },
  'local-storage': {
    label: say('记住偏好', '記住偏好', 'Remembering preferences'),
    question: say(
      '要不要让网站在你的机器上记住偏好？',
      '要不要讓網站在你的機器上記住偏好？',
      'May the site remember your preferences on your machine?',
    ),
    consequence: say('每次来自己重设。', '每次來自己重設。', 'You set them again at each visit.'),
    ...consent,
    clause: '3.3.5',
  },
  'device-sharing': {
    label: say('跟人共用设备', '跟人共用裝置', 'Sharing a device'),
    question: say(
      '要不要让你选的那个人看到设备、看到你的昵称？',
      '要不要讓你選的那個人看到裝置、看到你的暱稱？',
      'May the person you picked see the device and your nickname?',
    ),
    consequence: say('设备只有你自己用。', '裝置只有你自己用。', 'The device stays yours alone.'),
    ...explicit,
    clause: '4.1',
  },
  'sign-in-elsewhere': {
    label: say('拿智米账号登录别处', '拿智米帳號登入別處', 'Signing in elsewhere'),
    question: say(
      '要不要让你登录的那个平台拿到你的昵称和头像？',
      '要不要讓你登入的那個平台拿到你的暱稱和大頭貼？',
      'May the platform you sign in to have your nickname and picture?',
    ),
    consequence: say('换别的账号登录那边。', '換別的帳號登入那邊。', 'You sign in there another way.'),
    ...explicit,
    clause: '4.1',
  },
  'device-linking': {
    label: say('把设备接到别的平台', '把裝置接到別的平台', 'Connecting a device elsewhere'),
    question: say(
      '要不要让你选的平台拿到设备的名称、编号和型号？',
      '要不要讓你選的平台拿到裝置的名稱、編號和型號？',
      'May the platform you chose have the device’s name, ID and model?',
    ),
    consequence: say('不接，设备照用。', '不接，裝置照用。', 'It is not connected there and works all the same.'),
    ...explicit,
    clause: '4.1',
  },
  publication: {
    label: say('公开发布', '公開發布', 'Making public'),
    question: say('要不要把你发的给所有人看？', '要不要把你發的給所有人看？', 'May everybody see what you post?'),
    consequence: say('只有你看得见。', '只有你看得到。', 'Only you can see it.'),
    ...separate,
    clause: '12.2',
  },
  'transfer-abroad': {
    label: say('送出中国大陆', '送出中國大陸', 'Leaving mainland China'),
    question: say(
      '要不要准许把你存在中国大陆的信息，交给可能在境外的服务方？',
      '要不要准許把你存在中國大陸的資料，交給可能在境外的服務方？',
      'May data of yours that is kept in mainland China go to those who may be abroad?',
    ),
    consequence: say(
      '一样不出去；要靠境外服务方的那几样用不了。',
      '一樣都不出去；要靠境外服務方的那幾項不能用。',
      'Nothing leaves; the few things that need somebody who may be abroad do not work.',
    ),
    ...separate,
    clause: '9',
  },
  guardian: {
    label: say('监护人同意', '監護人同意', 'A guardian’s yes'),
    question: say(
      '你是监护人，准不准许孩子用智米、让智米处理孩子的信息？',
      '你是監護人，准不准許孩子用智米、讓智米處理孩子的資料？',
      'You are the guardian: may the child use Smartmi, and may Smartmi handle the child’s data?',
    ),
    consequence: say(
      '孩子用不了；交上来的都删掉。',
      '孩子不能用；交上來的都刪掉。',
      'The child cannot use it, and whatever was given is deleted.',
    ),
    ...separate,
    by: 'guardian',
    clause: '10.1',
  },
} as const satisfies Consents;
