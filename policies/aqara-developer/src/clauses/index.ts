import { collecting } from './collecting.ts';
import { keeping } from './keeping.ts';
import { rest } from './rest.ts';
import { sharing } from './sharing.ts';
import { using } from './using.ts';

/**
 * Every clause of the published text that decides something, in our own words. `**` stands around the words that decide.
 * Whole numbers come first here, as objects have it: whoever shows clauses sorts them by number.
 */
export const clauses = { ...collecting, ...using, ...sharing, ...keeping, ...rest } as const;
