/** The link of a mail: ends such mail without an account. */
export const unsubscribe = {
  title: '退订',
  ask: (purpose: string) => `不再收“${purpose}”的邮件？`,
  why: '按一下就停，不用登录，也不用说原因。',
  go: '退订',
  opened: '打开这一页什么也没有改。',
  done: (purpose: string) => `已经停了：${purpose}`,
  doneText: '从现在起不会再发。这一笔记在你的账本里；改了主意，登录后在“我的选择”里改。',
  unknown: '这个链接认不出来',
  unknownText: '它可能不完整。请从邮件里再点一次，或者登录后在“我的选择”里退订。',
  choices: '去“我的选择”',
};
