import { type Exceptions, say } from '@kept/policy';

/** Chapter 5, from “not without your permission”; and what chapter 9 says of publishing a child’s data. */
export const exceptions = {
  'share-agreed': {
    from: 'share',
    label: say('你明确答应了', '你明確答應了', 'You clearly said yes'),
    basis: 'consent',
    consent: 'affiliate',
    duties: ['same-terms'],
    clause: '5.1',
  },
  'share-purposes': {
    from: 'share',
    label: say('替我们办上面写好的事', '替我們辦上面寫好的事', 'Work for us on what is written above'),
    basis: 'contract',
    duties: ['same-terms'],
    clause: '5.2',
  },
  'share-law': {
    from: 'share',
    label: say('法律、官司、政府要', '法律、訴訟、政府要求', 'A law, a dispute, an authority'),
    basis: 'legal-obligation',
    clause: '5.3',
  },
  'disclose-child-law': {
    from: 'disclose',
    label: say('孩子的信息，当地法律准许', '孩子的資料，當地法律准許', 'A child’s data, as the local law allows'),
    basis: 'legal-obligation',
    clause: '9',
  },
  'disclose-child-agreed': {
    from: 'disclose',
    label: say('你监护的孩子的信息', '你監護的孩子的資料', 'Data of a child whose guardian you are'),
    basis: 'consent',
    clause: '9',
  },
  'disclose-child-protection': {
    from: 'disclose',
    label: say(
      '孩子的信息，不公开就护不住孩子',
      '孩子的資料，不公開就保護不了孩子',
      'A child’s data, where the child cannot be protected otherwise',
    ),
    basis: 'vital-interest',
    clause: '9',
  },
} as const satisfies Exceptions;
