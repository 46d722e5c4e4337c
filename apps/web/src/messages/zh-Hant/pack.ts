import type { Messages } from '../catalogue.ts';

export const pack: Messages['pack'] = {
  title: '帶走我的資料',
  lead: '每項服務都有：程式讀的、表格、給人看的，連同條款和接收方。用你的通關密語封好，別人拿到也打不開。',
  make: {
    title: '打一個包',
    words: '通關密語',
    wordsHint: '至少12個字，最好是幾個不相干的詞。只有你知道，忘了誰也打不開。',
    again: '再寫一遍',
    short: '至少12個字',
    differ: '兩遍不一樣',
    go: '產生連結',
    ready: '包好了，下載時現做，我們不留底。',
    until: (when) => `連結到 **${when}** 為止，只有你登入著才打得開。`,
    download: '下載',
    how: '打開它：安裝age（age-encryption.org），執行 age -d，輸入通關密語，得到一個zip。',
  },
  take: {
    title: '放進來',
    lead: '從別處帶來的包，在這個瀏覽器裡解開，一列一列交給這裡，跟你自己填的一樣。',
    file: '檔案',
    fileMissing: '選一個檔案',
    words: '它的通關密語',
    wordsMissing: '寫上通關密語',
    go: '放進來',
    wrong: '打不開：通關密語不對，或者檔案壞了。',
    altered: '有檔案和清單對不上，沒有放進來。',
    other: '這不是這樣的包。',
    busy: (done, total) => `已交${done}列，共${total}列`,
    done: (taken) => `放進來了${taken}列。`,
    left: (count) => `${count}列沒有放：`,
    reasons: {
      consent: '你還沒有同意這樣存',
      none: '這裡沒有地方存',
      value: '值的寫法這裡不收',
    },
  },
};
