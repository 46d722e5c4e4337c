import { collecting } from './collecting.ts';
import { choosing, keeping } from './rest.ts';

/** Every clause of the published text that decides something, in our own words. `**` stands around the words that decide. */
export const clauses = { ...collecting, ...choosing, ...keeping } as const;
