/**
 * Closing an account, and with it erasing everything: four steps, each harmless when done again, so that a process may
 * die at any moment. Arguments and results are ids and counts only.
 */
import { KeptError } from '@kept/base';
import { certificateOf, type Sign } from './certificate.ts';
import type { Named, RightsRegion } from './context.ts';
import { NotErased } from './errors.ts';
import type { Removed, Requests, StepId } from './requests.ts';

interface Erasure {
  readonly context: Named;
  readonly region: RightsRegion;
  readonly requests: Requests;
  readonly owner: string;
  readonly request: string;
  readonly sign: Sign;
}

export type { Erasure };

/** In order; `unreadable` is the one that cannot be taken back. */
export const CLOSURE: Readonly<Record<StepId, (erasure: Erasure) => Promise<void>>> = {
  async stopped({ region, requests, owner, request }) {
    const { status } = await region.subjects.subject(owner);
    if (status === 'active') {
      await region.gate.record(owner, 'right', {
        right: 'closure',
        request,
        clause: region.program.manifest.rights['closure']?.clause ?? null,
      });
      await region.subjects.setStatus(owner, 'closing');
    }
    await region.identity.endAllSessions(owner);
    await requests.stepDone(owner, request, 'stopped');
  },
  async unreadable({ region, requests, owner, request }) {
    await region.vault.erasePerson(owner);
    await requests.stepDone(owner, request, 'unreadable');
  },
  async swept({ region, requests, owner, request }) {
    const removed: Removed[] = [];
    for (const holding of region.holdings) {
      removed.push({ service: holding.service, resource: holding.resource, rows: await holding.remove(owner) });
    }
    await region.identity.removePerson(owner);
    await region.recipients.removePerson(owner);
    await region.subjects.erase(owner);
    await requests.stepDone(
      owner,
      request,
      'swept',
      removed.filter(({ rows }) => rows > 0),
    );
  },
  async proved(erasure) {
    const { context, region, requests, owner, request, sign } = erasure;
    await proveErased(region, owner);
    const made = await requests.get(owner, request);
    await requests.finish(owner, request, await certificateOf(context, region, made, sign));
  },
};

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
