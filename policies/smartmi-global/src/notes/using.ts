import { say } from '@kept/policy';

/** Headings 3.2 and 3.3. */
export const usingNotes = [
  {
    kind: 'stricter',
    clause: '3.2.2',
    text: say(
      '数激活了多少设备、连着多少、在哪些地方，原文直接数；这里先问你，只看总数。',
      '數啟用了多少裝置、連著多少、在哪些地方，原文直接數；這裡先問你，只看總數。',
      'The text counts activated and connected devices, and where they are, as it likes. Here you are asked first, and only sums are looked at.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3.2.4',
    text: say(
      '推广，原文是先发、不要再退。这里先问，答应了才发；一退就停。原文还留了一句“法律另有规定的除外”，这里不靠它。',
      '推廣，原文是先寄、不要再退。這裡先問，答應了才寄；一退就停。原文還留了一句「法律另有規定的除外」，這裡不靠它。',
      'The text promotes until you opt out. Here you are asked first, and one press stops it. Its “unless the law says otherwise” is not relied on.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.2.7',
    text: say(
      '不给位置怎么选机房，原文没说。这里按你说的住处定，位置只是帮你填好。',
      '不給位置怎麼選機房，原文沒說。這裡依你說的住處決定，位置只是幫你填好。',
      'How a data centre is chosen without location is not said. Here it goes by where you say you live; location only fills that in for you.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3.2.9',
    text: say(
      '原文准许把上面所有的信息用在内部统计。这里先问；姓名、联系方式、地址、密码和消息，答应了也不用。',
      '原文准許把上面所有的資料用在內部統計。這裡先問；姓名、聯絡方式、地址、密碼和訊息，答應了也不用。',
      'The text allows all of the above for figures inside the house. Here you are asked first; and names, contacts, addresses, passwords and messages are left out even then.',
    ),
  },
  {
    kind: 'conflict',
    clause: '3.3.2',
    text: say(
      '网站日志不跟人连起来，可是“使用中产生的信息”里又有网站的访问记录，还能拿来推广。这里分开：日志谁也不连；访问记录要你答应才用。',
      '網站紀錄檔不跟人連起來，可是「使用時產生的資料」裡又有網站的造訪紀錄，還能拿來推廣。這裡分開：紀錄檔誰也不連；造訪紀錄要你答應才用。',
      'The site’s log is linked to nobody, yet “data made in use” has visits to the site, for promotions too. Kept apart here: the log is linked to nothing; visits are used only with your yes.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.3.1',
    text: say(
      '除了广告，用Cookie、分析软件和本地存储要不要先问，原文没说。这里都先问。',
      '除了廣告，用Cookie、分析軟體和本機儲存要不要先問，原文沒說。這裡都先問。',
      'But for adverts the text does not say whether cookies, analytics and local storage are asked for. Here all are.',
    ),
  },
  {
    kind: 'besides',
    clause: '3.3.1',
    text: say(
      '做这些技术的公司可能给我们报告，各自一份或者合在一起，里面看不出是谁。',
      '做這些技術的公司可能給我們報告，各自一份或者合在一起，裡面看不出是誰。',
      'The companies behind these technologies may send us reports, one each or all in one, which show nobody.',
    ),
  },
  {
    kind: 'besides',
    clause: '3.3.3',
    text: say(
      '我们也在别的网站上放自己的广告，由服务商来管。',
      '我們也在別的網站上放自己的廣告，由服務商來管。',
      'Adverts of our own on other sites are handled by providers.',
    ),
  },
] as const;
