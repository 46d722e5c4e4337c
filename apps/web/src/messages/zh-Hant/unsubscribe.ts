import type { Messages } from '../catalogue.ts';

export const unsubscribe: Messages['unsubscribe'] = {
  title: '退訂',
  ask: (purpose) => `不再收「${purpose}」的郵件？`,
  why: '按一下就停，不用登入，也不用說原因。',
  go: '退訂',
  opened: '開啟這一頁什麼也沒有改。',
  done: (purpose) => `已經停了：${purpose}`,
  doneText: '從現在起不會再寄。這一筆記在你的帳本裡；改了主意，登入後在「我的選擇」裡改。',
  unknown: '這個連結認不出來',
  unknownText: '它可能不完整。請從郵件裡再點一次，或登入後在「我的選擇」裡退訂。',
  choices: '去「我的選擇」',
};
