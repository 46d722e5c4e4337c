import { STAFF } from '@kept/api';
import type { Screens } from '@kept/web/screens';
import { CalendarDays } from 'lucide-react';

const label = { 'zh-Hans': '预约', 'zh-Hant': '預約', en: 'Visits' };

/** The pages of this service. */
export const screens: Screens = {
  person: {
    places: [{ to: '/booking', icon: CalendarDays, label }],
    screens: [
      { path: '/booking', load: async () => (await import('./visits-page.tsx')).VisitsPage },
      { path: '/booking/new', load: async () => (await import('./new-page.tsx')).NewPage },
      { path: '/booking/$id', load: async () => (await import('./move-page.tsx')).MovePage },
    ],
  },
  console: {
    places: [{ to: '/console/booking', icon: CalendarDays, label, staff: STAFF.work }],
    screens: [{ path: '/booking', load: async () => (await import('./booked-page.tsx')).BookedPage }],
  },
};
