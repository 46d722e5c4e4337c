import { say } from '@kept/policy';

/** The same for chapter 5: who gets what. */
export const sharingNotes = [
  {
    kind: 'conflict',
    clause: '5',
    text: say(
      '原文一处把关联公司算成“我们”，一处又算成拿信息的外人。从严：当外人，要你单独答应。',
      '原文一處把關係企業算成「我們」，一處又算成拿資料的外人。從嚴：當外人，要你單獨答應。',
      'Affiliates are “we” in one place and among those who receive data in another. The stricter holds: they are outside, and need your separate yes.',
    ),
  },
  {
    kind: 'blank',
    clause: '5.1',
    text: say(
      '答应给谁，原文没写名字。现在只问安卡萨这一家，只给资源和用接口的情况；别的联盟成员、合作伙伴，写明是谁之前一样不给。',
      '答應給誰，原文沒寫名字。現在只問安卡薩這一家，只給資源和使用介面的情形；其他聯盟成員、合作夥伴，寫明是誰之前一項都不給。',
      'Whom one would agree to is not said. Only Aqara Software Service is asked about, for resources and interface use; other members of an alliance and partners get nothing until they are named.',
    ),
  },
  {
    kind: 'stricter',
    clause: '5.2',
    text: say(
      '“上面的部分用途”太宽。这里只算替我们干活的人，而且一件一件写明给什么。',
      '「上面的部分用途」太寬。這裡只算替我們做事的人，而且一件一件寫明給什麼。',
      '“Part of the stated purposes” is too wide. Here it means those who work for us, with what each gets written down.',
    ),
  },
  {
    kind: 'blank',
    clause: '5.2',
    text: say(
      '发消息、回信要有人送邮件，原文没说是谁。这里只给邮箱地址，由中国大陆的服务送；换成真有名字的一家之前，先写进来。',
      '發訊息、回信要有人送電子郵件，原文沒說是誰。這裡只給電子郵件地址，由中國大陸的服務送；換成真有名字的一家之前，先寫進來。',
      'Somebody has to carry messages and answers, and the text does not say who. Only the address is given, to a service in mainland China; before a named company takes over, it is written in here.',
    ),
  },
  {
    kind: 'blank',
    clause: '6.1',
    text: say(
      '帮着做支持、安装、维护的服务商，原文没写名字、拿什么，也没写在哪儿。只给解决问题用得着的；又当作在境外，所以写明之前拿不到任何东西。',
      '幫忙做支援、安裝、維護的服務商，原文沒寫名字、拿什麼，也沒寫在哪裡。只給解決問題用得到的；又當作在境外，所以寫明之前拿不到任何東西。',
      'Those who support, install and maintain have in the text no name, no place and no list of what they get. They would get what a problem takes; being taken to be abroad, they get nothing until they are written in.',
    ),
  },
  {
    kind: 'stricter',
    clause: '5.3',
    text: say(
      '法院和政府只能要到账号、真名和使用记录，密码和证件不给；境外的机关来要，不给。',
      '法院與政府只能要到帳戶、真名和使用紀錄，密碼和證件不給；境外的機關要求，不給。',
      'Courts and authorities can be given the account, real names and records of use, never passwords or identity papers; those of other countries, nothing.',
    ),
  },
  {
    kind: 'stricter',
    clause: '5.4',
    text: say(
      '统计时名字是遮住的，只数人头；你不想被数进去，也可以拒绝。',
      '統計時名字是遮住的，只數人數；你不想被算進去，也可以拒絕。',
      'Counting does not show names, only how many there are; and you may refuse to be counted.',
    ),
  },
] as const;
