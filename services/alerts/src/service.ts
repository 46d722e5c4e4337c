/** What a home has to tell its people: devices that are silent, low or faulty, and what they warn of. Read this first. */
import { type ContextOf, defineService, serve } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';

const devices = 'kept by the service `devices`';

/** What a device told is about everybody who lives there, and so is an alert of it: each of them has a copy of their own. */
export const alerts = defineService({
  name: 'alerts',
  label: { 'zh-Hans': '提醒', 'zh-Hant': '提醒', en: 'Alerts' },
  about: {
    'zh-Hans': '设备掉线、电量低、有故障，或发现烟、水、燃气时告诉家里的人。',
    'zh-Hant': '裝置離線、電量低、有故障，或發現煙、水、瓦斯時告訴家裡的人。',
    en: 'Tells the people of a home when a device is silent, low or faulty, or senses smoke, water or gas.',
  },
  policy: aqaraAccount,
  uses: ['spaces', 'devices'],
  serves: ['security'],
  resources: {
    inbox: {
      collection: 'security',
      label: { 'zh-Hans': '提醒', 'zh-Hant': '提醒', en: 'Alerts' },
      rows: 'many',
      form: { 'device-log': { kind: 'multiline', longest: 2_000 } },
      plain: {
        home: { type: 'uuid', why: 'which home: an opaque id', indexed: true, nullable: true },
        device: { type: 'uuid', why: 'of which device: an opaque id', nullable: true },
        alert: { type: 'uuid', why: 'what its copies have in common: an opaque id', indexed: true, nullable: true },
        kind: { type: 'text', why: 'which of four sorts it is', nullable: true },
        cleared: { type: 'timestamptz', why: 'since when it is over', nullable: true },
        acknowledged: { type: 'timestamptz', why: 'since when somebody looks after it', nullable: true },
        by: { type: 'uuid', why: 'who does: an opaque id', nullable: true },
      },
    },
  },
  elsewhere: {
    ...{ 'device-model': devices, 'device-id': devices, 'device-ip': devices, 'device-firmware': devices },
    ...{ 'device-energy': devices, 'device-state': devices },
    'device-space': 'kept by the services `spaces` and `devices`',
    'device-automations': 'kept by the service `automations`',
  },
});

export type AlertsContext = ContextOf<typeof alerts>;
export type Repositories = ReturnType<AlertsContext['at']>['resources'];

/** Its tables; the routes are in index.ts. */
export const served = serve(alerts, []);
