import type { Screens } from '@kept/web/screens';
import { ShieldCheck } from 'lucide-react';

/** The pages of this service. */
export const screens: Screens = {
  home: [
    {
      to: (home) => `/devices/${home}/security`,
      act: 'history',
      icon: ShieldCheck,
      label: { 'zh-Hans': '安防', 'zh-Hant': '安防', en: 'Security' },
    },
  ],
  person: {
    places: [],
    screens: [
      { path: '/devices/$home/security', load: async () => (await import('./security-page.tsx')).SecurityPage },
    ],
  },
};
