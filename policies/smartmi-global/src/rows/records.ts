import * as devices from './devices.ts';
import * as person from './person.ts';

/** What a law may want kept, or handed over. */
export const records = ['account-name', 'account-phone', 'account-email', ...person.order] as const;

/** What is kept on other machines too: no password, no log of the site, no analytics of the app. */
export const backedUp = [
  ...person.registration.oneOf,
  ...person.registration.optional,
  ...person.order,
  ...devices.device,
  ...devices.automation.required,
  ...devices.generated.required,
] as const;
