/**
 * Rows of chapter 3 and those that chapters 4 and 12 add: what is needed, and what is up to the developer. A collection
 * and the purposes it serves are both made from one row, so that they cannot drift apart.
 */
export const registration = {
  required: ['phone', 'email', 'password'],
  oneOf: ['real-name', 'corporate-name'],
  optional: ['name'],
} as const;

export const verification = { required: [], oneOf: ['personal-proof', 'corporate-proof'] } as const;

export const resources = { required: ['resources', 'interfaces'], optional: [] } as const;

export const devices = { required: ['device-version', 'device-model', 'device-record'], optional: [] } as const;

export const logs = {
  required: ['usage', 'ip', 'visited-url', 'downloads', 'software', 'used-at'],
  optional: [],
} as const;

export const feedback = { required: ['feedback'], optional: [] } as const;

export const letters = { required: ['letter'], optional: ['email'] } as const;
