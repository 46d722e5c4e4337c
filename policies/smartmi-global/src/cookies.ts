import { type Cookies, say } from '@kept/policy';

/** 3.3, item by item. */
export const cookies = {
  site: {
    label: say('网站上的Cookie、标签和脚本', '網站上的Cookie、標籤與指令碼', 'Cookies, tags and scripts on the site'),
    technology: ['cookie', 'pixel', 'script'],
    party: 'first',
    use: 'statistics',
    why: say(
      '看趋势、管网站、看大家做什么、是哪些人',
      '看趨勢、管網站、看大家做什麼、是哪些人',
      'Show trends, run the site, tell what visitors do and who they are as a crowd',
    ),
    consent: 'cookie-statistics',
    clause: '3.3.1',
  },
  'web-log': {
    label: say('网站日志', '網站紀錄檔', 'The site’s log'),
    technology: ['log-file'],
    party: 'first',
    use: 'necessary',
    why: say(
      '记下每次访问，不跟你连起来',
      '記下每次造訪，不跟你連起來',
      'Notes each visit, linked to nothing about you',
    ),
    clause: '3.3.2',
  },
  adverts: {
    label: say('广告商的Cookie', '廣告商的Cookie', 'Advertising companies’ cookies'),
    technology: ['cookie', 'pixel', 'script'],
    party: 'third',
    use: 'advertising',
    why: say('按你的活动和兴趣推广告', '依你的活動和興趣推廣告', 'Choose adverts by what you do and like'),
    consent: 'interest-ads',
    clause: '3.3.3',
  },
  'app-analytics': {
    label: say('App里的分析软件', 'App裡的分析軟體', 'Analytics in the app'),
    technology: ['analytics-kit'],
    party: 'first',
    use: 'statistics',
    why: say('看App跑得怎么样', '看App跑得如何', 'See how the app runs'),
    consent: 'app-analytics',
    clause: '3.3.4',
  },
  'local-storage': {
    label: say('本地存储', '本機儲存', 'Local storage'),
    technology: ['local-storage'],
    party: 'first',
    use: 'preferences',
    why: say('记住内容和偏好', '記住內容和偏好', 'Remembers content and preferences'),
    consent: 'local-storage',
    clause: '3.3.5',
  },
  'local-storage-functions': {
    label: say('第三方功能的本地存储', '第三方功能的本機儲存', 'Local storage of third parties’ features'),
    technology: ['local-storage'],
    party: 'third',
    use: 'preferences',
    why: say('让第三方提供的功能能用', '讓第三方提供的功能能用', 'Lets features of third parties work'),
    consent: 'local-storage',
    clause: '3.3.5',
  },
  'local-storage-adverts': {
    label: say('第三方广告的本地存储', '第三方廣告的本機儲存', 'Local storage of third parties’ adverts'),
    technology: ['local-storage'],
    party: 'third',
    use: 'advertising',
    why: say('按你看过的网页放广告', '依你看過的網頁放廣告', 'Chooses adverts by the pages you saw'),
    consent: 'interest-ads',
    clause: '3.3.5',
  },
} as const satisfies Cookies;

export const cookieControl = {
  how: say(
    '在浏览器里随时能管、能删、能拦；存在本地的，浏览器自带工具；也可以在“我的选择”里改。',
    '在瀏覽器裡隨時能管、能刪、能擋；存在本機的，瀏覽器有內建工具；也可以在「我的選擇」裡改。',
    'Manage, delete or block them in your browser at any time, which has its own tools for local storage too; or change your answer under Choices.',
  ),
  consequence: say(
    '全拦了，每次来网站都得重设一遍。',
    '全擋了，每次來網站都得重設一遍。',
    'With all of them blocked, you set things again at each visit.',
  ),
  url: 'https://www.aboutcookies.org',
  clause: '3.3',
} as const;
