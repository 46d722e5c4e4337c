import { say } from '@kept/policy';

/** Headings 3.2 to 5: what the text calls non-personal, what a person may choose, see and change. */
export const choosing = {
  '3.2': {
    title: say('所谓非个人信息', '所謂非個人資料', 'What the text calls non-personal'),
    sentence: say(
      '为了让技术和服务正常运行、越做越好，有些信息会自动收。',
      '為了讓技術和服務正常運作、越做越好，有些資料會自動蒐集。',
      'To run its technology and services and make them better, some things are collected automatically.',
    ),
  },
  '3.2.1': {
    title: say('自动收哪些', '自動蒐集哪些', 'What is taken automatically'),
    sentence: say(
      '语言、邮编、区号、时区，上网和用App的统计，出毛病时的设备编号、IP和数据包，Cookie一类的东西，服务器日志。',
      '語言、郵遞區號、區碼、時區，上網和使用App的統計，出問題時的裝置編號、IP和資料封包，Cookie一類的東西，伺服器紀錄檔。',
      'Language, ZIP and area code and time zone; figures on how you use the Internet and the app; device number, IP address and packets when something breaks; cookies and the like; server logs.',
    ),
  },
  '3.2.2': {
    title: say('拿它做什么', '拿它做什麼', 'What it is for'),
    sentence: say(
      '看看大家怎么用，好把产品、服务和广告做好；记住你要的语言；看邮件有没有打开，**没打开的就少发**。',
      '看看大家怎麼用，好把產品、服務和廣告做好；記住你要的語言；看信有沒有打開，**沒打開的就少寄**。',
      'To see how people use things and make products, services and adverts better; to remember your language; to see whether a mail is opened and **send fewer if it is not**.',
    ),
  },
  '4': {
    title: say('给什么，你挑', '給什麼，你挑', 'You choose what to give'),
    sentence: say(
      '收信息的办法摆明了让你挑。体验计划**一关就退出**；定位能关、能调粗；Cookie在浏览器里能拒、能删。',
      '蒐集資料的方式攤開來讓你選。體驗計畫**一關就退出**；定位能關、能調粗；Cookie在瀏覽器裡能拒絕、能刪。',
      'How data is taken is shown, for you to choose. **Switch the experience programme off and you are out**; turn positioning off or make it coarser; refuse or delete cookies in your browser.',
    ),
  },
  '5': {
    title: say('看、改、删', '看、改、刪', 'See, change, delete'),
    sentence: say(
      '登录就能看、能改，**也能删一部分，或者让我们删掉账号**，法律要留的除外；改之前可能先核实是你。太离谱的请求可以不办。',
      '登入就能看、能改，**也能刪一部分，或者請我們刪掉帳戶**，法律要留的除外；改之前可能先核實是你。太離譜的請求可以不辦。',
      'Sign in to see and change your data, **delete part of it or have the account removed**, save what a law wants kept. We may first check that it is you; a request beyond reason may be declined.',
    ),
  },
} as const;

/** Headings 6 to 10: who gets data, how it is protected, children, changes. The four situations of 6 in their order. */
export const keeping = {
  '6': {
    title: say('给不给别人', '給不給別人', 'Sharing'),
    sentence: say(
      '你的信息**保密，不给外人**，除非你要给，或者遇到下面写的情形。',
      '你的資料**保密，不給外人**，除非你要給，或者遇到下面寫的情形。',
      'Your data is **kept confidential and goes to nobody**, unless you want it to or one of these situations holds.',
    ),
  },
  '6.1': {
    title: say('依法必须给', '依法必須給', 'The law compels us'),
    sentence: say(
      '法律调查、打官司、强制执行，或者别的法律硬要求。',
      '法律調查、訴訟、強制執行，或者別的法律硬性規定。',
      'A lawful inquiry, a lawsuit, an enforcement, or another duty that the law lays down.',
    ),
  },
  '6.2': {
    title: say('请人代办', '請人代辦', 'Working on our behalf'),
    sentence: say(
      '子公司、关联公司或信得过的帮手替我们办事，才给；收到的**要守同样的规矩**，还要保密、护好。',
      '子公司、關係企業或信得過的幫手替我們辦事，才給；收到的**要守同樣的規矩**，還要保密、護好。',
      'Subsidiaries, companies of the group and trusted helpers get it to work for us; they are **bound to the same rules**, and to confidence and safety.',
    ),
  },
  '6.3': {
    title: say('重组、合并、出售', '重組、合併、出售', 'Reorganisation, merger, sale'),
    sentence: say(
      '公司重组、合并或卖掉，信息照样按这份政策保密；转走之前，**先告诉受影响的每一个人**。',
      '公司重組、合併或出售，資料照樣依這份政策保密；轉走之前，**先告訴受影響的每一個人**。',
      'If the company is reorganised, merged or sold, data stays confidential under this policy, and **everybody concerned is told before** it moves.',
    ),
  },
  '6.4': {
    title: say('汇总的数字', '彙總的數字', 'Sums'),
    sentence: say(
      '给公众和合作方看的，只有反映总体趋势的总数，看不出是谁。',
      '給大眾和合作夥伴看的，只有反映整體趨勢的總數，看不出是誰。',
      'The public and partners see only sums that show a general trend, and nobody in them.',
    ),
  },
  '7': {
    title: say('怎么保护', '怎麼保護', 'How it is protected'),
    sentence: say(
      '路上加密，存着也加密；常查收集、存放和处理的做法；只有签了保密约的人能碰。**有些加密的内容，只有你自己打得开**。',
      '傳輸加密，存放也加密；常查蒐集、存放和處理的做法；只有簽了保密約定的人能碰。**有些加密的內容，只有你自己打得開**。',
      'Encrypted on the way and where it rests; how it is taken, kept and used is reviewed; only people bound to confidence may touch it. **Some of what is encrypted, only you can open**.',
    ),
  },
  '8': {
    title: say('别家的东西', '別家的東西', 'Other companies’ things'),
    sentence: say(
      '别家的产品、服务，点出去的网站，不归这份政策管。',
      '別家的產品、服務，點出去的網站，不歸這份政策管。',
      'Other companies’ products and services, and sites you follow a link to, are not covered.',
    ),
  },
  '9': {
    title: say('孩子', '孩子', 'Children'),
    sentence: say(
      '**不满十三岁的，知道了就不收**，也不给别人；收到了，尽快删掉。监护人可以叫停，也可以要求删除。',
      '**未滿十三歲的，知道了就不蒐集**，也不給別人；收到了，盡快刪掉。監護人可以叫停，也可以要求刪除。',
      '**Nothing is taken from a child under thirteen once we know**, or passed on; what was taken is deleted soon. A guardian may stop it, or have it deleted.',
    ),
  },
  '10': {
    title: say('改了怎么办', '改了怎麼辦', 'When this changes'),
    sentence: say(
      '政策可能会改，用邮件或网站公告告诉你。你没有明说同意，**该有的权利不会少**。',
      '政策可能會改，用電子郵件或網站公告告訴你。你沒有明說同意，**該有的權利不會少**。',
      'The policy may change; you hear of it by e-mail or on the site. Unless you expressly agree, **you keep the rights you have**.',
    ),
  },
} as const;
