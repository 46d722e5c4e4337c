/** What happened at the doors, locks and detectors of a home, and how it is armed. Read this first. */
import { type ContextOf, defineService, serve } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';

const devices = 'kept by the service `devices`';
const home = { type: 'uuid', why: 'which home: an opaque id', indexed: true, nullable: true } as const;

/** Who comes and goes is about everybody who lives there: each has a copy of the log, and of how the home is armed. */
export const securityLog = defineService({
  name: 'security-log',
  label: { 'zh-Hans': '安防记录', 'zh-Hant': '安防紀錄', en: 'Security log' },
  about: {
    'zh-Hans': '门窗、门锁、人体感应、谁上的锁、哪里出了故障，按天记下；家里怎样布防。',
    'zh-Hant': '門窗、門鎖、人體感應、誰上的鎖、哪裡出了故障，按天記下；家裡怎樣佈防。',
    en: 'Doors, windows, locks and motion, who locked, and which fault there was, day by day; how the home is armed.',
  },
  policy: aqaraAccount,
  uses: ['spaces', 'devices'],
  serves: ['security'],
  resources: {
    entries: {
      collection: 'security',
      label: { 'zh-Hans': '安防记录', 'zh-Hant': '安防紀錄', en: 'Security log' },
      rows: 'many',
      form: { 'device-log': { kind: 'multiline', longest: 4_000_000 } },
      plain: { home, day: { type: 'text', why: 'of which day it tells, by UTC', nullable: true } },
    },
    // That nobody is at home is nobody else’s business: sealed, though it is one word.
    modes: {
      collection: 'security',
      label: { 'zh-Hans': '布防', 'zh-Hant': '佈防', en: 'Arming' },
      rows: 'many',
      form: { 'device-state': { kind: 'multiline', longest: 200 } },
      plain: { home },
    },
  },
  elsewhere: {
    ...{ 'device-model': devices, 'device-id': devices, 'device-ip': devices, 'device-firmware': devices },
    'device-energy': devices,
    'device-space': 'kept by the services `spaces` and `devices`',
    'device-automations': 'kept by the service `automations`',
  },
});

export type SecurityContext = ContextOf<typeof securityLog>;

/** Its tables; the routes are in index.ts. */
export const served = serve(securityLog, []);
