/** The account policy, and how it names what the account desk does: for tests. */
export { aqaraAccount as policy } from '@kept/policy-aqara-account';

import type { Naming } from './naming.ts';

export const naming: Naming = {
  service: 'account',
  account: {
    purpose: 'account',
    collection: 'registration',
    phone: 'account-phone',
    email: 'account-email',
    code: 'account-code',
    password: 'account-password',
    nickname: 'account-nickname',
  },
  session: { purpose: 'security', collection: 'session', address: 'session-address', device: 'session-device' },
  secondStep: {
    purpose: 'second-step',
    collection: 'second-step',
    secret: 'second-step-secret',
    backupCodes: 'second-step-backup-codes',
    passkey: 'second-step-passkey',
  },
  messages: {
    phone: { proof: 'verification-sms', notice: 'notice-sms' },
    email: { proof: 'verification-email', notice: 'notice-email' },
  },
};
