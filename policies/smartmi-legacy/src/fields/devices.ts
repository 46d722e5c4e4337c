import { fieldTable } from '@kept/policy';

/** 3.1.1, fourth item: what a device tells at first use, activation, an update or a reset. */
const activation = fieldTable(
  { clause: '3.1.1.4', subject: 'holder' },
  {
    'handset-id': [
      '手机识别信息',
      '手機識別資料',
      'Mobile device identification information',
      'kept:HandsetIdentifier',
      'identification number of your mobile device',
    ],
    imei: ['IMEI', 'IMEI', 'IMEI', 'kept:HandsetIdentifier', 'device’s IMEI'],
    'coarse-location': [
      '设备的大概位置',
      '裝置的大概位置',
      'Approximate geographic location',
      'kept:CoarseLocation',
      'location of your device',
    ],
  },
);

/** 3.2.1 and 3.2.2: personal here in any case, though the text does not call it so as long as it stands alone. */
const alone = fieldTable(
  { clause: '3.2.1', subject: 'holder', alone: 'not-personal' },
  {
    language: ['语言', '語言', 'Language', 'pd:Language'],
    'zip-code': ['邮政编码', '郵遞區號', 'ZIP code', 'pd:PostalCode'],
    'area-code': ['区号', '區碼', 'Area code', 'kept:AreaCode'],
    'time-zone': ['时区', '時區', 'Time zone', 'kept:TimeZone'],
    'internet-use': [
      '上网统计',
      '上網統計',
      'Statistics of how you use the Internet',
      'pd:ServiceConsumptionBehaviour',
      'anonymous statistics',
    ],
    'app-habits': ['使用习惯', '使用習慣', 'User habits', 'pd:ServiceConsumptionBehaviour'],
    'app-problems': [
      '使用中的问题',
      '使用時的問題',
      'Problems found when using the app',
      'kept:ErrorReport',
      'problems',
    ],
  },
);
const work = fieldTable(
  { clause: '3.2.2', subject: 'holder', alone: 'not-personal' },
  { profession: ['职业', '職業', 'Professions', 'pd:Job'] },
);

/** 3.2.1: when something crashes. */
const crash = fieldTable(
  { clause: '3.2.1', subject: 'holder', alone: 'not-personal' },
  {
    'crash-device-id': ['设备编号', '裝置編號', 'Device ID', 'kept:DeviceIdentifier'],
    'crash-address': ['设备的IP地址', '裝置的IP位址', 'Internet protocol address', 'pd:IPAddress'],
    'crash-packets': ['路由数据包', '路由資料封包', 'Route data packets', 'kept:NetworkInformation'],
  },
);

/** 3.2.1: what a server writes down by itself. */
const log = fieldTable(
  { clause: '3.2.1', subject: 'visitor', alone: 'not-personal' },
  {
    'log-address': ['IP地址', 'IP位址', 'IP address', 'pd:IPAddress'],
    'log-browser': ['浏览器类型', '瀏覽器類型', 'Browser types', 'pd:UserAgent'],
    'log-languages': ['浏览器语言', '瀏覽器語言', 'Browser languages', 'pd:Language'],
    'log-referral': ['来源页面', '來源頁面', 'Referral source page', 'pd:BrowsingReferral'],
    'log-system': ['操作系统', '作業系統', 'Operating system', 'pd:DeviceOperatingSystem'],
    'log-time': ['日期和时间', '日期與時間', 'Date/time mark', 'pd:ServiceConsumptionBehaviour'],
    'log-clicks': ['点击流', '點擊紀錄', 'Clickstream data', 'pd:LinkClicked'],
  },
);

/** 3.2.1 and 3.2.2: cookies and the like. */
const cookies = fieldTable(
  { clause: '3.2.1', subject: 'visitor' },
  {
    'cookie-identifier': [
      'Cookie、像素标签和网络信标',
      'Cookie、像素標籤與網站信標',
      'Cookies, pixel tags and web beacons',
      'kept:CookieIdentifier',
      'pixel tags',
      'web beacons',
      'cookies',
      'pixel marks',
    ],
    'language-preference': ['语言偏好', '語言偏好', 'Language preferences', 'pd:Language', 'preferred language'],
    'mail-opened': ['邮件有没有打开', '信有沒有打開', 'Whether the email is open', 'kept:MailOpened'],
  },
);

export const deviceFields = { ...activation, ...alone, ...work, ...crash, ...log, ...cookies };
