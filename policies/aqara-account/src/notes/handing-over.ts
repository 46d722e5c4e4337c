import { say } from '@kept/policy';

/** The same for chapter 4: who gets what. */
export const handingOverNotes = [
  {
    kind: 'conflict',
    clause: '4.1',
    text: say(
      '原文提到做广告、做分析的合作方，却没写广告这个目的，所以什么也不给他们。',
      '原文提到做廣告、做分析的合作方，卻沒寫廣告這個目的，所以什麼也不給他們。',
      'The text mentions partners for adverts and analysis but has no purpose of advertising, so they get nothing.',
    ),
  },
  {
    kind: 'blank',
    clause: '4.1',
    text: say(
      '原文用邮箱注册、发通知，却没说邮件经谁发。这里当作代办：只给地址和验证码，在同一个地区里发；换成真有名字的一家之前，先写进来。',
      '原文用電子郵件註冊、寄通知，卻沒說郵件經誰寄。這裡當作代辦：只給地址和驗證碼，在同一個地區裡寄；換成真有名字的一家之前，先寫進來。',
      'The text registers and notifies by e-mail without saying who carries it. Read as work on our behalf: address and code only, sent from within the same region; before a named company takes over, it is written in here.',
    ),
  },
  {
    kind: 'conflict',
    clause: '4.1',
    text: say(
      '原文说不把看得出身份的明文给代办的人，可发短信不能没有号码。所以只给号码和验证码。清单只写了号码，验证码也从那里过，一并写明。',
      '原文說不把看得出身分的明文給代辦的人，可是發簡訊不能沒有號碼。所以只給號碼和驗證碼。清單只寫了號碼，驗證碼也從那裡過，一併寫明。',
      'The text gives nobody clear text that shows who you are, yet a text message needs its number. So the number goes, and the code with it, which the text’s own list leaves out.',
    ),
  },
  {
    kind: 'stricter',
    clause: '4.2',
    text: say(
      '原文把发短信写在“共享”里。它替我们跑腿，不为自己用，所以照代办来管；依据是不经过它办不成。',
      '原文把發簡訊寫在「共享」裡。它替我們跑腿，不為自己用，所以照代辦來管；依據是不經過它辦不成。',
      'The text lists text messages under sharing. The company runs our errand and uses nothing for itself, so it is bound as one who works for us; the ground is that it cannot be done otherwise.',
    ),
  },
  {
    kind: 'stricter',
    clause: '5.2',
    text: say(
      '短信公司在中国大陆，海外的号码不能不脱敏就送过去。所以住在海外的人用邮箱收验证码，不用短信。',
      '簡訊公司在中國大陸，海外的號碼不能不去識別就送過去。所以住在海外的人用電子郵件收驗證碼，不用簡訊。',
      'The text-message company is in mainland China, where a number from abroad must not go as it is. People who live abroad therefore get codes by e-mail, not by text message.',
    ),
  },
  {
    kind: 'stricter',
    clause: '4.2.1',
    text: say(
      '签电子合同的一家自己收信息、自己担责，所以签之前单独问你，不签就用纸。',
      '簽電子合約的一家自己蒐集資料、自己負責，所以簽之前單獨問你，不簽就用紙本。',
      'The e-signature company collects for itself and answers for itself, so you are asked separately before it is used; paper is the other way.',
    ),
  },
  {
    kind: 'stricter',
    clause: '4.2.3',
    text: say(
      '八种情形里，有几种法律没有单独开门。没有哪个目的靠它们，等于关着。',
      '八種情形裡，有幾種法律沒有單獨開門。沒有哪個目的靠它們，等於關著。',
      'The law opens no door of its own for some of the eight. No purpose rests on them, so they stay shut.',
    ),
  },
  {
    kind: 'blank',
    clause: '4.3.1',
    text: say(
      '接手的是谁还不知道，就没法答应。所以现在不问，也就不转；真有那天，写清是谁再问。',
      '接手的是誰還不知道，就無法答應。所以現在不問，也就不轉；真有那天，寫清楚是誰再問。',
      'Nobody can agree to a successor who is not known. So it is not asked now and nothing is handed over; should the day come, you are told who, and asked.',
    ),
  },
  {
    kind: 'stricter',
    clause: '4.4.2',
    text: say(
      '原文说严重违规可能公布，没说要同意；法律要单独同意。从严：没有同意，不公布是谁。',
      '原文說嚴重違規可能公布，沒說要同意；法律要單獨同意。從嚴：沒有同意，不公布是誰。',
      'The text may publish grave violations without a word of consent; the law wants a separate one. The stricter holds: without it, nobody is named.',
    ),
  },
] as const;
