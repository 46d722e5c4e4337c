import type { Messages } from '../catalogue.ts';

export const metrics: Messages['metrics'] = {
  title: '一年的申請',
  lead: '按權利統計，格式依加州 11 CCR 7102。只有數目，沒有人。',
  link: '按年統計',
  year: '年份',
  columns: {
    right: '權利',
    received: '收到',
    done: '照辦',
    denied: '拒絕',
    withdrawn: '撤回',
    open: '辦理中',
    late: '逾期',
    median: '中位用時',
    mean: '平均用時',
  },
  ccpa: {
    delete: '加州：刪除',
    correct: '加州：更正',
    know: '加州：知情',
    'opt-out': '加州：拒絕出售或共享',
    limit: '加州：限制敏感資訊',
  },
  all: '合計',
  days: (days) => `${days} 天`,
  none: '無',
  save: '存為 JSON',
  empty: { title: '這一年沒有申請', text: '有了就會在這裡。' },
  note: '統計的是所有人，不只是加州居民。更正、查閱、撤回同意和瀏覽器訊號當場辦好，不算申請，不在其中。',
};
