import { say } from '@kept/policy';

/** Chapter 5: who data is shared with. */
export const sharing = {
  '5': {
    title: say('不给外人', '不給外人', 'Nobody outside'),
    sentence: say(
      '没有你的许可，信息**不给外人**，除了下面几种情形；给也只为合法、必要、说得清的事，收到的都得守这份约定、保密、做好防护。',
      '沒有你的許可，資料**不給外人**，除了下面幾種情形；給也只為合法、必要、說得清楚的事，收到的都得遵守這份約定、保密、做好防護。',
      'Without your permission your data goes **to nobody outside**, save in the situations below, and then only for something lawful, needed and plain. Whoever gets it is bound to these rules, to secrecy and to guarding it.',
    ),
  },
  '5.1': {
    title: say('你明确答应了', '你明確答應了', 'You clearly said yes'),
    sentence: say(
      '**你清清楚楚答应了**，才给。',
      '**你清清楚楚答應了**，才給。',
      'It is shared once **you have clearly said yes**.',
    ),
  },
  '5.2': {
    title: say('办上面写好的事', '辦上面寫好的事', 'For what is written above'),
    sentence: say(
      '要办成上面写好的某件事，得有人帮手，比如送一封邮件。',
      '要辦成上面寫好的某件事，得有人幫忙，例如寄一封電子郵件。',
      'Some of the uses above take somebody’s help, such as carrying an e-mail.',
    ),
  },
  '5.3': {
    title: say('法律、官司和政府', '法律、訴訟與政府', 'Law, disputes, authorities'),
    sentence: say(
      '打官司、仲裁，或者政府和司法部门依法来要，我们照法律给。',
      '訴訟、仲裁，或者政府與司法機關依法要求，我們照法律提供。',
      'A lawsuit, an arbitration, or a government or legal department may lawfully call for it, and we follow the law.',
    ),
  },
  '5.4': {
    title: say('看不出是谁的总数', '看不出是誰的總數', 'Numbers that show nobody'),
    sentence: say(
      '给商业合作方看的，只有**看不出是谁的**总数和趋势，比如有多少开发者。',
      '給商業合作方看的，只有**看不出是誰的**總數與趨勢，例如有多少開發者。',
      'What business partners see are totals and trends that **show nobody**, such as how many developers there are.',
    ),
  },
} as const;
