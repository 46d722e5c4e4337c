/**
 * Home Assistant, as a member’s client.
 *
 * - **Link**: that somebody has switched it on; a credential of the broker, which ends with it.
 * - **Mirror**: one Home Assistant that is there now, and is shown what its person may see.
 */
import { type Region, withRoutes } from '@kept/kit';
import { linksOf } from './links.ts';
import { homeAssistantRoutes } from './routes.ts';
import { served } from './service.ts';

export default {
  ...withRoutes(served, homeAssistantRoutes),
  begin: async (region: Region): Promise<() => Promise<void>> => linksOf(region).begin(),
};
