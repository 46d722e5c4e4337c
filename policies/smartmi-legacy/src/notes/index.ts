import { choosingNotes } from './choosing.ts';
import { collectingNotes } from './collecting.ts';
import { keepingNotes } from './keeping.ts';

/** How every blank and contradiction of the text is read, and what it says besides. */
export const notes = [...collectingNotes, ...choosingNotes, ...keepingNotes] as const;
