/**
 * Homes: their rooms, who lives there, and who may do what, where and when.
 *
 * - **Membership**: one person's place in one home. **Resident**: owner, member or child: what devices tell is about them.
 * - **Act**: see, history, control, setup, people. **Scope**: what a grant leaves of a role.
 */
import { withRoutes } from '@kept/kit';
import { spacesRoutes } from './routes.ts';
import { served } from './service.ts';

export { NotGranted } from './errors.ts';
export { type Members, type Membership, membersOf } from './members.ts';
export { isWithin, type Plan, planOf } from './plan.ts';
export { type Act, livesThere } from './scope.ts';

export default withRoutes(served, spacesRoutes);
