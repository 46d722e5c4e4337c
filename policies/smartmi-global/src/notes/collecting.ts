import { say } from '@kept/policy';

/** Headings 1 to 3.1. */
export const collectingNotes = [
  {
    kind: 'blank',
    clause: '1',
    text: say(
      '关联公司是哪几家，原文没写，这里也就没有。',
      '關係企業是哪幾家，原文沒寫，這裡也就沒有。',
      'The text does not name the companies of the group, so none stand here.',
    ),
  },
  {
    kind: 'blank',
    clause: '2',
    text: say(
      '原文写了更新的日子，没写哪天生效。',
      '原文寫了更新的日子，沒寫哪天生效。',
      'The text says when it was updated, not from when it holds.',
    ),
  },
  {
    kind: 'besides',
    clause: '2',
    text: say(
      '能认出你的，不管单独看还是跟别的合起来看，都是个人信息。',
      '能認出你的，不管單獨看還是跟別的合起來看，都是個人資料。',
      'Whatever can single you out is personal, by itself or put together with the rest.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1',
    text: say(
      '注册时会问你住在哪里、多大年纪（只问在哪一段）。原文没有这两样：它们用来定机房、定法律、护着孩子，记到注销为止。',
      '註冊時會問你住在哪裡、多大年紀（只問在哪一段）。原文沒有這兩項：它們用來決定機房和法律、保護孩子，記到註銷為止。',
      'Registration asks where you live and how old you are, by bands only. The text lacks both: they choose the data centre and the law and protect the young, and go when the account does.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1',
    text: say(
      '原文没说凭哪一条法律。这里这样分：你要的服务，凭合同；推广、统计、位置这些，凭你同意；法律要的，凭法律；网站日志和别人替你买的东西，凭你可以拒绝的正当利益。',
      '原文沒說憑哪一條法律。這裡這樣分：你要的服務，憑契約；推廣、統計、位置這些，憑你同意；法律要的，憑法律；網站紀錄檔和別人替你買的東西，憑你可以拒絕的正當利益。',
      'The text gives no legal grounds. Here what you ask for rests on contract; promotions, figures, location and the like on your consent; what the law wants on the law; the site’s log and what others buy for you on an interest that you may refuse.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1.1',
    text: say(
      '注册要哪几样，原文只说“可能需要”。从宽：手机号和邮箱给一个，加一个密码，别的都可选。密码不在清单里，只在叫你别告诉人的地方提到。',
      '註冊要哪幾項，原文只說「可能需要」。從寬：手機號碼和電子郵件給一個，加一個密碼，其他都可選。密碼不在清單裡，只在請你別告訴人的地方提到。',
      'What registration needs the text leaves at “may need”. Read for the person: a number or an e-mail address, and a password; all else is optional. The password stands in no list, only where you are told to keep it to yourself.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1.2.1',
    text: say(
      '哪种设备收哪些，原文要人去看一份清单，清单的名字却是一对空括号。这里只收写出来的十三样。',
      '哪種裝置蒐集哪些，原文請人去看一份清單，清單的名字卻是一對空括號。這裡只蒐集寫出來的十三項。',
      'For what each device tells the text points to a list, and the name of the list is an empty pair of brackets. Only the thirteen things written out are taken here.',
    ),
  },
  {
    kind: 'blank',
    clause: '3.1.2.2',
    text: say(
      '网络和手机的信息，哪些非有不可，原文没说。这里，消息和日志、手机的四种编号都可选；Wi-Fi密码只用来让设备连上网，不进统计，也不拿来查问题。',
      '網路和手機的資料，哪些非有不可，原文沒說。這裡，訊息和紀錄檔、手機的四種編號都可選；Wi-Fi密碼只用來讓裝置連上網，不進統計，也不拿來查問題。',
      'Which network and handset data are needed is not said. Here messages and logs, and the four numbers of a handset, are optional; the Wi-Fi password connects a device and serves no figures and no diagnosis.',
    ),
  },
  {
    kind: 'stricter',
    clause: '3.1.3',
    text: say(
      '从第三方收，原文是举例子，没写完。这里只收举了名字的。',
      '從第三方蒐集，原文是舉例子，沒寫完。這裡只蒐集舉了名字的。',
      'The text gives examples of what comes from others. Only what is named is taken here.',
    ),
  },
  {
    kind: 'conflict',
    clause: '3.1.3.4',
    text: say(
      '原文在这里提到mi.com，前面说管哪些网站的时候却没有它。当作来源，不算这份政策管的网站。',
      '原文在這裡提到mi.com，前面說管哪些網站的時候卻沒有它。當作來源，不算這份政策管的網站。',
      'The text names mi.com here, and not where it says which sites it covers. Read as a source, not as a site under this policy.',
    ),
  },
] as const;
