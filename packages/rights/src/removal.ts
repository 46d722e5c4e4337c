import type { RightsRegion } from './context.ts';
import type { Removed } from './kept-request.ts';

/** What there is to remove, by holding. Needs no key. */
export async function rowsHeld({ holdings }: RightsRegion, owner: string): Promise<Removed[]> {
  const found = await Promise.all(
    holdings.map(async ({ service, resource, items }) => {
      const rows = new Set((await items(owner)).map(({ row }) => row)).size;
      return { service, resource, rows };
    }),
  );
  return found.filter(({ rows }) => rows > 0);
}

/** Removes every row about a person, theirs as a subject last; harmless when repeated. Their key is gone before. */
export async function removeRows(
  { holdings, identity, recipients, subjects }: RightsRegion,
  owner: string,
): Promise<void> {
  for (const holding of holdings) await holding.remove(owner);
  await identity.removePerson(owner);
  await recipients.removePerson(owner);
  await subjects.erase(owner);
}
