import { say } from '@kept/policy';

/** Chapters 7 to 12: the developer’s part, children, changes, other people’s products, and how to reach us. */
export const rest = {
  '7': {
    title: say('你能做的', '你能做的', 'What you can do'),
    sentence: say(
      '密码只告诉你授权的人；在别人的电脑上用完要退出。有人闯进来，**马上告诉我们**。',
      '密碼只告訴你授權的人；在別人的電腦上用完要登出。有人闖進來，**馬上告訴我們**。',
      'Keep your password from all but those you trust with it, and sign out of machines that are not yours. If somebody gets in, **tell us at once**.',
    ),
  },
  '8': {
    title: say('自己管', '自己管理', 'Yours to manage'),
    sentence: say(
      '账号里的，**你能看、能改、能删**；动手之前，可能要先核实是你。密码和资料，勤更新。',
      '帳戶裡的，**你能看、能改、能刪**；動手之前，可能要先核實是你。密碼和資料，記得常更新。',
      'What is in your account **you may see, change and delete**; we may first check that it is you. Renew the password and keep the rest up to date.',
    ),
  },
  '9': {
    title: say('未成年人', '未成年人', 'Children'),
    sentence: say(
      '东西主要做给大人用。没满十四岁的，**监护人答应了才能开账号**；没答应就收到的，尽快删。孩子的信息，只照法律、照监护人明说的，或为了护住孩子，才用或公开。',
      '東西主要做給大人用。未滿十四歲的，**監護人答應了才能開帳戶**；沒答應就收到的，盡快刪。孩子的資料，只照法律、照監護人明說的，或為了保護孩子，才使用或公開。',
      'Our things are mainly for grown-ups. Under fourteen **an account takes a guardian’s yes**, and what came without it is deleted soon. A child’s data is used or published only by law, by a guardian’s clear word, or to protect the child.',
    ),
  },
  '10': {
    title: say('改了怎么告诉你', '改了怎麼告訴你', 'When this changes'),
    sentence: say(
      '改了，在开发者平台上登新版，再提醒你。**没有你的明确同意，不减你的权利**；你不吭声，不算答应。',
      '改了，在開發者平台上登新版，再提醒你。**沒有你的明確同意，不減少你的權利**；你不出聲，不算答應。',
      'A new version appears on the platform and you are reminded. **Your rights are not cut without your explicit yes**, and silence is none.',
    ),
  },
  '11': {
    title: say('别家的产品', '別家的產品', 'Other companies’ products'),
    sentence: say(
      '链接出去的网站、别家的产品，可能收你的信息，不归这份约定管。',
      '連出去的網站、別家的產品，可能蒐集你的資料，不歸這份約定管。',
      'Sites we link to and other companies’ products may collect data too, and are not covered here.',
    ),
  },
  '12': {
    title: say('怎么找我们', '怎麼找我們', 'How to reach us'),
    sentence: say(
      '意见、问题、投诉，写信来，**十五个工作日内回**。还不满意，可以去法院。',
      '意見、問題、申訴，寫信來，**十五個工作天內回覆**。還不滿意，可以上法院。',
      'Write with whatever you think, ask or complain of, and we answer **within fifteen working days**. If that does not satisfy you, there is the court.',
    ),
  },
} as const;
