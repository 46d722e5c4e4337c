/** Devices that speak miIO in the network of the home: Xiaomi, Smartmi and others. Read this first. */
import { isIP } from 'node:net';
import { type ContextOf, defineService, serve } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { z } from 'zod';

const devices = 'kept by the service `devices`';

/** `192.168.0.0/16` */
const Network = z.string().refine((text) => {
  const [address = '', length = '', ...rest] = text.split('/');
  const most = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : -1;
  return rest.length === 0 && /^\d{1,3}$/.test(length) && Number(length) <= most;
}, 'is no network');

/** `miot.json`: into which networks this server may send. None unless said: whoever has an account must not choose. */
const Settings = z.strictObject({ networks: z.array(Network).max(20), port: z.int().min(1).max(65_535).optional() });
export type Settings = z.infer<typeof Settings>;
export const settingsOf = (settings: unknown): Settings => settings as Settings;

/** What a device tells is kept by `devices`. Kept here is how it is reached, for whoever has put it in. */
export const miot = defineService({
  name: 'miot',
  label: { 'zh-Hans': '小米与智米设备', 'zh-Hant': '小米與智米裝置', en: 'Xiaomi and Smartmi devices' },
  about: {
    'zh-Hans': '在家里的网络里直接连小米、智米的设备，不经过他们的云。',
    'zh-Hant': '在家裡的網路裡直接連小米、智米的裝置，不經過他們的雲端。',
    en: 'Speaks with devices of Xiaomi and Smartmi in your own network, without their maker’s cloud.',
  },
  policy: aqaraAccount,
  uses: ['spaces', 'devices'],
  settings: { schema: Settings, otherwise: { networks: [] } satisfies Settings },
  serves: ['security'],
  resources: {
    tokens: {
      collection: 'security',
      label: { 'zh-Hans': '怎样连到设备', 'zh-Hant': '怎樣連到裝置', en: 'How a device is reached' },
      rows: 'many',
      form: { 'device-id': { kind: 'text', longest: 200 }, 'device-ip': { kind: 'text', longest: 100 } },
      plain: {
        home: { type: 'uuid', why: 'which home: an opaque id', nullable: true },
        device: { type: 'uuid', why: 'which device: an opaque id', indexed: true, nullable: true },
        way: { type: 'text', why: 'that it is one of these', indexed: true, nullable: true },
      },
    },
  },
  elsewhere: {
    ...{ 'device-model': devices, 'device-firmware': devices, 'device-energy': devices, 'device-state': devices },
    'device-log': devices,
    'device-space': 'kept by the services `spaces` and `devices`',
    'device-automations': 'kept by the service `automations`',
  },
});

export type MiotContext = ContextOf<typeof miot>;

/** Its tables; the routes are in index.ts. */
export const served = serve(miot, []);
