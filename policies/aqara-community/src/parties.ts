import { type Jurisdictions, type Regions, type Roles, say } from '@kept/policy';

const address =
  'Room 801-806, 8th Floor, Jinyu Zhigu Building, Liuxian Avenue, Nanshan District, Shenzhen, China' as const;

/** Who answers for the processing. Names and addresses are the published text's own; it has no telephone and no period. */
export const controller = {
  name: 'Lumi United Technology Co., Ltd.',
  address,
  officer: say('数据保护官', '資料保護長', 'Data Protection Officer'),
  contacts: [
    { channel: 'email', value: 'privacy@lumiunited.com' },
    { channel: 'post', value: address },
  ],
  complaints: [],
  mention: 'Privacy Policy',
  clause: '13',
} as const;

export const scope = [
  {
    label: say(
      'Aqara社区，在网站、手机和别的设备上',
      'Aqara社群，在網站、手機和其他裝置上',
      'The Aqara Community, on its site, on a phone and on any other device',
    ),
    clause: '2',
  },
] as const;

/** The text names no country's law: it goes by the data protection law of wherever somebody lives. */
export const jurisdictions = {
  everywhere: { label: say('你住的地方', '你住的地方', 'Where you live'), residences: ['*'], clause: '2' },
} as const satisfies Jurisdictions;

export const roles = { member: { label: say('你自己', '你自己', 'You'), dpv: 'dpv:User' } } as const satisfies Roles;

/** The six countries in which the text has data centres. */
export const regions = {
  cn: { label: say('中国大陆', '中國大陸', 'Mainland China'), country: 'CN', clause: '8' },
  in: { label: say('印度', '印度', 'India'), country: 'IN', clause: '8' },
  ru: { label: say('俄罗斯', '俄羅斯', 'Russia'), country: 'RU', clause: '8' },
  sg: { label: say('新加坡', '新加坡', 'Singapore'), country: 'SG', clause: '8' },
  us: { label: say('美国', '美國', 'the United States'), country: 'US', clause: '8' },
  de: { label: say('德国', '德國', 'Germany'), country: 'DE', clause: '8' },
} as const satisfies Regions;

/** The text does not say whose data is where: each at home, everybody else where the law protects most (see the notes). */
export const residency = [
  { residence: 'CN', region: 'cn', clause: '8' },
  { residence: 'IN', region: 'in', clause: '8' },
  { residence: 'RU', region: 'ru', clause: '8' },
  { residence: 'SG', region: 'sg', clause: '8' },
  { residence: 'US', region: 'us', clause: '8' },
  { residence: '*', region: 'de', clause: '8' },
] as const;

export const transfers = [
  { from: '*', to: '*', rule: 'separate-consent', consent: 'transfer-abroad', clause: '8' },
  { from: '*', to: '*', rule: 'safeguards', clause: '8' },
] as const;
