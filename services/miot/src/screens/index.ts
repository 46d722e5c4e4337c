import type { Screens } from '@kept/web/screens';
import { Router } from 'lucide-react';

/** The pages of this service. */
export const screens: Screens = {
  home: [
    {
      to: (home) => `/devices/${home}/miot`,
      act: 'setup',
      icon: Router,
      label: { 'zh-Hans': '加小米设备', 'zh-Hant': '加小米裝置', en: 'Add Xiaomi' },
    },
  ],
  person: {
    places: [],
    screens: [{ path: '/devices/$home/miot', load: async () => (await import('./add-page.tsx')).AddPage }],
  },
};
