import { deviceFields } from './devices.ts';
import { personFields } from './person.ts';

/** Every item of personal data that the text names, and what it calls non-personal, for here it never stands alone. */
export const fields = { ...personFields, ...deviceFields };
