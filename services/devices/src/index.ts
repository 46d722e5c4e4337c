/**
 * Devices of homes: registry, readings, history, commands.
 *
 * - **Household**: one home at work: who lives there, its devices, how they are now.
 * - **Report**: what one device tells in one message; kept for each of those who live there, or for nobody.
 * - **Door**: where messages of the broker come in. **Session**: a device that has proven itself.
 */
import { withRoutes } from '@kept/kit';
import { exportRoutes } from './export/routes.ts';
import { tellingRoutes } from './http.ts';
import { devicesRoutes } from './routes.ts';
import { served } from './service.ts';

export { catalogue, isFine, roleIn } from './catalogue/index.ts';
export { unitOf } from './catalogue/units.ts';
export { commanded, sent } from './commands.ts';
export type { Feature } from './description.ts';
export { isAnnounced } from './discovery/hall.ts';
export { type Door, openDoor } from './door.ts';
export { DeviceAway } from './errors.ts';
export { chartOf } from './history.ts';
// What those see who act on what devices tell.
export { type Device, type Household, isNo, refusedIsNothing } from './household.ts';
export type { News } from './live.ts';
export { pastOf } from './past.ts';
export { recentOf } from './recent.ts';
export { present } from './report.ts';
export {
  type FirmwareNews,
  type Outcome,
  type Outlet,
  type Reader,
  type Runtime,
  runtimeOf,
  type Session,
  type Way,
} from './runtime.ts';
export { type Point, pointsOf, type Told } from './series.ts';
export { SharedText } from './shared-text.ts';
export { energyOf } from './told.ts';
export { lookOn, reach, spaceOf, type View, viewsOf } from './viewer.ts';
export type { UpdateState } from './zigbee.ts';

export default withRoutes(served, [...devicesRoutes, ...exportRoutes, ...tellingRoutes]);
