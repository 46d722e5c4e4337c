/** The request that a link leads to, in whichever region. */
import type { RightsContext } from '../context.ts';
import { LinkUnknown } from '../errors.ts';

/** Throws RIGHTS_LINK_UNKNOWN. */
export async function byLink(context: RightsContext, token: string) {
  for (const id of context.regions) {
    const requests = context.requests(id);
    const found = await requests.links.find(token).catch((error: unknown) => {
      if (error instanceof LinkUnknown) return null;
      throw error;
    });
    if (found)
      return { region: context.at(id), request: await requests.byId(found.request), expiresAt: found.expiresAt };
  }
  throw new LinkUnknown();
}
