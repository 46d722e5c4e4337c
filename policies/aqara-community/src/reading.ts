import { defineReading } from '@kept/reconcile';
import { aqaraCommunity } from './index.ts';

/** How the text for the community is read. */
export const reading = defineReading(aqaraCommunity, {
  outline: [
    ['1', 'Create Post'],
    ['2', 'Our commitment'],
    ['3', 'With whom do we share'],
    ['3.1', 'Sharing information with the Group'],
    ['3.2', 'Sharing information with others'],
    ['3.3', 'No consent required'],
    ['4.1', 'Safety protection measures'],
    ['4.2', 'What can you do?'],
    ['5', 'Reservation policy'],
    ['6', 'Access, update, fix'],
    ['7', 'Withdrawal of consent'],
    ['8', 'Transfer personal information outside'],
    ['9', 'Other points'],
    ['10', 'Priority order'],
    ['11', 'Update of privacy policy'],
    ['12', 'Do I have to agree'],
    ['13', 'Contact us If you have any comments'],
  ],
  notData: [
    {
      why: 'what is done, and what for',
      words: [
        ...[
          'collection',
          'use',
          'disclosure',
          'protect any information you provide us',
          'In order',
          'delivery',
          'In summary',
        ],
        ...['purchase', 'transactions', 'prevent unauthorized access', 'similar risks', 'electronic', 'storage'],
        ...[
          'managerial procedures to safeguard',
          'third-party service providers',
          'subject to strict contractual confidentiality obligations',
        ],
        ...[
          'handling measures',
          'physical security measures',
          'to prevent any unauthorized access',
          'From your side',
          'Priority order',
        ],
        ...['on your mobile phone', 'about this Privacy Policy', 'disclosure of your personal data', 'please indicate'],
        ...['in your message', 'collecting', 'using personal data'],
      ],
    },
    {
      why: 'a way to reach somebody',
      words: ['email address below', 'Email:', 'sending an email', 'via email', 'address below'],
      clauses: ['6', '7', '11', '13'],
    },
  ],
  notPromised: [
    { why: 'the same company by another name', words: ['Lianchuang Technology Co., Ltd'], clauses: ['13'] },
  ],
  ours: [{ note: '9', paths: ['/ages/0', '/purposes/promotion/minAge', '/rights/minor-erasure/below'] }],
  elsewhere: [
    { clause: '4.2', paths: ['/collections/joining/*'] },
    { clause: '2', paths: ['/collections/ordering/*', '/collections/letters/email'] },
  ],
  inGeneral: ['3.1'],
});
