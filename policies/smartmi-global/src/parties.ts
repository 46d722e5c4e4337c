import { EEA, type Jurisdictions, type Regions, type Roles, say } from '@kept/policy';

/** Who answers for the processing. Name, address and mailbox are the published text's own. */
export const controller = {
  name: '北京智米科技有限公司',
  address: '北京市海淀區朱房路66號順事嘉業創業園A棟6單元',
  officer: say('数据保护专员', '資料保護專員', 'The data protection officer'),
  contacts: [
    { channel: 'email', value: 'privacy@smartmiglobal.com' },
    { channel: 'post', value: '北京市海淀區朱房路66號順事嘉業創業園A棟6單元' },
  ],
  complaints: [],
  mention: '隱私權政策',
  clause: '11',
} as const;

export const scope = [
  { label: say('智米网站', '智米網站', 'The Smartmi site'), url: 'https://www.smartmiglobal.com', clause: '2' },
  { label: say('智米App', '智米App', 'The Smartmi app'), clause: '2' },
  { label: say('智米设备', '智米裝置', 'Smartmi devices'), clause: '2' },
] as const;

export const jurisdictions = {
  'mainland-china': {
    label: say('中国大陆', '中國大陸', 'Mainland China'),
    residences: ['CN'],
    laws: ['pipl:PIPL'],
    clause: '9',
  },
  russia: { label: say('俄罗斯', '俄羅斯', 'Russia'), residences: ['RU'], laws: ['kept:RU-152-FZ'], clause: '9' },
  eea: {
    label: say('欧洲经济区', '歐洲經濟區', 'European Economic Area'),
    residences: EEA,
    laws: ['legal-eu:law-GDPR'],
    clause: '9',
  },
  california: {
    label: say('加州', '加州', 'California'),
    residences: ['US-CA'],
    laws: ['legal-us:law-CA-CCPA', 'kept:COPPA'],
    clause: '12',
  },
  'united-states': {
    label: say('美国其他州', '美國其他州', 'Rest of the United States'),
    residences: ['US'],
    laws: ['kept:COPPA'],
    clause: '9',
  },
  elsewhere: { label: say('其他地方', '其他地方', 'Elsewhere'), residences: ['*'], clause: '9' },
} as const satisfies Jurisdictions;

/** Who the data is about. */
export const roles = {
  holder: { label: say('你自己', '你自己', 'You'), dpv: 'dpv:User' },
  household: { label: say('家里的人', '家裡的人', 'Somebody at home'), dpv: 'kept:HouseholdMember' },
  customer: { label: say('买东西的人', '買東西的人', 'Who buys'), dpv: 'dpv:Customer' },
  gifted: {
    label: say('收到东西的人', '收到東西的人', 'Who gets what was bought'),
    dpv: 'kept:MentionedPerson',
  },
  visitor: { label: say('访客', '訪客', 'A visitor'), dpv: 'dpv:Visitor' },
} as const satisfies Roles;

/** The five data centres. The text says Europe without a country; the notes say which. */
export const regions = {
  cn: { label: say('中国大陆', '中國大陸', 'mainland China'), country: 'CN', clause: '9' },
  us: { label: say('美国', '美國', 'the United States'), country: 'US', clause: '9' },
  eu: { label: say('欧洲', '歐洲', 'Europe'), country: 'DE', clause: '9' },
  ru: { label: say('俄罗斯', '俄羅斯', 'Russia'), country: 'RU', clause: '9' },
  sg: { label: say('新加坡', '新加坡', 'Singapore'), country: 'SG', clause: '9' },
} as const satisfies Regions;

export const residency = [
  { residence: 'CN', region: 'cn', clause: '9' },
  { residence: 'RU', region: 'ru', clause: '9' },
  { residence: 'US', region: 'us', clause: '9' },
  ...([...EEA, 'GB', 'CH'] as const).map((residence) => ({ residence, region: 'eu', clause: '9' }) as const),
  { residence: '*', region: 'sg', clause: '9' },
] as const;

/** What holds on the way out of each; out of mainland China two things at once. */
export const transfers = [
  { from: 'cn', to: '*', rule: 'separate-consent', consent: 'transfer-abroad', clause: '9' },
  { from: 'cn', to: '*', rule: 'safeguards', clause: '9' },
  { from: 'ru', to: '*', rule: 'safeguards', clause: '9' },
  { from: 'eu', to: '*', rule: 'standard-clauses', clause: '9' },
  { from: 'sg', to: '*', rule: 'safeguards', clause: '9' },
  { from: 'us', to: '*', rule: 'safeguards', clause: '9' },
] as const;
