import { say } from '@kept/policy';

/** Chapters 8 to 10: children, changes, other people's products, and how to reach us. */
export const rest = {
  '8.1': {
    title: say('未成年人', '未成年人', 'Children'),
    sentence: say(
      '东西是做给大人用的，**没满十四岁的不能开账号**；家长没点头就收到了孩子的信息，尽快删掉。',
      '東西是做給大人用的，**未滿十四歲的不能開帳戶**；家長沒點頭就收到了孩子的資料，盡快刪掉。',
      'Our things are made for grown-ups, and **nobody under fourteen may have an account**; what reached us about a child without a parent’s yes is deleted soon.',
    ),
  },
  '8.2': {
    title: say('改了怎么告诉你', '改了怎麼告訴你', 'When this changes'),
    sentence: say(
      '大改，发邮件或在网站、应用里说一声。多收一样、换个用法，**都重新问你**；你不吭声，不算答应。',
      '大改，寄電子郵件或在網站、應用程式裡說一聲。多蒐集一項、換個用法，**都重新問你**；你不出聲，不算答應。',
      'We tell you of big changes by e-mail, on our sites or in the app. Anything more, or any new use, **asks you again**; silence is not a yes.',
    ),
  },
  '9': {
    title: say('别家的产品', '別家的產品', 'Other companies’ products'),
    sentence: say(
      '链接出去的网站、别家的产品，不归这份约定管，点进去先看看人家怎么说。',
      '連出去的網站、別家的產品，不歸這份約定管，點進去先看看人家怎麼說。',
      'Sites we link to and other companies’ products are not covered here; read what they say before you go in.',
    ),
  },
  '10': {
    title: say('怎么找我们', '怎麼找我們', 'How to reach us'),
    sentence: say(
      '有话写信给我们，**十五个工作日内回**。还不满意，可以找网信部门评理。',
      '有話寫信給我們，**十五個工作天內回覆**。還不滿意，可以找網信部門申訴。',
      'Write to us and we answer **within fifteen working days**. If that does not satisfy you, the cyberspace administration hears complaints.',
    ),
  },
} as const;
