import { say } from '@kept/policy';

/** Headings 3.2 to 5. */
export const choosingNotes = [
  {
    kind: 'conflict',
    clause: '3.2',
    text: say(
      '标题说是非个人信息，正文却写自动收的是“你的个人信息”，Cookie也是。从严：全当个人信息。',
      '標題說是非個人資料，正文卻寫自動蒐集的是「你的個人資料」，Cookie也是。從嚴：全當個人資料。',
      'The heading says non-personal, the sentences below it “your personal information”, cookies included. The stricter holds: all of it is personal.',
    ),
  },
  {
    kind: 'conflict',
    clause: '3.2.2',
    text: say(
      '职业写在“怎么用”里，“收什么”里却没有。当作收，可给可不给。',
      '職業寫在「怎麼用」裡，「蒐集什麼」裡卻沒有。當作蒐集，可給可不給。',
      'Professions are used but stand in no list of what is taken. Read as taken, and optional.',
    ),
  },
  {
    kind: 'conflict',
    clause: '3.2.1',
    text: say(
      '原文叫“匿名统计”，又要从你身上收。汇成总数之前，这里照个人信息管。',
      '原文叫「匿名統計」，又要從你身上蒐集。彙成總數之前，這裡照個人資料管。',
      'The text calls them anonymous statistics, yet takes them from you. Until they are sums they are personal here.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.2.1',
    text: say(
      '用Cookie和像素标签要不要先问，原文没说；这里都先问。服务器日志打开网页就有，只用来让网站正常运行。系统崩溃时收的，你可以拒绝。',
      '用Cookie和像素標籤要不要先問，原文沒說；這裡都先問。伺服器紀錄檔打開網頁就有，只用來讓網站正常運作。系統當機時蒐集的，你可以拒絕。',
      'The text does not say whether cookies and pixels are asked for; here all are. A server log is written whenever a page is opened and only keeps the site running. What is taken at a crash you may refuse.',
    ),
  },
  {
    kind: 'stricter',
    clause: '4',
    text: say(
      '体验计划，原文说可以自己决定加不加，又说不想要就关掉，像是本来开着。这里本来关着，你打开才算。',
      '體驗計畫，原文說可以自己決定加不加入，又說不想要就關掉，像是本來開著。這裡本來關著，你打開才算。',
      'The text lets you decide whether to join the programme, and to leave by switching it off, as if it were on. Here it is off until you switch it on.',
    ),
  },
  {
    kind: 'blank',
    clause: '5',
    text: say(
      '登录的入口，原文是一对空括号。这里就是“我的信息”。',
      '登入的入口，原文是一對空括號。這裡就是「我的資料」。',
      'Where to sign in, the text has a pair of empty brackets. Here it is My data.',
    ),
  },
  {
    kind: 'blank',
    clause: '5',
    text: say(
      '多久办好，原文只说“尽快”；这里最迟十五个工作日。存多久也没写：账号删了就删，请求和订单办完就删，服务器日志和崩溃记录六个月，都是这里定的。',
      '多久辦好，原文只說「盡快」；這裡最遲十五個工作天。存多久也沒寫：帳戶刪了就刪，請求和訂單辦完就刪，伺服器紀錄檔和當機紀錄六個月，都是這裡訂的。',
      'How soon you get an answer the text leaves at “quickly”; here within fifteen working days. It has no periods either: data goes with the account, requests and orders when they are done, server logs and crash records after six months, all set here.',
    ),
  },
  {
    kind: 'stricter',
    clause: '5',
    text: say(
      '原文为了“正当的商业理由”也可以不删。这里只认法律；原文说不太费事就不收费，这里一律不收。',
      '原文為了「正當的商業理由」也可以不刪。這裡只認法律；原文說不太費事就不收費，這裡一律不收。',
      'The text may also keep data for “legitimate business” reasons. Here only a law counts. It is free of charge there while it takes little; here always.',
    ),
  },
  {
    kind: 'stricter',
    clause: '5',
    text: say(
      '原文说服务器和备份里的残留不一定当场删掉。这里先毁掉你的钥匙，残留当场就读不出来。',
      '原文說伺服器和備份裡的殘留不一定當場刪掉。這裡先銷毀你的鑰匙，殘留當場就讀不出來。',
      'In the text copies on servers and in backups may stay a while. Here your key is destroyed first, so that they cannot be read from that moment.',
    ),
  },
  {
    kind: 'blank',
    clause: '5',
    text: say(
      '怎么核实是你，原文没说。登录着就算；否则验证码或书面请求，任一样就够。',
      '怎麼核實是你，原文沒說。登入著就算；否則驗證碼或書面請求，任一項就夠。',
      'How we check that it is you is not said. Being signed in is enough; else a code or a written request, either one.',
    ),
  },
] as const;
