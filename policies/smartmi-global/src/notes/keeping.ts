import { say } from '@kept/policy';

/** Headings 4 to 7. */
export const keepingNotes = [
  {
    kind: 'stricter',
    clause: '4',
    text: say(
      '原文说，为了“改进”产品也可能给别人。这里不给：改进只用自己的统计。',
      '原文說，為了「改進」產品也可能給別人。這裡不給：改進只用自己的統計。',
      'The text may also share to “improve” products. Not here: for that our own figures do.',
    ),
  },
  {
    kind: 'blank',
    clause: '4.1',
    text: say(
      '你要给的时候给哪几样，原文只说“必要的”。这里：昵称、设备的名称、编号和型号；登录别的平台，给昵称和头像。',
      '你要給的時候給哪幾項，原文只說「必要的」。這裡：暱稱、裝置的名稱、編號和型號；登入別的平台，給暱稱和大頭貼。',
      'What goes when you want something shared the text leaves at “necessary”. Here: your nickname and the device’s name, ID and model; to sign in elsewhere, nickname and picture.',
    ),
  },
  {
    kind: 'blank',
    clause: '4.2',
    text: say(
      '服务商叫什么、在哪里、拿到哪些，原文没说；“其他业务合作方”连做什么都没说。这里只写了做什么的几种，各拿办事要用的；没写的，什么也不给。',
      '服務商叫什麼、在哪裡、拿到哪些，原文沒說；「其他業務合作夥伴」連做什麼都沒說。這裡只寫了做什麼的幾種，各拿辦事要用的；沒寫的，什麼也不給。',
      'Who the providers are, where, and what they get is not said; of “other business partners” not even what they do. Only the kinds whose job is named stand here, each with what the job takes; the others get nothing.',
    ),
  },
  {
    kind: 'stricter',
    clause: '4.2',
    text: say(
      '收到信息的公司在哪里没写，一律当作在境外：存在中国大陆的，要你单独答应才给，连送货也是，等真有名字的一家写进来再说。',
      '收到資料的公司在哪裡沒寫，一律當作在境外：存在中國大陸的，要你單獨答應才給，連送貨也是，等真有名字的一家寫進來再說。',
      'Where the companies that get data are is not said, so all are treated as abroad: what is kept in mainland China goes to them only if you separately agree, even for a delivery, until a company with a name and a place is written in.',
    ),
  },
  {
    kind: 'blank',
    clause: '4.2',
    text: say(
      '服务商再找别家代办，原文只说可能有，没说怎么约束。这里要他们守同样的约。',
      '服務商再找別家代辦，原文只說可能有，沒說怎麼約束。這裡要他們守同樣的約。',
      'That providers may call in others is said, and not what binds those. Here the same terms do.',
    ),
  },
  {
    kind: 'stricter',
    clause: '4.3',
    text: say(
      '原文说，为了公共大事，“合适”也可以给。这太宽：没有一个目的靠它。法院和机关要的，有人看过才给，只给账号的联系方式、订单和登录记录；只给信息所在国家的，别国的来要，不给。',
      '原文說，為了公共大事，「適當」也可以給。這太寬：沒有一個目的靠它。法院和機關要的，有人看過才給，只給帳戶的聯絡方式、訂單和登入紀錄；只給資料所在國家的，別國的來要，不給。',
      'For grave public matters the text shares where it is “appropriate”. That is too wide, and no purpose rests on it. What a court or an authority demands somebody reads first; only contacts, orders and sign-ins are given, and only to those of the country that the data is in: nobody answers another country’s.',
    ),
  },
  {
    kind: 'stricter',
    clause: '4.4',
    text: say(
      '不用同意的几种，这里只用“法律要求的”；保护权利、安全和配合调查，没有一个目的靠它们。',
      '不必同意的幾種，這裡只用「法律要求的」；保護權利、安全和配合調查，沒有一個目的靠它們。',
      'Of the cases without consent only “what the law demands” is used here. No purpose rests on our rights, on safety, or on an inquiry.',
    ),
  },
  {
    kind: 'blank',
    clause: '5.1',
    text: say(
      '登录多验一道要用什么，原文没说，所以这里不为它收东西。',
      '登入多驗一道要用什麼，原文沒說，所以這裡不為它蒐集東西。',
      'What the second step at sign-in takes is not said, so nothing is collected for it here.',
    ),
  },
  {
    kind: 'conflict',
    clause: '5.1',
    text: say(
      '安全出了事，原文一句说“可能会尝试”告诉你，下一句说你有权收到书面通知。从严：一定告诉你。说什么、多久说，原文没写；这里七十二小时内，够大的事四小时内先报主管部门，内容照法律要的写。',
      '安全出了事，原文一句說「可能會嘗試」告訴你，下一句說你有權收到書面通知。從嚴：一定告訴你。說什麼、多久說，原文沒寫；這裡七十二小時內，夠大的事四小時內先通報主管機關，內容照法律要的寫。',
      'Of a breach the text “may try” to tell you, and then grants you a notice in writing. The stricter holds: you are told. What, and by when, it does not say; here within seventy-two hours, the authority within four of anything large, with what the laws ask for.',
    ),
  },
  {
    kind: 'besides',
    clause: '5.1',
    text: say(
      '网上没有万无一失，路上的安全保证不了。',
      '網路上沒有萬無一失，傳輸途中的安全保證不了。',
      'Nothing online is perfectly safe, and what is on its way cannot be guaranteed.',
    ),
  },
  {
    kind: 'besides',
    clause: '5.2',
    text: say(
      '因为你没看好密码而出的事，原文说智米不担责。',
      '因為你沒看好密碼而出的事，原文說智米不負責。',
      'For what comes of a password you did not guard, the text says, Smartmi is not liable.',
    ),
  },
  {
    kind: 'blank',
    clause: '6',
    text: say(
      '存多久，原文没有数目。网站日志六个月是这里定的。原文准许匿名化，这里一律删掉。',
      '存多久，原文沒有數目。網站紀錄檔六個月是這裡訂的。原文准許匿名化，這裡一律刪掉。',
      'The text has no number for how long. Six months for the site’s log is ours. Where it allows making anonymous, here it is always deleted.',
    ),
  },
  {
    kind: 'stricter',
    clause: '7',
    text: say(
      '原文只举了Wi-Fi状态一例，还留着“某些功能”。没写出来的，这里不用；写出来的也先问。',
      '原文只舉了Wi-Fi狀態一例，還留著「某些功能」。沒寫出來的，這裡不用；寫出來的也先問。',
      'Of “certain functions” the text names the state of the Wi-Fi alone. Others are not used here, and this one is asked for.',
    ),
  },
] as const;
