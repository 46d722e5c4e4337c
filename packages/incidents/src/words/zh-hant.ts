import type { Words } from './shape.ts';

export const zhHant: Words = {
  parts: {
    situation: '發生了什麼',
    impact: '對你可能有什麼影響',
    measures: '我們已經做了和正在做的',
    advice: '你自己可以怎麼防範',
    remedies: '我們為你做什麼補救',
    contact: '找誰問',
  },
  drafts: {
    situation: ({ from, to }) =>
      from === null
        ? `截至 ${to}，我們保存的你的資料落到了別人手裡。`
        : `${from} 至 ${to} 期間，你的資料被不該用的方式用過。`,
    impact: ({ fields }) => `涉及：${fields}。有人可能藉此冒充認識你。`,
    measures: () => '我們已經堵住了入口，正在逐條核對有關紀錄。',
    advice: () => '對索取驗證碼、密碼或金錢的電話與訊息多留心：我們從不索取。請更改密碼，並開啟兩步驟驗證。',
    remedies: () => '在「我的申請」裡，可以免費查看我們存了你什麼、要求刪除，或者申訴。',
    contact: ({ contact }) => contact,
  },
  authorities: {
    'cn-cac': '網信部門（首報）',
    'cn-cac-final': '網信部門（總結報告）',
    'eea-dpa': '歐洲經濟區監管機關',
    'ru-rkn': '俄羅斯聯邦通訊監督局（首報）',
    'ru-rkn-findings': '俄羅斯聯邦通訊監督局（調查結果）',
  },
  subject: (brand) => `${brand}：一起涉及你資料的安全事件`,
  short: (brand, url) => `${brand}：一起安全事件涉及你的資料。發生了什麼、你可以做什麼：${url}`,
  more: (url) => `涉及你的哪些資料、被用過幾次：${url}`,
  report: {
    title: (authority) => `個人資料安全事件報告：${authority}`,
    drill: '這是演練，並未真的發生。',
    noticed: '知悉時間',
    due: '報告期限',
    period: '涉及時段',
    ever: (to) => `截至 ${to} 保存的全部`,
    people: '涉及人數',
    unreadable: (entries) => `另有 ${entries} 次使用屬於之後已被刪除的人，無法再知道是誰。`,
    fields: '資料種類',
    told: (told, people) => `${people} 人中已告知 ${told} 人`,
    contact: '聯絡方式',
    lessons: '調查結論',
    none: '尚不清楚',
    law: '依據',
  },
};
