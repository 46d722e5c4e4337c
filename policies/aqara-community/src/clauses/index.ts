import { rest } from './rest.ts';
import { rights } from './rights.ts';
import { sharing } from './sharing.ts';

/**
 * Every clause of the published text that decides something, in our own words. `**` stands around the words that decide.
 * Whole numbers come first here, as objects have it: whoever shows clauses sorts them by number.
 */
export const clauses = { ...sharing, ...rights, ...rest } as const;
