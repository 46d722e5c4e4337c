/**
 * Rows of chapter 2 (1) and those of ours beside them: what is needed, and what is up to the person. A collection and
 * the purposes it serves are both made from one row, so that they cannot drift apart.
 */
export const registration = {
  required: ['account-code', 'account-password'],
  oneOf: ['account-phone', 'account-email'],
  optional: ['account-nickname'],
} as const;

export const profile = {
  required: [],
  optional: [
    'profile-name',
    'account-nickname',
    'profile-phone',
    'profile-email',
    'profile-picture',
    'profile-region',
    'profile-bio',
    'profile-company',
    'profile-industry',
    'profile-company-contact-address',
    'profile-company-contact',
    'profile-company-phone',
    'profile-company-address',
    'profile-registered-at',
    'profile-industry-role',
    'profile-staff-role',
  ],
} as const;

export const booking = {
  required: ['booking-name', 'booking-phone', 'booking-code', 'booking-region', 'booking-address', 'booking-need'],
  optional: ['booking-store-area'],
} as const;

export const location = { required: [], optional: ['booking-location-permission', 'booking-location'] } as const;

export const partner = {
  required: ['partner-name', 'partner-phone', 'partner-code', 'partner-region', 'partner-need'],
  optional: [],
} as const;

export const support = {
  required: ['support-text'],
  optional: ['support-picture', 'support-audio-video', 'support-voice', 'support-call'],
} as const;

export const communityRecords = {
  required: [],
  optional: [
    'community-browsing',
    'community-posting',
    'community-favourites',
    'community-comments',
    'community-likes',
    'community-drafts',
  ],
} as const;

export const communityInteraction = {
  required: [],
  optional: [
    'community-posts',
    'community-videos',
    'community-messages',
    'community-follows',
    'community-followers',
    'community-level',
  ],
} as const;

export const security = {
  required: [
    'device-model',
    'device-id',
    'device-ip',
    'device-firmware',
    'device-energy',
    'device-state',
    'device-log',
    'device-automations',
    'device-space',
  ],
  optional: [],
} as const;

export const session = { required: ['session-address', 'session-device'], optional: [] } as const;

export const secondStep = {
  required: [],
  optional: ['second-step-secret', 'second-step-backup-codes', 'second-step-passkey'],
} as const;

export const cookies = { required: [], optional: ['cookie-identifier', 'cookie-preferences', 'cookie-usage'] } as const;

export const request = { required: [], optional: ['request-text', 'request-identity-document'] } as const;
