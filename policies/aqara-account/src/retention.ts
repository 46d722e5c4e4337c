const codes = ['account-code', 'booking-code', 'partner-code', 'company-code'] as const;
const session = ['session-address', 'session-device'] as const;
const secondStep = ['second-step-secret', 'second-step-backup-codes', 'second-step-passkey'] as const;
const onceDone = ['booking', 'booking-location', 'partner', 'requests'] as const;
const onConsent = [
  'profile',
  'support',
  'community-records',
  'community-interaction',
  'publication',
  'certification',
  'certification-finance',
  'e-contract',
  'cookie-preferences',
  'cookie-statistics',
] as const;

const closure = { event: 'closure' } as const;
const over = { event: 'purpose-end' } as const;

/**
 * The text says “no longer than needed”, “until the account is closed” and “deleted or made anonymous”, without a number.
 * Everything is erased, never made anonymous; numbers are ours, and the notes say so.
 */
export const retention = [
  { until: closure, end: 'erase', longer: ['law'], clause: '6.1' },
  { fields: codes, until: { after: 'collection', count: 1, unit: 'hour' }, end: 'erase', clause: '6.1' },
  { fields: session, until: over, end: 'erase', clause: '6.1' },
  { fields: session, until: { after: 'last-use', count: 30, unit: 'day' }, end: 'erase', clause: '6.1' },
  { fields: secondStep, until: over, end: 'erase', clause: '6.1' },
  { fields: secondStep, until: closure, end: 'erase', clause: '6.1' },
  { fields: ['request-identity-document'], until: over, end: 'erase', clause: '6.1' },
  {
    purposes: ['device-security'],
    until: { after: 'collection', count: 6, unit: 'month' },
    end: 'erase',
    clause: '6.1',
  },
  { purposes: ['device-security'], until: closure, end: 'erase', clause: '6.1' },
  { purposes: onceDone, until: over, end: 'erase', clause: '6.1' },
  { purposes: onceDone, until: closure, end: 'erase', clause: '6.1' },
  { purposes: onConsent, until: { event: 'withdrawal' }, end: 'erase', clause: '7.1' },
  { purposes: onConsent, until: closure, end: 'erase', clause: '6.1' },
] as const;
