import type { Messages } from '../catalogue.ts';

export const inbox: Messages['inbox'] = {
  title: 'Notices',
  lead: 'What automations had to say to you. Nobody else sees it, and it is kept for six months at most.',
  none: 'No notices yet. Give an automation the action “Notify me”, and it will speak here.',
  unread: (count) => `${count} unread`,
  markAll: 'Mark all as read',
  read: 'Mark as read',
  unreadIt: 'Mark as unread',
  remove: 'Delete',
  removed: 'Deleted.',
  undo: 'Undo',
  back: 'It is back.',
  from: (automation, home) => `${automation} · ${home}`,
  isNew: 'Unread',
};
