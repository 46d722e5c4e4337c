/** Whom somebody follows: known to themself alone. */
import { NothingHeld } from '@kept/kit';
import { TooManyFollowed } from './errors.ts';
import { authorOf, nameOf } from './pieces.ts';
import type { CommunityPlace } from './service.ts';

const PERSON = { role: 'person' } as const;
const MOST = 1_000;

/** By the names that posts have of their authors; nothing is opened for it. */
export const followed = async ({ resources }: CommunityPlace, person: string): Promise<string[]> =>
  (await resources.follows.rows(person)).flatMap(({ plain }) => (plain['whom'] ? [plain['whom'] as string] : []));

/** Once, however often it is said. Throws GATE_REFUSED, KIT_NOT_FOUND, COMMUNITY_TOO_MANY_FOLLOWED. */
export async function follow(place: CommunityPlace, person: string, author: string, follows: boolean): Promise<void> {
  const { posts, follows: all } = place.resources;
  const row = nameOf('follow', person, author);
  if (!follows) return void (await all.remove(person, row));
  const there = await all.rows(person);
  if (there.some(({ id }) => id === row)) return;
  if (author === authorOf(person) || (await posts.newest('author', author, null, 1)).length === 0)
    throw new NothingHeld();
  if (there.length >= MOST) throw new TooManyFollowed();
  await all.collect(PERSON, person, { 'community-follows': author }, row, { whom: author }).catch((error: unknown) => {
    // Said twice at once.
    if ((error as { code?: string }).code !== 'VAULT_ROW_CONFLICT') throw error;
  });
}
