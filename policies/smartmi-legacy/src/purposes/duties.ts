import { type Purposes, say } from '@kept/policy';
import * as rows from '../rows.ts';

const regions = ['sg'] as const;
const duty = { basis: 'legal-obligation', ground: 'dpv:LegalObligation' } as const;
/** What an order, or a company that takes over, finds: accounts and orders. */
const records = [...rows.account, ...rows.purchase.required, ...rows.purchase.optional] as const;

/** What has to be done whether anybody likes it or not. */
export const dutyPurposes = {
  notices: {
    label: say(
      '规矩改了或公司易主时告诉你',
      '規矩改了或公司易主時告訴你',
      'Telling you of a change of rules or of owner',
    ),
    dpv: ['kept:ServiceMessage'],
    ...duty,
    group: 'account',
    fields: ['account-email'],
    recipients: [],
    regions,
    actors: ['service', 'system'],
    actions: ['use'],
    clause: '10',
  },
  requests: {
    label: say('核实是你、办你的请求', '核實是你、處理你的請求', 'Doing what you ask'),
    dpv: ['dpv:RightsFulfilment', 'dpv:IdentityVerification'],
    ...duty,
    group: 'requests',
    fields: ['identity-proof'],
    recipients: [],
    regions,
    actions: ['collect', 'use', 'retain'],
    beforeAccount: true,
    clause: '5',
  },
  'authority-request': {
    label: say('依法交给法院和机关', '依法交給法院和機關', 'What the law makes us hand over'),
    dpv: ['kept:AuthorityRequest'],
    ...duty,
    group: 'orders',
    fields: [...records, ...rows.payment],
    recipients: ['authorities'],
    regions,
    actors: ['operator'],
    actions: ['share'],
    clause: '6.1',
  },
  'business-transfer': {
    label: say('公司合并或出售时移交', '公司合併或出售時移交', 'A change of owner'),
    dpv: ['kept:BusinessTransfer'],
    basis: 'legitimate-interest',
    ground: 'dpv:LegitimateInterestOfController',
    group: 'orders',
    fields: records,
    recipients: ['successor'],
    regions,
    actors: ['operator'],
    actions: ['share'],
    clause: '6.3',
  },
} as const satisfies Purposes;
