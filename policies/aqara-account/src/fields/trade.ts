import { fieldTable } from '@kept/policy';

/** 2 (2) 4: goods, orders and accounts of a dealer. */
const merchant = fieldTable(
  { clause: '2.2.4', subject: 'business-contact' },
  {
    'merchant-product': ['产品信息', '產品資料', 'Products', 'kept:StockRecord'],
    'merchant-plan': ['方案信息', '方案資料', 'Plans', 'kept:DesignPlan'],
    'merchant-order-products': [
      '订单产品信息',
      '訂單產品資料',
      'Ordered products',
      'pd:Purchase',
      '订单信息（产品信息）',
    ],
    'merchant-order-prices': [
      '订单价格信息',
      '訂單價格資料',
      'Prices of an order',
      'pd:Purchase',
      '订单信息（价格信息）',
    ],
    'merchant-stock': ['库存产品数量', '庫存產品數量', 'Stock', 'kept:StockRecord', '库存信息', '产品数量'],
    'merchant-stock-out': ['产品出库数量', '產品出庫數量', 'Goods out', 'kept:StockRecord', '出入库信息'],
    'merchant-stock-in': ['产品入库数量', '產品入庫數量', 'Goods in', 'kept:StockRecord', '出入库信息'],
    'merchant-company': ['企业认证信息', '公司認證資料', 'Certification of the company', 'kept:CertificationRecord'],
    'merchant-store': ['门店信息', '門市資料', 'Stores', 'kept:StoreRecord'],
    'merchant-rebate': [
      '对账信息（返利金额）',
      '對帳資料（回饋金額）',
      'Statement of rebates',
      'kept:Reconciliation',
      '对账信息',
      '返利金额',
    ],
  },
);

/** 2 (2) 4: a dealer’s customers and the people of their projects. */
const customers = fieldTable(
  { clause: '2.2.4', subject: 'customer' },
  {
    'customer-name': ['客户姓名', '客戶姓名', 'Customer name', 'pd:Name', '客户信息（姓名）'],
    'customer-phone': ['客户电话', '客戶電話', 'Customer number', 'pd:TelephoneNumber', '客户信息（电话）'],
    'customer-address': ['客户地址', '客戶地址', 'Customer address', 'pd:PhysicalAddress', '客户信息（地址）'],
    'project-customer-name': ['项目客户姓名', '專案客戶姓名', 'Project customer', 'pd:Name'],
    'project-customer-phone': [
      '项目客户电话',
      '專案客戶電話',
      'Number of the project customer',
      'pd:TelephoneNumber',
      '项目信息（电话）',
    ],
    'project-customer-address': [
      '项目客户地址',
      '專案客戶地址',
      'Address of the project customer',
      'pd:PhysicalAddress',
      '项目信息（地址）',
    ],
  },
);

/** 2 (2) 4: a dealer’s staff. */
const merchantStaff = fieldTable(
  { clause: '2.2.4', subject: 'staff' },
  {
    'merchant-staff-name': ['员工姓名', '員工姓名', 'Staff name', 'pd:Name', '员工信息（姓名）'],
    'merchant-staff-phone': ['员工电话', '員工電話', 'Staff number', 'pd:TelephoneNumber', '员工信息（电话）'],
    'merchant-staff-email': ['员工邮箱', '員工信箱', 'Staff e-mail', 'pd:EmailAddressWork', '员工信息（邮箱）'],
    'merchant-staff-role': ['权限角色', '權限角色', 'Staff role', 'kept:AccountRole', '角色信息'],
  },
);

/** 2 (2) 5: the inside of a customer’s home, as a drawing. */
const design = fieldTable(
  { clause: '2.2.5', subject: 'customer' },
  {
    'design-floor-plan': ['户型图', '格局圖', 'Floor plan', 'kept:FloorPlan', '客户户型图'],
    'design-layout-type': ['户型类型', '格局類型', 'Kind of floor plan', 'kept:FloorPlan'],
    'design-layout-drawing': ['户型图纸', '格局圖面', 'Drawing of the floor plan', 'kept:FloorPlan'],
    'design-floors': ['楼层', '樓層', 'Floors', 'kept:HomeSpace'],
    'design-rooms': ['房间信息', '房間資訊', 'Rooms', 'kept:HomeSpace', '房间'],
    'design-project-drawings': ['项目设计图纸', '專案設計圖', 'Project drawings', 'kept:DesignPlan'],
    'design-plan-name': ['方案名称', '方案名稱', 'Name of the plan', 'kept:DesignPlan', '方案信息', '名称'],
    'design-plan-store': ['方案门店', '方案門市', 'Store of the plan', 'kept:DesignPlan', '门店'],
    'design-plan-quote': ['方案报价', '方案報價', 'Quote', 'kept:Quote', '报价'],
    'design-plan-layout': ['方案户型', '方案格局', 'Floor plan of the plan', 'kept:FloorPlan', '户型'],
    'design-drawing': ['图纸', '圖面', 'Drawing', 'kept:DesignPlan', '方案图纸信息'],
    'design-drawing-layout': ['关联户型', '相關格局', 'Floor plan of the drawing', 'kept:FloorPlan'],
    'design-component-type': ['组件类型', '元件類型', 'Component type', 'kept:DrawingComponent'],
    'design-component-count': ['组件数量', '元件數量', 'Number of components', 'kept:DrawingComponent'],
    'design-component-style': ['组件样式配置', '元件樣式設定', 'Component style', 'kept:DrawingComponent'],
  },
);

/** 2 (2) 6: a job at somebody’s home. */
const workOrder = fieldTable(
  { clause: '2.2.6', subject: 'customer' },
  {
    'work-order-number': ['派单编号', '派工單編號', 'Work order number', 'kept:WorkOrder'],
    'work-order-customer': ['派单客户姓名', '派工客戶姓名', 'Customer name', 'pd:Name'],
    'work-order-phone': ['派单客户电话', '派工客戶電話', 'Customer number', 'pd:TelephoneNumber'],
    'work-order-address': ['派单客户地址', '派工客戶地址', 'Customer address', 'pd:PhysicalAddress'],
    'work-order-region': ['派单客户地区', '派工客戶地區', 'Customer area', 'pd:Region'],
    'work-order-product': ['派单客户产品', '派工客戶產品', 'Product at the customer’s', 'kept:InstalledProduct'],
    'work-order-type': ['派单工单类型', '派工工單類型', 'Kind of work order', 'kept:WorkOrder'],
    'work-order-dispatched-at': ['派单时间', '派工時間', 'Dispatched at', 'kept:WorkOrder'],
    'work-order-appointment': ['预约时间', '預約時間', 'Appointment', 'kept:Appointment'],
    'work-order-installed-at': ['安装时间', '安裝時間', 'Installed at', 'kept:Appointment'],
    'work-order-settled-at': ['核销时间', '結案時間', 'Settled at', 'kept:WorkOrder'],
    'work-order-progress': ['工单进度信息', '工單進度', 'Progress of the work', 'kept:WorkOrder'],
  },
);

/** 2 (2) 6: who does the job. */
const installer = fieldTable(
  { clause: '2.2.6', subject: 'installer' },
  {
    'work-order-installer': ['派单安装师傅', '派工安裝師傅', 'Installer', 'pd:Name'],
    'work-order-installer-phone': ['派单安装师傅电话', '派工安裝師傅電話', 'Installer number', 'pd:TelephoneNumber'],
  },
);

/** 2 (2) 7: something that broke, and where it goes back to. */
const repair = fieldTable(
  { clause: '2.2.7', subject: 'parcel-recipient' },
  {
    'repair-number': ['售后订单编号', '售後訂單編號', 'Repair number', 'pd:Purchase'],
    'repair-product': ['售后订单产品', '售後訂單產品', 'Product', 'pd:Purchase', '售后订单产品信息'],
    'repair-name': ['收件人姓名', '收件人姓名', 'Recipient', 'pd:Name', '姓名'],
    'repair-phone': ['收件人电话', '收件人電話', 'Recipient number', 'pd:TelephoneNumber', '电话'],
    'repair-address': ['收件地址', '收件地址', 'Delivery address', 'pd:PhysicalAddress', '地址'],
    'repair-reason': ['售后订单原因', '售後訂單原因', 'What is wrong', 'kept:FaultReport'],
    'repair-serial-number': ['售后订单产品SN', '售後訂單產品序號', 'Serial number', 'kept:SerialNumber'],
  },
);

/** 2 (2) 8: what a store’s statement is made of. */
const settlement = fieldTable(
  { clause: '2.2.8', subject: 'business-contact' },
  {
    'settlement-products': [
      '采购订单出库产品信息',
      '採購訂單出庫產品資料',
      'Goods shipped',
      'kept:StockRecord',
      '商城采购订单信息',
    ],
    'settlement-quantity': ['出库数量', '出庫數量', 'Quantity shipped', 'kept:StockRecord', '数量'],
    'settlement-rebate': ['返利金额的对账信息', '回饋金額對帳資料', 'Rebates', 'kept:Reconciliation'],
  },
);

/** 2 (2) 10: an order for goods. */
const procurement = fieldTable(
  { clause: '2.2.10', subject: 'parcel-recipient' },
  {
    'procurement-order': ['采购订单', '採購訂單', 'Order', 'pd:Purchase'],
    'procurement-products': ['采购订单产品', '採購訂單產品', 'Ordered products', 'pd:Purchase'],
    'procurement-quantity': ['采购数量', '採購數量', 'Quantity', 'pd:Purchase', '数量'],
    'procurement-amount': ['采购订单金额', '採購訂單金額', 'Amount', 'pd:Purchase', '金额'],
    'procurement-name': ['收件人姓名', '收件人姓名', 'Recipient', 'pd:Name', '收件人（姓名与电话）', '姓名'],
    'procurement-phone': ['收件人电话', '收件人電話', 'Recipient number', 'pd:TelephoneNumber', '电话'],
    'procurement-address': ['收件人地址', '收件人地址', 'Delivery address', 'pd:PhysicalAddress'],
  },
);

export const tradeFields = {
  ...merchant,
  ...customers,
  ...merchantStaff,
  ...design,
  ...workOrder,
  ...installer,
  ...repair,
  ...settlement,
  ...procurement,
};
