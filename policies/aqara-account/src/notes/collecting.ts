import { say } from '@kept/policy';

/** Where chapters 1 to 3 leave something open or say two things: how it is read here, always for the person. */
export const collectingNotes = [
  {
    kind: 'stricter',
    clause: '1',
    text: say(
      '原文说，用了服务就算接受全部条款。这里不这么算：要你同意的，一件一件问，你答应才算。',
      '原文說，用了服務就算接受全部條款。這裡不這麼算：要你同意的，一件一件問，你答應才算。',
      'The text takes using the service for accepting everything in it. Not here: what needs your consent is asked, thing by thing, and only a yes counts.',
    ),
  },
  {
    kind: 'conflict',
    clause: '1',
    text: say(
      '原文第一章的邮箱和后面各章的拼写不一样，这里用后面各章都写的那一个。',
      '原文第一章的電子郵件地址和後面各章拼法不同，這裡用後面各章都寫的那一個。',
      'The e-mail address in chapter 1 is spelt differently from the one in all later chapters; the later one is used.',
    ),
  },
  {
    kind: 'blank',
    clause: '1',
    text: say(
      '原文没写过营销，所以这里没有一个目的是营销。',
      '原文沒寫過行銷，所以這裡沒有一個目的是行銷。',
      'The text never speaks of marketing, so no purpose here is marketing.',
    ),
  },
  {
    kind: 'besides',
    clause: '1',
    text: say(
      '要有增值电信许可的那部分服务，由深圳安卡萨软件服务有限公司提供，同样照这份约定办。',
      '需要加值電信許可的那部分服務，由深圳安卡薩軟體服務有限公司提供，同樣照這份約定走。',
      'Services that need a value-added telecom licence are run by Shenzhen Aqara Software Service Co., Ltd., under the same rules.',
    ),
  },
  {
    kind: 'blank',
    clause: '2',
    text: say(
      '注册时会问你住在哪里、用什么语言、是十四到十七岁还是十八岁以上。清单里没有这三样：它们只用来选机房、选文字、护着孩子，记到注销为止。',
      '註冊時會問你住在哪裡、用什麼語言、是十四到十七歲還是十八歲以上。清單裡沒有這三項：它們只用來選機房、選文字、保護孩子，記到註銷為止。',
      'Registration asks where you live, which language you use and whether you are fourteen to seventeen or eighteen and over. The list lacks these three: they choose the data centre and the language and protect the young, and go when the account does.',
    ),
  },
  {
    kind: 'conflict',
    clause: '2.1.1',
    text: say(
      '表里写“用户名/昵称”，正文只写昵称，当作同一样，可填可不填。手机号和邮箱，给一个就够。',
      '表裡寫「使用者名稱／暱稱」，正文只寫暱稱，當作同一項，可填可不填。手機號碼和電子郵件，給一個就夠。',
      'The table says “user name/nickname”, the paragraph only nickname: read as one thing, and optional. Of phone and e-mail, one is enough.',
    ),
  },
  {
    kind: 'stricter',
    clause: '2.1.2',
    text: say(
      '原文说，填了就算同意。这里先问后填。资料里的手机和邮箱只是联系方式，不会变成登录用的钥匙。',
      '原文說，填了就算同意。這裡先問後填。資料裡的手機和電子郵件只是聯絡方式，不會變成登入用的鑰匙。',
      'The text takes filling in for consent. Here we ask first. A phone or e-mail in the profile is a way to reach you, never a key to sign in with.',
    ),
  },
  {
    kind: 'blank',
    clause: '2.1.3',
    text: say(
      '原文没说位置可不可以不给，当作可以不给；给了，只找这一次，不留。',
      '原文沒說位置可不可以不給，當作可以不給；給了，只找這一次，不留。',
      'The text does not say whether location may be refused. It may; and if given it serves this one look and is not kept.',
    ),
  },
  {
    kind: 'conflict',
    clause: '2.1.5',
    text: say(
      '原文一处说客服记录也用来改进客服，一处说只用来服务和处理纠纷。从严：改进客服不用。',
      '原文一處說客服紀錄也用來改進客服，一處說只用來服務和處理糾紛。從嚴：改進客服不用。',
      'The text says once that support records also improve support, and once that they serve only help and disputes. The stricter holds: not for improving.',
    ),
  },
  {
    kind: 'besides',
    clause: '2.1.5',
    text: say(
      '跟客服说到别人的事，先问过人家。',
      '跟客服說到別人的事，先問過對方。',
      'If you tell support about somebody else, ask them first.',
    ),
  },
  {
    kind: 'stricter',
    clause: '2.1.7',
    text: say(
      '“更好的体验”太宽，不算一个目的。原文没说拒绝会怎样，当作可以拒绝，设备照样用。',
      '「更好的體驗」太寬，不算一個目的。原文沒說拒絕會怎樣，當作可以拒絕，裝置照用。',
      '“A better experience” is too wide to be a purpose. The text does not say what refusing costs; it is read as allowed, and the device goes on working.',
    ),
  },
  {
    kind: 'blank',
    clause: '2.1.7',
    text: say(
      '原文的清单没单列登录记录。你登录用的手机或电脑，也是清单里有型号、有IP的设备：只为让你认出并请走别人而记，只给你一个人看，退出就清，最多三十天。',
      '原文的清單沒單列登入紀錄。你登入用的手機或電腦，也是清單裡有型號、有IP的裝置：只為讓你認出並請走別人而記，只給你一個人看，登出就清，最多三十天。',
      'The list has no row for sign-ins. The phone or computer you sign in with is read as a device with a model and an IP address: noted only so that you can spot and end a stranger’s sign-in, shown to you alone, cleared at sign-out, thirty days at most.',
    ),
  },
  {
    kind: 'conflict',
    clause: '2.2',
    text: say(
      '表和正文写的不一样的，两处都写的算必需，只写一处的算可选。“入住重”“明确”像是笔误，照“入住中”“名称”理解。',
      '表和正文寫的不一樣的，兩處都寫的算必需，只寫一處的算可選。「入住重」「明確」像是筆誤，照「入住中」「名稱」理解。',
      'Where table and paragraph differ, what both name is needed and what one names is optional. Two words look like slips and are read as “occupied” and “name”.',
    ),
  },
  {
    kind: 'conflict',
    clause: '2.2',
    text: say(
      '同一个服务号、同一个平台，原文前后叫法不同，都当作同一个。',
      '同一個服務號、同一個平台，原文前後叫法不同，都當作同一個。',
      'The text calls one WeChat account, and two of the platforms, by different names; each is read as one.',
    ),
  },
  {
    kind: 'conflict',
    clause: '2.2.1',
    text: say(
      '原文先说联系人这些“可能”收，又说不给就注册不了。从宽：只有前四样必需。',
      '原文先說聯絡人這些「可能」蒐集，又說不給就註冊不了。從寬：只有前四項必需。',
      'The text says it “may” collect contacts, then that without them there is no account. Read for the company: only the first four are needed.',
    ),
  },
  {
    kind: 'stricter',
    clause: '2.2.2',
    text: say(
      '银行账户和税号，原文没标敏感；一个人开的店，那就是他自己的。这里当敏感的，单独问，不给也能认证。',
      '銀行帳號和稅號，原文沒標敏感；一個人開的店，那就是他自己的。這裡當敏感的，單獨問，不給也能認證。',
      'Bank account and tax number are not marked as sensitive; for a one-person shop they are that person’s own. Here they are sensitive, asked separately, and certification works without them.',
    ),
  },
  {
    kind: 'stricter',
    clause: '2.3',
    text: say(
      '这十一种比现行法律旧。这里真用到的只有三种：法律要求、你要的合同、服务稳当；别的没有一个目的靠它。',
      '這十一種比現行法律舊。這裡真用到的只有三種：法律要求、你要的契約、服務穩定；其他沒有一個目的靠它。',
      'The eleven are older than the law in force. Only three are relied on here: a legal duty, a contract you asked for, a stable service. No purpose rests on the rest.',
    ),
  },
  {
    kind: 'blank',
    clause: '3',
    text: say(
      '原文没说用Cookie要不要先问。除了登录那一个，这里都先问。',
      '原文沒說用Cookie要不要先問。除了登入那一個，這裡都先問。',
      'The text does not say whether cookies are asked for. All but the one for sign-in are.',
    ),
  },
] as const;
