/**
 * Devices in the network of a home, without a gateway or a maker’s cloud.
 *
 * - **miIO**: packets over UDP, sealed by a token. **MIoT**: which properties and actions a model has.
 * - **Network**: all devices of a region that are reached so.
 */
import { type Region, withRoutes } from '@kept/kit';
import { networkOf } from './network.ts';
import { miotRoutes } from './routes.ts';
import { served, settingsOf } from './service.ts';

export { EVERY_MS, Network, networkOf } from './network.ts';

export default {
  ...withRoutes(served, miotRoutes),
  begin: (region: Region, settings: unknown): Promise<() => Promise<void>> =>
    networkOf(region, settingsOf(settings)).begin(),
};
