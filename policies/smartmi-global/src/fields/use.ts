import { fieldTable } from '@kept/policy';

/** 3.1.2, third item: what use gives rise to. */
const generated = fieldTable(
  { clause: '3.1.2.3', subject: 'holder' },
  {
    'update-setting': ['系统更新设置', '系統更新設定', 'Update settings', 'pd:Preference'],
    'setting-region': ['地区', '地區', 'Region', 'pd:Region', '應用程式設定'],
    'setting-language': ['语言', '語言', 'Language', 'pd:Language', '應用程式設定'],
    'setting-time-zone': ['时区', '時區', 'Time zone', 'kept:TimeZone', '應用程式設定'],
    'setting-font': ['字体', '字體', 'Font', 'pd:Preference', '應用程式設定'],
    'app-state': [
      'App状态记录',
      '應用程式狀態記錄',
      'State of the app',
      'pd:ServiceConsumptionBehaviour',
      '下載、安裝、更新、刪除',
    ],
    'sign-ins': ['登录记录', '登入資料', 'Sign-ins', 'pd:AuthenticationHistory'],
    visits: ['访问记录', '造訪記錄', 'Visits', 'pd:BrowsingBehaviour'],
  },
);

/** 7: a function of the phone. */
const functions = fieldTable(
  { clause: '7', subject: 'holder' },
  { 'wifi-state': ['Wi-Fi状态', 'Wi-Fi網路狀態', 'State of the Wi-Fi', 'kept:NetworkInformation'] },
);

/** 3.3, first item: cookies, tags and scripts. */
const cookies = fieldTable(
  { clause: '3.3.1', subject: 'visitor' },
  {
    'cookie-identifier': [
      'Cookie、标签和脚本',
      'Cookie、標籤和腳本',
      'Cookies, tags and scripts',
      'kept:CookieIdentifier',
    ],
    'site-activity': ['在网站上的活动', '用戶在網站上的活動', 'What you do on the site', 'pd:BrowsingBehaviour'],
    demographics: ['人口统计信息', '人口統計資料', 'Demographic data', 'pd:Demographic'],
  },
);

/** 3.3, second item: what the site writes down by itself, and links to nothing. */
const log = fieldTable(
  { clause: '3.3.2', subject: 'visitor' },
  {
    'log-address': ['访问网站的IP地址', '網際網路協議(IP)地址', 'IP address of the visit', 'pd:IPAddress'],
    'log-browser': ['浏览器类型', '瀏覽器類型', 'Browser type', 'pd:UserAgent'],
    'log-provider': ['网络服务商', '網路服務提供商', 'Internet provider', 'kept:NetworkOperator', 'ISP'],
    'log-pages': ['来源和离开的页面', '引用/退出頁面', 'Pages before and after', 'pd:BrowsingReferral'],
    'log-system': ['操作系统', '作業系統', 'Operating system', 'pd:DeviceOperatingSystem'],
    'log-time': ['日期和时间', '日期/時間戳', 'Date and time', 'pd:ServiceConsumptionBehaviour'],
    'log-clicks': ['点击量', '點擊量', 'Clicks', 'pd:LinkClicked'],
  },
);

/** 3.3, third item: what adverts are chosen by. */
const adverts = fieldTable(
  { clause: '3.3.3', subject: 'visitor' },
  {
    'ad-activity': [
      '在本站和别的网站上的活动',
      '在本網站和其他網站上的活動資料',
      'What you do on this site and others',
      'pd:BrowsingBehaviour',
      '造訪活動',
      '網頁造訪活動',
    ],
    'ad-interests': ['兴趣', '興趣', 'Interests', 'pd:Interest'],
  },
);

/** 3.3, fourth item: what the analytics in the app hold, and match with nothing that was entered. */
const analytics = fieldTable(
  { clause: '3.3.4', subject: 'visitor' },
  {
    'analytics-frequency': [
      '使用App的频率',
      '使用應用程式的頻率',
      'How often the app is used',
      'pd:ServiceConsumptionBehaviour',
    ],
    'analytics-events': [
      'App里发生的事',
      '應用程式內發生的事件',
      'Events in the app',
      'pd:ServiceConsumptionBehaviour',
    ],
    'analytics-usage': ['汇总的使用情况', '匯總使用情況', 'Usage as a whole', 'pd:ServiceConsumptionBehaviour'],
    'analytics-performance': ['性能数据', '效能資料', 'Performance', 'kept:ErrorReport'],
    'analytics-crashes': ['App在哪里出的故障', '發生故障的位置', 'Where in the app it failed', 'kept:ErrorReport'],
  },
);

/** 3.3, fifth item: what is kept on the visitor's own machine. */
const local = fieldTable(
  { clause: '3.3.5', subject: 'visitor' },
  {
    'local-content': ['本地存的内容', '內容', 'Content kept locally', 'pd:Preference', 'LSOs', '本地儲存對象'],
    'local-preferences': ['首选项', '首選項', 'Preferences', 'pd:Preference'],
  },
);

export const useFields = { ...generated, ...functions, ...cookies, ...log, ...adverts, ...analytics, ...local };
