import type { Messages } from '../catalogue.ts';

export const inbox: Messages['inbox'] = {
  title: '通知',
  lead: '自動化要告訴你的話。只有你看得到，最多留六個月。',
  none: '還沒有通知。給自動化加上「通知我」，它做事的時候就會在這裡說。',
  unread: (count) => `${count}則未讀`,
  markAll: '全部標為已讀',
  read: '標為已讀',
  unreadIt: '標為未讀',
  remove: '刪除',
  removed: '已刪除。',
  undo: '復原',
  back: '已復原。',
  from: (automation, home) => `${automation} · ${home}`,
  isNew: '未讀',
};
