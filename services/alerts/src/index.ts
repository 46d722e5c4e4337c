/**
 * Alerts of homes.
 *
 * - **Condition**: something that is so of a device. **Alert**: that it has been so for long enough; over when it is not.
 */
import { type Region, withRoutes } from '@kept/kit';
import { alertsRoutes } from './routes.ts';
import { served } from './service.ts';
import { watchOf } from './watch.ts';

export { watchOf } from './watch.ts';

export default {
  ...withRoutes(served, alertsRoutes),
  begin: async (region: Region): Promise<() => Promise<void>> => watchOf(region).begin(),
};
