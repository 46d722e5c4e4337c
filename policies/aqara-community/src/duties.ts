import { type Figures, type Measures, say } from '@kept/policy';

/** The text wants no data of minors and does not say who is one; here, whoever is under eighteen. */
export const ages = [
  {
    below: 18,
    rule: 'no-account',
    found: 'erase',
    eraseWithin: { count: 3, unit: 'day', said: 'reasonable' },
    clause: '9',
  },
] as const;

export const prohibitions = [
  {
    label: say('不卖你的信息', '不賣你的資料', 'Nothing of yours is sold'),
    purposes: ['dpv:SellDataToThirdParties'],
    clause: '3',
  },
] as const;

export const figures = {
  trends: {
    label: say(
      '社区使用的总体趋势，比如某一群人怎么用',
      '社群使用的整體趨勢，例如某一群人怎麼用',
      'How the community is used on the whole, such as by certain groups',
    ),
    fields: ['usage'],
    purpose: 'trends',
    seenBy: say(
      '第三方（比如在网站上登广告的）',
      '第三方（例如在網站上登廣告的）',
      'third parties, such as advertisers on the site',
    ),
    clause: '3.3',
  },
} as const satisfies Figures;

export const changes = {
  channels: ['email', 'site', 'app'],
  effective: 'on-notice',
  askAgain: ['more-data', 'new-purpose'],
  continuedUse: 'said-to-accept',
  clause: '11',
} as const;

export const measures = {
  procedures: {
    label: say(
      '机房、电子和管理一起防',
      '機房、電子與管理一起防護',
      'Physical, electronic and organisational protection',
    ),
    dpv: ['dpv:PhysicalMeasure', 'dpv:TechnicalMeasure', 'dpv:SecurityProcedure'],
    clause: '4.1',
  },
  storage: {
    label: say(
      '放在受管控设备护着的安全服务器上',
      '放在有管控裝置保護的安全伺服器上',
      'Secure servers behind controlled equipment',
    ),
    dpv: ['dpv:PhysicalSecureStorage'],
    clause: '4.1',
  },
  classification: {
    label: say(
      '按重要和敏感程度分级，资料按最高一级保护',
      '依重要與敏感程度分級，個人檔案用最高等級保護',
      'Data is classed by importance and sensitivity, and your profile guarded at the highest level',
    ),
    dpv: ['kept:DataClassification'],
    clause: '4.1',
  },
  confidentiality: {
    label: say(
      '碰得到资料的员工和服务商，合同里都写了保密',
      '碰得到資料的員工與服務商，契約裡都寫了保密',
      'Staff and providers who can reach data are bound to secrecy by contract',
    ),
    dpv: ['dpv:ConfidentialityAgreement'],
    clause: '4.1',
  },
  discipline: {
    label: say(
      '不守保密的，受处分或被辞退',
      '不守保密的，受懲處或被解僱',
      'Whoever breaks it is punished or dismissed',
    ),
    dpv: ['kept:DisciplinaryConsequence'],
    clause: '4.1',
  },
  cloud: {
    label: say(
      '云上存的，进出另外管',
      '雲端存的，進出另外管制',
      'Access to what is stored in a cloud is specially controlled',
    ),
    dpv: ['dpv:AccessControlMethod'],
    clause: '4.1',
  },
  review: {
    label: say(
      '收集、存放、处理的做法定期检查，机房也查',
      '蒐集、存放、處理的做法定期檢查，機房也查',
      'How data is collected, stored and handled is reviewed regularly, buildings included',
    ),
    dpv: ['dpv:ReviewProcedure'],
    clause: '4.1',
  },
  contracts: {
    label: say(
      '给第三方之前签合同，要它守当地的数据保护法',
      '給第三方之前簽契約，要它遵守當地的個資法',
      'Third parties are bound by contract to the data protection law of where you live',
    ),
    dpv: ['dpv:ThirdPartyAgreement', 'dpv:ControllerProcessorAgreement'],
    clause: '3',
  },
  people: {
    label: say('员工和代理人也都得守', '員工與代理人也都得遵守', 'Employees and agents are bound as well'),
    dpv: ['dpv:GovernanceProcedures'],
    clause: '2',
  },
} as const satisfies Measures;
