const untilDone = [
  'orders',
  'gifts',
  'support',
  'feedback',
  'requests',
  'device-functions',
  'firmware-updates',
  'network-help',
  'automations',
  'compatibility',
  'app-settings',
  'backup',
  'records',
] as const;
const onConsent = [
  'verification',
  'device-sharing',
  'sign-in-elsewhere',
  'device-linking',
  'publication',
  'handset-functions',
  'local-services',
  'region-selection',
  'statistics',
  'marketing',
  'interest-ads',
  'web-statistics',
  'app-analytics',
  'local-storage',
] as const;

const closure = { event: 'closure' } as const;
const over = { event: 'purpose-end' } as const;
const longer = ['law', 'public-interest'] as const;

/** The text says “as long as the reason needs it” and has no number. Everything is erased, never made anonymous. */
export const retention = [
  { until: closure, end: 'erase', longer, clause: '6' },
  { purposes: untilDone, until: over, end: 'erase', longer, clause: '6' },
  { purposes: untilDone, until: closure, end: 'erase', longer, clause: '6' },
  { purposes: ['web-log'], until: { after: 'collection', count: 6, unit: 'month' }, end: 'erase', clause: '6' },
  { purposes: onConsent, until: { event: 'withdrawal' }, end: 'erase', clause: '8.3' },
  { purposes: onConsent, until: closure, end: 'erase', clause: '6' },
] as const;
