/**
 * Closing an account, and with it erasing everything: four steps, each harmless when done again, so that a process may
 * die at any moment. Arguments and results are ids and counts only.
 */
import { KeptError } from '@kept/base';
import { certificateOf, type Sign } from './certificate.ts';
import type { Named, RightsRegion, Suppression } from './context.ts';
import { eraseElsewhere, noteElsewhere, proveElsewhere } from './elsewhere.ts';
import { recordOnce } from './entries.ts';
import { NotErased } from './errors.ts';
import type { ClosureStep } from './kinds.ts';
import { removeRows, rowsHeld } from './removal.ts';
import type { Requests } from './requests.ts';
import { noteTellings } from './told/noting.ts';

interface Erasure {
  readonly context: Named;
  readonly region: RightsRegion;
  readonly suppression: Suppression;
  readonly requests: Requests;
  readonly owner: string;
  readonly request: string;
  readonly sign: Sign;
}

export type { Erasure };

/** In order; `unreadable` is the one that cannot be taken back. */
export const CLOSURE: Readonly<Record<ClosureStep, (erasure: Erasure) => Promise<void>>> = {
  async stopped({ context, region, requests, owner, request }) {
    if ((await statusOf(region, owner)) === 'active') {
      // While they can still be read: by what other systems know the person.
      await noteElsewhere(context, region, { owner, id: request });
      await noteTellings(context, region, requests.tellings, { owner, id: request, kind: 'closure', about: {} });
      const clause = region.program.manifest.rights['closure']?.clause ?? null;
      await recordOnce(region, owner, { right: 'closure', request, clause });
      await region.subjects.setStatus(owner, 'closing');
    }
    await region.identity.endAllSessions(owner);
    await requests.stepDone(owner, request, 'stopped');
  },
  async unreadable({ region, suppression, requests, owner, request }) {
    // First: from here on a crash, or a backup from before, ends in the erasure all the same.
    await suppression.suppressOwner(region.id, owner);
    await region.vault.erasePerson(owner);
    await requests.stepDone(owner, request, 'unreadable');
  },
  async swept({ context, region, requests, owner, request }) {
    await requests.counted(owner, request, await rowsHeld(region, owner));
    await removeRows(region, owner);
    await requests.unlinkOthers(owner, request);
    await context.beside?.at(region.id)?.late.forget(owner);
    await requests.stepDone(owner, request, 'swept');
  },
  async proved(erasure) {
    const { context, region, requests, owner, request, sign } = erasure;
    if (await requests.finished(request)) return;
    await proveErased(region, owner);
    await proveElsewhere(context, region, { id: request });
    const made = await requests.get(owner, request).catch(async (error: unknown) => {
      // Somebody else's request, which carries this closure, may have ended it since.
      if (await requests.finished(request)) return null;
      throw error;
    });
    if (!made) return;
    await requests.finish(owner, request, await certificateOf(context, region, made, sign));
  },
};

/** In other systems, whatever is waited for there; before it is proved. */
export const clearElsewhere = ({ context, region, requests, owner, request }: Erasure): Promise<void> =>
  eraseElsewhere(context, region, requests, { owner, id: request });

/** Null for one who is gone already: erased again at a start, while their request had come back with them. */
async function statusOf({ subjects }: RightsRegion, owner: string): Promise<string | null> {
  try {
    return (await subjects.subject(owner)).status;
  } catch (error) {
    if (error instanceof KeptError && error.code === 'SUBJECT_UNKNOWN') return null;
    throw error;
  }
}

/** Throws RIGHTS_NOT_ERASED if a row is left or the key still opens. */
async function proveErased(region: RightsRegion, owner: string): Promise<void> {
  for (const holding of region.holdings) {
    const left = await holding.items(owner);
    if (left.length > 0) throw new NotErased(`rows of \`${holding.service}.${holding.resource}\` were left`);
  }
  const opened = await region.keys
    .use(`person:${owner}`, () => true)
    .catch((error: unknown) => {
      if (error instanceof KeptError && error.code === 'KEYS_NO_KEY') return false;
      throw error;
    });
  if (opened) throw new NotErased('the key still opened');
}
