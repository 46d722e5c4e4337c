/** Which firmware the devices of a home run, and its update. Read this first. */
import { type ContextOf, defineService, serve } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';

const devices = 'kept by the service `devices`';

/** A rollout is a row of whoever began it, and goes on with their grants; which version a device runs, `devices` keeps. */
export const firmware = defineService({
  name: 'firmware',
  label: { 'zh-Hans': '固件', 'zh-Hant': '韌體', en: 'Firmware' },
  about: {
    'zh-Hans': '设备现在是哪一版固件，有没有新版，一批一批地升级，出错就停。',
    'zh-Hant': '裝置現在是哪一版韌體，有沒有新版，一批一批地更新，出錯就停。',
    en: 'Which firmware devices run, whether there is newer, and its update wave by wave, halted where one fails.',
  },
  policy: aqaraAccount,
  uses: ['spaces', 'devices'],
  serves: ['security'],
  resources: {
    rollouts: {
      collection: 'security',
      label: { 'zh-Hans': '固件升级', 'zh-Hant': '韌體更新', en: 'Firmware updates' },
      rows: 'many',
      form: { 'device-firmware': { kind: 'multiline', longest: 40_000 } },
      plain: {
        home: { type: 'uuid', why: 'which home: an opaque id', indexed: true, nullable: true },
        state: { type: 'text', why: 'under way, halted or over', indexed: true, nullable: true },
      },
    },
  },
  elsewhere: {
    ...{ 'device-model': devices, 'device-id': devices, 'device-ip': devices },
    ...{ 'device-energy': devices, 'device-state': devices, 'device-log': devices },
    'device-space': 'kept by the services `spaces` and `devices`',
    'device-automations': 'kept by the service `automations`',
  },
});

export type FirmwareContext = ContextOf<typeof firmware>;
export type Repositories = ReturnType<FirmwareContext['at']>['resources'];

/** Its tables; the routes are in index.ts. */
export const served = serve(firmware, []);
