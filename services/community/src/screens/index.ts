import type { Screens } from '@kept/web/screens';
import { MessagesSquare } from 'lucide-react';

/** The pages of this service. */
export const screens: Screens = {
  person: {
    places: [
      { to: '/community', icon: MessagesSquare, label: { 'zh-Hans': '社区', 'zh-Hant': '社群', en: 'Community' } },
    ],
    screens: [
      { path: '/community', load: async () => (await import('./board-page.tsx')).BoardPage },
      { path: '/community/new', load: async () => (await import('./write-page.tsx')).WritePage },
      { path: '/community/$id', load: async () => (await import('./thread-page.tsx')).ThreadPage },
    ],
  },
};
