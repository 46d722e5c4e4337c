import { type Consents, say } from '@kept/policy';

/** Every question that is asked, each for one matter. Silence, or going on using the platform, answers none of them. */
export const consents = {
  verification: {
    label: say('查证件，做实名认证', '查證件，做實名驗證', 'Checking your identity'),
    question: say(
      '要不要交能证明身份的资料，让我们核对你的真实姓名？',
      '要不要提供能證明身分的資料，讓我們核對你的真實姓名？',
      'May we look at what proves who you are, to check that your name is real?',
    ),
    consequence: say(
      '账号照开，要实名才给的开放服务先不开。',
      '帳戶照開，要實名才提供的開放服務先不開。',
      'Your account opens; open services that need a checked name do not.',
    ),
    kind: 'separate',
    ground: 'pipl:A29',
    clause: '4.4',
  },
  improvement: {
    label: say('改进产品和服务', '改進產品與服務', 'Improving our products'),
    question: say(
      '要不要让我们分析你怎么用，好把产品和服务做得更好？',
      '要不要讓我們分析你怎麼用，好把產品與服務做得更好？',
      'May we study how you use our products and services, to make them better?',
    ),
    consequence: say(
      '不分析你的，别的照旧。',
      '不分析你的，其他照舊。',
      'Yours are not studied; all else stays the same.',
    ),
    kind: 'consent',
    ground: 'pipl:A13-1-1',
    clause: '4.3',
  },
  feedback: {
    label: say('跟进反馈', '追蹤回饋', 'Following up feedback'),
    question: say(
      '要不要把你的反馈记下来，有下文时联系你？',
      '要不要把你的意見記下來，有後續時聯絡你？',
      'May we keep a record of your feedback, and get in touch about it?',
    ),
    consequence: say('不记，也不联系你。', '不記，也不聯絡你。', 'No record is kept and nobody gets in touch.'),
    kind: 'consent',
    ground: 'pipl:A13-1-1',
    clause: '4.5',
  },
  affiliate: {
    label: say('交给安卡萨', '交給安卡薩', 'Sharing with Aqara Software Service'),
    question: say(
      '要不要把你申请的资源和用接口的情况交给深圳安卡萨软件服务有限公司，由它一起提供开放服务？',
      '要不要把你申請的資源和使用介面的情形交給深圳安卡薩軟體服務有限公司，由它一起提供開放服務？',
      'May Shenzhen Aqara Software Service Co., Ltd. have your resources and interface use, to provide the open service with us?',
    ),
    consequence: say(
      '不交，开放服务照用。',
      '不交，開放服務照用。',
      'It gets nothing, and the open service works all the same.',
    ),
    kind: 'separate',
    ground: 'pipl:A23',
    clause: '5.1',
  },
  guardian: {
    label: say('监护人同意', '監護人同意', 'A guardian’s yes'),
    question: say(
      '你的孩子还不满十四岁，可以让他开一个开发者账号吗？',
      '你的孩子還未滿十四歲，可以讓他開一個開發者帳戶嗎？',
      'Your child is under fourteen. May they have a developer account?',
    ),
    consequence: say(
      '不开账号，已经收到的删掉。',
      '不開帳戶，已經收到的刪掉。',
      'There is no account, and what has arrived is deleted.',
    ),
    kind: 'separate',
    ground: 'pipl:A31',
    by: 'guardian',
    clause: '9',
  },
} as const satisfies Consents;
