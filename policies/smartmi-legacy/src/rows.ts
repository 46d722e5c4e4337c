/** What a collection takes; collections and purposes are both made from it, so that they cannot drift apart. */
export const registration = {
  oneOf: ['account-phone', 'account-email'],
  optional: ['account-name', 'account-address'],
} as const;

export const account = ['account-phone', 'account-email', 'account-name', 'account-address'] as const;

/** Taken along when an account is opened, software installed, a survey answered. */
export const about = ['language', 'zip-code', 'area-code', 'time-zone', 'profession'] as const;

export const purchase = {
  required: ['delivery-details', 'billing-address'],
  optional: ['contact-records'],
} as const;

export const payment = ['bank-account', 'credit-card', 'other-financial'] as const;

export const friends = {
  required: ['friend-name'],
  oneOf: ['friend-address', 'friend-email', 'friend-phone'],
} as const;

export const content = ['shared-content', 'messages'] as const;

export const handset = ['handset-id', 'imei'] as const;

export const programme = ['internet-use', 'app-habits', 'app-problems'] as const;

export const crash = ['crash-device-id', 'crash-address', 'crash-packets'] as const;

export const log = [
  'log-address',
  'log-browser',
  'log-languages',
  'log-referral',
  'log-system',
  'log-time',
  'log-clicks',
] as const;
