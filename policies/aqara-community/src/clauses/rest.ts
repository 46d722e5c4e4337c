import { say } from '@kept/policy';

/** Chapters 9 to 13: minors, which document goes first, changes, other people's products, and how to reach us. */
export const rest = {
  '9': {
    title: say('未成年人', '未成年人', 'Minors'),
    sentence: say(
      '孩子上社区，由家长看着。**未成年人的信息，我们不要**，也不给他们发推广；孩子背着家长给了的，告诉我们，就删。',
      '孩子上社群，由家長看著。**未成年人的資料，我們不要**，也不寄推廣給他們；孩子背著家長給了的，告訴我們，就刪。',
      'Parents watch over how their children use the community. **We want no data of minors** and send them no promotions; what a child gave without a guardian’s yes is deleted when you tell us.',
    ),
  },
  '10': {
    title: say('哪份说了算', '哪份說了算', 'Which goes first'),
    sentence: say(
      '你要是也签了用户协议，两份不一样的地方，原文让协议说了算；这里**看哪份更护着你**。',
      '你要是也簽了使用者協議，兩份不一樣的地方，原文讓協議說了算；這裡**看哪份更保護你**。',
      'Where a user agreement of ours says otherwise, the text lets that agreement prevail. Here **whichever protects you more** does.',
    ),
  },
  '11': {
    title: say('改了怎么告诉你', '改了怎麼告訴你', 'When this changes'),
    sentence: say(
      '大改，发邮件，或在网站、软件里说一声，从说的那天算起。多收一样、换个用法，**都重新问你**；你不吭声，不算答应。',
      '大改，寄電子郵件，或在網站、軟體裡說一聲，從說的那天算起。多蒐集一項、換個用法，**都重新問你**；你不出聲，不算答應。',
      'Of big changes we tell you by e-mail, on our sites or in our software, and they count from that day. Anything more, or any new use, **asks you again**; silence is not a yes.',
    ),
  },
  '12': {
    title: say('别家的产品', '別家的產品', 'Other companies’ products'),
    sentence: say(
      '社区里链接出去的网站、别家的产品，可能收你的信息，不归这份约定管。',
      '社群裡連出去的網站、別家的產品，可能蒐集你的資料，不歸這份約定管。',
      'Sites and products of others that the community links to may collect data too, and are not covered here.',
    ),
  },
  '13': {
    title: say('怎么找我们', '怎麼找我們', 'How to reach us'),
    sentence: say(
      '有意见、有问题，写信给**数据保护官**，注明“Privacy Policy”。',
      '有意見、有問題，寫信給**資料保護長**，註明「Privacy Policy」。',
      'With comments and questions, write to the **Data Protection Officer** and mention “Privacy Policy”.',
    ),
  },
} as const;
