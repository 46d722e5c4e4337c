import { fieldTable } from '@kept/policy';

/** 3, 1 and 4, 1: what an account is opened with. */
const registration = fieldTable(
  { clause: '3.1.1', subject: 'developer' },
  {
    name: ['姓名', '姓名', 'Name', 'pd:Name'],
    phone: ['手机号', '手機號碼', 'Phone number', 'pd:TelephoneNumber'],
    email: ['邮箱', '電子郵件地址', 'Email', 'pd:EmailAddress', 'E-mail'],
    'real-name': ['真实姓名', '真實姓名', 'Real personal name', 'pd:Name', 'real personal or corporate name'],
    'corporate-name': [
      '企业名称',
      '公司名稱',
      'Corporate name',
      'kept:OrganisationName',
      'real personal or corporate name',
    ],
  },
);

const password = fieldTable(
  { clause: '4.1', subject: 'developer' },
  { password: ['密码', '密碼', 'Password', 'pd:Password'] },
);

/** 4, 4: what shows that the name is real. The text says no more than “data”; it is read as identity papers. */
const verification = fieldTable(
  { clause: '4.4', subject: 'developer', sensitive: true },
  {
    'personal-proof': [
      '实名认证用的个人信息',
      '實名驗證用的個人資料',
      'Personal data for real name verification',
      'pd:OfficialID',
      'personal or corporate data',
      'real name verification',
    ],
  },
);

const certification = fieldTable(
  { clause: '4.4', subject: 'developer' },
  {
    'corporate-proof': [
      '实名认证用的企业信息',
      '實名驗證用的公司資料',
      'Corporate data for real name verification',
      'kept:CertificationRecord',
      'personal or corporate data',
      'real name verification',
    ],
  },
);

/** 3, 1: what comes about as the platform is used. */
const resources = fieldTable(
  { clause: '3.1.2', subject: 'developer' },
  {
    resources: ['申请的资源', '申請的資源', 'Resources you apply for', 'kept:ResourceApplication'],
    interfaces: ['接口信息', '介面資料', 'Interface information', 'kept:ApiUsage'],
  },
);

/** 3, 2: about a developer’s own devices. */
const devices = fieldTable(
  { clause: '3.2.1', subject: 'developer' },
  {
    'device-version': ['设备版本', '裝置版本', 'Device version', 'kept:FirmwareVersion'],
    'device-model': ['型号名称', '型號名稱', 'Model name', 'kept:DeviceModel'],
    'device-record': ['设备记录', '裝置紀錄', 'Device record', 'kept:DeviceLog'],
  },
);

/** 3, 2: what the servers write down by themselves. */
const logs = fieldTable(
  { clause: '3.2.2', subject: 'developer' },
  {
    usage: [
      '产品和服务的使用情况',
      '產品與服務的使用情形',
      'Usage of our products and services',
      'pd:ServiceConsumptionBehaviour',
      'usage of our products and/or services',
    ],
    ip: ['IP地址', 'IP位址', 'IP address', 'pd:IPAddress'],
    'visited-url': ['访问的服务网址', '造訪的服務網址', 'URL of visited service', 'pd:BrowsingBehaviour'],
    downloads: ['下载记录', '下載紀錄', 'Downloads', 'pd:ServiceConsumptionBehaviour'],
    software: ['软件安装数据', '軟體安裝資料', 'Software installation data', 'pd:DeviceApplications'],
    'used-at': [
      '使用服务的日期和时间',
      '使用服務的日期與時間',
      'Date and time of service use',
      'pd:ServiceConsumptionBehaviour',
    ],
  },
);

const feedback = fieldTable(
  { clause: '4.5', subject: 'developer' },
  { feedback: ['反馈', '意見回饋', 'Feedback', 'pd:Opinion', 'feedba.ck'] },
);

const letters = fieldTable(
  { clause: '12', subject: 'developer' },
  {
    letter: [
      '意见、问题或投诉',
      '意見、問題或申訴',
      'Comments, questions or complaints',
      'pd:Communication',
      'suggestions or questions',
    ],
  },
);

/** Every item of data that the text names, once each, by the clause that names it first. */
export const fields = {
  ...registration,
  ...password,
  ...verification,
  ...certification,
  ...resources,
  ...devices,
  ...logs,
  ...feedback,
  ...letters,
};
