import { type Exceptions, type Exemptions, say } from '@kept/policy';

/** The text names no case in which data is taken without consent. */
export const exemptions = {} as const satisfies Exemptions;

/** 6: from “we keep it confidential and share it with nobody”. */
export const exceptions = {
  'share-authorised': {
    from: 'share',
    label: say('你自己要给的', '你自己要給的', 'What you yourself hand on'),
    basis: 'consent',
    consent: 'own-sharing',
    clause: '6',
  },
  'share-compelled': {
    from: 'share',
    label: say('依法必须给', '依法必須給', 'The law compels us'),
    basis: 'legal-obligation',
    clause: '6.1',
  },
  'share-on-our-behalf': {
    from: 'share',
    label: say('请人代办', '請人代辦', 'Working on our behalf'),
    basis: 'contract',
    duties: ['same-terms'],
    clause: '6.2',
  },
  'assign-merger': {
    from: 'assign',
    label: say('重组、合并、出售', '重組、合併、出售', 'Reorganisation, merger or sale'),
    basis: 'legitimate-interest',
    duties: ['notify', 'same-terms'],
    clause: '6.3',
  },
} as const satisfies Exceptions;
