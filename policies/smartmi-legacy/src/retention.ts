const onceDone = [
  'orders',
  'payment',
  'credit-check',
  'promotion',
  'activation',
  'invitations',
  'requests',
  'survey',
] as const;
const onConsent = [
  'place',
  'personalisation',
  'personal-ads',
  'improvement',
  'experience-programme',
  'cookie-preferences',
  'cookie-statistics',
  'fewer-mails',
] as const;
const agreedOnce = ['credit-check', 'survey'] as const;
const logs = ['web-log', 'fault-finding'] as const;

const closure = { event: 'closure' } as const;
const over = { event: 'purpose-end' } as const;

/** The text has no period: data goes when somebody deletes it, or the account, save what a law wants kept. */
export const retention = [
  { until: closure, end: 'erase', longer: ['law'], clause: '5' },
  { purposes: onceDone, until: over, end: 'erase', longer: ['law'], clause: '5' },
  { purposes: onceDone, until: closure, end: 'erase', longer: ['law'], clause: '5' },
  { purposes: logs, until: { after: 'collection', count: 6, unit: 'month' }, end: 'erase', clause: '5' },
  { purposes: onConsent, until: { event: 'withdrawal' }, end: 'erase', clause: '4' },
  { purposes: onConsent, until: closure, end: 'erase', clause: '5' },
  { purposes: agreedOnce, until: { event: 'withdrawal' }, end: 'erase', clause: '4' },
] as const;
