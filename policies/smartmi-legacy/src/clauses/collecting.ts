import { say } from '@kept/policy';

/** Headings 1 to 3.1: what the company offers, the two kinds of data, and personal data. Headings are numbered in order. */
export const collecting = {
  '1': {
    title: say('这份政策管什么', '這份政策管什麼', 'What this covers'),
    sentence: say(
      '在智米官网买设备、在各种终端上用智米的软件和服务，都照这份政策办。给了信息，还能用上产品更新、更对路的广告、内容分享和社区；**给不给，你定**。',
      '在智米官網買裝置、在各種終端上用智米的軟體和服務，都照這份政策走。給了資料，還能用到產品更新、更對味的廣告、內容分享和社群；**要不要給，你決定**。',
      'Whether you buy a device on the Smartmi site or use Smartmi software and services anywhere, these rules hold. Tell us more and there is more: product updates, better aimed adverts, sharing, a community. **What you tell is up to you**.',
    ),
  },
  '2': {
    title: say('两种信息', '兩種資料', 'Two kinds of data'),
    sentence: say(
      '能认出你、找到你的，是个人信息；跟谁都对不上的，原文叫非个人信息。**两种合到一起，全算个人信息**。',
      '能認出你、找到你的，是個人資料；跟誰都對不上的，原文叫非個人資料。**兩種合在一起，全算個人資料**。',
      'What can single you out or reach you is personal; what fits nobody in particular the text calls non-personal. **Put together, all of it is personal**.',
    ),
  },
  '3.1': {
    title: say('用个人信息', '使用個人資料', 'Personal data'),
    sentence: say(
      '你跟智米或它的关联公司打交道，基本的服务要用到一些基本的信息；跟别的信息合起来用，是为了把东西做好。',
      '你跟智米或它的關係企業往來，基本的服務要用到一些基本的資料；跟別的資料合起來用，是為了把東西做好。',
      'When you deal with Smartmi or a company of its group, basic services take basic data. It may be put together with other data to make things better.',
    ),
  },
  '3.1.1.1': {
    title: say('开账号、下载、注册、填问卷', '開帳戶、下載、註冊、填問卷', 'Accounts, downloads, sign-ups, surveys'),
    sentence: say(
      '开账号、装软件、在网站注册、答问卷的时候，会问你的姓名、电话、邮箱和邮寄地址。',
      '開帳戶、裝軟體、在網站註冊、填問卷的時候，會問你的姓名、電話、電子郵件和郵寄地址。',
      'Opening an account, installing software, signing up on a site or answering a survey, you are asked for name, phone, e-mail and postal address.',
    ),
  },
  '3.1.1.2': {
    title: say('买东西', '買東西', 'Buying'),
    sentence: say(
      '买东西，要知道送到哪里、账单寄给谁、怎么付钱；银行账户、信用卡和信用状况**单独问你**。',
      '買東西，要知道送到哪裡、帳單寄給誰、怎麼付款；銀行帳戶、信用卡和信用狀況**單獨問你**。',
      'A purchase takes where to deliver, whom to bill and how you pay. For bank account, card and credit check we **ask you separately**.',
    ),
  },
  '3.1.1.3': {
    title: say('跟亲友分享', '跟親友分享', 'Sharing with others'),
    sentence: say(
      '你把东西分享给亲友、给人发消息或送产品、拉人进论坛，会用到对方的名字和联系办法。',
      '你把東西分享給親友、傳訊息或送產品給人、邀人進論壇，會用到對方的名字和聯絡方式。',
      'To share with family and friends, to send a message or a product, or to invite somebody to the forum, we need that person’s name and how to reach them.',
    ),
  },
  '3.1.1.4': {
    title: say('第一次用和激活', '第一次使用與啟用', 'First use and activation'),
    sentence: say(
      '设备第一次用、激活、更新或恢复出厂，会报出手机的识别信息、IMEI和它大概在哪一带。',
      '裝置第一次使用、啟用、更新或恢復原廠設定，會傳出手機的識別資料、IMEI和它大概在哪一帶。',
      'At first use, activation, an update or a reset, a device tells us the handset’s identification, its IMEI and roughly where it is.',
    ),
  },
  '3.1.2.1': {
    title: say('说好的才用', '說好的才用', 'Only what was agreed'),
    sentence: say(
      '信息只用在说好的地方。要换个用法，**先问你**。',
      '資料只用在說好的地方。要換個用法，**先問你**。',
      'Data serves what was agreed and nothing else. For another use we **ask you first**.',
    ),
  },
  '3.1.2.2': {
    title: say('提供产品和服务', '提供產品與服務', 'Providing the service'),
    sentence: say(
      '给你产品和服务、处理你的订单、履行跟你的合同、让东西能用又安全、核实是你、查诈骗、防滥用。',
      '給你產品和服務、處理你的訂單、履行跟你的契約、讓東西能用又安全、核實是你、查詐騙、防濫用。',
      'To give you products and services, handle your order, keep our side of the contract, keep things working and safe, tell that it is you, and find and stop fraud and misuse.',
    ),
  },
  '3.1.2.3': {
    title: say('开发产品', '開發產品', 'Developing products'),
    sentence: say(
      '开发产品，**只看汇总的数字**。',
      '開發產品，**只看彙總的數字**。',
      'For developing products we **look at sums only**.',
    ),
  },
  '3.1.2.4': {
    title: say('跟你联系', '跟你聯絡', 'Telling you'),
    sentence: say(
      '产品和服务有更新，消息一出就告诉你。',
      '產品和服務有更新，消息一出就告訴你。',
      'When a product or service is updated you hear of it as soon as the news is out.',
    ),
  },
  '3.1.2.5': {
    title: say('照你的喜好来', '依你的喜好', 'Made for you'),
    sentence: say(
      '照你的喜好改产品、推荐内容、放广告，**都先问你**，一样一样问。',
      '依你的喜好調整產品、推薦內容、放廣告，**都先問你**，一項一項問。',
      'Fitting products to you, recommending content and showing adverts: **we ask you first**, about each by itself.',
    ),
  },
  '3.1.2.6': {
    title: say('抽奖和比赛', '抽獎與比賽', 'Draws and competitions'),
    sentence: say(
      '参加抽奖、比赛这类活动，交上来的信息只用来办这个活动。',
      '參加抽獎、比賽這類活動，交上來的資料只用來辦這個活動。',
      'What you hand in for a draw or a competition serves to run it.',
    ),
  },
  '3.1.2.7': {
    title: say('手机的识别信息', '手機的識別資料', 'The handset’s identity'),
    sentence: say(
      '手机的识别号用来激活保修和软件许可，也可能用来请你答问卷、改进产品、看经营效率。**不拿它追踪你在哪里**。',
      '手機的識別碼用來啟用保固和軟體授權，也可能用來請你填問卷、改進產品、看經營效率。**不拿它追蹤你在哪裡**。',
      'The handset’s number activates a warranty or a licence, and may serve to invite you to a survey, to improve products and to see how well the business runs. **It never tells where you go**.',
    ),
  },
} as const;
