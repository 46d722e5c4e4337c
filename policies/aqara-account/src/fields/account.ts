import { fieldTable } from '@kept/policy';

/** 2 (1) 1: what an account is opened and entered with. */
const account = fieldTable(
  { clause: '2.1.1', subject: 'holder' },
  {
    'account-phone': ['手机号码', '手機號碼', 'Mobile number', 'pd:TelephoneNumber', '手机号'],
    'account-email': ['邮箱地址', '電子郵件地址', 'E-mail address', 'pd:EmailAddress', '电子邮箱', '邮箱', '电邮地址'],
    'account-code': ['验证码', '驗證碼', 'Verification code', 'kept:OneTimeCode', '短信验证码'],
    'account-password': ['密码', '密碼', 'Password', 'pd:Password'],
    'account-nickname': ['昵称', '暱稱', 'Nickname', 'pd:Name', '用户名/昵称'],
  },
);

/** 2 (1) 2: what a person may add about themselves. */
const profile = fieldTable(
  { clause: '2.1.2', subject: 'holder' },
  {
    'profile-name': ['姓名', '姓名', 'Name', 'pd:Name'],
    'profile-phone': ['手机号', '手機號碼', 'Contact number', 'pd:TelephoneNumber'],
    'profile-email': ['邮箱地址', '電子郵件地址', 'Contact e-mail', 'pd:EmailAddress'],
    'profile-picture': ['头像', '大頭貼', 'Picture', 'pd:Picture'],
    'profile-region': ['所在地区', '所在地區', 'Area', 'pd:Region'],
    'profile-bio': ['个人简介', '自我介紹', 'About you', 'pd:IndividualProfile'],
  },
);

/** 2 (1) 2: what a person may add about the company they work for. */
const employer = fieldTable(
  { clause: '2.1.2', subject: 'holder' },
  {
    'profile-company': ['所属企业', '任職公司', 'Company', 'pd:CurrentEmployment'],
    'profile-industry': ['所属行业', '所屬產業', 'Industry', 'kept:Industry'],
    'profile-company-contact-address': [
      '所属企业联系地址',
      '公司聯絡地址',
      'Company mailing address',
      'pd:WorkLocation',
    ],
    'profile-company-phone': ['所属企业联系电话', '公司聯絡電話', 'Company phone', 'pd:TelephoneNumber'],
    'profile-company-address': ['所属企业详细地址', '公司詳細地址', 'Company street address', 'pd:WorkLocation'],
    'profile-registered-at': ['注册时间', '註冊時間', 'Registered since', 'kept:RegistrationTime'],
    'profile-industry-role': ['行业角色', '產業角色', 'Role in the trade', 'kept:WorkRole'],
    'profile-staff-role': ['员工角色', '員工角色', 'Role at work', 'kept:WorkRole'],
  },
);

/** 2 (1) 2: a colleague whom the person names. */
const colleague = fieldTable(
  { clause: '2.1.2', subject: 'business-contact' },
  { 'profile-company-contact': ['所属企业联系人', '公司聯絡人', 'Company contact', 'pd:Name'] },
);

/** 2 (1) 7, read narrowly for the handset or browser that a person signs in with (see the notes). */
const session = fieldTable(
  { clause: '2.1.7', subject: 'holder', readableBy: 'person' },
  {
    'session-address': ['登录时的设备IP', '登入時的裝置IP', 'IP address at sign-in', 'pd:IPAddress', '设备ip'],
    'session-device': [
      '登录时的设备型号与浏览器',
      '登入時的裝置型號與瀏覽器',
      'Device at sign-in',
      'pd:UserAgent',
      '设备型号',
    ],
  },
);

/** 5, 2: what a second step at sign-in is checked with; ours to issue, the person’s to switch on and off. */
const secondStep = fieldTable(
  { clause: '5.2', subject: 'holder' },
  {
    'second-step-secret': ['动态验证码密钥', '動態驗證碼金鑰', 'Authenticator key', 'pd:Authenticating'],
    'second-step-backup-codes': ['备用验证码', '備用驗證碼', 'Backup codes', 'pd:Authenticating'],
    'second-step-passkey': ['通行密钥', '通行密鑰', 'Passkey', 'pd:Authenticating'],
  },
);

export const accountFields = { ...account, ...profile, ...employer, ...colleague, ...session, ...secondStep };
