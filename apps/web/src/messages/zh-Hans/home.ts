/** Home: at a glance. */
export const home = {
  title: '家',
  of: (name: string) => `${name}的家`,
  lead: (held: number, handed: number, days: number) =>
    `这里存着你的 **${held}项**信息。过去${days}天，${handed === 0 ? '**没有一项**出过门。' : `出过门 **${handed}次**。`}`,
  see: '看我的信息',
  signs: {
    onList: '没有名单以外的去向',
    waiting: (count: number) => `其中${count}次还在发件箱里`,
    stopped: (count: number) => `拦下过${count}次`,
    next: (label: string, when: string) => `下一项销毁：${label}，${when}`,
  },
  plan: {
    label: '你的信息分放在哪些房间，哪些出过门',
    items: (_count: number) => '项',
    uses: (count: number) => `用过${count}次`,
    out: (count: number) => `出门${count}次`,
    stays: '不出门',
    door: '要出门的，都走这扇门',
    unused: '这段时间没用到',
    times: (count: number) => `${count}次`,
    rest: (count: number) => `另外${count}家也可能收到`,
  },
  latest: { title: '最近的使用', none: '还没有用过。', all: '看全部动态' },
  advice: {
    title: '加一道门锁',
    text: '现在只凭密码就能进来。加上通行密钥或验证器，别人拿到密码也进不来。',
    go: '去加上',
  },
};
