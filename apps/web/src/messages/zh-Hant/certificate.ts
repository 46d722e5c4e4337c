import type { Messages } from '../catalogue.ts';

export const certificate: Messages['certificate'] = {
  title: '證明',
  back: '返回申請',
  toNotice: '隱私權政策',
  print: '列印',
  save: '下載證明檔',
  issued: (when) => `簽發於${when}`,
  unreadable: (when) => `自 **${when}** 起，任何人都不能讀出，包括我們自己，也包括此前的備份和日誌。`,
  policy: '所依政策',
  under: (clause) => `依 §${clause}`,
  code: '核驗碼',
  entries: (origin, first, last) => `帳本 ${origin}，第${first}至${last}條`,
  stamp: (who) => `${who}的簽章`,
  coming: '證明還在路上',
  comingLead: '事情一步一步在辦。收好這個網址，帳戶沒有了也能打開；辦完後，證明就在這裡。',
  here: {
    title: '在這個瀏覽器裡核驗',
    text: '全部在你的電腦上算，什麼也不上傳。',
    results: {
      valid: '內容沒有改過，簽名對得上',
      hash: '內容被改過',
      signature: '簽名對不上',
      unsupported: '這個瀏覽器不會驗這種簽名',
    },
  },
  elsewhere: { title: '在別處核驗', text: '下載證明檔，用這把公鑰驗簽；不用連網，也不需要相信我們。' },
};
