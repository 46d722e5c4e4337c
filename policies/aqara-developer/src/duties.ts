import { type Figures, type Measures, say } from '@kept/policy';

/** A child under fourteen only with a guardian’s yes. The products are “mainly for adults”: advice, not a bar. */
export const ages = [
  {
    below: 14,
    rule: 'guardian',
    consent: 'guardian',
    found: 'erase',
    eraseWithin: { count: 7, unit: 'day', said: 'reasonable' },
    clause: '9',
  },
  { below: 18, rule: 'advice', found: 'keep', clause: '9' },
] as const;

export const prohibitions = [
  {
    label: say(
      '为了做生意，谁的信息都不给合作方',
      '為了做生意，誰的資料都不給合作方',
      'For business ends, partners get nothing about anybody',
    ),
    purposes: ['dpv:CommercialPurpose', 'dpv:SellDataToThirdParties', 'dpv:SellInsightsFromData'],
    actions: ['share', 'transfer', 'disclose'],
    clause: '5.4',
  },
] as const;

export const figures = {
  trends: {
    label: say(
      '服务使用的总体趋势，比如有多少个人开发者、多少企业开发者',
      '服務使用的整體趨勢，例如有多少個人開發者、多少企業開發者',
      'How the services are used on the whole, such as how many developers are people and how many are companies',
    ),
    fields: ['real-name', 'corporate-name', 'usage'],
    purpose: 'trends',
    seenBy: say('商业合作方', '商業合作方', 'business partners'),
    clause: '5.4',
  },
} as const satisfies Figures;

/** When data was breached. The text says “promptly”; the numbers are ours, and the notes say so. */
export const breach = {
  parts: ['situation', 'impact', 'measures', 'advice', 'remedies'],
  channels: ['email', 'letter', 'phone', 'push'],
  within: { count: 72, unit: 'hour', said: 'reasonable' },
  fallback: 'announcement',
  authority: { count: 4, unit: 'hour', said: 'law' },
  clause: '6.2',
} as const;

export const changes = {
  channels: ['email', 'site'],
  effective: 'not-mentioned',
  askAgain: ['new-purpose', 'new-recipient', 'fewer-rights'],
  continuedUse: 'said-to-accept',
  clause: '10',
} as const;

export const measures = {
  procedures: {
    label: say('机房、技术和管理一起防', '機房、技術與管理一起防護', 'Physical, digital and organisational protection'),
    dpv: ['dpv:PhysicalMeasure', 'dpv:TechnicalMeasure', 'dpv:SecurityProcedure'],
    clause: '6.1',
  },
  concealment: {
    label: say(
      '加密、去标识化、匿名化，不低于行业一般水平',
      '加密、去識別化、匿名化，不低於業界一般水準',
      'Encryption, de-identification and anonymisation, no less than is usual in the industry',
    ),
    dpv: ['dpv:Encryption', 'dpv:Deidentification', 'dpv:Anonymisation'],
    clause: '6.1',
  },
  storage: {
    label: say('放在受管控的安全服务器上', '放在受管控的安全伺服器上', 'Secure servers in controlled facilities'),
    dpv: ['dpv:PhysicalSecureStorage'],
    clause: '6.1',
  },
  classification: {
    label: say(
      '按重要和敏感程度分级，用最高一级保护',
      '依重要與敏感程度分級，用最高等級保護',
      'Data is classed by importance and sensitivity, and guarded at the highest level',
    ),
    dpv: ['kept:DataClassification'],
    clause: '6.1',
  },
  confidentiality: {
    label: say(
      '碰得到信息的员工和服务商，合同里都写了保密',
      '碰得到資料的員工與服務商，契約裡都寫了保密',
      'Staff and providers who can reach data are bound to secrecy by contract',
    ),
    dpv: ['dpv:ConfidentialityAgreement', 'dpv:ControllerProcessorAgreement'],
    clause: '6.1',
  },
  discipline: {
    label: say(
      '不守保密的，受处分或被辞退',
      '不守保密的，受懲處或被解僱',
      'Whoever breaks it is disciplined or dismissed',
    ),
    dpv: ['kept:DisciplinaryConsequence'],
    clause: '6.1',
  },
  review: {
    label: say(
      '收集、存放、处理的做法定期检查，机房也查',
      '蒐集、存放、處理的做法定期檢查，機房也查',
      'How data is collected, stored and handled is reviewed regularly, buildings included',
    ),
    dpv: ['dpv:ReviewProcedure'],
    clause: '6.1',
  },
  people: {
    label: say(
      '在这里做事的人，个个都得守',
      '在這裡工作的人，每個都得遵守',
      'Everybody who works here is bound as well',
    ),
    dpv: ['dpv:GovernanceProcedures'],
    clause: '2',
  },
  certificate: {
    label: say('通过ISO/IEC 27001:2013认证', '通過ISO/IEC 27001:2013認證', 'Certified to ISO/IEC 27001:2013'),
    dpv: ['dpv:Certification'],
    clause: '6.3',
  },
  audit: {
    label: say('第三方定期来审', '第三方定期稽核', 'Regular audits by third parties'),
    dpv: ['dpv:SecurityAudit'],
    clause: '6.3',
  },
  backup: {
    label: say('有备份', '有備份', 'Backups'),
    dpv: ['dpv:DataBackupProtocols'],
    clause: '4.4',
  },
} as const satisfies Measures;
