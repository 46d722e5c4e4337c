/** Automations of homes, and what they did. Read this first. */
import { type ContextOf, defineService, serve } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';

const devices = 'kept by the service `devices`';

/**
 * Settings belong to whoever made them, and act with that person's grants. What an automation did tells of everybody who
 * lives there, as a device does: each of them has a copy of their own.
 */
export const automations = defineService({
  name: 'automations',
  label: { 'zh-Hans': '自动化', 'zh-Hant': '自動化', en: 'Automations' },
  about: {
    'zh-Hans': '设备什么时候自己动，由谁定下，动过什么，为什么。',
    'zh-Hant': '裝置什麼時候自己動，由誰定下，動過什麼，為什麼。',
    en: 'When devices act by themselves, who set that up, what they did, and why.',
  },
  policy: aqaraAccount,
  uses: ['spaces', 'devices', 'inbox'],
  serves: ['security'],
  resources: {
    settings: {
      collection: 'security',
      label: { 'zh-Hans': '自动化', 'zh-Hant': '自動化', en: 'Automations' },
      rows: 'many',
      form: { 'device-automations': { kind: 'multiline', longest: 40_000 } },
      plain: {
        home: { type: 'uuid', why: 'which home: an opaque id', indexed: true, nullable: true },
        rule: { type: 'uuid', why: 'what its runs name it by: an opaque id', indexed: true, nullable: true },
        kind: { type: 'text', why: 'what sort of setting it is: an automation', indexed: true, nullable: true },
        active: { type: 'boolean', why: 'whether it acts', nullable: true },
        armed: { type: 'timestamptz', why: 'since when it has been as it is', nullable: true },
      },
    },
    runs: {
      collection: 'security',
      label: { 'zh-Hans': '自动化运行记录', 'zh-Hant': '自動化執行紀錄', en: 'What automations did' },
      rows: 'many',
      form: { 'device-log': { kind: 'multiline', longest: 60_000 } },
      plain: {
        home: { type: 'uuid', why: 'which home: an opaque id', indexed: true, nullable: true },
        rule: { type: 'uuid', why: 'of which automation: an opaque id', nullable: true },
        run: { type: 'uuid', why: 'which run: an opaque id', indexed: true, nullable: true },
        kind: {
          type: 'text',
          why: 'a step that is about to be done, or the whole of it',
          indexed: true,
          nullable: true,
        },
      },
    },
  },
  elsewhere: {
    'device-model': devices,
    'device-id': devices,
    'device-ip': devices,
    'device-firmware': devices,
    'device-energy': devices,
    'device-state': devices,
    'device-space': 'kept by the services `spaces` and `devices`',
  },
});

export type AutomationsContext = ContextOf<typeof automations>;
export type Repositories = ReturnType<AutomationsContext['at']>['resources'];

/** Its tables; the routes are in index.ts. */
export const served = serve(automations, []);
