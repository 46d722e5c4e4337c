import { fieldTable } from '@kept/policy';

/** 2 (1) 7, again in 2 (2) 9, 12 and 13: what a device tells about itself, and so about the home it stands in. */
const device = fieldTable(
  { clause: '2.1.7', subject: 'household' },
  {
    'device-model': ['设备型号', '裝置型號', 'Device model', 'kept:DeviceModel'],
    'device-id': ['设备id', '裝置ID', 'Device ID', 'kept:DeviceIdentifier'],
    'device-ip': ['设备ip', '裝置IP', 'Device IP address', 'pd:IPAddress'],
    'device-firmware': ['固件版本', '韌體版本', 'Firmware version', 'kept:FirmwareVersion'],
    'device-energy': ['设备能耗信息', '裝置耗電資訊', 'Energy use', 'kept:EnergyUse'],
    'device-state': ['设备运行状态', '裝置運作狀態', 'Device state', 'kept:DeviceState'],
    'device-log': ['设备日志', '裝置紀錄檔', 'Device log', 'kept:DeviceLog'],
    'device-automations': [
      '设备关联场景及自动化信息',
      '裝置相關場景與自動化',
      'Scenes and automations of the device',
      'kept:AutomationBinding',
    ],
    'device-space': ['设备绑定空间信息', '裝置所在空間', 'Room of the device', 'kept:SpaceBinding'],
  },
);

/** 2 (2) 9: a project and the devices in it. */
const project = fieldTable(
  { clause: '2.2.9', subject: 'business-contact' },
  {
    'project-type': ['项目类型', '專案類型', 'Project type', 'kept:ProjectRecord'],
    'project-name': ['项目名称', '專案名稱', 'Project name', 'kept:ProjectRecord'],
    'project-location': ['项目位置', '專案位置', 'Project location', 'kept:ProjectSite'],
    'project-customer': ['关联客户信息', '相關客戶資料', 'Customer of the project', 'pd:Contact'],
    'project-participants': ['项目参与人信息', '專案參與人資料', 'People in the project', 'pd:Contact'],
    'project-devices': ['设备数量', '裝置數量', 'Number of devices', 'kept:ProjectRecord'],
    'project-scenes': ['场景数量', '場景數量', 'Number of scenes', 'kept:ProjectRecord'],
    'project-automations': ['自动化数量', '自動化數量', 'Number of automations', 'kept:ProjectRecord'],
    'project-conditions': ['条件集数量', '條件集數量', 'Number of condition sets', 'kept:ProjectRecord', '条件集数'],
    'project-dashboard-cards': [
      '设备关联看板卡片信息',
      '裝置看板卡片',
      'Dashboard cards of devices',
      'kept:DashboardConfig',
    ],
    'project-automation-log': [
      '场景及自动化日志',
      '場景與自動化紀錄檔',
      'Log of scenes and automations',
      'kept:AutomationLog',
    ],
  },
);

/** 2 (2) 11: a project that has to be approved. */
const largeProject = fieldTable(
  { clause: '2.2.11', subject: 'business-contact' },
  {
    'large-project-address': ['项目地址', '專案地址', 'Project address', 'kept:ProjectSite'],
    'large-project-contact': ['联系人姓名', '聯絡人姓名', 'Contact name', 'pd:Name'],
    'large-project-phone': ['联系人电话', '聯絡人電話', 'Contact number', 'pd:TelephoneNumber'],
    'large-project-background': ['项目背景描述', '專案背景說明', 'Background', 'kept:ProjectRecord'],
    'large-project-positioning': ['项目定位', '專案定位', 'Positioning', 'kept:ProjectRecord'],
    'large-project-status': ['项目状态', '專案狀態', 'Status of approval', 'kept:ProjectRecord', '是否过审'],
    'large-project-created-at': ['创建时间', '建立時間', 'Created at', 'kept:OperationLog'],
    'large-project-history': ['创建记录', '建立紀錄', 'Record of creation', 'kept:OperationLog'],
  },
);

/** 2 (2) 12: a big screen of data. */
const graph = fieldTable(
  { clause: '2.2.12', subject: 'business-contact' },
  {
    'screen-type': ['大屏类型', '大螢幕類型', 'Screen type', 'kept:DashboardConfig'],
    'screen-project': ['关联项目', '相關專案', 'Project of the screen', 'kept:DashboardConfig'],
    'screen-thumbnail': ['缩略图', '縮圖', 'Thumbnail', 'kept:DashboardConfig'],
    'screen-component-type': ['组件类型', '元件類型', 'Component type', 'kept:DashboardConfig'],
    'screen-component-count': ['组件数量', '元件數量', 'Number of components', 'kept:DashboardConfig'],
    'screen-component-style': ['组件样式配置', '元件樣式設定', 'Component style', 'kept:DashboardConfig'],
    'screen-component-data': ['组件数据配置', '元件資料設定', 'Component data', 'kept:DashboardConfig'],
    'screen-component-interaction': ['组件交互配置', '元件互動設定', 'Component interaction', 'kept:DashboardConfig'],
  },
);

/** 2 (2) 13: what shows who is in a hotel room, and what they ask for. */
const guest = fieldTable(
  { clause: '2.2.13', subject: 'hotel-guest' },
  {
    'hotel-space': ['酒店空间信息', '飯店空間資訊', 'Hotel space', 'kept:HotelSpace'],
    'hotel-room-status': ['房间状态', '房間狀態', 'Room status', 'kept:RoomOccupancy'],
    'hotel-request-room': ['房间信息', '房間資訊', 'Room of the request', 'kept:HotelSpace'],
    'hotel-request': ['客需内容及状态', '房客需求內容與狀態', 'Guest request and its status', 'kept:GuestRequest'],
  },
);

/** 2 (2) 13: those who run the hotel. */
const hotelStaff = fieldTable(
  { clause: '2.2.13', subject: 'staff' },
  {
    'hotel-user-account': ['授权用户账号', '授權使用者帳號', 'Account of an authorised user', 'kept:AccountId', '账号'],
    'hotel-user-name': ['授权用户名称', '授權使用者名稱', 'Name of an authorised user', 'pd:Name', '明确'],
    'hotel-operation-log': ['系统操作日志', '系統操作紀錄', 'Log of operations', 'kept:OperationLog'],
  },
);

export const deviceFields = { ...device, ...project, ...largeProject, ...graph, ...guest, ...hotelStaff };
