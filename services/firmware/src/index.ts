/**
 * Firmware of homes.
 *
 * - **Rollout**: an update of several devices. **Wave**: those that are updated before the next ones begin.
 * - **Lied**: of an image after which a device runs another version than was promised.
 */
import { type Region, withRoutes } from '@kept/kit';
import { firmwareRoutes } from './routes.ts';
import { served } from './service.ts';
import { updaterOf } from './updater.ts';

export { newUpdater, SILENT_MS, updaterOf } from './updater.ts';

export default {
  ...withRoutes(served, firmwareRoutes),
  begin: async (region: Region): Promise<() => Promise<void>> => updaterOf(region).begin(),
};
