import { type Consents, say } from '@kept/policy';

const plain = { kind: 'consent', ground: 'dpv:ExpressedConsent' } as const;
const separate = { kind: 'separate', ground: 'pipl:A23', clause: '3.1' } as const;

/** Every question that is asked, each for one matter. Silence, or going on using the community, answers none of them. */
export const consents = {
  community: {
    ...plain,
    label: say('加入社区', '加入社群', 'Joining the community'),
    question: say(
      '要不要让我们存下你的登录名、你填的资料和你怎么用社区，好让你登录、使用社区？',
      '要不要讓我們存下你的登入名稱、你填的資料和你怎麼用社群，好讓你登入、使用社群？',
      'May we keep your login, what you fill in and how you use the community, so that you can sign in and take part?',
    ),
    consequence: say(
      '什么也不存，社区用不了。',
      '什麼也不存，社群不能用。',
      'Nothing is kept, and the community cannot be used.',
    ),
    clause: '7',
  },
  'sharing-affiliates': {
    ...separate,
    label: say('交给关联公司', '交給關係企業', 'Sharing with affiliates'),
    question: say(
      '要不要让绿米的关联公司拿到你的称呼、邮箱和使用情况，好提供社区的各项功能？',
      '要不要讓綠米的關係企業拿到你的稱呼、電子郵件和使用情形，好提供社群的各項功能？',
      'May Lumi’s affiliates have your name, e-mail address and how you use the community, to provide its functions?',
    ),
    consequence: say('不给，社区照用。', '不給，社群照用。', 'They get nothing, and the community works all the same.'),
  },
  'sharing-carriers': {
    ...separate,
    label: say('让邮件和电信公司传信', '讓郵件與電信公司傳訊', 'Mail and telephone companies'),
    question: say(
      '要不要让邮件公司和电信公司拿你的邮箱和电话，替我们联系你？',
      '要不要讓郵件公司和電信公司拿你的電子郵件和電話，替我們聯絡你？',
      'May mail and telephone companies have your address and number, to carry what we send you?',
    ),
    consequence: say(
      '不给；有事就写在网站和软件里。',
      '不給；有事就寫在網站和軟體裡。',
      'They get nothing. What there is to say stands on our sites and in our software.',
    ),
  },
  'sharing-delivery': {
    ...separate,
    label: say('让配送公司送货', '讓配送公司送貨', 'Delivery companies'),
    question: say(
      '要不要让配送公司知道你的姓名、地址和电话，把东西送到？',
      '要不要讓配送公司知道你的姓名、地址和電話，把東西送到？',
      'May a delivery company have your name, address and number, to bring you what you asked for?',
    ),
    consequence: say(
      '不给，送货的事就办不了。',
      '不給，送貨的事就辦不了。',
      'It gets nothing, and nothing is delivered.',
    ),
  },
  'sharing-customer-service': {
    ...separate,
    label: say('让客服公司帮忙', '讓客服公司幫忙', 'Customer service companies'),
    question: say(
      '要不要让外面的客服公司看你的来信和联系方式，替我们回你？',
      '要不要讓外面的客服公司看你的來信和聯絡方式，替我們回覆你？',
      'May a customer service company read what you wrote and how to reach you, to answer for us?',
    ),
    consequence: say('不给，由我们自己回你。', '不給，由我們自己回覆你。', 'It gets nothing, and we answer ourselves.'),
  },
  'sharing-storage': {
    ...separate,
    label: say('放在外面的机房', '放在外面的機房', 'Outside data centres'),
    question: say(
      '要不要让外面的数据中心和存储设施替我们存放你的信息？',
      '要不要讓外面的資料中心和儲存設施替我們存放你的資料？',
      'May outside data centres and storage facilities keep your data for us?',
    ),
    consequence: say('只放在我们自己的机房。', '只放在我們自己的機房。', 'It stays in our own data centres.'),
  },
  promotion: {
    ...plain,
    label: say('推广内容', '推廣內容', 'Promotions'),
    question: say('要不要收我们发的推广内容？', '要不要收我們寄的推廣內容？', 'May we send you promotions?'),
    consequence: say('一封也不发。', '一封也不寄。', 'You get none.'),
    clause: '3.1',
  },
  'sharing-advertising': {
    ...separate,
    label: say('交给广告和营销公司', '交給廣告與行銷公司', 'Advertising and marketing companies'),
    question: say(
      '要不要让做广告和营销的公司拿你的姓名和邮箱，替我们发推广内容？',
      '要不要讓做廣告與行銷的公司拿你的姓名和電子郵件，替我們寄推廣內容？',
      'May advertising and marketing companies have your name and e-mail address, to send promotions for us?',
    ),
    consequence: say(
      '不给；想收的，由我们自己发。',
      '不給；想收的，由我們自己寄。',
      'They get nothing; what you want to get, we send ourselves.',
    ),
  },
  'transfer-abroad': {
    ...separate,
    label: say('送出境', '送出境', 'Sending abroad'),
    question: say(
      '要不要让你的信息离开存放它的国家，去我们别国的机房，或者去你答应过、不知道在哪国的公司？',
      '要不要讓你的資料離開存放它的國家，去我們別國的機房，或者去你答應過、不知道在哪國的公司？',
      'May your data leave the country it is kept in, for a data centre of ours abroad or for a company you said yes to whose country is not known?',
    ),
    consequence: say(
      '一样不出去，社区照用。',
      '一樣都不出去，社群照用。',
      'Nothing leaves, and the community works all the same.',
    ),
    ground: 'pipl:A39',
    clause: '8',
  },
} as const satisfies Consents;
