import { say } from '@kept/policy';

/** Chapters 1 and 2 (1): who speaks, and what everybody may meet. Ids follow the numbering of the published text. */
export const collecting = {
  '1': {
    title: say('我们是谁', '我們是誰', 'Who we are'),
    sentence: say(
      '绿米办的网站、社区、平台和公众号，都照这份约定办；约定里没写的用法，我们不用。',
      '綠米的網站、社群、平台和公眾號，都照這份約定走；約定沒寫的用法，我們不用。',
      'Every Lumi site, community, platform and WeChat account goes by these rules. A use that is not written here is a use we do not make.',
    ),
  },
  '2': {
    title: say('收什么，先说清楚', '蒐集什麼，先說清楚', 'We say first, then collect'),
    sentence: say(
      '用到哪项功能，才收哪几样。清单以外的，先讲明白，再**单独问你**。',
      '用到哪項功能，才蒐集哪幾樣。清單以外的，先講明白，再**單獨問你**。',
      'We collect for the feature you are using and no further. For anything beyond the list we explain first and **ask you separately**.',
    ),
  },
  '2.1.1': {
    title: say('注册和登录', '註冊與登入', 'Registering and signing in'),
    sentence: say(
      '开账号要一个手机号或邮箱、一个验证码和一个密码，**昵称随你**。少了这几样，账号开不了，也登不上。',
      '開帳戶要一個手機號碼或電子郵件、一組驗證碼和一組密碼，**暱稱隨你**。少了這幾樣，帳戶開不成，也登入不了。',
      'An account needs a mobile number or an e-mail address, a code and a password; **a nickname is up to you**. Without them there is no account and no way to sign in.',
    ),
  },
  '2.1.2': {
    title: say('完善个人资料', '完善個人檔案', 'Your profile'),
    sentence: say(
      '资料填不填、填多少，**都由你**。空着，账号照样用，只有离不开资料的那些功能用不了。',
      '資料要不要填、填多少，**都由你**。空著，帳戶照用，只有少不了資料的那些功能不能用。',
      'Fill in as much of your profile as you like, **or nothing**. Left empty, the account works all the same; only extras that are built on a profile will not.',
    ),
  },
  '2.1.3': {
    title: say('预约服务', '預約服務', 'Booking a visit'),
    sentence: say(
      '约师傅上门，得知道去哪儿、找谁、要做什么，还要能打得通电话。',
      '約師傅到府，得知道去哪裡、找誰、要做什麼，還要電話打得通。',
      'To come to your place we need to know where it is, whom to ask for, what you want done, and a number that answers.',
    ),
  },
  '2.1.4': {
    title: say('加盟服务', '加盟服務', 'Becoming a partner'),
    sentence: say(
      '想做服务商或工程商，留下称呼、电话、地区和打算，我们核一核资格，再跟你联系。',
      '想當服務商或工程商，留下稱呼、電話、地區和打算，我們審一審資格，再跟你聯絡。',
      'If you want to sell or install for us, leave a name, a number, your area and your plans; we check and call back.',
    ),
  },
  '2.1.5': {
    title: say('在线客服与技术支持', '線上客服與技術支援', 'Help and support'),
    sentence: say(
      '你跟客服说的话、发的图、打的电话会留底，只拿来帮你办事和理清纠纷，**别的一概不用**。',
      '你跟客服說的話、傳的圖、打的電話會留底，只拿來幫你處理事情和釐清糾紛，**其他一概不用**。',
      'What you tell, send or say to support is kept, to help you and to settle disputes, and **for nothing else**.',
    ),
  },
  '2.1.6': {
    title: say('社区发帖及互动', '社群發文與互動', 'The community'),
    sentence: say(
      '看过、写过、赞过、收藏过的，记下来方便你自己打理；发出去的**随时能删**，别人转走的收不回来。',
      '看過、寫過、按過讚、收藏過的，記下來方便你自己整理；發出去的**隨時能刪**，別人轉走的收不回來。',
      'What you read, write, like and save is kept so that you can manage it. **Delete a post whenever you like**; what others passed on is out of our reach.',
    ),
  },
  '2.1.7': {
    title: say('安全保障', '安全保障', 'Keeping things safe'),
    sentence: say(
      '设备的型号、编号、地址、固件、用电和运行情况，**只拿来让服务不出事**，出了事找得到毛病。',
      '裝置的型號、編號、位址、韌體、用電和運作情形，**只拿來讓服務不出事**，出了事找得到毛病。',
      'A device’s model, number, address, firmware, energy use and state serve to **keep the service safe**, and to find the fault when something breaks.',
    ),
  },
} as const;
