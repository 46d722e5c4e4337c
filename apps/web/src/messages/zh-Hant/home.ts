import type { Messages } from '../catalogue.ts';

export const home: Messages['home'] = {
  title: '家',
  of: (name) => `${name}的家`,
  lead: (held, handed, days) =>
    `這裡存著你的 **${held}項**資料。過去${days}天，${handed === 0 ? '**沒有一項**出過門。' : `出過門 **${handed}次**。`}`,
  see: '看我的資料',
  signs: {
    onList: '沒有名單以外的去向',
    waiting: (count) => `其中${count}次還在寄件匣裡`,
    stopped: (count) => `攔下過${count}次`,
    next: (label, when) => `下一項銷毀：${label}，${when}`,
  },
  plan: {
    label: '你的資料分放在哪些房間，哪些出過門',
    items: () => '項',
    uses: (count) => `用過${count}次`,
    out: (count) => `出門${count}次`,
    stays: '不出門',
    door: '要出門的，都走這扇門',
    unused: '這段時間沒用到',
    times: (count) => `${count}次`,
    rest: (count) => `另外${count}家也可能收到`,
  },
  latest: { title: '最近的使用', none: '還沒有用過。', all: '看全部動態' },
  advice: {
    title: '加一道門鎖',
    text: '現在只憑密碼就能進來。加上通行密鑰或驗證器，別人拿到密碼也進不來。',
    go: '去加上',
  },
};
