/** What automations had to say to the person. */
export const inbox = {
  title: '通知',
  lead: '自动化要告诉你的话。只有你看得到，最多留六个月。',
  none: '还没有通知。给自动化加上“通知我”，它做事的时候就会在这里说。',
  unread: (count: number) => `${count}条未读`,
  markAll: '全部标为已读',
  read: '标为已读',
  unreadIt: '标为未读',
  remove: '删除',
  removed: '已删除。',
  undo: '恢复',
  back: '已恢复。',
  from: (automation: string, home: string) => `${automation} · ${home}`,
  isNew: '未读',
};
