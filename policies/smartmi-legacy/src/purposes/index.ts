import { dutyPurposes } from './duties.ts';
import { personPurposes } from './person.ts';
import { usePurposes } from './use.ts';

/** Every use that the text names. */
export const purposes = { ...personPurposes, ...usePurposes, ...dutyPurposes } as const;
