import { fieldTable } from '@kept/policy';

/** 3.1.1: what an account is made of. */
const account = fieldTable(
  { clause: '3.1.1', subject: 'holder' },
  {
    'account-name': ['姓名', '姓名', 'Name', 'pd:Name'],
    'account-nickname': ['昵称', '暱稱', 'Nickname', 'pd:Name'],
    'account-phone': ['手机号码', '行動電話號碼', 'Mobile number', 'pd:TelephoneNumber'],
    'account-email': ['邮箱地址', '電子郵箱地址', 'E-mail address', 'pd:EmailAddress'],
    'account-picture': ['头像', '頭像', 'Picture', 'pd:Picture'],
    'shared-account': ['一起用设备的账号', '共用帳戶', 'Account you share with', 'kept:SharedAccount'],
    'coarse-location': ['大概位置', '大致位置資料', 'Rough location', 'kept:CoarseLocation', '大致地理位置'],
  },
);

/** 5.2: the text speaks of it only where it says to keep it to oneself. */
const password = fieldTable(
  { clause: '5.2', subject: 'holder' },
  { 'account-password': ['登录密码', '登入密碼', 'Sign-in password', 'pd:Password'] },
);

/** 3.1.1: asking for support or after-sales service. */
const support = fieldTable(
  { clause: '3.1.1', subject: 'holder' },
  {
    'support-contact': ['联系方式', '連絡方式', 'How to reach you', 'pd:Contact'],
    'support-address': ['地址', '地址', 'Address', 'pd:PhysicalAddress'],
    'support-feedback': ['反馈意见', '回饋意見', 'Feedback', 'pd:Opinion', '意見回饋', '產品使用或質量問題'],
    'support-error-code': ['错误代码', '錯誤代碼', 'Error code', 'kept:ErrorReport'],
  },
);

/** 3.1.3: what comes from others. */
const verified = fieldTable(
  { clause: '3.1.3.1', subject: 'holder' },
  { 'verified-phone': ['核实过的手机号码', '行動電話號碼', 'Mobile number that was checked', 'pd:TelephoneNumber'] },
);
const network = fieldTable(
  { clause: '3.1.3.2', subject: 'holder' },
  {
    'network-account-id': ['第三方账号ID', '帳戶ID', 'Account ID at the other platform', 'kept:ThirdPartyAccountId'],
    'network-nickname': ['第三方昵称', '暱稱', 'Nickname at the other platform', 'pd:Name'],
  },
);
const order = fieldTable(
  { clause: '3.1.3.3', subject: 'customer' },
  {
    order: ['订单', '訂單', 'Order', 'pd:Purchase'],
    'order-contact': ['订单联系方式', '連絡方式', 'Contact for the order', 'pd:Contact'],
    'order-address': ['送货地址', '送貨地址', 'Delivery address', 'pd:PhysicalAddress'],
  },
);
const gift = fieldTable(
  { clause: '3.1.3.4', subject: 'gifted' },
  {
    'gift-contact': ['你的联系方式', '連絡資料', 'How to reach you for the parcel', 'pd:Contact'],
    'gift-address': ['收货地址', '送貨地址', 'Where the parcel goes', 'pd:PhysicalAddress'],
  },
);

/** 12.2: what was put up in public on the site. */
const posts = fieldTable(
  { clause: '12.2', subject: 'holder' },
  { posts: ['公开发布的内容', '提交內容', 'What you posted in public', 'pd:PubliclyAvailableSocialMedia'] },
);

/** 8.2 and 12.2: what a request is made with, and what shows who makes it. */
const requests = fieldTable(
  { clause: '8.2', subject: 'holder' },
  {
    'request-letter': ['来信', '來函', 'Your letter', 'kept:RightsRequestContent', '書面方式'],
    'request-proof': ['核实身份的信息', '驗證身分的資料', 'What shows it is you', 'pd:Authenticating', '驗證您的身份'],
  },
);

export const personFields = {
  ...account,
  ...password,
  ...support,
  ...verified,
  ...network,
  ...order,
  ...gift,
  ...posts,
  ...requests,
};
