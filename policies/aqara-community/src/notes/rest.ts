import { say } from '@kept/policy';

/** The same for chapters 9 to 13. */
export const restNotes = [
  {
    kind: 'conflict',
    clause: '9',
    text: say(
      '原文一面让家长看着孩子用社区，一面说不要未成年人的信息。从严：未成年人不能有账号。',
      '原文一面讓家長看著孩子用社群，一面說不要未成年人的資料。從嚴：未成年人不能有帳戶。',
      'The text has parents watch over children in the community, and wants no data of minors. The stricter holds: no account for a minor.',
    ),
  },
  {
    kind: 'blank',
    clause: '9',
    text: say(
      '多大算未成年人，原文没写。这里是不满十八岁。',
      '多大算未成年人，原文沒寫。這裡是未滿十八歲。',
      'How old a minor is the text does not say. Here it is anybody under eighteen.',
    ),
  },
  {
    kind: 'blank',
    clause: '9',
    text: say(
      '孩子的信息多久删掉，原文没写。这里发现当天就封存，两个人看过马上删，最晚三天；事后补的监护人同意，不能把账号留下。',
      '孩子的資料多久刪掉，原文沒寫。這裡發現當天就封存，兩個人看過馬上刪，最晚三天；事後補的監護人同意，不能把帳戶留下。',
      'By when a child’s data is deleted the text does not say. Here what is found is withheld at once and deleted when two people have looked, within three days; a guardian’s yes that comes afterwards keeps no account.',
    ),
  },
  {
    kind: 'stricter',
    clause: '10',
    text: say(
      '原文说用户协议和这份约定不一样时，协议说了算。这里谁更护着你，谁说了算。',
      '原文說使用者協議和這份約定不一樣時，協議說了算。這裡誰更保護你，誰說了算。',
      'Between the user agreement and these rules the text prefers the agreement. Here it is whichever protects you more.',
    ),
  },
  {
    kind: 'stricter',
    clause: '11',
    text: say(
      '原文说，改了以后接着用就算接受。这里不算：新收的、新用法，要等你答应。',
      '原文說，改了以後接著用就算接受。這裡不算：新蒐集的、新用法，要等你答應。',
      'The text takes going on for accepting a change. Not here: new data and new uses wait for your yes.',
    ),
  },
  {
    kind: 'besides',
    clause: '11',
    text: say(
      '约定会定期重看，有空来翻一翻。',
      '約定會定期重看，有空來翻一翻。',
      'These rules are gone over from time to time; look in now and then.',
    ),
  },
  {
    kind: 'besides',
    clause: '12',
    text: say(
      '点出去之前，先看看人家的隐私政策；他们收什么、怎么用，我们管不到。',
      '點出去之前，先看看對方的隱私權政策；他們蒐集什麼、怎麼用，我們管不到。',
      'Before you follow a link, read what its owner says; what they collect and do is beyond our say.',
    ),
  },
  {
    kind: 'blank',
    clause: '13',
    text: say(
      '多久回信、不满意找谁，原文没写。这里十五个工作日内回，只存来信和回信用的邮箱；你当地的主管部门和法院，随时可以找。',
      '多久回信、不滿意找誰，原文沒寫。這裡十五個工作天內回覆，只存來信和回信用的電子郵件；你當地的主管機關和法院，隨時可以找。',
      'How soon a letter is answered, and who hears you if that does not satisfy you, is not said. Here it is fifteen working days, with the letter and the address to answer to kept and no more; the authority and courts of where you live are always open.',
    ),
  },
] as const;
