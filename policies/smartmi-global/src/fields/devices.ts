import { fieldTable } from '@kept/policy';

/** 3.1.2, first item: what a smart device tells of itself, and so of the home it stands in. */
const device = fieldTable(
  { clause: '3.1.2.1', subject: 'household' },
  {
    'device-name': ['设备名称', '裝置名稱', 'Device name', 'kept:DeviceName'],
    'device-id': ['设备ID', '裝置ID', 'Device ID', 'kept:DeviceIdentifier'],
    'device-model': ['型号名称', '型號名稱', 'Model name', 'kept:DeviceModel'],
    'device-firmware': ['固件版本', '固件版本', 'Firmware version', 'kept:FirmwareVersion'],
    'device-serial': ['序列号', '序列號', 'Serial number', 'kept:SerialNumber'],
    'device-hardware': ['硬件版本', '硬體版本', 'Hardware version', 'kept:HardwareVersion'],
    'device-mac': ['设备MAC地址', '裝置MAC地址', 'Device MAC address', 'pd:MACAddress'],
    'device-alerts': ['设备错误类型和提醒', '裝置錯誤類型和提醒', 'Kinds of faults and alerts', 'kept:ErrorReport'],
    'device-network': ['设备的网络信息', '網路資料', 'Network data of the device', 'kept:NetworkInformation'],
    'device-time-zone': ['设备时区', '裝置時區', 'Time zone of the device', 'kept:TimeZone'],
    'device-uptime': ['设备服务时长', '裝置服務時長', 'Hours the device has served', 'kept:DeviceUptime'],
    'device-system': ['软件系统版本', '軟體系統版本', 'System software version', 'kept:FirmwareVersion'],
    'device-ip': ['分配给设备的IP地址', '已分配的裝置的IP地址', 'IP address given to the device', 'pd:IPAddress'],
  },
);

/** 3.1.2, second item. */
const network = fieldTable(
  { clause: '3.1.2.2', subject: 'household' },
  {
    'network-ip': ['IP地址', 'IP地址', 'IP address', 'pd:IPAddress'],
    'wifi-name': ['Wi-Fi名称', 'Wi-Fi名稱', 'Wi-Fi name', 'kept:WifiName', 'SSID'],
    'wifi-password': ['Wi-Fi密码', 'Wi-Fi密碼', 'Wi-Fi password', 'kept:WifiPassword'],
    'wifi-signal': ['Wi-Fi信号强度', 'Wi-Fi信號強度', 'Wi-Fi signal strength', 'kept:WifiSignal', 'RSSI'],
    'network-device-ip': ['联网设备的IP', '裝置IP', 'IP of the connected device', 'pd:IPAddress'],
    'network-mac': ['MAC地址', 'MAC地址', 'MAC address', 'pd:MACAddress'],
    'network-requests': ['网络请求', '網路請求資料', 'Network requests', 'kept:NetworkInformation'],
    'sign-in-area': ['登录服务器时所在的地区', '登入伺服器時的所在地區', 'Area of signing in', 'kept:CoarseLocation'],
    'passing-messages': ['临时消息记录', '臨時消息歷史記錄', 'Passing messages', 'kept:MessageHistory'],
    'system-log': ['标准系统日志', '標準系統日誌', 'Standard system log', 'kept:DeviceLog'],
    'failure-data': ['故障信息', '故障資料', 'Failure data', 'kept:ErrorReport'],
  },
);

/** 3.1.2, fourth item: the phone that the app runs on. */
const handset = fieldTable(
  { clause: '3.1.2.4', subject: 'holder' },
  {
    imei: ['IMEI号', 'IMEI號碼', 'IMEI', 'kept:HandsetIdentifier'],
    'handset-id': ['手机的设备ID', '裝置ID', 'ID of the handset', 'kept:HandsetIdentifier'],
    oaid: ['OAID', 'OAID', 'OAID', 'kept:HandsetIdentifier'],
    'android-id': ['ANDROID_ID', 'ANDROID_ID', 'ANDROID_ID', 'kept:HandsetIdentifier'],
    'handset-system': ['手机系统版本', '作業系統版本', 'Version of its system', 'pd:DeviceOperatingSystem'],
    'handset-language': ['系统语言', '系統語言', 'System language', 'pd:Language'],
    'app-version': ['App版本号', '應用程式版本號', 'App version', 'pd:DeviceApplications'],
    'handset-maker': ['手机厂家', '裝置的製造資料', 'Maker of the handset', 'kept:DeviceModel'],
    'handset-model': ['手机型号', '型號名稱', 'Model of the handset', 'kept:DeviceModel'],
    'handset-operator': ['网络运营商', '網路營運商', 'Network operator', 'kept:NetworkOperator'],
  },
);

/** 3.1.2, fifth item: what shows the habits of a home. */
const automation = fieldTable(
  { clause: '3.1.2.5', subject: 'household' },
  {
    'automation-name': ['自动化名称', '自動化名稱', 'Name of the automation', 'kept:AutomationRule'],
    'automation-log': ['自动化执行日志', '自動化執行日誌', 'Log of the automation', 'kept:AutomationLog'],
    'automation-steps': ['条件和动作清单', '條件及行動清單', 'Conditions and actions', 'kept:AutomationRule'],
    'automation-hours': ['有效时段设置', '有效時段設定', 'Hours in which it holds', 'kept:AutomationRule'],
    'automation-notice': ['执行结果通知设置', '執行結果通知設定', 'Whether results are told', 'kept:AutomationRule'],
    'automation-switch': [
      '启用或停用自动化的设置',
      '啟用或禁用自動化的設定',
      'Whether the automation is on',
      'kept:AutomationRule',
    ],
  },
);

export const deviceFields = { ...device, ...network, ...handset, ...automation };
