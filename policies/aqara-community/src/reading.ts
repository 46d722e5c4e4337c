import { defineReading } from '@kept/reconcile';
import { aqaraCommunity } from './index.ts';

/** How the published text, which bears no date, is read: where each clause stands, and what is no datum and no promise. */
export const reading = defineReading(aqaraCommunity, {
  outline: [
    ['1', 'Privacy Policy'],
    ['2', 'Our commitment'],
    ['3', 'With whom do we share your information'],
    ['3.1', 'Sharing information with the Group'],
    ['3.2', 'Sharing information with others'],
    ['3.3', 'No consent required'],
    ['4.1', 'Safety protection measures'],
    ['4.2', 'What can you do?'],
    ['5', 'Reservation policy'],
    ['6', 'Access, update, fix or delete your profile'],
    ['7', 'Withdrawal of consent'],
    ['8', 'Transfer personal information outside'],
    ['9', 'Other points'],
    ['10', 'Priority order'],
    ['11', 'Update of privacy policy'],
    ['12', 'Do I have to agree'],
    ['13', 'Contact us'],
  ],
  notData: [
    { why: 'a button of the page', words: ['Create Post'], clauses: ['1'] },
    {
      why: 'speaks of data as such, not of one kind',
      words: [
        ...[
          'collection, use, disclosure',
          'the collection, use or disclosure of your personal data',
          'Sharing information',
        ],
        ...['aforementioned data', 'sufficient information', 'latest information', 'review data collection'],
      ],
    },
    {
      why: 'a law about data, or where data lies',
      words: [
        ...['local data protection laws', 'applicable data protection laws', 'have data protection laws'],
        ...['cloud-based data storage', 'has data centers'],
      ],
    },
    {
      why: 'a kind of company, which the manifest has among its recipients',
      words: [
        ...['communications, social media, technology or cloud business', 'mail service providers'],
        ...['delivery service providers', 'telecommunications companies', 'data centers', 'data storage facilities'],
        ...['customer service providers', 'advertising and marketing service providers'],
      ],
      clauses: ['3.1'],
    },
    {
      why: 'counted in the statistics of the text, and never collected here',
      words: ['purchase certain products', 'certain transactions'],
      clauses: ['3.3'],
    },
    {
      why: 'what is done with data, and against what',
      words: [
        ...[
          'to prevent any unauthorized access',
          'unauthorized access',
          'disclosure or other similar risks',
          'In summary',
          'storage and handling measures',
        ],
        ...['physical security measures', 'protect your interests', 'In order', 'Priority order'],
      ],
    },
    {
      why: 'how data or a person is reached',
      words: ['via email', 'email to', 'Email: privacy', 'email address below', 'on your mobile phone', 'post it on'],
    },
    {
      why: 'what a reader is asked to do',
      words: ['contact us', 'contact our', 'log out', 'please indicate', 'in your message', 'at the address below'],
    },
  ],
  notPromised: [
    { why: 'no company', words: ['not limited'] },
    { why: 'another name of the one company', words: ['Technology Co., Ltd'], clauses: ['13'] },
  ],
  ours: [
    { note: '2', paths: ['/collections/joining/*'] },
    { note: '3', paths: ['/collections/ordering/*'] },
    { note: '3.1', paths: ['/recipients/*/*'] },
    { note: '9', paths: ['/ages/0', '/purposes/promotion/minAge', '/rights/minor-erasure/below'] },
    { note: '13', paths: ['/collections/letters/email'] },
  ],
});
