import { say } from '@kept/policy';

/** Where chapters 1 to 4 leave something open or say two things: how it is read here, always for the person. */
export const collectingNotes = [
  {
    kind: 'conflict',
    clause: '1',
    text: say(
      '原文写2022年6月9日起生效，又写2023年1月28日才改成现在这样，网页文件更晚，是2023年8月2日。一月里改动的，从1月28日算起。',
      '原文寫2022年6月9日起生效，又寫2023年1月28日才改成現在這樣，網頁檔案更晚，是2023年8月2日。一月裡改動的，從1月28日算起。',
      'The text is in force from 9 June 2022, was last changed on 28 January 2023, and its web page on 2 August 2023. What was changed in January counts from that day.',
    ),
  },
  {
    kind: 'stricter',
    clause: '1',
    text: say(
      '原文说，用了就算看过并接受全部条款和以后的改动。这里不算：要你同意的，一件一件问。',
      '原文說，用了就算看過並接受全部條款和以後的改動。這裡不算：要你同意的，一件一件問。',
      'The text takes using the platform for accepting all of it, later changes included. Not here: what needs your consent is asked, thing by thing.',
    ),
  },
  {
    kind: 'stricter',
    clause: '1',
    text: say(
      '原文说关联公司“包括但不限于”一家。这里只认写了名字的那一家。',
      '原文說關係企業「包括但不限於」一家。這裡只認寫了名字的那一家。',
      'The text has affiliates “not limited to” the one it names. Here only that one counts.',
    ),
  },
  {
    kind: 'stricter',
    clause: '2',
    text: say(
      '原文说核实身份时照这份约定“或”开发者协议办。两份不一样时，照更护着你的那份。',
      '原文說核實身分時照這份約定「或」開發者協議辦。兩份不一樣時，照更保護你的那份。',
      'To check who you are the text goes by these rules “or” by the developer agreement. Where the two differ, what protects you more holds.',
    ),
  },
  {
    kind: 'blank',
    clause: '2',
    text: say(
      '原文说信息最后由你说了算，没说答应过的怎么收回。这里在“我的选择”里按一下就行。',
      '原文說資料最後由你決定，沒說答應過的怎麼收回。這裡在「我的選擇」裡按一下就好。',
      'The text leaves you the last word without a way to take back a yes. Here it is one press under Choices.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3',
    text: say(
      '原文的清单都带“比如”“等等”。这里写了几样就是几样，别的不收。',
      '原文的清單都帶「例如」「等等」。這裡寫了幾項就是幾項，其他不蒐集。',
      'The lists of the text say “for example” and “etc”. Here what is listed is all there is.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3',
    text: say(
      '原文说不给就什么服务都不给。这里只停用得着它的那一项。',
      '原文說不給就什麼服務都不提供。這裡只停用得到它的那一項。',
      'Without the data, the text gives no service at all. Here only what needs it stops.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1.1',
    text: say(
      '注册时还会问用什么语言，是不满十四岁、十四到十七岁还是十八岁以上。清单里没有这两样：它们只用来选文字、护着孩子，记到注销为止。',
      '註冊時還會問用什麼語言，是未滿十四歲、十四到十七歲還是十八歲以上。清單裡沒有這兩項：它們只用來選文字、保護孩子，記到註銷為止。',
      'Registering also asks which language you use, and whether you are under fourteen, fourteen to seventeen, or eighteen and over. The list lacks these two: they choose the language and protect the young, and go when the account does.',
    ),
  },
  {
    kind: 'conflict',
    clause: '3.1.1',
    text: say(
      '注册要什么，原文两处写得不一样：一处有姓名和真名，一处没有，却多了密码。手机号、邮箱、密码算必需，真名和公司名给一个，姓名可不填。',
      '註冊要什麼，原文兩處寫得不一樣：一處有姓名和真名，一處沒有，卻多了密碼。手機號碼、電子郵件、密碼算必需，真名和公司名給一個，姓名可不填。',
      'What registering takes is said twice and differs: names stand in one list only, the password in the other. Phone, e-mail and password are needed here, one of the real names too; “name” is optional.',
    ),
  },
  {
    kind: 'stricter',
    clause: '4.2',
    text: say(
      '原文把“改进、开发”也算进提供服务。这里分开：提供服务不用问，改进要先问你。',
      '原文把「改進、開發」也算進提供服務。這裡分開：提供服務不用問，改進要先問你。',
      'The text counts improving and developing as part of the service. Here they are apart: the service goes without asking, improving does not.',
    ),
  },
  {
    kind: 'stricter',
    clause: '4.3',
    text: say(
      '做改进时看不到你是谁、从哪里来：姓名、联系方式、IP和网址都不用。',
      '做改進時看不到你是誰、從哪裡來：姓名、聯絡方式、IP和網址都不用。',
      'Improving never sees who you are or where you were: no names, no contacts, no IP address, no URL.',
    ),
  },
  {
    kind: 'blank',
    clause: '4.4',
    text: say(
      '实名认证交什么，原文只说“个人或企业数据”。个人的当作证件：敏感，单独问；不交也能开账号，只是开放服务可能要等实名。',
      '實名驗證交什麼，原文只說「個人或企業資料」。個人的當作證件：敏感，單獨問；不交也能開帳戶，只是開放服務可能要等實名。',
      'What the check of names takes is only “personal or corporate data”. A person’s is read as identity papers: sensitive, asked separately. Without them the account opens, though open services may wait.',
    ),
  },
  {
    kind: 'blank',
    clause: '4.4',
    text: say(
      '拿日志来保障安全，原文没说凭的是什么。当作正当利益：你可以拒绝，账号照用。',
      '拿紀錄檔來保障安全，原文沒說憑的是什麼。當作正當利益：你可以拒絕，帳戶照用。',
      'The text has no ground for using logs for safety. It is read as an interest of ours that you may refuse, and keep the account.',
    ),
  },
  {
    kind: 'blank',
    clause: '4.4',
    text: say(
      '存多久，原文一个字没写。证件核完就删，日志六个月，来信办完就删，其余到你注销为止，都是这里定的。',
      '存多久，原文一個字沒寫。證件核完就刪，紀錄檔六個月，來信處理完就刪，其餘到你註銷為止，都是這裡訂的。',
      'How long anything is kept the text never says. Papers until checked, logs six months, letters until answered, the rest until you close the account: these are ours.',
    ),
  },
  {
    kind: 'blank',
    clause: '4.6',
    text: say(
      '原文没写过营销，所以不发营销。消息怎么发也没写，这里用邮件。',
      '原文沒寫過行銷，所以不發行銷。訊息怎麼發也沒寫，這裡用電子郵件。',
      'The text never speaks of marketing, so none is sent. How messages travel it does not say; here it is by e-mail.',
    ),
  },
  {
    kind: 'stricter',
    clause: '4.7',
    text: say(
      '“你许可的其他用途”不算一个目的：没写清楚的，没法答应。',
      '「你許可的其他用途」不算一個目的：沒寫清楚的，無從答應。',
      '“Other uses with your permission” are no purpose: nobody can agree to what is not said.',
    ),
  },
] as const;
