/** What the devices of a home have used, and what it costs. Read this first. */
import { type ContextOf, defineService, serve } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';

const devices = 'kept by the service `devices`';

/** What was used is made anew of what devices told; kept is only the tariff, a copy for each who lives there. */
export const energy = defineService({
  name: 'energy',
  label: { 'zh-Hans': '用电', 'zh-Hant': '用電', en: 'Energy' },
  about: {
    'zh-Hans': '家里每台设备、每个房间用了多少电，按你填的电价是多少钱。',
    'zh-Hant': '家裡每台裝置、每個房間用了多少電，按你填的電價是多少錢。',
    en: 'What each device and room of a home has used, and what that costs by the tariff you enter.',
  },
  policy: aqaraAccount,
  uses: ['spaces', 'devices'],
  serves: ['security'],
  resources: {
    tariffs: {
      collection: 'security',
      label: { 'zh-Hans': '电价', 'zh-Hant': '電價', en: 'Tariffs' },
      rows: 'many',
      form: { 'device-energy': { kind: 'multiline', longest: 10_000 } },
      plain: { home: { type: 'uuid', why: 'which home: an opaque id', indexed: true, nullable: true } },
    },
  },
  elsewhere: {
    ...{ 'device-model': devices, 'device-id': devices, 'device-ip': devices, 'device-firmware': devices },
    ...{ 'device-state': devices, 'device-log': devices },
    'device-space': 'kept by the services `spaces` and `devices`',
    'device-automations': 'kept by the service `automations`',
  },
});

export type EnergyContext = ContextOf<typeof energy>;

/** Its tables; the routes are in index.ts. */
export const served = serve(energy, []);
