import { collectingNotes } from './collecting.ts';
import { handingOverNotes } from './handing-over.ts';
import { keepingNotes } from './keeping.ts';

/** How blanks and contradictions of the published text are read here, and what else it says that nothing else can hold. */
export const notes = [...collectingNotes, ...handingOverNotes, ...keepingNotes] as const;
