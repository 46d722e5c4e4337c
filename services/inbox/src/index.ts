/**
 * What automations have to tell a person.
 *
 * - **Notice**: a sentence of an automation to one person; new, read, or thrown away for as long as it can be taken back.
 */
import { type Region, withRoutes } from '@kept/kit';
import { inboxOf } from './inbox.ts';
import { inboxRoutes } from './routes.ts';
import { served } from './service.ts';

export { inboxOf, type Said, UNDO_MS } from './inbox.ts';

export default {
  ...withRoutes(served, inboxRoutes),
  begin: async (region: Region): Promise<() => Promise<void>> => inboxOf(region).begin(),
};
