import { deviceFields } from './devices.ts';
import { personFields } from './person.ts';
import { useFields } from './use.ts';

/** Every item of personal data that the text names, once each, by the clause that names it. */
export const fields = { ...personFields, ...deviceFields, ...useFields };
