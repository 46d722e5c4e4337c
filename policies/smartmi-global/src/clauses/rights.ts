import { say } from '@kept/policy';

/** Headings 8 to 12: what a person may do, where data lives, children, changes, California. */
export const rights = {
  '8.1': {
    title: say('你来控制', '你來控制', 'You are in control'),
    sentence: say(
      '用多少、给谁用，你可以限制：登录登出由你，删信息在App或网站上就行；答应过的，**写一声就能改**。',
      '用多少、給誰用，你可以限制：登入登出由你，刪資料在App或網站上就行；答應過的，**寫一聲就能改**。',
      'You may limit what is done with your data: sign in and out, delete it in the app or on the site; what you agreed to **you can change by a letter**.',
    ),
  },
  '8.2': {
    title: say('看、改、拿副本、删', '看、改、拿副本、刪', 'See, correct, copy, delete'),
    sentence: say(
      '关于你的，**你能看、能改、能要一份、能要求删**。先核实是你；第一份不收钱。不能给看的，会说明缘由，也告诉你再找谁问。',
      '跟你有關的，**你能看、能改、能要一份、能要求刪**。先核實是你；第一份不收費。不能給看的，會說明理由，也告訴你再找誰問。',
      'What we hold about you **you may see, correct, copy and have deleted**. We first check that it is you; the first copy is free. Where you may not see something, we say why and whom to ask further.',
    ),
  },
  '8.3': {
    title: say('收回同意', '撤回同意', 'Taking consent back'),
    sentence: say(
      '写封邮件就能收回同意，我们停下；**之前做过的不受影响**，有些服务可能就用不了了。',
      '寫封電子郵件就能撤回同意，我們停下；**之前做過的不受影響**，有些服務可能就不能用了。',
      'An e-mail takes consent back and we stop. **What was done before stands**; some services may no longer work.',
    ),
  },
  '8.4': {
    title: say('注销', '註銷', 'Closing'),
    sentence: say(
      '写封邮件就能**注销某项服务，或者整个账号**。用第三方账号登录的，那个账号到那边去注销。',
      '寫封電子郵件就能**註銷某項服務，或者整個帳戶**。用第三方帳號登入的，那個帳號到那邊去註銷。',
      'An e-mail **closes one service, or the whole account**. An account of another platform is closed over there.',
    ),
  },
  '9': {
    title: say('存在哪里，能不能出境', '存在哪裡，能不能出境', 'Where it lives, and leaving'),
    sentence: say(
      '机房在中国大陆、新加坡、美国、欧洲和俄罗斯，信息可能在境外处理或备份。**中国大陆的存在中国大陆，俄罗斯的存在俄罗斯**，法律准许才出境；出欧洲经济区要有标准合同条款。',
      '機房在中國大陸、新加坡、美國、歐洲和俄羅斯，資料可能在境外處理或備份。**中國大陸的存在中國大陸，俄羅斯的存在俄羅斯**，法律准許才出境；出歐洲經濟區要有標準契約條款。',
      'Data centres are in mainland China, Singapore, the United States, Europe and Russia, and data may be handled or backed up abroad. **What is Chinese stays in mainland China, what is Russian in Russia**, unless the law lets it go; out of the European Economic Area it takes standard clauses.',
    ),
  },
  '10.1': {
    title: say('未成年人', '未成年人', 'Children'),
    sentence: say(
      '不有意收孩子的信息，也不找未成年人要。家长没答应就交上来的，告诉我们，**删掉，服务也退订**。',
      '不刻意蒐集孩子的資料，也不向未成年人要。家長沒答應就交上來的，告訴我們，**刪掉，服務也取消**。',
      'We do not knowingly collect from children, nor ask minors for anything. What came without a parent’s yes: tell us, and **it is deleted and the services end**.',
    ),
  },
  '10.2': {
    title: say('改了怎么告诉你', '改了怎麼告訴你', 'When this changes'),
    sentence: say(
      '大改，发邮件、在网站公布或在App里通知，写明哪天起算。多收一样、换个用法，**都重新问你**。',
      '大改，寄電子郵件、在網站公布或在App裡通知，寫明哪天起算。多蒐集一項、換個用法，**都重新問你**。',
      'Of big changes you hear by e-mail, on the site or in the app, with the day they count from. Anything more, or any new use, **asks you again**.',
    ),
  },
  '10.3': {
    title: say('别家的东西', '別家的東西', 'Other companies’ things'),
    sentence: say(
      '别家的产品、服务和链接出去的网站，不归这份政策管。',
      '別家的產品、服務和連出去的網站，不歸這份政策管。',
      'Other companies’ products and services, and sites behind a link, are not covered.',
    ),
  },
  '11': {
    title: say('怎么找我们', '怎麼找我們', 'How to reach us'),
    sentence: say(
      '有话写信或发邮件到下面的地址，注明“隐私政策”。',
      '有話寫信或寄電子郵件到下面的地址，註明「隱私權政策」。',
      'Write or send an e-mail to the address below, and mention the privacy policy.',
    ),
  },
  '12': {
    title: say('加州居民', '加州居民', 'California'),
    sentence: say(
      '住在加州的人多几样权利，比如**不准卖**。过去十二个月没有卖过加州居民的信息。',
      '住在加州的人多幾項權利，例如**禁止出售**。過去十二個月沒有賣過加州居民的資料。',
      'People in California have more rights, such as **no sale**. In the past twelve months nothing about them was sold.',
    ),
  },
  '12.1': {
    title: say('加州的期限和不歧视', '加州的期限與不歧視', 'California: time and fairness'),
    sentence: say(
      '核实过的请求**四十五天内答复**，办不完再加四十五天，说明为什么。用了权利，不会因此被另眼相看。',
      '核實過的請求**四十五天內答覆**，辦不完再加四十五天，說明為什麼。用了權利，不會因此被差別對待。',
      'A verified request is answered **within forty-five days**, with forty-five more and the reason where it takes longer. Nobody is served worse for using a right.',
    ),
  },
  '12.2': {
    title: say('加州怎么行使权利', '加州怎麼行使權利', 'California: how'),
    sentence: say(
      '登录账号就能管自己的信息，别的写邮件。**不满十八岁的注册用户**，公开发过的东西可以要求撤下，也能自己删。',
      '登入帳戶就能管自己的資料，其他寫電子郵件。**未滿十八歲的註冊使用者**，公開發過的東西可以要求撤下，也能自己刪。',
      'Manage your data in your account, and write for the rest. **Registered users under eighteen** may have what they posted in public removed, or delete it themselves.',
    ),
  },
} as const;
