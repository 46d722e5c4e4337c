import { collectingNotes } from './collecting.ts';
import { keepingNotes } from './keeping.ts';
import { restNotes } from './rest.ts';
import { sharingNotes } from './sharing.ts';

/** How blanks and contradictions of the published text are read here, and what else it says that nothing else can hold. */
export const notes = [...collectingNotes, ...sharingNotes, ...keepingNotes, ...restNotes] as const;
