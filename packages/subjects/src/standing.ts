/** Versions of the policy, as they are written on a person. */
import type { Standing } from '@kept/decide';
import type { PersonRow } from './store.ts';

/** Enough of a hash to name a version among the others. */
export const nameOf = (hash: string): string => hash.slice(0, 16);

export const standingOf = (row: Pick<PersonRow, 'joined' | 'placed' | 'shown' | 'agreed'>): Standing => ({
  joined: row.joined,
  // INVARIANT: whoever was here before there were versions is held to the oldest, and so are the names of theirs.
  placed: row.placed,
  shown: row.shown,
  agreed: row.agreed.map((text) => {
    const space = text.indexOf(' ');
    return { version: text.slice(0, space), matter: text.slice(space + 1) };
  }),
});

/** With one matter agreed to under this version, or no longer. */
export function agreedWith(agreed: readonly string[], matter: string, version: string | null): string[] {
  const others = agreed.filter((text) => text.slice(text.indexOf(' ') + 1) !== matter);
  return version === null ? others : [...others, `${version} ${matter}`];
}
