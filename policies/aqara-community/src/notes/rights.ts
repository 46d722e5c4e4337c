import { say } from '@kept/policy';

/** The same for chapters 5 to 8. */
export const rightsNotes = [
  {
    kind: 'stricter',
    clause: '5',
    text: say(
      '原文说“业务目标”用得着也留。这里不算：只有收的时候说好的事、法律和纠纷能留。',
      '原文說「業務目標」用得到也留。這裡不算：只有蒐集時說好的事、法律和糾紛能留。',
      'The text also keeps data for “business objectives”. Not here: only what it was collected for, a law or a dispute keeps it.',
    ),
  },
  {
    kind: 'blank',
    clause: '5',
    text: say(
      '存多久，原文没有一个数目。这里看事：办完就删，收回同意就删，注销就删。',
      '存多久，原文沒有一個數目。這裡看事：辦完就刪，收回同意就刪，註銷就刪。',
      'The text has no number for how long. Here it goes when it has served, when consent is taken back, when the account closes.',
    ),
  },
  {
    kind: 'conflict',
    clause: '6',
    text: say(
      '标题写了删除，正文只写查阅和更正。删除也算。',
      '標題寫了刪除，內文只寫查閱和更正。刪除也算。',
      'The heading speaks of deleting, what follows only of seeing and amending. Deleting counts.',
    ),
  },
  {
    kind: 'blank',
    clause: '6',
    text: say(
      '期限，原文交给你当地的法律。这里最迟一个月；你当地更短的，照短的。',
      '期限，原文交給你當地的法律。這裡最遲一個月；你當地更短的，照短的。',
      'The text leaves the time to your law. Here it is a month at most, and less where your law has less.',
    ),
  },
  {
    kind: 'stricter',
    clause: '6',
    text: say(
      '不给看的理由，原文说“包括但不限于”。这里只有列出的四种。',
      '不給看的理由，原文說「包括但不限於」。這裡只有列出的四種。',
      'The reasons for keeping data back are “not limited to” those named. Here there are the four and no more.',
    ),
  },
  {
    kind: 'blank',
    clause: '6',
    text: say(
      '怎么核实是你，原文没写。登录着，或用登记过的邮箱来信就够，不要证件。',
      '怎麼核實是你，原文沒寫。登入著，或用登記過的電子郵件來信就夠，不要證件。',
      'How we know that it is you is not said. Being signed in, or a letter from the address we have, is enough; no papers.',
    ),
  },
  {
    kind: 'stricter',
    clause: '7',
    text: say(
      '原文叫你写信来收回，说“合理时间内”办，还提到法律后果。这里在“我的选择”里按一下，当场就停，没有别的后果。',
      '原文請你寫信來收回，說「合理時間內」辦，還提到法律後果。這裡在「我的選擇」裡按一下，當場就停，沒有別的後果。',
      'The text wants a letter, takes “a reasonable time” and speaks of legal consequences. Here it is one press under Choices, at once, and nothing else follows.',
    ),
  },
  {
    kind: 'blank',
    clause: '8',
    text: say(
      '谁的信息放在哪一国，原文没写。住在这六国的，各放本国；住在别处的，放在法律护得最严的德国。',
      '誰的資料放在哪一國，原文沒寫。住在這六國的，各放本國；住在別處的，放在法律保護最嚴的德國。',
      'Whose data is in which country the text does not say. Here people of the six have it at home, everybody else in Germany, where the law protects most.',
    ),
  },
  {
    kind: 'stricter',
    clause: '8',
    text: say(
      '原文说信息可能去别国，没说要问。这里单独问你，不答应就不出去，哪怕是去我们自己的机房。',
      '原文說資料可能去別國，沒說要問。這裡單獨問你，不答應就不出去，即使是去我們自己的機房。',
      'The text may send data to another country without a word of asking. Here you are asked separately, and without a yes it does not leave, not even for a data centre of ours.',
    ),
  },
] as const;
