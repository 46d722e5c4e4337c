import { business } from './business.ts';
import { collecting } from './collecting.ts';
import { exceptions } from './exceptions.ts';
import { handingOver } from './handing-over.ts';
import { keeping } from './keeping.ts';
import { rest } from './rest.ts';
import { rights } from './rights.ts';

/** Every clause of the published text that decides something, in the text's order, in our own words. */
export const clauses = {
  ...collecting,
  ...business,
  ...exceptions,
  ...handingOver,
  ...keeping,
  ...rights,
  ...rest,
} as const;
