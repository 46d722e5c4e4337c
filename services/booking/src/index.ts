/** Booking: see service.ts. */
import { openService, type Region, withRoutes } from '@kept/kit';
import { personRoutes } from './routes.ts';
import { type BookingPlace, served } from './service.ts';
import { staffRoutes } from './staff-routes.ts';
import { endPast } from './visits.ts';

export default {
  ...withRoutes(served, [...personRoutes, ...staffRoutes]),
  over: (region: Region): Promise<number> => endPast(openService(served, region).place as unknown as BookingPlace),
};
