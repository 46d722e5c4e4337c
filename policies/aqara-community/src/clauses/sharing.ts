import { say } from '@kept/policy';

/** Chapters 1 to 4: our commitment, who data is shared with, how it is guarded. Ids count the headings of the text. */
export const sharing = {
  '1': {
    title: say('重新写过的一份', '重新寫過的一份', 'Written anew'),
    sentence: say(
      '这一份整个重写过，从今往后照它办；看不明白就来问。',
      '這一份整個重寫過，從今以後照它走；看不明白就來問。',
      'These rules were written anew, and hold from now on. If something is not clear, ask.',
    ),
  },
  '2': {
    title: say('我们答应你的', '我們答應你的', 'What we promise'),
    sentence: say(
      '你在社区里给的、认得出你的信息，只照这份约定用，**没写的用法不用**。你的信息由你决定；我们守你当地的法律，员工和代理人也都守。',
      '你在社群裡給的、認得出你的資料，只照這份約定使用，**沒寫的用法不用**。你的資料由你決定；我們遵守你當地的法律，員工和代理人也都遵守。',
      'What you give in the community that shows who you are is used as these rules say, **and no other way**. You decide about your data. We keep the law of where you live, and so do our staff and agents.',
    ),
  },
  '3': {
    title: say('不卖，要你答应才给', '不賣，要你答應才給', 'Never sold, shared if you say yes'),
    sentence: say(
      '你的信息**一样不卖**。为了把你想要的产品或服务给你，才交给下面这些人，而且你答应了才给；收到的签了合同，要守你当地的数据保护法。',
      '你的資料**一項不賣**。為了把你想要的產品或服務給你，才交給下面這些人，而且你答應了才給；收到的簽了契約，要遵守你當地的個資法。',
      'We **sell nothing** of yours. To give you what you asked for it may go to those below, once you agree to it, and they are bound by contract to the data protection law of where you live.',
    ),
  },
  '3.1': {
    title: say('关联公司和帮手', '關係企業和幫手', 'Affiliates and those who work for us'),
    sentence: say(
      '社区要运转，会用到关联公司，也会用到送信、送货、通电话、存数据、做客服、做推广的公司；它们替我们办事，**你不愿意，说一声就不给**。',
      '社群要運作，會用到關係企業，也會用到送信、送貨、通電話、存資料、做客服、做推廣的公司；它們替我們辦事，**你不願意，說一聲就不給**。',
      'Running the community takes affiliates, and companies that carry mail, parcels and calls, keep data, help customers or promote. They work for us; **if you would rather not, say so and they get nothing**.',
    ),
  },
  '3.2': {
    title: say('法律要求', '法律要求', 'When a law requires it'),
    sentence: say(
      '法律要我们交出来，不用再问你。',
      '法律要我們交出來，不用再問你。',
      'What a law makes us hand over needs no further yes.',
    ),
  },
  '3.3': {
    title: say('不用问你的时候', '不用問你的時候', 'When you are not asked'),
    sentence: say(
      '**看不出是谁的**统计，可以给登广告的这些第三方看。另外，只在当地法律划的圈里，为保护我们的权利、大家的安全，或配合政府查违法的事，可以不问。',
      '**看不出是誰的**統計，可以給登廣告的這些第三方看。另外，只在當地法律劃的範圍裡，為保護我們的權利、大家的安全，或配合政府調查違法的事，可以不問。',
      'Third parties, advertisers among them, may see statistics **that show nobody**. Besides, as far as the local law goes and no further: to protect our rights, to keep people safe, to help a government look into what is illegal.',
    ),
  },
  '4.1': {
    title: say('怎么保护', '怎麼保護', 'How we protect it'),
    sentence: say(
      '机房、电子、管理一起上，云上另外管；碰得到的人都签了保密，**失职的受处分或走人**。能做的都做，可网上没有万无一失，路上的完整和安全保证不了。',
      '機房、電子、管理一起來，雲端另外管制；碰得到的人都簽了保密，**失職的受懲處或走人**。能做的都做，可是網路上沒有萬無一失，傳輸途中的完整與安全保證不了。',
      'Buildings, electronics and rules together, with special care for what lies in a cloud. Everybody who can reach data is sworn to secrecy, **and punished or dismissed for breaking it**. We do all we can, yet nothing online is perfectly safe on its way.',
    ),
  },
  '4.2': {
    title: say('你能做的', '你能做的', 'What you can do'),
    sentence: say(
      '登录名、密码和别的账号信息，只告诉你授权的人；在别人的电脑或公用电脑上，用完要退出。有人闯进来，**马上告诉我们**。',
      '登入名稱、密碼和其他帳戶資料，只告訴你授權的人；在別人的電腦或公用電腦上，用完要登出。有人闖進來，**馬上告訴我們**。',
      'Keep your login, password and account to yourself and those you trust with them, and sign out of machines that are not yours. If somebody gets in, **tell us at once**.',
    ),
  },
} as const;
