import { type Recipients, say } from '@kept/policy';
import * as devices from './rows/devices.ts';
import * as person from './rows/person.ts';
import { backedUp, records } from './rows/records.ts';

/** The text names kinds, no company and no place; none is connected. */
const unnamed = { channel: 'none', country: '*' } as const;
const provider = {
  ...unnamed,
  role: 'processor',
  contract: say(
    '守你所在地的隐私法律；再找别家代办的，也得守。',
    '守你所在地的隱私法律；再找別家代辦的，也得守。',
    'The privacy law of where you live, and so is whoever they call in.',
  ),
  method: say('只给必要的', '只給必要的', 'only what is necessary'),
  exception: 'share-providers',
  clause: '4.2',
} as const;
const chosen = {
  ...unnamed,
  role: 'third-party',
  method: say('你要了才给', '你要求了才給', 'given when you ask for it'),
  exception: 'share-chosen',
  clause: '4.1',
} as const;

/** Everybody outside who may receive anything. */
export const recipients = {
  delivery: {
    party: say('送货的公司', '送貨的公司', 'delivery companies'),
    dpv: ['kept:DeliveryProvider'],
    fields: [...person.order, ...person.gift],
    purposes: ['orders', 'gifts'],
    scenario: say('给你送货', '送貨給你', 'Bringing you what was ordered'),
    ...provider,
  },
  'customer-service': {
    party: say('做客服的公司', '做客服的公司', 'customer service companies'),
    dpv: ['kept:CustomerServiceProvider'],
    fields: [...person.support.required, ...person.support.optional],
    purposes: ['support', 'feedback'],
    scenario: say('你来找客服', '你來找客服', 'When you ask support'),
    ...provider,
  },
  'data-centre': {
    party: say('境外的机房', '境外的機房', 'data centres abroad'),
    dpv: ['kept:DataCentre'],
    fields: backedUp,
    purposes: ['backup'],
    scenario: say('处理和备份', '處理與備份', 'Handling and backing up'),
    ...provider,
  },
  'data-storage': {
    party: say('做存储的公司', '做儲存的公司', 'storage companies'),
    dpv: ['kept:DataStorageProvider'],
    fields: backedUp,
    purposes: ['backup'],
    scenario: say('处理和备份', '處理與備份', 'Handling and backing up'),
    ...provider,
  },
  marketing: {
    party: say('做推广的公司', '做推廣的公司', 'marketing companies'),
    dpv: ['kept:AdvertisingProvider'],
    fields: ['account-email', 'account-phone', 'account-nickname'],
    purposes: ['marketing'],
    scenario: say('替我们发推广', '替我們寄推廣', 'Sending promotions for us'),
    ...provider,
  },
  advertising: {
    party: say('做广告的公司', '做廣告的公司', 'advertising companies'),
    dpv: ['kept:AdvertisingProvider'],
    fields: devices.adverts,
    purposes: ['interest-ads'],
    scenario: say(
      '按兴趣推广告，本站和别的网站都有',
      '依興趣推廣告，本站和別的網站都有',
      'Adverts by interest, here and on other sites',
    ),
    ...provider,
    role: 'third-party',
    method: say('它们自己的Cookie', '它們自己的Cookie', 'their own cookies'),
    clause: '3.3.3',
  },
  'chosen-person': {
    party: say('你选来共用设备的人', '你選來共用裝置的人', 'whom you share a device with'),
    dpv: ['kept:ChosenPerson'],
    fields: ['account-nickname', 'device-name', 'device-id', 'device-model'],
    purposes: ['device-sharing'],
    scenario: say('你把设备分给别人用', '你把裝置分享給別人用', 'When you share a device'),
    ...chosen,
  },
  'linked-platform': {
    party: say('你选的第三方平台', '你選的第三方平台', 'the platform you choose'),
    dpv: ['kept:LinkedPlatform'],
    fields: ['account-nickname', 'account-picture', 'device-name', 'device-id', 'device-model'],
    purposes: ['sign-in-elsewhere', 'device-linking'],
    scenario: say(
      '你去那里登录，或者把设备接过去',
      '你去那裡登入，或者把裝置接過去',
      'When you sign in there, or connect a device',
    ),
    ...chosen,
  },
  authorities: {
    party: say('法院和有权的机关', '法院和有權的機關', 'courts and authorities'),
    role: 'authority',
    dpv: ['dpv:Authority', 'dpv:JudicialOrganisation', 'dpv:LawEnforcementOrganisation'],
    fields: [...records, 'sign-ins'],
    purposes: ['authority-request'],
    scenario: say('法律、诉讼或机关要求', '法律、訴訟或機關要求', 'A law, a lawsuit or an authority demands it'),
    channel: 'none',
    // Of where the data is; one of another country is answered by nobody.
    country: 'own',
    method: say(
      '有人看过要求，再照要求给',
      '有人看過要求，再照要求給',
      'somebody reads the demand, then gives what it names',
    ),
    exception: 'share-compelled',
    clause: '4.3',
  },
} as const satisfies Recipients;
