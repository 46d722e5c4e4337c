import { say } from '@kept/policy';

/** Headings 4 to 7: who gets data, how it is protected and for how long it stays. */
export const handingOver = {
  '4': {
    title: say('给不给别人', '給不給別人', 'Sharing'),
    sentence: say(
      '你的信息**不卖**。要给别人，只为下面写的几种事；不想再给，写信告诉我们。',
      '你的資料**不賣**。要給別人，只為下面寫的幾種事；不想再給，寫信告訴我們。',
      'Your data is **not sold**. It goes to others only for what stands below, and a letter from you stops it.',
    ),
  },
  '4.1': {
    title: say('你自己要给的', '你自己要給的', 'What you want shared'),
    sentence: say(
      '**你明确答应或开口要求**，才给你指定的那一家，只给用得着的：比如跟人共用设备、拿你的账号登录别的平台、把设备接到别的平台。',
      '**你明確答應或主動要求**，才給你指定的那一家，只給用得到的：例如跟人共用裝置、拿你的帳號登入別的平台、把裝置接到別的平台。',
      '**If you expressly agree or ask for it**, the one you name gets what it takes and no more: when you share a device, sign in elsewhere with your account, or connect a device to another platform.',
    ),
  },
  '4.2': {
    title: say('服务商和合作方', '服務商與合作夥伴', 'Providers and partners'),
    sentence: say(
      '送货、机房、存储、客服、广告这些，由别家来做，只给必要的；**合同要他们守你那里的法律**。',
      '送貨、機房、儲存、客服、廣告這些，由別家來做，只給必要的；**契約要他們守你那裡的法律**。',
      'Delivery, data centres, storage, customer service and advertising are done by others, who get what is necessary; **a contract holds them to the law where you live**.',
    ),
  },
  '4.3': {
    title: say('依法必须给', '依法必須給', 'The law compels us'),
    sentence: say(
      '法律、诉讼或有权的机关要求的，得给；国家安全、执法这类公共大事，也可能给。',
      '法律、訴訟或有權的機關要求的，得給；國家安全、執法這類公共大事，也可能給。',
      'What a law, a lawsuit or an authority demands has to be given; and it may be for national security, law enforcement and matters as grave.',
    ),
  },
  '4.4': {
    title: say('不用同意的', '不必同意的', 'Without consent'),
    sentence: say(
      '法律要求的，或者当地法律写明准许的，可以不用你同意：护住我们的权利、护住你和别人的安全、配合查违法的事。',
      '法律要求的，或者當地法律寫明准許的，可以不必你同意：保護我們的權利、保護你和別人的安全、配合調查違法的事。',
      'What the law demands, or local law expressly allows, needs no consent: to defend our rights, to keep you and others safe, to help an inquiry into a crime.',
    ),
  },
  '5.1': {
    title: say('怎么保护', '怎麼保護', 'How it is protected'),
    sentence: say(
      '路上加密，存放有人管，按轻重分级，碰得到的人都签了保密约；登录可以多验一道。安全出了事，**用电子方式告诉你，也可以要书面的**。',
      '傳輸加密，存放有人管，依輕重分級，碰得到的人都簽了保密約定；登入可以多驗一道。安全出了事，**用電子方式告訴你，也可以要書面的**。',
      'Encrypted on the way, kept in guarded places, classed by weight, touched only by people bound to confidence, with a second step at sign-in if you like. If security fails **you are told electronically, and in writing if you want it**.',
    ),
  },
  '5.2': {
    title: say('你也搭把手', '你也出一份力', 'Your part'),
    sentence: say(
      '密码别告诉人；用别人的机器，用完就退出；有人盗用，马上找我们。',
      '密碼別告訴人；用別人的機器，用完就登出；有人盜用，馬上找我們。',
      'Tell nobody your password, sign out of machines that are not yours, and call us at once if somebody else is in your account.',
    ),
  },
  '6': {
    title: say('存多久', '存多久', 'How long'),
    sentence: say(
      '**用得着才留**，用不着了就删，或者去掉认得出你的部分；法律要留的、为公益或研究统计要用的，法律准许才多留。',
      '**用得到才留**，用不到了就刪，或者去掉認得出你的部分；法律要留的、為公益或研究統計要用的，法律准許才多留。',
      'It stays **while it is needed**; then it is deleted, or stripped of who it is about. Longer only where the law wants or allows it, as for the public interest, research and statistics.',
    ),
  },
  '7': {
    title: say('手机上别的功能', '手機上別的功能', 'Other functions of your phone'),
    sentence: say(
      'App可能要用手机的某些功能，比如看Wi-Fi状态，好跑起来。**随时能关**，也能写信叫停。',
      'App可能要用手機的某些功能，例如看Wi-Fi狀態，好運作起來。**隨時能關**，也能寫信叫停。',
      'To run, the app may use functions of your phone, such as the state of the Wi-Fi. **Turn them off at any time**, or write to us.',
    ),
  },
} as const;
