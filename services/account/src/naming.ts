/** How the policy names what the account desk does. */
import type { Naming } from '@kept/kit';

/** The policy’s names for what the account desk collects, keeps and sends. */
export const naming = {
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
} as const satisfies Naming;
