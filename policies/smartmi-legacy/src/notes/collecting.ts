import { say } from '@kept/policy';

/** Headings 1 to 3.1. */
export const collectingNotes = [
  {
    kind: 'blank',
    clause: '1',
    text: say(
      '原文没有日期，也没说哪天生效。',
      '原文沒有日期，也沒說哪天生效。',
      'The text bears no date, nor a day from which it holds.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1',
    text: say(
      '原文只有公司的名字，没有地址，没有电话和邮箱，也没说可以向谁投诉。这里不替它编；要找，走“我的请求”。',
      '原文只有公司的名字，沒有地址，沒有電話和電子郵件，也沒說可以向誰申訴。這裡不替它編；要找，走「我的請求」。',
      'The text has the company’s name and no address, phone or e-mail, and no authority to complain to. None is made up here; turn to Requests.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1',
    text: say(
      '关联公司、子公司叫什么，原文没写，这里也就没有。',
      '關係企業、子公司叫什麼，原文沒寫，這裡也就沒有。',
      'Companies of the group and subsidiaries have no names in the text, and so none here.',
    ),
  },
  {
    kind: 'stricter',
    clause: '2',
    text: say(
      '原文说，合到一起才算个人信息。这里没有一样是单放着的，所以一开始就全算。',
      '原文說，合在一起才算個人資料。這裡沒有一項是單放著的，所以一開始就全算。',
      'The text counts non-personal data as personal once it is put together with the rest. Here nothing ever stands alone, so all of it counts from the start.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3.1.1.1',
    text: say(
      '原文列完姓名、电话这些，还加了“等等”。没写出名字的，这里不收。',
      '原文列完姓名、電話這些，還加了「等等」。沒寫出名字的，這裡不蒐集。',
      'The text ends its lists with “etc.” and “not limited to”. What it does not name is not taken here.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1.1.1',
    text: say(
      '哪几样非给不可，原文没说。从宽：电话和邮箱给一个就够，别的都可选。问卷问什么也没说，只当回答收。',
      '哪幾項非給不可，原文沒說。從寬：電話和電子郵件給一個就夠，其他都可選。問卷問什麼也沒說，只當回答蒐集。',
      'The text does not say which are needed. Read for the person: a phone number or an e-mail address, all else optional. Nor does it say what surveys ask; only the answers are kept.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1.1.1',
    text: say(
      '开账号时会问你住在哪里、是十三到十七岁还是十八岁以上。原文没有这两样：只用来定法律、护着孩子，记到账号删掉为止。',
      '開帳戶時會問你住在哪裡、是十三到十七歲還是十八歲以上。原文沒有這兩項：只用來決定法律、保護孩子，記到帳戶刪掉為止。',
      'Opening an account asks where you live and whether you are thirteen to seventeen or eighteen and over. The text lacks both: they tell whose law holds and protect the young, and go when the account does.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3.1.1.2',
    text: say(
      '银行账户、信用卡、信用核查和别的财务信息，原文没标敏感；法律当敏感的看，所以单独问。信用核查拿来做什么，原文也没说，只用在这一笔订单上，满十八岁才查。',
      '銀行帳戶、信用卡、信用查核和其他財務資料，原文沒標敏感；法律當敏感的看，所以單獨問。信用查核拿來做什麼，原文也沒說，只用在這一筆訂單上，滿十八歲才查。',
      'Bank accounts, cards, credit checks and other financial details are not marked as sensitive; the law takes them so, and each is asked separately. What a credit check is for is not said either: here for this one order, of a grown-up.',
    ),
  },
  {
    kind: 'besides',
    clause: '3.1.1.3',
    text: say(
      '给我们亲友的名字和联系办法之前，先问过人家。',
      '給我們親友的名字和聯絡方式之前，先問過對方。',
      'Before you tell us how to reach somebody, ask them.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1.1.3',
    text: say(
      '论坛怎么收、怎么公开发出来的东西，原文一个字没写，所以没有公开这回事。',
      '論壇怎麼蒐集、怎麼公開發出來的東西，原文一個字沒寫，所以沒有公開這回事。',
      'The text does not say what the forum takes or shows to everybody, so nothing is made public.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1.1.4',
    text: say(
      '收了大概的位置，原文却没说拿来做什么，只说不用手机识别号追踪你。这里只用在跟位置有关的服务，先问，用完不留。',
      '蒐集了大概的位置，原文卻沒說拿來做什麼，只說不用手機識別碼追蹤你。這裡只用在跟位置有關的服務，先問，用完不留。',
      'Rough location is taken, but the text never says what for, only that the handset’s number does not track you. Here it serves what depends on a place, asked first and not kept.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1.2.2',
    text: say(
      '原文没说凭什么用。这里这样分：你要的服务，凭合同；别的凭你同意、凭法律，或者凭你可以拒绝的正当利益。',
      '原文沒說憑什麼用。這裡這樣分：你要的服務，憑契約；其他憑你同意、憑法律，或者憑你可以拒絕的正當利益。',
      'The text gives no legal ground. Here what you ask for rests on contract; all else on your consent, on a law, or on an interest that you may refuse.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3.1.2.3',
    text: say(
      '原文说开发产品“一般”只用汇总的信息。这里去掉“一般”：只看总数。',
      '原文說開發產品「一般」只用彙總的資料。這裡去掉「一般」：只看總數。',
      'For development the text uses sums “in general”. Here it is always.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3.1.2.5',
    text: say(
      '推荐、广告、调产品，原文没说要问。这里一样一样先问，不答应就没有。只写了“研究”两个字的，不算一个目的。',
      '推薦、廣告、調整產品，原文沒說要問。這裡一項一項先問，不答應就沒有。只寫了「研究」兩個字的，不算一個目的。',
      'The text does not ask before it recommends, advertises or fits products. Here each is asked first and is off until you say yes. “Research”, with no more said, is no purpose.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3.1.2.7',
    text: say(
      '用手机识别号改进产品、看经营效率、请你答问卷，原文直接就用；这里先问。IMEI只用来激活。',
      '用手機識別碼改進產品、看經營效率、請你填問卷，原文直接就用；這裡先問。IMEI只用來啟用。',
      'The text uses the handset’s number for improvement, efficiency and surveys as it likes; here you are asked. The IMEI activates and does nothing else.',
    ),
  },
] as const;
