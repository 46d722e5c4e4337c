/**
 * Erasing again whom a restored backup has brought back. Their keys are gone, so that nothing of theirs can be read; what
 * came back is rows, and they go before anybody is served.
 */
import type { RightsRegion, Suppression } from './context.ts';
import { removeRows } from './removal.ts';
import type { Requests } from './requests.ts';

/** Answers how many people were erased again. Looks at nobody while this database has seen the whole list done. */
export async function eraseAgain(region: RightsRegion, requests: Requests, list: Suppression): Promise<number> {
  const length = await list.suppressions();
  if ((await requests.suppressionsSeen()) === length) return 0;
  let again = 0;
  for await (const people of region.subjects.everybody()) {
    for (const owner of await list.suppressedOwners(region.id, people)) {
      await region.vault.erasePerson(owner);
      await removeRows(region, owner);
      again++;
    }
  }
  await requests.seeSuppressions(length);
  return again;
}
