import type { Messages } from '../catalogue.ts';

export const certificate: Messages['certificate'] = {
  title: 'Certificate',
  back: 'Back to the requests',
  toNotice: 'Privacy notice',
  print: 'Print',
  save: 'Save the file',
  issued: (when) => `issued ${when}`,
  unreadable: (when) => `Since **${when}** nobody can read it, not even we, and not from earlier backups or logs.`,
  policy: 'Under',
  under: (clause) => `under §${clause}`,
  code: 'Code',
  entries: (origin, first, last) => `Ledger ${origin}, entries ${first} to ${last}`,
  stamp: (who) => `The seal of ${who}`,
  coming: 'The certificate is on its way',
  comingLead:
    'It is done step by step. Keep this address: it works without an account, and the certificate will be here.',
  here: {
    title: 'Verified in this browser',
    text: 'All of it on your own machine; nothing is sent.',
    results: {
      valid: 'Unchanged, and the signature is right',
      hash: 'Its content was changed',
      signature: 'The signature is wrong',
      unsupported: 'This browser cannot check such signatures',
    },
  },
  elsewhere: {
    title: 'Elsewhere',
    text: 'Save the file and check it with this public key; no network, and no trust in us.',
  },
};
