/** The same for devices, and for what their use gives rise to. */
export const device = [
  'device-name',
  'device-id',
  'device-model',
  'device-firmware',
  'device-serial',
  'device-hardware',
  'device-mac',
  'device-alerts',
  'device-network',
  'device-time-zone',
  'device-uptime',
  'device-system',
  'device-ip',
] as const;

export const network = {
  required: [
    'network-ip',
    'wifi-name',
    'wifi-password',
    'wifi-signal',
    'network-device-ip',
    'network-mac',
    'network-requests',
    'sign-in-area',
  ],
  optional: ['passing-messages', 'system-log', 'failure-data'],
} as const;

/** Network data without what opens the network and what was said in it. */
export const networkState = [
  'network-ip',
  'wifi-name',
  'wifi-signal',
  'network-device-ip',
  'network-mac',
  'network-requests',
  'sign-in-area',
  'system-log',
  'failure-data',
] as const;

export const handset = {
  required: ['handset-system', 'handset-language', 'app-version', 'handset-maker', 'handset-model', 'handset-operator'],
  optional: ['imei', 'handset-id', 'oaid', 'android-id'],
} as const;

export const automation = {
  required: ['automation-name', 'automation-steps', 'automation-hours', 'automation-notice', 'automation-switch'],
  optional: ['automation-log'],
} as const;

export const generated = {
  required: ['update-setting', 'setting-region', 'setting-language', 'setting-time-zone', 'setting-font', 'sign-ins'],
  optional: ['app-state', 'visits'],
} as const;

export const log = [
  'log-address',
  'log-browser',
  'log-provider',
  'log-pages',
  'log-system',
  'log-time',
  'log-clicks',
] as const;

export const analytics = [
  'analytics-frequency',
  'analytics-events',
  'analytics-usage',
  'analytics-performance',
  'analytics-crashes',
] as const;

export const adverts = ['ad-activity', 'ad-interests'] as const;

export const local = ['local-content', 'local-preferences'] as const;
