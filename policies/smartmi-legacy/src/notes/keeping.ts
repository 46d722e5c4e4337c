import { say } from '@kept/policy';

/** Headings 6 to 10. */
export const keepingNotes = [
  {
    kind: 'conflict',
    clause: '6',
    text: say(
      '原文一句话里又说“经你授权”，又说“不用你批准”。从严：你自己要给的，要你答应；不用你答应的，只有下面写的法律、代办和公司易主。',
      '原文一句話裡又說「經你授權」，又說「不用你核准」。從嚴：你自己要給的，要你答應；不用你答應的，只有下面寫的法律、代辦和公司易主。',
      'One sentence shares “with your authorization” and “without your approval”. The stricter holds: what you hand on takes your yes; without it only what the law, work on our behalf or a change of owner asks, as written below.',
    ),
  },
  {
    kind: 'blank',
    clause: '6',
    text: say(
      '收到信息的人在哪里，原文没说，除了信息所在国家的法院和机关，一律当作在境外：当地法律要的保障齐了才给。',
      '收到資料的人在哪裡，原文沒說，除了資料所在國家的法院和機關，一律當作在境外：當地法律要的保障齊了才給。',
      'The text does not say where those who get data are. All but the courts and authorities of the country that the data is in are treated as abroad: nothing goes without the safeguards that the law asks for.',
    ),
  },
  {
    kind: 'stricter',
    clause: '6.1',
    text: say(
      '命令要什么，人看过再给；位置、亲友和你分享的内容不给。',
      '命令要什麼，人看過再給；位置、親友和你分享的內容不給。',
      'What an order asks for, somebody reads first. Location, whom you named and what you shared are not given.',
    ),
  },
  {
    kind: 'blank',
    clause: '6.2',
    text: say(
      '替我们办事的是谁、拿到哪些，原文没说。这里只给办订单要用的；付款的信息不给。',
      '替我們辦事的是誰、拿到哪些，原文沒說。這裡只給處理訂單要用的；付款資料不給。',
      'Who works for us and what they get is not said. Here only what an order takes, and never payment details.',
    ),
  },
  {
    kind: 'blank',
    clause: '6.3',
    text: say(
      '接手的是谁还不知道。真有那天，先写进来，再一个一个告诉你们；不愿意的，可以拒绝。',
      '接手的是誰還不知道。真有那天，先寫進來，再一個一個告訴你們；不願意的，可以拒絕。',
      'Who might take over is not known. Should the day come, it is written in here and everybody is told first; whoever does not want it may refuse.',
    ),
  },
  {
    kind: 'blank',
    clause: '7',
    text: say(
      '信息放在哪个国家，原文没说。这里放在新加坡。',
      '資料放在哪個國家，原文沒說。這裡放在新加坡。',
      'The text does not say in which country data is kept. Here it is Singapore.',
    ),
  },
  {
    kind: 'blank',
    clause: '7',
    text: say(
      '哪些加密的内容只有你打得开，原文没说。这里是你分享的内容和消息：我们只存，不看。',
      '哪些加密的內容只有你打得開，原文沒說。這裡是你分享的內容和訊息：我們只存，不看。',
      'What only you can open is not said. Here it is the content and messages that you share: we hold them and do not look.',
    ),
  },
  {
    kind: 'blank',
    clause: '7',
    text: say(
      '出了事要不要告诉你，原文没写，所以这里没有期限可写；法律要的照样办。',
      '出了事要不要告訴你，原文沒寫，所以這裡沒有期限可寫；法律要的照樣辦。',
      'Whether you are told of a breach the text does not say, so no period stands here. What the law asks is done all the same.',
    ),
  },
  {
    kind: 'besides',
    clause: '8',
    text: say(
      '别家的产品和服务可能也收你的信息，用之前先看看人家怎么说。点出去的网站，我们管不到。',
      '別家的產品和服務可能也蒐集你的資料，用之前先看看對方怎麼說。點出去的網站，我們管不到。',
      'Other companies’ products and services may take your data as well; read what they say first. Sites behind a link are beyond our say.',
    ),
  },
  {
    kind: 'conflict',
    clause: '9',
    text: say(
      '原文一边建议不满十三岁的由监护人陪着用，一边说知道是孩子就不收。从严：不满十三岁的不能有账号。',
      '原文一邊建議未滿十三歲的由監護人陪著用，一邊說知道是孩子就不蒐集。從嚴：未滿十三歲的不能有帳戶。',
      'The text recommends a guardian’s guidance for those under thirteen, and takes nothing once it knows they are children. The stricter holds: under thirteen there is no account.',
    ),
  },
  {
    kind: 'blank',
    clause: '9',
    text: say(
      '监护人能替多大的孩子叫停和删除，原文只说未成年人；这里是十八岁以下，要证明监护关系。',
      '監護人能替多大的孩子叫停和刪除，原文只說未成年人；這裡是未滿十八歲，要證明監護關係。',
      'For whom a guardian may stop collection or have data deleted, the text says “minors”. Here that is under eighteen, with proof of guardianship.',
    ),
  },
  {
    kind: 'blank',
    clause: '9',
    text: say(
      '原文只说“尽快”删，没写几天。这里发现当天就封存，两个人看过马上删，最晚三天；事后补的监护人同意，不能把账号留下。',
      '原文只說「盡快」刪，沒寫幾天。這裡發現當天就封存，兩個人看過馬上刪，最晚三天；事後補的監護人同意，不能把帳戶留下。',
      'The text deletes “as soon as possible” and has no number. Here what is found is withheld at once and deleted when two people have looked, within three days; a guardian’s yes that comes afterwards keeps no account.',
    ),
  },
  {
    kind: 'conflict',
    clause: '10',
    text: say(
      '原文说你没明说同意就不减你的权利，后面又跟了一句“除非发了邮件或公告”。从严：减权利，要你明说同意；邮件和公告只是告诉你。',
      '原文說你沒明說同意就不減你的權利，後面又跟了一句「除非寄了電子郵件或公告」。從嚴：減權利，要你明說同意；電子郵件和公告只是告訴你。',
      'The text takes no right away without your express consent, “unless” it has sent a mail or put up a notice. The stricter holds: fewer rights wait for your express yes; mail and notice only tell you.',
    ),
  },
] as const;
