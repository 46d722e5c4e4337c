/**
 * The security of homes: what happened at doors, locks and detectors, and the alarm.
 *
 * - **Event**: something that has just become so. **Log**: events, a copy for each who lives there.
 * - **Mode**: how a home is armed. **Intrusion**: an event that sets off its alarm.
 */
import { type Region, withRoutes } from '@kept/kit';
import { guardOf } from './guard.ts';
import { securityRoutes } from './routes.ts';
import { served } from './service.ts';

export { ENTRY_MS, EXIT_MS, Guard, guardOf } from './guard.ts';

export default {
  ...withRoutes(served, securityRoutes),
  begin: async (region: Region): Promise<() => Promise<void>> => guardOf(region).begin(),
};
