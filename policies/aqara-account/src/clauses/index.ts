import { business } from './business.ts';
import { collecting } from './collecting.ts';
import { exceptions } from './exceptions.ts';
import { handingOver } from './handing-over.ts';
import { keeping } from './keeping.ts';
import { rest } from './rest.ts';
import { rights } from './rights.ts';

/**
 * Every clause of the published text that decides something, in our own words. `**` stands around the words that decide.
 * Whole numbers come first here, as objects have it: whoever shows clauses sorts them by number.
 */
export const clauses = {
  ...collecting,
  ...business,
  ...exceptions,
  ...handingOver,
  ...keeping,
  ...rights,
  ...rest,
} as const;
