/** What a collection takes; collections and purposes are both made from it, so that they cannot drift apart. */
export const registration = {
  required: ['account-password'],
  oneOf: ['account-phone', 'account-email'],
  optional: ['account-name', 'account-nickname', 'account-picture'],
} as const;

export const account = [...registration.oneOf, ...registration.required, ...registration.optional] as const;

export const location = ['coarse-location'] as const;

export const support = {
  required: ['support-contact', 'support-feedback'],
  optional: ['support-address', 'support-error-code'],
} as const;

export const network = ['network-account-id', 'network-nickname'] as const;

export const order = ['order', 'order-contact', 'order-address'] as const;

export const gift = ['gift-contact', 'gift-address'] as const;

export const request = ['request-letter', 'request-proof'] as const;

/** Whatever a person enters in the app: the other side of what its analytics hold. */
export const entered = [
  ...account,
  'shared-account',
  ...location,
  ...support.required,
  ...support.optional,
  ...network,
  ...order,
  ...gift,
  ...request,
  'posts',
] as const;
