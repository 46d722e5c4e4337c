/** The document at the end. */
export const certificate = {
  title: '证明',
  back: '返回申请',
  toNotice: '隐私政策',
  print: '打印',
  save: '下载证明文件',
  issued: (when: string) => `签发于${when}`,
  unreadable: (when: string) => `自 **${when}** 起，任何人都不能读出，包括我们自己，也包括此前的备份和日志。`,
  policy: '所依政策',
  under: (clause: string) => `依 §${clause}`,
  code: '核验码',
  entries: (origin: string, first: string, last: string) => `账本 ${origin}，第${first}至${last}条`,
  stamp: (who: string) => `${who}的签章`,
  coming: '证明还在路上',
  comingLead: '事情一步一步在办。收好这个网址，账号没有了也能打开；办完后，证明就在这里。',
  here: {
    title: '在这个浏览器里核验',
    text: '全部在你的电脑上算，什么也不上传。',
    results: {
      valid: '内容没有改过，签名对得上',
      hash: '内容被改过',
      signature: '签名对不上',
      unsupported: '这个浏览器不会验这种签名',
    },
  },
  elsewhere: { title: '在别处核验', text: '下载证明文件，用这把公钥验签；不用联网，也不需要相信我们。' },
};
