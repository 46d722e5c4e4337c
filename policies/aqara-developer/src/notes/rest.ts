import { say } from '@kept/policy';

/** The same for chapters 7 to 12. */
export const restNotes = [
  {
    kind: 'conflict',
    clause: '7',
    text: say(
      '原文说在别人的电脑上用完要“删除账号”，多半是想说退出。当作退出；真想注销，也随时可以。',
      '原文說在別人的電腦上用完要「刪除帳號」，多半是想說登出。當作登出；真想註銷，也隨時可以。',
      'The text wants you to “delete the account” after using it on somebody else’s machine, and seems to mean signing out. It is read so; closing is there too, whenever you like.',
    ),
  },
  {
    kind: 'stricter',
    clause: '7',
    text: say(
      '原文说，你自己告诉别人而出的事，它不管。这里该有的防护一样不少，该通知的照样通知。',
      '原文說，你自己告訴別人而出的事，它不負責。這裡該有的防護一樣不少，該通知的照樣通知。',
      'For what you told others yourself, the text answers for nothing. Here the protection stays, and so does telling you.',
    ),
  },
  {
    kind: 'blank',
    clause: '8',
    text: say(
      '办请求要多久、收不收钱、什么时候可以不办，原文都没写。都按来信的十五个工作日，不收钱，没有不办的理由。',
      '處理請求要多久、收不收費、什麼時候可以不辦，原文都沒寫。都按來信的十五個工作天，不收費，沒有不辦的理由。',
      'How long a request takes, what it costs and when it may be refused is not said. All go by the fifteen working days for letters, free, with no ground to refuse.',
    ),
  },
  {
    kind: 'blank',
    clause: '8',
    text: say(
      '怎么核实是你，原文没写。登录着就够；没登录，用登记过的邮箱或地址来信。不为这个要证件。',
      '怎麼核實是你，原文沒寫。登入著就夠；沒登入，用登記過的電子郵件或地址來信。不為這個要證件。',
      'How we know that it is you is not said. Being signed in is enough; otherwise, a letter from an address we have. No papers are asked for it.',
    ),
  },
  {
    kind: 'conflict',
    clause: '9',
    text: say(
      '原文说主要给成人用，又说监护人答应，孩子也能开账号。照后一句；满十四岁的自己能开，未成年最好有大人陪着。',
      '原文說主要給成人用，又說監護人答應，孩子也能開帳戶。照後一句；滿十四歲的自己能開，未成年最好有大人陪著。',
      'The text is mainly for adults, yet lets a child have an account with a guardian’s yes. The latter holds; from fourteen one decides alone, better with a grown-up.',
    ),
  },
  {
    kind: 'stricter',
    clause: '9',
    text: say(
      '原文允许在三种情形下公开孩子的信息。这里没有一个目的会公开任何人的信息，孩子的也不会。',
      '原文允許在三種情形下公開孩子的資料。這裡沒有一個目的會公開任何人的資料，孩子的也不會。',
      'A child’s data may be published in three situations. Here no purpose publishes anybody’s, a child’s included.',
    ),
  },
  {
    kind: 'blank',
    clause: '9',
    text: say(
      '原文只说“尽快”删，没写几天。这里发现当天就封存，给监护人一周时间答复；到时没人答应就删，材料已经交来的等审完。',
      '原文只說「盡快」刪，沒寫幾天。這裡發現當天就封存，給監護人一週時間答覆；到時沒人答應就刪，文件已經交來的等審完。',
      'The text deletes “as soon as possible” and has no number. Here what is found is withheld at once, a guardian has a week, and without a yes by then it is deleted; papers that have come by then are looked at first.',
    ),
  },
  {
    kind: 'stricter',
    clause: '10',
    text: say(
      '原文说，改了以后接着用就算接受。这里不算：换用法、多给一家、少一项权利，都等你答应。',
      '原文說，改了以後接著用就算接受。這裡不算：換用法、多給一家、少一項權利，都等你答應。',
      'The text takes going on for accepting a change. Not here: a new use, another recipient or fewer rights wait for your yes.',
    ),
  },
  {
    kind: 'blank',
    clause: '10',
    text: say(
      '新版从哪天算起，原文没写。这里由通知写明，不早于告诉你的那天。',
      '新版從哪天算起，原文沒寫。這裡由通知寫明，不早於告訴你的那天。',
      'From when a new version counts is not said. Here the notice names the day, and none before you are told.',
    ),
  },
  {
    kind: 'besides',
    clause: '11',
    text: say(
      '点出去之前，先看看人家的隐私政策；他们收什么、怎么用，我们管不到。',
      '點出去之前，先看看對方的隱私權政策；他們蒐集什麼、怎麼用，我們管不到。',
      'Before you follow a link, read what its owner says; what they collect and do is beyond our say.',
    ),
  },
  {
    kind: 'stricter',
    clause: '12',
    text: say(
      '原文只提公司所在地的法院。你当地的法律另给了去处的，照样可以去，也可以找主管部门。',
      '原文只提公司所在地的法院。你當地的法律另給了去處的，照樣可以去，也可以找主管機關。',
      'The text has only the court of the company’s seat. Whatever other court or authority your own law gives you stays open.',
    ),
  },
] as const;
