import { type Purposes, say } from '@kept/policy';

const regions = ['cn'] as const;

/** Chapter 5: what courts and authorities may ask for, and what is counted for partners. */
export const outsidePurposes = {
  'legal-demand': {
    label: say('依法配合法院和政府', '依法配合法院與政府', 'What courts and authorities may lawfully ask'),
    dpv: ['kept:AuthorityRequest', 'dpv:DisputeManagement'],
    basis: 'legal-obligation',
    ground: 'pipl:A13-1-3',
    group: 'account',
    fields: [
      'name',
      'phone',
      'email',
      'real-name',
      'corporate-name',
      'resources',
      'interfaces',
      'usage',
      'ip',
      'used-at',
    ],
    recipients: ['authority'],
    regions,
    actors: ['operator'],
    actions: ['use', 'share'],
    clause: '5.3',
  },
  trends: {
    label: say('看清总体趋势', '看清整體趨勢', 'Seeing trends'),
    dpv: ['kept:AggregateTrendSharing'],
    basis: 'legitimate-interest',
    ground: 'dpv:LegitimateInterestOfController',
    group: 'service',
    fields: ['real-name', 'corporate-name', 'usage'],
    redact: ['real-name', 'corporate-name'],
    recipients: [],
    regions,
    actors: ['system'],
    actions: ['use'],
    clause: '5.4',
  },
} as const satisfies Purposes;
