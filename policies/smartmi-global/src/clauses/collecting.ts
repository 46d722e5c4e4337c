import { say } from '@kept/policy';

/** Headings 1 to 3.1: who speaks, what is covered, what is collected. Headings are numbered in order, and items under them. */
export const collecting = {
  '1': {
    title: say('我们是谁', '我們是誰', 'Who we are'),
    sentence: say(
      '智米，就是北京智米科技有限公司和它的关联公司。交给我们的信息，**最后由你说了算**；有疑问，找数据保护专员。',
      '智米，就是北京智米科技有限公司和它的關係企業。交給我們的資料，**最後由你作主**；有疑問，找資料保護專員。',
      'Smartmi is Beijing Smartmi Technology Co., Ltd. and the companies of its group. Over what you give us **the last word is yours**; the data protection officer answers questions.',
    ),
  },
  '2': {
    title: say('这份政策管什么', '這份政策管什麼', 'What this covers'),
    sentence: say(
      '智米的设备、网站和App都照这份政策办。哪个产品另有自己的政策，**先看它的**；它没写的，再照这一份。',
      '智米的裝置、網站和App都照這份政策走。哪個產品另有自己的政策，**先看它的**；它沒寫的，再照這一份。',
      'Smartmi devices, sites and the app go by these rules. Where a product has a policy of its own, **that one comes first**, and this one for what it leaves out.',
    ),
  },
  '3.1': {
    title: say('用得着才收', '用得到才蒐集', 'Only what is needed'),
    sentence: say(
      '为了什么事，就只收那件事非要不可的，**不拿去做不相干的事**。给不给由你；有些不给，服务就做不成。',
      '為了什麼事，就只蒐集那件事非要不可的，**不拿去做不相干的事**。給不給由你；有些不給，服務就做不成。',
      'For each stated reason we take what it cannot do without, and **use it for nothing unrelated**. You decide what to give; without some of it a service cannot work.',
    ),
  },
  '3.1.1': {
    title: say('你给的', '你給的', 'What you give'),
    sentence: say(
      '注册要的联系方式和称呼、一起用的人的账号、你大概在哪一带、找售后时说的话。',
      '註冊要的聯絡方式和稱呼、一起用的人的帳戶、你大概在哪一帶、找售後時說的話。',
      'Names and contacts for an account, whom you share it with, roughly where you are, and what you tell support.',
    ),
  },
  '3.1.2.1': {
    title: say('智能设备', '智慧裝置', 'Smart devices'),
    sentence: say(
      '设备连上App，会报出自己的名字、编号、型号、版本、网络、时区、用了多久，和出了什么毛病。',
      '裝置連上App，會傳出自己的名字、編號、型號、版本、網路、時區、用了多久，和出了什麼問題。',
      'A device connected to the app tells its name, numbers, model, versions, network, time zone, hours of service and what went wrong.',
    ),
  },
  '3.1.2.2': {
    title: say('网络', '網路', 'Network'),
    sentence: say(
      '连接用的地址、Wi-Fi的名称和密码、信号强弱、登录服务器的地区，还有临时的消息和日志。',
      '連線用的位址、Wi-Fi的名稱和密碼、訊號強弱、登入伺服器的地區，還有暫時的訊息和紀錄檔。',
      'Addresses, the name and password of the Wi-Fi, its strength, the area a server is reached from, and passing messages and logs.',
    ),
  },
  '3.1.2.3': {
    title: say('用着用着产生的', '使用時產生的', 'What use gives rise to'),
    sentence: say(
      'App的设置和更新，什么时候装、什么时候删，什么时候登录、看过哪里。',
      'App的設定和更新，什麼時候裝、什麼時候刪，什麼時候登入、看過哪裡。',
      'How the app is set and updated, when it came and went, when you signed in and where you looked.',
    ),
  },
  '3.1.2.4': {
    title: say('手机', '手機', 'Handset'),
    sentence: say(
      '装App的手机，它的编号、厂家、型号、系统、语言和运营商。',
      '裝App的手機，它的編號、廠牌、型號、系統、語言和電信業者。',
      'The numbers, maker, model, system, language and operator of the phone the app runs on.',
    ),
  },
  '3.1.2.5': {
    title: say('自动化设置', '自動化設定', 'Automations'),
    sentence: say(
      '你设的自动化：叫什么，什么条件做什么，什么时候管用，做完要不要说一声，做过什么。',
      '你設的自動化：叫什麼，什麼條件做什麼，什麼時候有效，做完要不要通知，做過什麼。',
      'The automations you set: their names, what happens when, between which hours, whether you hear of it, and what they have done.',
    ),
  },
  '3.1.3': {
    title: say('别处来的', '別處來的', 'From elsewhere'),
    sentence: say(
      '**法律准许的**，我们也从别处收。',
      '**法律准許的**，我們也從別處蒐集。',
      'Where **the law allows it**, some data comes from elsewhere.',
    ),
  },
  '3.1.3.1': {
    title: say('核实你给的信息', '核實你給的資料', 'Checking what you gave'),
    sentence: say(
      '涉及账户和钱的服务，**你授权了**，才到合法的第三方去核实，比如核实手机号，好防骗子。',
      '涉及帳戶和金錢的服務，**你授權了**，才到合法的第三方去核實，例如核實手機號碼，好防詐騙。',
      'For services with accounts and money we check what you gave, such as a mobile number, with a lawful source, **if you authorise it**, against fraud.',
    ),
  },
  '3.1.3.2': {
    title: say('用社交账号登录', '用社群帳號登入', 'Signing in through a network'),
    sentence: say(
      '你拿第三方平台的账号来登录，我们从那里拿到账号ID和昵称。',
      '你拿第三方平台的帳號來登入，我們從那裡拿到帳號ID和暱稱。',
      'Sign in with an account of another platform, and we get its ID and your nickname from there.',
    ),
  },
  '3.1.3.3': {
    title: say('在别家买的东西', '在別家買的東西', 'Bought elsewhere'),
    sentence: say(
      '你在电商平台买了智米的东西，我们从那里拿到订单、联系方式和地址，好给你送到。',
      '你在電商平台買了智米的東西，我們從那裡拿到訂單、聯絡方式和地址，好送到你手上。',
      'Buy our things on another shop’s platform, and the order, a contact and an address come from there, to bring it to you.',
    ),
  },
  '3.1.3.4': {
    title: say('别人替你买', '別人替你買', 'Bought for you'),
    sentence: say(
      '别人替你买，会留下你的联系方式和地址。',
      '別人替你買，會留下你的聯絡方式和地址。',
      'Somebody who buys for you leaves your contact and address.',
    ),
  },
} as const;
