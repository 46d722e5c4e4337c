import { accountFields } from './account.ts';
import { companyFields } from './companies.ts';
import { deviceFields } from './devices.ts';
import { requestFields } from './requests.ts';
import { serviceFields } from './services.ts';
import { tradeFields } from './trade.ts';

/** Every item of personal data that the text names, once each, by the clause that names it first. */
export const fields = {
  ...accountFields,
  ...serviceFields,
  ...deviceFields,
  ...companyFields,
  ...tradeFields,
  ...requestFields,
};
