import { defineReading } from '@kept/reconcile';
import { aqaraDeveloper } from './index.ts';

/** How the published text of 28 January 2023 is read: where each clause stands, and what is no datum and no promise. */
export const reading = defineReading(aqaraDeveloper, {
  outline: [
    ['1', 'Privacy Policy'],
    ['2', 'We promise The privacy policies'],
    ['3', 'Data we may collect'],
    ['3.1.1', 'The data you provide to us'],
    ['3.1.2', 'We may also record'],
    ['3.2.1', 'Data collected when using'],
    ['3.2.2', 'Log data'],
    ['4.1', 'How will the personal data be used'],
    ['4.2', 'Providing open service'],
    ['4.3', 'Improving our services'],
    ['4.4', 'To provide safety and security'],
    ['4.5', 'Collecting user feedback'],
    ['4.6', 'Sending messages'],
    ['4.7', 'Other uses with your permission'],
    ['5', 'Who do we share your data with'],
    ['5.1', 'After receiving your clear permission'],
    ['5.2', 'Executing'],
    ['5.3', 'Following legal requirements'],
    ['5.4', 'We may share anonymous data'],
    ['5', 'We will only share your data for'],
    ['6.1', 'Safety guarantee'],
    ['6.2', 'Security Event Disposal'],
    ['6.3', 'Security Certification'],
    ['6.4', 'Security Warnings'],
    ['7', 'What can you do!'],
    ['8', 'You can manage your data!'],
    ['9', 'PROTECTION OF PERSONAL INFORMATION OF MINORS'],
    ['10', 'UPDATE OF THIS PRIVACY POLICY'],
    ['11', 'Do I have to agree'],
    ['12', 'Contact us'],
  ],
  notData: [
    {
      why: 'names a group whose members the manifest has one by one',
      words: ['basic account data', 'account data', 'Log data'],
    },
    {
      why: 'speaks of data as such, not of one kind',
      words: [
        'record data',
        'usage habits',
        'ensure data security',
        'contact information',
        'disclosure of your personal data',
      ],
    },
    {
      why: 'what a clause is for',
      words: [
        ...[
          'help us provide our services',
          'create your',
          'Furthermore',
          'security, fraud monitoring',
          'storage and backup purposes',
        ],
        ...['you choose to provide', 'provide to contact you', 'messages', 'resource assessment message'],
      ],
    },
    {
      why: 'what is done with data, and by whom',
      words: [
        ...[
          'Following laws and regulations',
          'arbitration resolution needs',
          'following government or legal department requests',
        ],
        ...[
          'to prevent any unauthorized access',
          'unauthorized access',
          'disclosures or other such risks',
          'In general',
          'storage and handling practices',
        ],
        ...['physical security measures', 'rights and interests'],
      ],
    },
    { why: 'how data or a person is reached', words: ['inform you by email, letter, telephone'], clauses: ['6.2'] },
    { why: 'what a reader is asked to do', words: ['log in', 'contact us', 'regularly update your password'] },
    {
      why: 'a line of the company’s own address',
      words: [
        ...['using the address', 'mention', 'Address', '8th Floor', 'Building 1', 'Chongwen Park', 'Nanshan Ziyuan'],
        ...['Taoyuan Street', 'Nanshan District', 'Shenzhen', 'Postcode', 'Fax'],
      ],
      clauses: ['12'],
    },
  ],
  notPromised: [
    { why: 'no company', words: ['not limited', 'to be limited'] },
    { why: 'how safe nothing is', words: ['100'], clauses: ['6.4'] },
    {
      why: 'the year of the copyright, and when the page was last made',
      words: ['2023', '2023-08-02'],
      clauses: ['12'],
    },
  ],
  ours: [
    { note: '3.1.1', paths: ['/collections/registration/password'] },
    { note: '4.4', paths: ['/retention/3'] },
    { note: '5.1', paths: ['/recipients/affiliate/*'] },
    { note: '5.2', paths: ['/recipients/mail/*'] },
    { note: '5.3', paths: ['/recipients/authority/*'] },
    { note: '6.1', paths: ['/recipients/service-provider/*', '/regions/cn/country'] },
    { note: '9', paths: ['/ages/1'] },
  ],
});
