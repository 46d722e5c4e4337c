import { fieldTable } from '@kept/policy';

/** 2: what the text calls personal data. */
const contact = fieldTable(
  { clause: '2', subject: 'member' },
  {
    name: ['姓名', '姓名', 'Name', 'pd:Name'],
    address: ['地址', '地址', 'Address', 'pd:PhysicalAddress'],
    phone: ['电话号码', '電話號碼', 'Phone number', 'pd:TelephoneNumber'],
    email: ['邮箱地址', '電子郵件地址', 'Email address', 'pd:EmailAddress'],
    'other-contact': ['其他联系方式', '其他聯絡方式', 'Other contact data', 'pd:Contact'],
  },
);

/** 4, 2: what somebody signs in with, which the text names only to say that it is not to be told to anybody. */
const account = fieldTable(
  { clause: '4.2', subject: 'member' },
  {
    login: ['登录名', '登入名稱', 'Login', 'pd:Username'],
    password: ['密码', '密碼', 'Password', 'pd:Password'],
    'other-account': ['其他账号信息', '其他帳戶資料', 'Other account information', 'kept:AccountId'],
  },
);

/** 4, 1: what comes about as the community is used. */
const use = fieldTable(
  { clause: '4.1', subject: 'member' },
  {
    usage: [
      '使用社区时产生的信息',
      '使用社群時產生的資料',
      'Information from your use of the community',
      'pd:ServiceConsumptionBehaviour',
      'information we collect from your use of our Aqara Community',
    ],
  },
);

const letters = fieldTable(
  { clause: '13', subject: 'member' },
  { letter: ['意见或问题', '意見或問題', 'Comments or questions', 'pd:Communication'] },
);

/** Every item of data that the text names, once each, by the clause that names it first. */
export const fields = { ...contact, ...account, ...use, ...letters };
