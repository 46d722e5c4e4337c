/**
 * What is needed, and what is up to the member. A collection and the purposes it serves are both made from one row, so
 * that they cannot drift apart. The text does not say what is needed: as little as can be.
 */
export const joining = {
  required: ['login', 'password'],
  optional: ['name', 'phone', 'email', 'other-contact', 'other-account'],
} as const;

export const use = { required: ['usage'], optional: [] } as const;

export const ordering = { required: ['name', 'address'], optional: ['phone', 'email', 'other-contact'] } as const;

export const letters = { required: ['letter'], optional: ['email'] } as const;
