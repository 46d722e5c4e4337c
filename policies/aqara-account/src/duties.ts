import { type Cookies, type Measures, say } from '@kept/policy';

/** Nobody under fourteen; what arrived without a guardian's yes is erased. */
export const ages = [
  {
    below: 14,
    rule: 'no-account',
    found: 'erase',
    eraseWithin: { count: 3, unit: 'day', said: 'reasonable' },
    clause: '8.1',
  },
] as const;

/** What no purpose of this policy may be: the text has no such purpose, and nothing beyond it is done. */
export const prohibitions = [
  {
    label: say('不做营销，不投广告', '不做行銷，不投廣告', 'No marketing, no adverts'),
    purposes: ['dpv:Marketing', 'dpv:Advertising'],
    clause: '1',
  },
  {
    label: say('不卖你的信息', '不賣你的資料', 'Nothing of yours is sold'),
    purposes: ['dpv:SellDataToThirdParties', 'dpv:SellInsightsFromData', 'dpv:CommercialPurpose'],
    clause: '4.2',
  },
  {
    label: say('不把你的信息整个转给别家', '不把你的資料整個轉給別家', 'Nothing of yours is handed over'),
    purposes: ['kept:BusinessTransfer'],
    clause: '4.3',
  },
  {
    label: say('不公布违规的是谁', '不公布違規的是誰', 'No naming of who broke a rule'),
    purposes: ['kept:ViolationDisclosure'],
    clause: '4.4.2',
  },
  {
    label: say('客服记录不作别的用', '客服紀錄不作別的用', 'Support records serve nothing but support'),
    purposes: [
      'dpv:ImproveInternalCRMProcesses',
      'dpv:ImproveExistingProductsAndServices',
      'dpv:ResearchAndDevelopment',
      'dpv:ServiceUsageAnalytics',
      'dpv:Personalisation',
    ],
    fields: ['support-text', 'support-picture', 'support-audio-video', 'support-voice', 'support-call'],
    clause: '2.1.5',
  },
  {
    label: say('客服记录不公开', '客服紀錄不公開', 'Support records are never made public'),
    actions: ['disclose'],
    fields: ['support-text', 'support-picture', 'support-audio-video', 'support-voice', 'support-call'],
    clause: '2.1.5',
  },
] as const;

/** When data was breached. The text says “in time”; the numbers are ours, and the notes say so. */
export const breach = {
  parts: ['situation', 'impact', 'measures', 'advice', 'remedies'],
  channels: ['email', 'letter', 'phone', 'push'],
  within: { count: 72, unit: 'hour', said: 'reasonable' },
  fallback: 'announcement',
  authority: { count: 4, unit: 'hour', said: 'law' },
  clause: '5.4',
} as const;

export const changes = {
  channels: ['email', 'site', 'app'],
  effective: 'on-notice',
  askAgain: ['more-data', 'new-purpose'],
  continuedUse: 'said-to-accept',
  clause: '8.2',
} as const;

export const cookies = {
  session: {
    label: say('登录Cookie', '登入Cookie', 'Sign-in cookie'),
    technology: ['cookie'],
    party: 'first',
    use: 'necessary',
    why: say(
      '让你登录着，不用每翻一页就输一次密码',
      '讓你維持登入，不必每翻一頁就輸一次密碼',
      'Keeps you signed in from page to page',
    ),
    clause: '3',
  },
  preferences: {
    label: say('偏好Cookie', '偏好Cookie', 'Preference cookie'),
    technology: ['cookie'],
    party: 'first',
    use: 'preferences',
    why: say('记住你的偏好', '記住你的偏好', 'Remembers your preferences'),
    consent: 'cookie-preferences',
    clause: '3',
  },
  statistics: {
    label: say(
      '统计Cookie、像素标签和网站信标',
      '統計Cookie、像素標籤與網站信標',
      'Cookies, pixels and beacons for statistics',
    ),
    technology: ['cookie', 'pixel', 'beacon'],
    party: 'first',
    use: 'statistics',
    why: say(
      '看看哪些部分有人用，好去改进',
      '看看哪些部分有人用，好去改進',
      'Shows which parts are used, so that they can be made better',
    ),
    consent: 'cookie-statistics',
    clause: '3',
  },
} as const satisfies Cookies;

export const cookieControl = {
  how: say(
    '在浏览器的隐私设置里，随时能看、能删、能拦；也可以在“我的选择”里改。',
    '在瀏覽器的隱私權設定裡，隨時能看、能刪、能擋；也可以在「我的選擇」裡改。',
    'See, delete or block them in your browser’s privacy settings at any time, or change your answer under Choices.',
  ),
  clause: '3',
} as const;

export const measures = {
  staff: {
    label: say('员工和代理也得照办', '員工與代理也得照辦', 'Staff and agents are bound to this as well'),
    dpv: ['dpv:ConfidentialityAgreement'],
    clause: '1',
  },
  procedures: {
    label: say(
      '技术、机房和管理一起防',
      '技術、機房與管理一起防護',
      'Technical, physical and organisational protection',
    ),
    dpv: ['dpv:PhysicalMeasure', 'dpv:AccessControlMethod', 'dpv:SecurityProcedure'],
    clause: '5.1',
  },
  encryption: {
    label: say('路上加密', '傳輸加密', 'Encryption on the way'),
    dpv: ['dpv:EncryptionInTransfer'],
    clause: '5.2',
  },
  'second-step': {
    label: say('登录可以多验一道', '登入可以多驗一道', 'A second step at sign-in'),
    dpv: ['dpv:MultiFactorAuthentication'],
    clause: '5.2',
  },
  desensitisation: {
    label: say(
      '海外的信息，先脱敏再回传',
      '海外的資料，先去識別再回傳',
      'Data from abroad is stripped of who it is about before it comes back',
    ),
    dpv: ['kept:Desensitisation'],
    clause: '5.2',
  },
  storage: {
    label: say('放在受管控的服务器上', '放在受管控的伺服器上', 'Servers in controlled facilities'),
    dpv: ['dpv:PhysicalSecureStorage'],
    clause: '5.2',
  },
  classification: {
    label: say('按重要和敏感程度分级', '依重要與敏感程度分級', 'Data is classed by importance and sensitivity'),
    dpv: ['kept:DataClassification'],
    clause: '5.2',
  },
  password: {
    label: say('登录要密码', '登入要密碼', 'Sign-in takes a password'),
    dpv: ['dpv:PasswordAuthentication'],
    clause: '5.3',
  },
  processors: {
    label: say(
      '跟代办的人签约，只给办事用得着的',
      '跟代辦的人簽約，只給辦事用得到的',
      'Contracts with those who work for us, who get only what the job takes',
    ),
    dpv: ['dpv:ControllerProcessorAgreement', 'dpv:Pseudonymisation'],
    clause: '4.1',
  },
  kits: {
    label: say(
      '接进来的工具包，先查再盯',
      '接進來的開發套件，先查再盯',
      'Software kits of others are checked and watched',
    ),
    dpv: ['dpv:ThirdPartySecurityProcedures', 'dpv:ActivityMonitoring'],
    clause: '4.2',
  },
} as const satisfies Measures;
