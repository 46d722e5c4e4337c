import type { Screens } from '@kept/web/screens';
import { HardDriveDownload } from 'lucide-react';

/** The pages of this service. */
export const screens: Screens = {
  home: [
    {
      to: (home) => `/devices/${home}/firmware`,
      act: 'setup',
      icon: HardDriveDownload,
      label: { 'zh-Hans': '固件', 'zh-Hant': '韌體', en: 'Firmware' },
    },
  ],
  person: {
    places: [],
    screens: [
      { path: '/devices/$home/firmware', load: async () => (await import('./firmware-page.tsx')).FirmwarePage },
    ],
  },
};
