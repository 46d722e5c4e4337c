import { defineReading } from '@kept/reconcile';
import { aqaraDeveloper } from './index.ts';

/** How the text for developers is read. */
export const reading = defineReading(aqaraDeveloper, {
  outline: [
    ['1', 'Privacy Policy'],
    ['2', 'We promise The privacy policies regulate'],
    ['3', 'Data we may collect'],
    ['3.1.1', 'When you register a developer account'],
    ['3.1.2', 'We may also record'],
    ['3.2.1', 'Device related data'],
    ['3.2.2', 'Log data. When'],
    ['2', 'How will the personal data'],
    ['4.1', 'Creating your developer account'],
    ['4.2', 'Providing open service'],
    ['4.3', 'Improving our services. Through'],
    ['4.4', 'To provide safety and security for you'],
    ['4.5', 'Collecting user feedback'],
    ['4.6', 'Sending messages'],
    ['4.7', 'Other uses with'],
    ['5', 'Who do we share'],
    ['5.1', 'After receiving your clear'],
    ['5.2', 'Executing'],
    ['5.3', 'Following legal requirements'],
    ['5.4', 'We may share anonymous'],
    ['5', 'We will only share your data for legal'],
    ['6.1', 'Safety guarantee'],
    ['6.2', 'Security Event'],
    ['6.3', 'Security Certification'],
    ['6.4', 'Security Warnings'],
    ['7', 'What can you do!'],
    ['8', 'You can manage'],
    ['9', 'PROTECTION OF PERSONAL'],
    ['10', 'UPDATE OF THIS'],
    ['11', 'Do I have to agree'],
    ['12', 'Contact us'],
  ],
  notData: [
    {
      why: 'speaks of data as such, not of one kind',
      words: ['Log data', 'record data', 'basic account data', 'account data', 'contact information'],
    },
    {
      why: 'what is done, and what for',
      words: [
        ...[
          'data collection and usage habits',
          'To help us provide our services',
          'create',
          'To provide safety',
          'storage',
        ],
        ...[
          'security for you',
          'Furthermore',
          'security',
          'fraud monitoring',
          'backup purposes',
          'you choose to provide',
        ],
        ...['Sending messages', 'important messages', 'resource assessment message', 'update your password'],
        ...['about this privacy policy', 'about Lumi’s collection', 'use', 'disclosure of your personal data'],
        ...['as soon as possible', 'respond within 15 business days', 'mention'],
      ],
    },
    {
      why: 'a way to reach somebody',
      words: ['telephone', 'address below', 'Address:', 'Postcode', 'Fax'],
      clauses: ['6.2', '12'],
    },
  ],
  notPromised: [
    { why: 'a figure of speech', words: ['100'], clauses: ['6.4'] },
    { why: 'the line of the printer, under the text', words: ['2023', '2023-08-02'], clauses: ['12'] },
  ],
  ours: [
    { note: '4.4', paths: ['/retention/3'] },
    { note: '9', paths: ['/ages/1'] },
    { note: '6.1', paths: ['/regions/cn/country', '/recipients/*/country'] },
  ],
  elsewhere: [{ clause: '4.1', paths: ['/collections/registration/password'] }],
  inGeneral: ['5.1', '5.2', '5.3', '6.1'],
});
