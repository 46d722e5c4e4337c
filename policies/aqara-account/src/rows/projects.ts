/** Rows of chapter 2 (2) about projects and the devices in them; table and paragraph name the same here. */
const project = [
  'project-type',
  'project-name',
  'project-location',
  'project-customer',
  'project-participants',
  'project-devices',
  'project-scenes',
  'project-automations',
  'project-conditions',
] as const;

const device = [
  'device-model',
  'device-id',
  'device-ip',
  'device-firmware',
  'device-energy',
  'device-state',
  'device-space',
] as const;

export const deviceOperation = {
  required: [
    ...project,
    ...device,
    'device-automations',
    'device-log',
    'project-dashboard-cards',
    'project-automation-log',
  ],
  optional: [],
} as const;

export const largeProject = {
  required: [
    'project-type',
    'project-name',
    'large-project-address',
    'large-project-contact',
    'large-project-phone',
    'large-project-background',
    'large-project-positioning',
    'project-devices',
    'project-scenes',
    'project-automations',
    'project-conditions',
    'large-project-status',
    'large-project-created-at',
    'large-project-history',
  ],
  optional: [],
} as const;

export const graph = {
  required: [
    ...project,
    ...device,
    'screen-type',
    'screen-project',
    'screen-thumbnail',
    'screen-component-type',
    'screen-component-count',
    'screen-component-style',
    'screen-component-data',
    'screen-component-interaction',
  ],
  optional: [],
} as const;

export const hotel = {
  required: [
    ...project,
    'hotel-space',
    'hotel-room-status',
    'hotel-request-room',
    'hotel-request',
    'hotel-user-account',
    'hotel-user-name',
    'hotel-operation-log',
    ...device,
    'device-automations',
    'device-log',
  ],
  optional: [],
} as const;
