import { fieldTable } from '@kept/policy';

/** 3.1.1, first item: what an account is opened with, and what a survey is answered with. */
const account = fieldTable(
  { clause: '3.1.1.1', subject: 'holder' },
  {
    'account-name': ['姓名', '姓名', 'Name', 'pd:Name'],
    'account-phone': ['电话号码', '電話號碼', 'Phone number', 'pd:TelephoneNumber'],
    'account-email': ['邮箱地址', '電子郵件地址', 'Email address', 'pd:EmailAddress'],
    'account-address': ['邮寄地址', '郵寄地址', 'Postal address', 'pd:PhysicalAddress'],
    'survey-answers': ['问卷回答', '問卷回答', 'Survey answers', 'pd:Opinion', 'online surveys', 'survey'],
  },
);

/** 3.1.1, second item: a purchase. */
const purchase = fieldTable(
  { clause: '3.1.1.2', subject: 'customer' },
  {
    'delivery-details': ['配送信息', '配送資料', 'Delivery details', 'pd:PhysicalAddress'],
    'billing-address': ['账单地址', '帳單地址', 'Billing addresses', 'pd:PhysicalAddress'],
    'contact-records': ['联系和沟通记录', '聯絡與溝通紀錄', 'Records of contact and communication', 'pd:Communication'],
  },
);

/** 3.1.1, second item: money. Sensitive by law wherever it shows what somebody has. */
const money = fieldTable(
  { clause: '3.1.1.2', subject: 'customer', sensitive: true },
  {
    'bank-account': ['银行账户', '銀行帳戶', 'Bank accounts', 'pd:BankAccount'],
    'credit-card': ['信用卡信息', '信用卡資料', 'Credit card details', 'pd:CreditCardNumber'],
    'other-financial': ['其他财务信息', '其他財務資料', 'Other financial information', 'pd:Financial'],
    'credit-check': ['信用核查结果', '信用查核結果', 'Credit checks', 'pd:CreditRecord'],
  },
);

/** 3.1.1, third item: whom somebody shares with, writes to or invites. */
const friends = fieldTable(
  { clause: '3.1.1.3', subject: 'friend' },
  {
    'friend-name': ['亲友姓名', '親友姓名', 'Name', 'pd:Name'],
    'friend-address': ['亲友邮寄地址', '親友郵寄地址', 'Mailing address', 'pd:PhysicalAddress'],
    'friend-email': ['亲友邮箱', '親友電子郵件', 'E-mail address', 'pd:EmailAddress'],
    'friend-phone': ['亲友电话', '親友電話', 'Telephone number', 'pd:TelephoneNumber'],
  },
);

/** What is shared with them, and what heading 7 says that only the person can open. */
const content = fieldTable(
  { clause: '3.1.1.3', subject: 'holder', readableBy: 'person' },
  {
    'shared-content': ['分享的内容', '分享的內容', 'Content', 'pd:Communication', 'your content', 'content sharing'],
    messages: ['消息', '訊息', 'Messages', 'pd:Communication', 'send messages'],
  },
);

/** 3.1.2, sixth item, and heading 5. */
const others = fieldTable(
  { clause: '3.1.2.6', subject: 'holder' },
  {
    'promotion-entry': [
      '活动参赛信息',
      '活動參加資料',
      'Entry in a lucky draw or competition',
      'kept:PromotionEntry',
      'lucky draw',
      'competitions',
    ],
  },
);
const proof = fieldTable(
  { clause: '5', subject: 'holder' },
  {
    'identity-proof': [
      '核实身份的信息',
      '核實身分的資料',
      'What verifies your identity',
      'pd:Authenticating',
      'your identity',
    ],
  },
);

export const personFields = { ...account, ...purchase, ...money, ...friends, ...content, ...others, ...proof };
