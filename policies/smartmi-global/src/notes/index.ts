import { collectingNotes } from './collecting.ts';
import { keepingNotes } from './keeping.ts';
import { rightsNotes } from './rights.ts';
import { usingNotes } from './using.ts';

/** How every blank and contradiction of the text is read, and what it says besides. */
export const notes = [...collectingNotes, ...usingNotes, ...keepingNotes, ...rightsNotes] as const;
