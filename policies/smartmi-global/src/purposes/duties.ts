import { type Purposes, say } from '@kept/policy';
import { request } from '../rows/person.ts';
import { backedUp, records } from '../rows/records.ts';
import { contract, duty, regions } from './grounds.ts';

/** What has to be done whether anybody likes it or not, and the copies that keep data from being lost. */
export const dutyPurposes = {
  backup: {
    label: say('在海外机房处理或备份', '在海外機房處理或備份', 'Handling or backing up abroad'),
    dpv: ['dpv:RecordManagement'],
    ...contract,
    group: 'backup',
    fields: backedUp,
    recipients: ['data-centre', 'data-storage'],
    regions,
    actors: ['system'],
    actions: ['share', 'transfer', 'retain'],
    clause: '9',
  },
  records: {
    label: say('为法律义务留记录', '為法律義務留紀錄', 'Records that a law asks for'),
    dpv: ['dpv:LegalCompliance', 'dpv:RecordManagement'],
    ...duty,
    group: 'records',
    fields: records,
    recipients: [],
    regions,
    actors: ['operator', 'system'],
    actions: ['use', 'retain'],
    clause: '3.2',
  },
  notices: {
    label: say('出事或改规矩时告诉你', '出事或改規矩時告訴你', 'Telling you of a breach or a change'),
    dpv: ['kept:BreachNotification', 'kept:ServiceMessage'],
    ...duty,
    group: 'account',
    fields: ['account-email'],
    recipients: [],
    regions,
    actors: ['service', 'system'],
    actions: ['use'],
    clause: '5.1',
  },
  requests: {
    label: say('核实是你、办你的请求', '核實是你、處理你的請求', 'Doing what you ask'),
    dpv: ['dpv:RightsFulfilment', 'dpv:IdentityVerification'],
    ...duty,
    group: 'requests',
    fields: request,
    recipients: [],
    regions,
    actions: ['collect', 'use', 'retain'],
    beforeAccount: true,
    clause: '8.2',
  },
  'authority-request': {
    label: say('依法交给法院和机关', '依法交給法院和機關', 'What the law makes us hand over'),
    dpv: ['kept:AuthorityRequest'],
    ...duty,
    group: 'records',
    fields: [...records, 'sign-ins'],
    recipients: ['authorities'],
    regions,
    actors: ['operator'],
    actions: ['share'],
    clause: '4.3',
  },
} as const satisfies Purposes;
