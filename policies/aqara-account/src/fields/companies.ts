import { fieldTable } from '@kept/policy';

/** 2 (2) 1: a company that registers. */
const company = fieldTable(
  { clause: '2.2.1', subject: 'business-contact' },
  {
    'company-name': ['企业名称', '公司名稱', 'Company name', 'kept:OrganisationName', '公司名称'],
    'company-industry': ['所属行业', '所屬產業', 'Industry', 'kept:Industry'],
    'company-region': ['所在地区', '所在地區', 'Area', 'kept:OrganisationRegion'],
    'company-type': ['企业类型', '公司類型', 'Kind of company', 'kept:OrganisationType'],
    'company-contact': ['联系人姓名', '聯絡人姓名', 'Contact name', 'pd:Name'],
    'company-principal': ['负责人姓名', '負責人姓名', 'Person in charge', 'pd:Name'],
    'company-address': ['企业详细地址', '公司詳細地址', 'Company street address', 'pd:WorkLocation'],
    'company-phone': ['手机号', '手機號碼', 'Mobile number', 'pd:TelephoneNumber', '电话'],
    'company-email': ['邮箱地址', '電子郵件地址', 'E-mail address', 'pd:EmailAddressWork'],
    'company-code': ['验证码', '驗證碼', 'Verification code', 'kept:OneTimeCode'],
  },
);

/** 2 (2) 2: what a certificate is checked against. */
const certification = fieldTable(
  { clause: '2.2.2', subject: 'business-contact' },
  {
    'certification-company': ['所属企业名称', '所屬公司名稱', 'Company name', 'kept:OrganisationName'],
    'certification-email': ['所属企业联系邮箱', '公司聯絡信箱', 'Company e-mail', 'pd:EmailAddressWork'],
    'certification-type': ['所属企业类型', '所屬公司類型', 'Kind of company', 'kept:OrganisationType'],
    'certification-principal': ['账号负责人姓名', '帳號負責人姓名', 'Person in charge of the account', 'pd:Name'],
    'certification-registered-phone': ['注册手机号', '註冊手機號碼', 'Registered number', 'pd:TelephoneNumber'],
    'certification-registered-email': ['注册邮箱', '註冊信箱', 'Registered e-mail', 'pd:EmailAddressWork'],
    'certification-region': ['企业注册地区', '公司註冊地區', 'Area of registration', 'kept:OrganisationRegion'],
    'certification-address': ['企业详细地址', '公司詳細地址', 'Company street address', 'pd:WorkLocation'],
    'certification-licence': ['营业执照', '營業執照', 'Business licence', 'kept:BusinessLicence'],
  },
);

/** 2 (2) 2: the company’s legal representative. */
const representative = fieldTable(
  { clause: '2.2.2', subject: 'representative' },
  {
    'certification-representative': ['所属企业法人', '公司法定代表人', 'Legal representative', 'pd:Name'],
    'certification-representative-phone': [
      '所属企业法人电话',
      '公司法定代表人電話',
      'Number of the legal representative',
      'pd:TelephoneNumber',
    ],
  },
);

/** 2 (2) 2: bank and tax. Not marked in the text; sensitive in law, above all for a sole trader. */
const finance = fieldTable(
  { clause: '2.2.2', subject: 'business-contact', sensitive: true },
  {
    'certification-bank': ['企业开户银行', '公司開戶銀行', 'Bank', 'pd:BankAccount'],
    'certification-bank-account': ['企业开户行账户', '公司銀行帳號', 'Bank account', 'pd:FinancialAccountNumber'],
    'certification-taxpayer-number': ['企业纳税人识别号', '公司納稅人識別號', 'Taxpayer number', 'kept:TaxpayerNumber'],
  },
);

/** 2 (2) 2: where an invoice goes. */
const invoice = fieldTable(
  { clause: '2.2.2', subject: 'invoice-recipient' },
  {
    'certification-taxpayer-status': ['企业纳税性质', '公司納稅性質', 'Taxpayer status', 'kept:TaxpayerStatus'],
    'certification-invoice-type': ['发票类型', '發票類型', 'Kind of invoice', 'kept:InvoiceType'],
    'certification-invoice-phone': ['开票联系电话', '開發票聯絡電話', 'Number for invoices', 'pd:TelephoneNumber'],
    'certification-invoice-contact': ['收票联系人姓名', '收發票聯絡人姓名', 'Recipient of invoices', 'pd:Name'],
    'certification-invoice-contact-phone': [
      '收票联系人电话',
      '收發票聯絡人電話',
      'Number of the recipient',
      'pd:TelephoneNumber',
    ],
    'certification-invoice-region': ['收票地区', '收發票地區', 'Area of the recipient', 'pd:Region'],
    'certification-invoice-address': ['详细地址', '詳細地址', 'Address of the recipient', 'pd:PhysicalAddress'],
  },
);

/** 2 (2) 3: those who work with the platform. */
const staff = fieldTable(
  { clause: '2.2.3', subject: 'staff' },
  {
    'staff-account': ['员工账号信息', '員工帳號資料', 'Staff account', 'kept:AccountId', '员工信息（账号信息）'],
    'staff-role': ['角色', '角色', 'Role', 'kept:AccountRole'],
    'staff-role-class': ['角色分类', '角色分類', 'Class of role', 'kept:AccountRole'],
    'staff-operation-log': ['操作日志信息', '操作紀錄', 'Log of operations', 'kept:OperationLog'],
  },
);

/** 2 (2) 3: the company’s own account and how long its sign-ins last. */
const organisation = fieldTable(
  { clause: '2.2.3', subject: 'business-contact' },
  {
    'organisation-account': [
      '企业账号信息',
      '公司帳號資料',
      'Company account',
      'kept:AccountId',
      '企业信息（账号信息）',
    ],
    'organisation-industry': ['行业', '產業', 'Industry', 'kept:Industry'],
    'organisation-industry-class': ['行业分类', '產業分類', 'Class of industry', 'kept:Industry'],
    'organisation-password-validity': ['密码有效期', '密碼有效期限', 'Lifetime of passwords', 'kept:CredentialPolicy'],
    'organisation-sign-in-validity': [
      '登录验证有效期',
      '登入驗證有效期限',
      'Lifetime of sign-ins',
      'kept:CredentialPolicy',
    ],
  },
);

export const companyFields = {
  ...company,
  ...certification,
  ...representative,
  ...finance,
  ...invoice,
  ...staff,
  ...organisation,
};
