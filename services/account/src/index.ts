/** The account service: see service.ts. */
import { serve } from '@kept/kit';
import { comingInRoutes } from './coming-in.ts';
import { profileRoutes } from './profile.ts';
import { safetyRoutes } from './safety.ts';
import { account } from './service.ts';

export { naming } from './naming.ts';
export default serve(account, [...comingInRoutes, ...safetyRoutes, ...profileRoutes]);
