/** What automations have to tell a person. Read this first. */
import { type ContextOf, defineService, serve } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';

const devices = 'kept by the service `devices`';

/** A notice is a row of the person to whom it is written, and of nobody else. */
export const inbox = defineService({
  name: 'inbox',
  label: { 'zh-Hans': '通知', 'zh-Hant': '通知', en: 'Notices' },
  about: {
    'zh-Hans': '自动化要告诉你的话，读过没有，只有你自己看得到。',
    'zh-Hant': '自動化要告訴你的話，讀過沒有，只有你自己看得到。',
    en: 'What automations have to tell you, read or not; nobody else sees it.',
  },
  policy: aqaraAccount,
  uses: ['devices'],
  serves: ['security'],
  resources: {
    notices: {
      collection: 'security',
      label: { 'zh-Hans': '通知', 'zh-Hant': '通知', en: 'Notices' },
      rows: 'many',
      form: { 'device-log': { kind: 'multiline', longest: 1_000 } },
      plain: {
        home: { type: 'uuid', why: 'from which home: an opaque id', nullable: true },
        notice: { type: 'uuid', why: 'which step of which run wrote it: an opaque id', indexed: true, nullable: true },
        state: { type: 'text', why: 'new, read, or about to go', indexed: true, nullable: true },
        changed: { type: 'timestamptz', why: 'since when it is so', nullable: true },
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

export type InboxContext = ContextOf<typeof inbox>;
export type Repositories = ReturnType<InboxContext['at']>['resources'];

/** Its tables; the routes are in index.ts. */
export const served = serve(inbox, []);
