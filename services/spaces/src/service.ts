/** Homes and who may do what in them. Read this first. */
import { type ContextOf, defineService, serve } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';

const devices = 'kept by the service `devices`';

/**
 * A membership is a row of the person whose it is. All rows of one home carry its id, by which the others are found;
 * each has a copy of the home's plan of its own, so that nothing in it is anybody else's.
 */
export const spaces = defineService({
  name: 'spaces',
  label: { 'zh-Hans': '家和成员', 'zh-Hant': '家與成員', en: 'Homes and people' },
  about: {
    'zh-Hans': '家里有哪些房间，谁住在这里，谁能看什么、动什么、到几时。',
    'zh-Hant': '家裡有哪些房間，誰住在這裡，誰能看什麼、動什麼、到幾時。',
    en: 'The rooms of a home, who lives there, and who may see and do what, until when.',
  },
  policy: aqaraAccount,
  uses: [],
  serves: ['security'],
  resources: {
    memberships: {
      collection: 'security',
      label: { 'zh-Hans': '住的地方', 'zh-Hant': '住的地方', en: 'Homes' },
      rows: 'many',
      form: { 'device-space': { kind: 'multiline', longest: 20_000 } },
      plain: {
        home: { type: 'uuid', why: 'which home: an opaque id', indexed: true, nullable: true },
        role: { type: 'text', why: 'one of five roles; decides before anything is opened', nullable: true },
        scope: { type: 'jsonb', why: 'spaces by number, acts and hours of a grant; names nobody', nullable: true },
        inviter: { type: 'uuid', why: 'who let them in: an opaque id', nullable: true },
        ticket: { type: 'uuid', why: 'of which invitation, so that none counts twice', nullable: true },
        ended: { type: 'timestamptz', why: 'since when it is over', nullable: true },
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
    'device-log': devices,
    'device-automations': 'kept by the service `automations`',
  },
});

export type SpacesContext = ContextOf<typeof spaces>;

/** Its tables; the routes are in index.ts. */
export const served = serve(spaces, []);
