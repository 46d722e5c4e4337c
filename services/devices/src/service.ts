/** Devices: which there are, what they tell, and about whom. Read this first. */
import { type ContextOf, defineService, type FieldForm, serve } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { packing } from './series.ts';

/** A week of a talkative device; a page of lines. */
const series: FieldForm = { kind: 'multiline', longest: 16_000_000, packing };
const line = (longest: number): FieldForm => ({ kind: 'multiline', longest });

const home = { type: 'uuid', why: 'which home: an opaque id', indexed: true, nullable: true } as const;
const device = { type: 'uuid', why: 'which device: an opaque id', indexed: true, nullable: true } as const;
const packets = { type: 'text', why: 'in which packets of MQTT it came: opaque numbers', nullable: true } as const;

/** Everybody who lives in a home has rows of their own of each device in it: see ARCHITECTURE, “Who lives there”. */
export const devices = defineService({
  name: 'devices',
  label: { 'zh-Hans': '设备', 'zh-Hant': '裝置', en: 'Devices' },
  about: {
    'zh-Hans': '家里有哪些设备，现在怎样，以前怎样；每个住在这里的人各有一份。',
    'zh-Hant': '家裡有哪些裝置，現在如何，以前如何；每個住在這裡的人各有一份。',
    en: 'Which devices a home has, how they are and were; everybody who lives there has a copy of their own.',
  },
  policy: aqaraAccount,
  uses: ['spaces'],
  serves: ['security'],
  resources: {
    registry: {
      collection: 'security',
      label: { 'zh-Hans': '设备清单', 'zh-Hant': '裝置清單', en: 'Devices' },
      rows: 'many',
      form: {
        'device-id': line(400),
        'device-model': line(20_000),
        'device-firmware': line(100),
        'device-ip': line(100),
        'device-space': line(20),
      },
      plain: {
        home,
        device,
        via: { type: 'uuid', why: 'through which gateway: an opaque id', nullable: true },
        secret: { type: 'text', why: 'what the device proves itself with, hashed', nullable: true },
        giver: { type: 'uuid', why: 'who gave it that: an opaque id', nullable: true },
        gone: { type: 'timestamptz', why: 'since when it is not in the home any more', nullable: true },
      },
    },
    history: {
      collection: 'security',
      label: { 'zh-Hans': '设备记录', 'zh-Hant': '裝置紀錄', en: 'What devices told' },
      rows: 'many',
      form: { 'device-state': series, 'device-energy': series, 'device-log': series },
      plain: { home, device, packets },
    },
  },
  elsewhere: { 'device-automations': 'kept by the service `automations`' },
});

export type DevicesContext = ContextOf<typeof devices>;

/** Its tables; the routes are in index.ts. */
export const served = serve(devices, []);
