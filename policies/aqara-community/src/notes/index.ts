import { restNotes } from './rest.ts';
import { rightsNotes } from './rights.ts';
import { sharingNotes } from './sharing.ts';

/** How blanks and contradictions of the published text are read here, and what else it says that nothing else can hold. */
export const notes = [...sharingNotes, ...rightsNotes, ...restNotes] as const;
