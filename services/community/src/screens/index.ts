import { STAFF } from '@kept/api';
import type { Screens } from '@kept/web/screens';
import { Flag, MessagesSquare } from 'lucide-react';

/** The pages of this service. */
export const screens: Screens = {
  person: {
    places: [
      { to: '/community', icon: MessagesSquare, label: { 'zh-Hans': '社区', 'zh-Hant': '社群', en: 'Community' } },
    ],
    screens: [
      { path: '/community', load: async () => (await import('./board-page.tsx')).BoardPage },
      { path: '/community/new', load: async () => (await import('./write-page.tsx')).WritePage },
      { path: '/community/decisions', load: async () => (await import('./decisions-page.tsx')).DecisionsPage },
      { path: '/community/$id', load: async () => (await import('./thread-page.tsx')).ThreadPage },
    ],
  },
  console: {
    places: [
      {
        ...{ to: '/console/community', icon: Flag, staff: STAFF.work },
        label: { 'zh-Hans': '内容审核', 'zh-Hant': '內容審核', en: 'Moderation' },
      },
    ],
    screens: [{ path: '/community', load: async () => (await import('./moderation-page.tsx')).ModerationPage }],
  },
};
