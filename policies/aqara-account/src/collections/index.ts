import { businessCollections } from './business.ts';
import { personCollections } from './person.ts';

/** Every moment at which data is collected: the twenty rows of the text, and four of ours that the notes explain. */
export const collections = { ...personCollections, ...businessCollections } as const;
