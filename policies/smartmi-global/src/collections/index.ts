import { deviceCollections } from './devices.ts';
import { personCollections } from './person.ts';

/** Every moment at which something is collected. */
export const collections = { ...personCollections, ...deviceCollections } as const;
