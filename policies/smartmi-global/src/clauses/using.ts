import { say } from '@kept/policy';

/** Heading 3.2: what data is used for, in five lines and then in ten items. */
export const using = {
  '3.2': {
    title: say('用来做什么', '用來做什麼', 'What it is for'),
    sentence: say(
      '提供、维护、改进产品和服务；跟你联系；办活动；做统计；为经营和法律留记录。',
      '提供、維護、改進產品和服務；跟你聯絡；辦活動；做統計；為經營和法律留紀錄。',
      'To provide, run and improve products and services, to write to you, to hold promotions, to count, and to keep what business and law need.',
    ),
  },
  '3.2.1': {
    title: say('账号', '帳戶', 'Account'),
    sentence: say(
      '用账号信息给你开账号、做个人页面。',
      '用帳戶資料為你開帳戶、建立個人頁面。',
      'Account data makes your account and your page.',
    ),
  },
  '3.2.2': {
    title: say('设备', '裝置', 'Devices'),
    sentence: say(
      '设备信息用来提醒你电快没了、出了故障，让你一点就操控，推送固件更新；也数一数激活了多少、连着多少。',
      '裝置資料用來提醒你電快沒了、出了故障，讓你一點就能操控，推送韌體更新；也數一數啟用了多少、連著多少。',
      'Device data warns of a low battery or a fault, gives you a quick control, brings updates, and counts how many devices are activated and connected.',
    ),
  },
  '3.2.3': {
    title: say('网络', '網路', 'Network'),
    sentence: say(
      '网络信息用来查网络状况、帮你解决问题；也粗略数一数设备大概在哪些地方，**精确的位置不露出来**。',
      '網路資料用來查網路狀況、幫你解決問題；也粗略數一數裝置大概在哪些地方，**精確的位置不露出來**。',
      'Network data shows how the network is and helps to fix it, and gives a rough count of where devices are. **Where exactly is never shown**.',
    ),
  },
  '3.2.4': {
    title: say('推广', '推廣', 'Promotion'),
    sentence: say(
      '使用中产生的信息可能用来给你发推广和更新。不想再收，点信里的退订，**随时能停**。',
      '使用時產生的資料可能用來寄給你推廣和更新。不想再收，點信裡的取消訂閱，**隨時能停**。',
      'What use gives rise to may serve promotions and news for you. If you want no more, unsubscribe in the message: **stop it at any time**.',
    ),
  },
  '3.2.5': {
    title: say('自动化', '自動化', 'Automations'),
    sentence: say(
      '自动化照**你自己设的**跑。你没设，系统就不会自作主张去动设备。',
      '自動化照**你自己設的**跑。你沒設，系統就不會自作主張去動裝置。',
      'Automations do **what you set**. Unless you set one, nothing decides by itself what a device does.',
    ),
  },
  '3.2.6': {
    title: say('适配手机', '配合手機', 'Fitting your phone'),
    sentence: say(
      '手机和设备的信息，用来让服务配得上你的手机、用得正常。',
      '手機和裝置的資料，用來讓服務配得上你的手機、運作正常。',
      'Handset and device data makes the service fit your phone and work.',
    ),
  },
  '3.2.7': {
    title: say('大概的位置', '大概的位置', 'Rough location'),
    sentence: say(
      '用你大概在哪一带，告诉你室外多少度这类事，也定下信息**存在哪里的服务器**：通常就在你那一带，只要那里有。',
      '用你大概在哪一帶，告訴你室外幾度這類事，也決定資料**存在哪裡的伺服器**：通常就在你那一帶，只要那裡有。',
      'Roughly where you are tells how warm it is outside, and **which server keeps your data**: usually the one of your area, where there is one.',
    ),
  },
  '3.2.8': {
    title: say('反馈', '意見', 'Feedback'),
    sentence: say(
      '你反馈的问题，我们查、我们解决，再告诉你怎么解决的。',
      '你反映的問題，我們查、我們解決，再告訴你怎麼解決的。',
      'What you report we look into, solve, and tell you how.',
    ),
  },
  '3.2.9': {
    title: say('内部统计', '內部統計', 'Figures for ourselves'),
    sentence: say(
      '上面这些信息也可能用在内部：看怎么用的、做研发统计，好把产品做好。',
      '上面這些資料也可能用在內部：看怎麼用的、做研發統計，好把產品做好。',
      'All of this may also serve inside the house: how things are used, figures for research, better products.',
    ),
  },
  '3.2.10': {
    title: say('别处来的', '別處來的', 'From elsewhere'),
    sentence: say(
      '从第三方来的，用来让你登录、处理你的订单、防诈骗。',
      '從第三方來的，用來讓你登入、處理你的訂單、防詐騙。',
      'What comes from others signs you in, handles your order and keeps fraud out.',
    ),
  },
  '3.3': {
    title: say('Cookie怎么管', 'Cookie怎麼管', 'Managing cookies'),
    sentence: say(
      'Cookie你能管、能删、能拦。拦了，每次来都得重设一遍。',
      'Cookie你能管、能刪、能擋。擋了，每次來都得重設一遍。',
      'Manage, delete or block cookies as you like. Blocked, they make you set things again at each visit.',
    ),
  },
  '3.3.1': {
    title: say('网站上的Cookie', '網站上的Cookie', 'Cookies on the site'),
    sentence: say(
      'Cookie、标签和脚本，用来看趋势、管网站、看大家在网站上做什么、是哪些人在用。',
      'Cookie、標籤和指令碼，用來看趨勢、管網站、看大家在網站上做什麼、是哪些人在用。',
      'Cookies, tags and scripts show trends, run the site, and tell what visitors do there and who they are as a crowd.',
    ),
  },
  '3.3.2': {
    title: say('网站日志', '網站紀錄檔', 'Site logs'),
    sentence: say(
      '网站自动记下的，**不跟你别的信息连起来**。',
      '網站自動記下的，**不跟你別的資料連起來**。',
      'What the site writes down by itself is **never linked to anything else about you**.',
    ),
  },
  '3.3.3': {
    title: say('广告', '廣告', 'Adverts'),
    sentence: say(
      '按你的活动和兴趣推广告，**先问，你明确答应才推**。不想要了，写信说一声。',
      '依你的活動和興趣推廣告，**先問，你明確答應才推**。不想要了，寫信說一聲。',
      'Adverts by what you do and like are shown **only after you expressly say yes**. To stop them, write to us.',
    ),
  },
  '3.3.4': {
    title: say('App里的分析', 'App裡的分析', 'Analytics in the app'),
    sentence: say(
      '看App跑得怎么样的分析软件，存下的东西**不跟你在App里交的信息对上**。',
      '看App跑得如何的分析軟體，存下的東西**不跟你在App裡提供的資料對上**。',
      'What the analytics in the app hold is **never matched with what you entered in it**.',
    ),
  },
  '3.3.5': {
    title: say('本地存储', '本機儲存', 'Local storage'),
    sentence: say(
      'HTML5和Flash在你的机器上记内容和偏好，合作的第三方也会用；浏览器自带的工具能删。',
      'HTML5和Flash在你的機器上記內容和偏好，合作的第三方也會用；瀏覽器內建的工具能刪。',
      'HTML5 and Flash keep content and preferences on your machine, and so do third parties we work with; your browser’s own tools delete them.',
    ),
  },
} as const;
