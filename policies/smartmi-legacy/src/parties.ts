import { type Jurisdictions, type Regions, type Roles, say } from '@kept/policy';

/** Who answers for the processing. The text has a name, and no address, no way to write and no authority. */
export const controller = {
  name: 'Smartmi Communication Technology Co., Ltd.',
  contacts: [],
  complaints: [],
  clause: '3.1',
} as const;

export const scope = [
  { label: say('智米官网', '智米官網', 'The Smartmi site'), clause: '1' },
  { label: say('智米设备', '智米裝置', 'Smartmi devices'), clause: '1' },
  {
    label: say('各种终端上的智米软件和服务', '各種終端上的智米軟體與服務', 'Smartmi software and services'),
    clause: '1',
  },
  { label: say('智米论坛', '智米論壇', 'The Smartmi forum (BBS)'), clause: '3.1.1.3' },
] as const;

export const jurisdictions = {
  everywhere: { label: say('各地', '各地', 'Everywhere'), residences: ['*'], clause: '1' },
} as const satisfies Jurisdictions;

export const roles = {
  holder: { label: say('你自己', '你自己', 'You'), dpv: 'dpv:User' },
  customer: { label: say('买东西的人', '買東西的人', 'Who buys'), dpv: 'dpv:Customer' },
  visitor: { label: say('访客', '訪客', 'A visitor'), dpv: 'dpv:Visitor' },
  friend: { label: say('你提到的亲友', '你提到的親友', 'Whom you name'), dpv: 'kept:MentionedPerson' },
} as const satisfies Roles;

/** The text names no data centre; the notes say so. */
export const regions = {
  sg: { label: say('新加坡', '新加坡', 'Singapore'), country: 'SG', clause: '7' },
} as const satisfies Regions;

export const residency = [{ residence: '*', region: 'sg', clause: '7' }] as const;

export const transfers = [{ from: 'sg', to: '*', rule: 'safeguards', clause: '6' }] as const;
