/**
 * Energy of homes.
 *
 * - **Counter**: what a meter has counted since it began, in kilowatt hours. **Power**: what flows now, in watts.
 * - **Tariff**: what a kilowatt hour costs, by the day it holds from, the day of the week and the hour.
 * - **Stretch**: a piece of time of one column and one price.
 */
import { type Region, withRoutes } from '@kept/kit';
import { energyRoutes } from './routes.ts';
import { served } from './service.ts';
import { tariffsOf } from './tariffs.ts';

export { tariffsOf } from './tariffs.ts';

export default {
  ...withRoutes(served, energyRoutes),
  begin: async (region: Region): Promise<() => Promise<void>> => tariffsOf(region).begin(),
};
