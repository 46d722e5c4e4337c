/** A Home Assistant of somebody’s, which is shown the devices of a home. Read this first. */
import { type ContextOf, defineService, serve } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';

const devices = 'kept by the service `devices`';

/** A link is the switch: while somebody has one in a home, their Home Assistant sees there what they may see. */
export const homeAssistant = defineService({
  name: 'home-assistant',
  label: { 'zh-Hans': 'Home Assistant', 'zh-Hant': 'Home Assistant', en: 'Home Assistant' },
  about: {
    'zh-Hans': '把你能看到的设备也显示在你自己的 Home Assistant 里，随时可关。',
    'zh-Hant': '把你能看到的裝置也顯示在你自己的 Home Assistant 裡，隨時可關。',
    en: 'Shows the devices that you may see in a Home Assistant of your own too, until you switch it off.',
  },
  policy: aqaraAccount,
  uses: ['spaces', 'devices'],
  serves: ['security'],
  resources: {
    links: {
      collection: 'security',
      label: { 'zh-Hans': '你的 Home Assistant', 'zh-Hant': '你的 Home Assistant', en: 'Your Home Assistant' },
      rows: 'many',
      form: { 'device-id': { kind: 'text', longest: 200 } },
      plain: {
        home: { type: 'uuid', why: 'which home: an opaque id', indexed: true, nullable: true },
        device: { type: 'uuid', why: 'by which credential: an opaque id', indexed: true, nullable: true },
      },
    },
  },
  elsewhere: {
    ...{ 'device-model': devices, 'device-ip': devices, 'device-firmware': devices, 'device-energy': devices },
    ...{ 'device-state': devices, 'device-log': devices },
    'device-space': 'kept by the services `spaces` and `devices`',
    'device-automations': 'kept by the service `automations`',
  },
});

export type HomeAssistantContext = ContextOf<typeof homeAssistant>;
export type Repositories = ReturnType<HomeAssistantContext['at']>['resources'];

/** Its tables; the routes are in index.ts. */
export const served = serve(homeAssistant, []);
