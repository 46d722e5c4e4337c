import { type Jurisdictions, type Regions, type Roles, say } from '@kept/policy';

const within15WorkingDays = { count: 15, unit: 'working-day' } as const;
const address =
  '8th Floor, Building 1, Chongwen Park, Nanshan Ziyuan, Taoyuan Street, Nanshan District, Shenzhen' as const;

/** Who answers for the processing. Names, addresses and periods are the published text's own. */
export const controller = {
  name: 'Lumi United Technology Co., Ltd.',
  address,
  affiliates: ['Shenzhen Aqara Software Service Co., Ltd.'],
  contacts: [
    { channel: 'email', value: 'privacy@lumiunited.com', replyWithin: within15WorkingDays },
    { channel: 'post', value: `${address}, 518000`, replyWithin: within15WorkingDays },
    { channel: 'phone', value: '0755-86591090', replyWithin: within15WorkingDays },
    { channel: 'fax', value: '(86 755) 86635125', replyWithin: within15WorkingDays },
  ],
  complaints: [
    {
      authority: say(
        '公司所在地有管辖权的法院',
        '公司所在地有管轄權的法院',
        'The court that is competent where the company has its seat',
      ),
    },
  ],
  mention: 'Aqara Developer Platform Privacy Policy',
  clause: '12',
} as const;

export const scope = [
  { label: say('Aqara开发者平台', 'Aqara開發者平台', 'The Aqara Developer Platform'), clause: '2' },
] as const;

/** The text names no country's law: it goes by the data protection law of wherever somebody is. */
export const jurisdictions = {
  everywhere: { label: say('你所在的地方', '你所在的地方', 'Wherever you are'), residences: ['*'], clause: '1' },
} as const satisfies Jurisdictions;

/** A developer is a person or a company; of a company the text takes only what names and certifies it. */
export const roles = {
  developer: { label: say('你自己', '你自己', 'You'), dpv: 'kept:DeveloperUser' },
} as const satisfies Roles;

/** The text names no place. This is where the company is, and nothing leaves it. */
export const regions = {
  cn: { label: say('中国大陆', '中國大陸', 'Mainland China'), country: 'CN', clause: '6.1' },
} as const satisfies Regions;

export const residency = [{ residence: '*', region: 'cn', clause: '6.1' }] as const;

export const transfers = [{ from: 'cn', to: '*', rule: 'never', clause: '6.1' }] as const;
