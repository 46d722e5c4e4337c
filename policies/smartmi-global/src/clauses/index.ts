import { collecting } from './collecting.ts';
import { handingOver } from './handing-over.ts';
import { rights } from './rights.ts';
import { using } from './using.ts';

/** Every clause of the published text that decides something, in our own words. `**` stands around the words that decide. */
export const clauses = { ...collecting, ...using, ...handingOver, ...rights } as const;
