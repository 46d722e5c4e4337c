import { say } from '@kept/policy';

/** Chapter 2 (2): the thirteen rows for companies, installers and dealers. */
export const business = {
  '2.2': {
    title: say('给企业和工程商的功能', '給企業與工程商的功能', 'For companies and installers'),
    sentence: say(
      '做生意用的三个平台会多收一些，一项一项列在下面；里头常有别人的信息，**要先得到人家同意**。',
      '做生意用的三個平台會多蒐集一些，一項一項列在下面；裡頭常有別人的資料，**要先取得對方同意**。',
      'The three business platforms collect more, listed row by row below. Much of it is about other people, **who have to be asked first**.',
    ),
  },
  '2.2.1': {
    title: say('企业用户注册与登录', '公司註冊與登入', 'Registering a company'),
    sentence: say(
      '公司开户，要知道公司叫什么、做哪行、在哪里、是哪一类；联系人留一个，好对接。',
      '公司開戶，要知道公司叫什麼、做哪一行、在哪裡、屬於哪一類；聯絡人留一位，好接洽。',
      'To open a company account we need its name, trade, place and kind, and somebody we can talk to.',
    ),
  },
  '2.2.2': {
    title: say('企业认证', '公司認證', 'Certifying a company'),
    sentence: say(
      '要认证公司身份，才交执照、税号、银行和开票这些。不交，**平台照用**，少几样功能。',
      '要認證公司身分，才交執照、稅號、銀行和開發票這些。不交，**平台照用**，少幾項功能。',
      'Licence, tax number, bank and invoice details are for certification only. Keep them to yourself and **the platform still works**, with a few functions less.',
    ),
  },
  '2.2.3': {
    title: say('账户管理', '帳戶管理', 'Managing staff accounts'),
    sentence: say(
      '给员工开账号、分角色，会记下账号、角色、登录多久失效，还有谁做了什么操作。',
      '替員工開帳號、分角色，會記下帳號、角色、登入多久失效，還有誰做了什麼操作。',
      'Giving staff accounts and roles means keeping the account, the role, how long a sign-in lasts, and who did what.',
    ),
  },
  '2.2.4': {
    title: say('商家运营平台', '商家營運平台', 'Running a shop'),
    sentence: say(
      '商家愿意用这个工具管订单、项目和进出货，才会存下客户、员工、货品和账目。',
      '商家願意用這個工具管訂單、專案和進出貨，才會存下客戶、員工、貨品和帳目。',
      'Customers, staff, goods and accounts are kept only if a dealer chooses to run orders, projects and stock with this tool.',
    ),
  },
  '2.2.5': {
    title: say('方案设计', '方案設計', 'Designing a home'),
    sentence: say(
      '画方案要用户型图、楼层、房间和图纸。那是客户家里的样子，只给画图和报价用。',
      '畫方案要用格局圖、樓層、房間和圖面。那是客戶家裡的樣子，只給畫圖和報價用。',
      'A design needs the floor plan, floors, rooms and drawings. They show the inside of somebody’s home and serve the design and its quote.',
    ),
  },
  '2.2.6': {
    title: say('工单管理', '工單管理', 'Work orders'),
    sentence: say(
      '派师傅上门，工单上写明哪家、什么活、哪位师傅、约在几时、做到哪一步。',
      '派師傅到府，工單上寫明哪一家、做什麼、哪位師傅、約在幾點、做到哪一步。',
      'A work order says which home, what job, which installer, when it was agreed, and how far it has come.',
    ),
  },
  '2.2.7': {
    title: say('售后维修', '售後維修', 'Repairs'),
    sentence: say(
      '东西坏了要修，得知道是哪一件、坏在哪儿、修好寄给谁。',
      '東西壞了要修，得知道是哪一件、壞在哪裡、修好寄給誰。',
      'For a repair we need to know which item, what is wrong with it, and where to send it back.',
    ),
  },
  '2.2.8': {
    title: say('财务管理', '財務管理', 'Accounts'),
    sentence: say(
      '门店对账用的是采购出库的货、数量和返利，别的不掺进来。',
      '門市對帳用的是採購出庫的貨、數量和回饋金，其他不摻進來。',
      'A store’s statement is made of goods shipped, quantities and rebates, with nothing else mixed in.',
    ),
  },
  '2.2.9': {
    title: say('设备实施运维', '裝置建置與維運', 'Running devices in a project'),
    sentence: say(
      '替项目装设备、看设备，要知道项目是哪个、有多少设备，以及它们运行得好不好。',
      '替專案裝裝置、顧裝置，要知道是哪個專案、有多少裝置，以及它們運作得好不好。',
      'To fit and look after devices in a project we keep which project it is, how many there are and how they are doing.',
    ),
  },
  '2.2.10': {
    title: say('采购平台', '採購平台', 'Procurement'),
    sentence: say(
      '在平台上进货，要记下买了什么、多少、多少钱，送给谁、送到哪儿。',
      '在平台上進貨，要記下買了什麼、多少、多少錢，送給誰、送到哪裡。',
      'An order for goods says what, how many, how much, for whom and where to.',
    ),
  },
  '2.2.11': {
    title: say('大规模项目管理', '大型專案管理', 'Large projects'),
    sentence: say(
      '大项目要过审：项目的来历、规模和联系人记在案，哪天建的、批没批也记在案。',
      '大型專案要過審：專案的來歷、規模和聯絡人記錄在案，哪天建立、准不准也記錄在案。',
      'A large project needs approval: its background, size and contact are on file, and so are the day it began and whether it passed.',
    ),
  },
  '2.2.12': {
    title: say('Aqara Graph工具', 'Aqara Graph工具', 'The Aqara Graph tool'),
    sentence: say(
      '做数据大屏，要用到项目、设备的现况，还有屏上每块图怎么摆。',
      '做資料大螢幕，要用到專案、裝置的現況，還有螢幕上每塊圖怎麼擺。',
      'A big screen of data draws on the project, the present state of its devices and how each chart is laid out.',
    ),
  },
  '2.2.13': {
    title: say('智慧酒店项目', '智慧飯店專案', 'Smart hotels'),
    sentence: say(
      '管酒店的设备，要看房间空着还是住着、客人要什么，还要记住谁动过系统。',
      '管飯店的裝置，要看房間空著還是有人住、房客要什麼，還要記住誰動過系統。',
      'Running a hotel’s devices means knowing which rooms are taken, what guests ask for, and who touched the system.',
    ),
  },
} as const;
