import { say } from '@kept/policy';

/** Where chapters 1 to 4 leave something open or say two things: how it is read here, always for the person. */
export const sharingNotes = [
  {
    kind: 'blank',
    clause: '1',
    text: say(
      '原文说从“这一天”起算，却没写是哪一天。',
      '原文說從「這一天」起算，卻沒寫是哪一天。',
      'The text holds “as of this date”, and bears none.',
    ),
  },
  {
    kind: 'stricter',
    clause: '2',
    text: say(
      '原文说，用了社区就算看过并接受全部条款和以后的改动。这里不算：要你同意的，一件一件问。',
      '原文說，用了社群就算看過並接受全部條款和以後的改動。這裡不算：要你同意的，一件一件問。',
      'The text takes using the community for accepting all of it, later changes included. Not here: what needs your consent is asked, thing by thing.',
    ),
  },
  {
    kind: 'stricter',
    clause: '2',
    text: say(
      '原文说也照“给用户的条款”来用。这里只照这份约定写了的用。',
      '原文說也照「給使用者的條款」來用。這裡只照這份約定寫了的用。',
      'The text also uses data as “terms and conditions provided to users” say. Here only what is written in these rules counts.',
    ),
  },
  {
    kind: 'conflict',
    clause: '2',
    text: say(
      '开头的公司名叫Lumi United Technology Co., Ltd.，末尾却写成Lumi United Lianchuang Technology Co., Ltd.。当作同一家，用前一个；子公司没写名字，一家都不算“我们”。',
      '開頭的公司名叫Lumi United Technology Co., Ltd.，末尾卻寫成Lumi United Lianchuang Technology Co., Ltd.。當作同一家，用前一個；子公司沒寫名字，一家都不算「我們」。',
      'The company is Lumi United Technology Co., Ltd. at the beginning and Lumi United Lianchuang Technology Co., Ltd. at the end. They are read as one, by the first name; its subsidiaries have no names and none counts as “we”.',
    ),
  },
  {
    kind: 'blank',
    clause: '2',
    text: say(
      '什么必填、什么可填，原文没说。这里只要登录名和密码，别的都随你；“等”字后面的一样不收。',
      '什麼必填、什麼可填，原文沒說。這裡只要登入名稱和密碼，其他都隨你；「等」字後面的一項不蒐集。',
      'What is needed and what is not the text does not say. Here it is login and password, the rest is up to you, and nothing that an “other” might hide.',
    ),
  },
  {
    kind: 'blank',
    clause: '2',
    text: say(
      '加入时还会问你住在哪里、用什么语言、满没满十八岁。原文没有这三样：它们只用来选机房、选文字、挡住未成年人，记到注销为止。',
      '加入時還會問你住在哪裡、用什麼語言、滿十八歲了沒。原文沒有這三項：它們只用來選機房、選文字、擋下未成年人，記到註銷為止。',
      'Joining also asks where you live, which language you use and whether you are eighteen. The text lacks these three: they choose the data centre and the language and keep minors out, and go when the account does.',
    ),
  },
  {
    kind: 'blank',
    clause: '2',
    text: say(
      '原文没提你发的帖子、评论和私信，这份约定也就不许收、不许公开；社区要有这些，得另有写明的约定。',
      '原文沒提你發的貼文、留言和私訊，這份約定也就不准蒐集、不准公開；社群要有這些，得另有寫明的約定。',
      'The text says nothing of posts, comments and messages, so these rules let nobody collect or publish them; a community with them needs rules that do.',
    ),
  },
  {
    kind: 'conflict',
    clause: '3',
    text: say(
      '给别人这件事，原文一会儿说都要你同意，一会儿说不愿意的写信来，一会儿说法律要就不用再问。这里：没问过、没答应，就不给。',
      '給別人這件事，原文一下說都要你同意，一下說不願意的寫信來，一下說法律要就不用再問。這裡：沒問過、沒答應，就不給。',
      'On sharing the text says that all of it needs your consent, that whoever does not wish it should write, and that a law needs no further consent. Here nothing is shared that you were not asked about and agreed to.',
    ),
  },
  {
    kind: 'blank',
    clause: '3',
    text: say(
      '要一样产品或服务得给什么，原文没说。这里只要姓名和地址，其他联系方式随你。',
      '要一項產品或服務得給什麼，原文沒說。這裡只要姓名和地址，其他聯絡方式隨你。',
      'What a product or service takes is not said. Here it is name and address; other ways to reach you are up to you.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1',
    text: say(
      '这些公司，原文一家都没写名字、拿什么，也没写在哪个国家。各家只给干活用得着的，又当作都在境外：除了答应给它，还要答应送出境；写明是谁之前，什么也没接上。',
      '這些公司，原文一家都沒寫名字、拿什麼，也沒寫在哪個國家。各家只給做事用得到的，又當作都在境外：除了答應給它，還要答應送出境；寫明是誰之前，什麼也沒介接。',
      'None of these companies has a name, a country or a list of what it gets. Each gets what its work takes, and all are taken to be abroad, so that they take a yes to sharing and one to sending abroad; until they are named, none is connected.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3.1',
    text: say(
      '原文还有“代表我们的第三方服务商”这一句，什么人都装得下。这里一样不给。',
      '原文還有「代表我們的第三方服務商」這一句，什麼人都裝得下。這裡一項不給。',
      'The list of the text ends with whoever else provides services for Lumi, which may be anybody. Here they get nothing.',
    ),
  },
  {
    kind: 'conflict',
    clause: '3.1',
    text: say(
      '原文有做广告和营销的公司，却没说拿信息去做什么。当作给成年人发推广：不答应就没有，答应了也随时能停。',
      '原文有做廣告與行銷的公司，卻沒說拿資料去做什麼。當作寄推廣給成年人：不答應就沒有，答應了也隨時能停。',
      'The text has advertising and marketing companies without saying what for. It is read as promotions for adults: none without a yes, and a yes can be taken back at any time.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3.2',
    text: say(
      '机关依法来要，原文说不用再问。这里没有一个目的靠它，真来了，先由人看过、写进约定。',
      '機關依法要求，原文說不用再問。這裡沒有一個目的靠它，真來了，先由人看過、寫進約定。',
      'What a law demands the text hands over without asking. No purpose here rests on that; should it come, a person reads it first and it is written in.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3.3',
    text: say(
      '原文的统计还包括谁买了什么、做了什么交易。社区不收这些，统计也就没有；使用情况，你可以拒绝被算进去。',
      '原文的統計還包括誰買了什麼、做了什麼交易。社群不蒐集這些，統計也就沒有；使用情形，你可以拒絕被算進去。',
      'The statistics of the text reach to who buys what and makes which transactions. The community collects none of that, so it is not counted; and you may refuse to be counted at all.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3.3',
    text: say(
      '为保护公司的权利、为大家的安全、为政府查案，原文说可以不问。没有一个目的靠这三样，等于关着。',
      '為保護公司的權利、為大家的安全、為政府辦案，原文說可以不問。沒有一個目的靠這三項，等於關著。',
      'To protect the company, to keep people safe, to help an investigation: the text need not ask. No purpose rests on these three, so they stay shut.',
    ),
  },
  {
    kind: 'conflict',
    clause: '4.1',
    text: say(
      '原文先说用尽办法保护，又说网上传的一概不保证。前一句算数。',
      '原文先說用盡辦法保護，又說網路上傳的一概不保證。前一句算數。',
      'The text takes all steps to protect data, and vouches for none that travels the internet. The former counts.',
    ),
  },
  {
    kind: 'stricter',
    clause: '4.2',
    text: say(
      '原文说，你没守住自己的信息而被人看了，它不管。这里该有的防护一样不少。',
      '原文說，你沒守住自己的資料而被人看了，它不負責。這裡該有的防護一樣不少。',
      'If you did not keep your data to yourself, the text answers for nothing. Here the protection stays the same.',
    ),
  },
  {
    kind: 'besides',
    clause: '4.2',
    text: say(
      '社区用Aqara账号登录，那个账号有自己的一份约定。',
      '社群用Aqara帳戶登入，那個帳戶有自己的一份約定。',
      'One signs in to the community with an Aqara account, which has rules of its own.',
    ),
  },
  {
    kind: 'blank',
    clause: '4.1',
    text: say(
      '信息要是漏了，原文没说会不会通知你。你当地的法律要通知的，照通知。',
      '資料要是外洩，原文沒說會不會通知你。你當地的法律要通知的，照樣通知。',
      'Whether you are told of a breach the text does not say. Where your law wants it, you are.',
    ),
  },
] as const;
