import { type Cookies, type Figures, type Measures, type OptOuts, say } from '@kept/policy';

/** Nobody under thirteen; what arrived all the same is erased. */
export const ages = [
  {
    below: 13,
    rule: 'no-account',
    found: 'erase',
    eraseWithin: { count: 3, unit: 'day', said: 'reasonable' },
    clause: '9',
  },
] as const;

export const optOuts = {
  'experience-programme': {
    label: say('退出用户体验计划', '退出使用者體驗計畫', 'Leave the User Experience Program'),
    purposes: ['experience-programme'],
    how: say(
      '把“用户体验计划”的开关关掉。',
      '把「使用者體驗計畫」的開關關掉。',
      'Switch “User Experience Program” off.',
    ),
    clause: '4',
  },
  location: {
    label: say('不给位置，或者给得粗一点', '不給位置，或者給得粗一點', 'Give no location, or a coarser one'),
    purposes: ['place'],
    how: say(
      '在设备上换一种定位方式或定位服务器，关掉定位，或者把精度调低。',
      '在裝置上換一種定位方式或定位伺服器，關掉定位，或者把精度調低。',
      'On the device change the positioning method or server, turn it off, or lower its accuracy.',
    ),
    clause: '4',
  },
} as const satisfies OptOuts;

/** The handset's number and where the handset is: no purpose and no key brings them together. */
export const separations = [
  {
    label: say(
      '手机的识别号不和位置放在一起用，追踪不了你在哪里',
      '手機的識別碼不和位置放在一起用，追蹤不了你在哪裡',
      'The handset’s number is never used together with location, so that it cannot tell where you go',
    ),
    fields: ['handset-id', 'imei', 'crash-device-id'],
    from: ['coarse-location'],
    clause: '3.1.2.7',
  },
] as const;

export const figures = {
  development: {
    label: say('开发产品看的总数', '開發產品看的總數', 'Sums for developing products'),
    fields: ['language', 'zip-code', 'area-code', 'time-zone', 'profession'],
    purpose: 'improvement',
    seenBy: say('我们自己', '我們自己', 'ourselves'),
    clause: '3.1.2.3',
  },
  programme: {
    label: say('用户体验计划的统计', '使用者體驗計畫的統計', 'Figures of the User Experience Program'),
    fields: ['internet-use', 'app-habits', 'app-problems'],
    purpose: 'experience-programme',
    seenBy: say('我们自己', '我們自己', 'ourselves'),
    clause: '3.2.2',
  },
  trends: {
    label: say('产品和服务的总体趋势', '產品與服務的整體趨勢', 'Trends of products and services'),
    fields: ['language', 'zip-code', 'area-code', 'time-zone', 'profession'],
    purpose: 'improvement',
    seenBy: say('公众和合作方', '大眾與合作夥伴', 'the public and partners'),
    clause: '6.4',
  },
} as const satisfies Figures;

/** “Unless you expressly agree” and “unless we tell you” are not the same; the notes say which holds. */
export const changes = {
  channels: ['email', 'site'],
  effective: 'not-mentioned',
  askAgain: ['new-purpose', 'fewer-rights'],
  continuedUse: 'not-mentioned',
  clause: '10',
} as const;

export const cookies = {
  preferences: {
    label: say('记住语言的Cookie', '記住語言的Cookie', 'Language cookie'),
    technology: ['cookie'],
    party: 'first',
    use: 'preferences',
    why: say('用你要的语言显示', '用你要的語言顯示', 'Shows things in your language'),
    consent: 'cookie-preferences',
    clause: '3.2.2',
  },
  statistics: {
    label: say(
      '统计用的Cookie、像素标签和网络信标',
      '統計用的Cookie、像素標籤與網站信標',
      'Cookies, pixels and beacons for statistics',
    ),
    technology: ['cookie', 'pixel', 'beacon'],
    party: 'first',
    use: 'statistics',
    why: say('看看服务好不好用', '看看服務好不好用', 'Shows how well the service works'),
    consent: 'cookie-statistics',
    clause: '3.2.2',
  },
  mail: {
    label: say('邮件里的像素标签', '信裡的像素標籤', 'Pixel in a mail'),
    technology: ['pixel'],
    party: 'first',
    use: 'statistics',
    why: say(
      '让邮件好读，也知道有没有打开；没人看的就少发或不发',
      '讓信好讀，也知道有沒有打開；沒人看的就少寄或不寄',
      'Makes a mail readable and tells whether it is opened, so that fewer are sent, or none',
    ),
    consent: 'mail-pixels',
    clause: '3.2.2',
  },
  advertising: {
    label: say('广告里的Cookie和信标', '廣告裡的Cookie與信標', 'Cookies and beacons in adverts'),
    technology: ['cookie', 'pixel', 'beacon'],
    party: 'first',
    use: 'advertising',
    why: say('给你挑广告，看广告有没有用', '為你挑廣告，看廣告有沒有用', 'Chooses adverts for you and judges them'),
    consent: 'personal-ads',
    clause: '3.2.1',
  },
  'web-log': {
    label: say('服务器日志', '伺服器紀錄檔', 'Server log'),
    technology: ['log-file'],
    party: 'first',
    use: 'necessary',
    why: say(
      '记下每一次访问，让网站正常运行',
      '記下每一次造訪，讓網站正常運作',
      'Notes each visit, to keep the site running',
    ),
    clause: '3.2.1',
  },
} as const satisfies Cookies;

export const cookieControl = {
  how: say(
    '在浏览器里可以拒绝、接受、随时删掉，也可以让它写Cookie前先告诉你；在“我的选择”里也能改。',
    '在瀏覽器裡可以拒絕、接受、隨時刪掉，也可以讓它寫Cookie前先告訴你；在「我的選擇」裡也能改。',
    'In your browser you can refuse or accept them, delete them at any time, or be told when one is written; or change your answer under Choices.',
  ),
  clause: '4',
} as const;

export const measures = {
  transit: {
    label: say('很多服务用SSL加密', '很多服務用SSL加密', 'Many services are encrypted with SSL'),
    dpv: ['dpv:EncryptionInTransfer'],
    clause: '7',
  },
  storage: {
    label: say('存着也加密，路上全程加密', '存放也加密，傳輸全程加密', 'Encrypted where it rests and all the way'),
    dpv: ['dpv:EncryptionAtRest', 'dpv:EncryptionInTransfer'],
    clause: '7',
  },
  'person-held': {
    label: say('有些加密的内容只有你自己打得开', '有些加密的內容只有你自己打得開', 'Some of it only you can open'),
    dpv: ['kept:PersonHeldKeyEncryption'],
    clause: '7',
  },
  review: {
    label: say(
      '查收集、存放和处理的做法，机房也查',
      '查蒐集、存放和處理的做法，機房也查',
      'How data is taken, kept and used is reviewed, buildings included',
    ),
    dpv: ['dpv:ReviewProcedure', 'dpv:PhysicalMeasure'],
    clause: '7',
  },
  access: {
    label: say(
      '只有签了保密约的员工和代办的人能碰',
      '只有簽了保密約定的員工和代辦的人能碰',
      'Only staff and helpers bound to confidence may touch it',
    ),
    dpv: ['dpv:AccessControlMethod', 'dpv:ConfidentialityAgreement'],
    clause: '7',
  },
  discipline: {
    label: say(
      '不守的，依法追究或不再共事',
      '不守的，依法追究或不再合作',
      'Who breaks that answers for it by law, or is let go',
    ),
    dpv: ['kept:DisciplinaryConsequence'],
    clause: '7',
  },
} as const satisfies Measures;
