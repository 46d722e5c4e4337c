import { devicePurposes } from './devices.ts';
import { dutyPurposes } from './duties.ts';
import { figurePurposes } from './figures.ts';
import { personPurposes } from './person.ts';

/** Every use that the text names. */
export const purposes = { ...personPurposes, ...devicePurposes, ...figurePurposes, ...dutyPurposes } as const;
