import { type Figures, type Measures, type OptOuts, say } from '@kept/policy';
import * as devices from './rows/devices.ts';
import { entered } from './rows/person.ts';

/** The text names no age: a child is who the law where they live calls one, a minor is below eighteen. */
export const ages = [
  {
    below: 14,
    jurisdictions: ['mainland-china'],
    rule: 'no-account',
    found: 'erase',
    eraseWithin: { count: 3, unit: 'day', said: 'reasonable' },
    clause: '10.1',
  },
  {
    below: 13,
    jurisdictions: ['california', 'united-states'],
    rule: 'no-account',
    found: 'erase',
    eraseWithin: { count: 3, unit: 'day', said: 'reasonable' },
    clause: '10.1',
  },
  {
    below: 16,
    jurisdictions: ['eea', 'russia', 'elsewhere'],
    rule: 'no-account',
    found: 'erase',
    eraseWithin: { count: 3, unit: 'day', said: 'reasonable' },
    clause: '10.1',
  },
  {
    below: 18,
    rule: 'guardian',
    consent: 'guardian',
    found: 'erase',
    eraseWithin: { count: 7, unit: 'day', said: 'reasonable' },
    clause: '10.1',
  },
] as const;

export const optOuts = {
  marketing: {
    label: say('退订推广', '取消訂閱推廣', 'Unsubscribe from promotions'),
    purposes: ['marketing'],
    how: say('点信底下的退订。', '點信底下的取消訂閱。', 'Press unsubscribe at the foot of the message.'),
    clause: '3.2.4',
  },
  'interest-ads': {
    label: say('不看按兴趣推的广告', '不看依興趣推的廣告', 'No adverts by interest'),
    purposes: ['interest-ads'],
    how: say('发邮件到文末的邮箱说一声。', '寄到文末的電子郵件說一聲。', 'Write to the mailbox at the end.'),
    clause: '3.3.3',
  },
} as const satisfies OptOuts;

export const prohibitions = [
  {
    label: say('你的信息不卖', '你的資料不賣', 'Nothing of yours is sold'),
    purposes: ['dpv:SellDataToThirdParties', 'dpv:SellInsightsFromData', 'dpv:CommercialPurpose'],
    clause: '4',
  },
  {
    label: say('精确的位置谁也不给看', '精確的位置誰也不給看', 'Where exactly you are is shown to nobody'),
    categories: ['pd:GPSCoordinate'],
    actions: ['share', 'disclose'],
    clause: '3.2.3',
  },
] as const;

/** What the site writes down, and what the app's analytics hold: linked to nothing. */
export const separations = [
  {
    label: say(
      '网站自动记下的，不跟你别的信息连起来',
      '網站自動記下的，不跟你別的資料連起來',
      'What the site writes down by itself is linked to nothing else about you',
    ),
    fields: devices.log,
    clause: '3.3.2',
  },
  {
    label: say(
      '分析软件里的，不跟你在App里交的信息对上',
      '分析軟體裡的，不跟你在App裡提供的資料對上',
      'What the analytics hold is not matched with what you entered in the app',
    ),
    fields: devices.analytics,
    from: entered,
    clause: '3.3.4',
  },
] as const;

const ourselves = say('我们自己', '我們自己', 'ourselves');
export const figures = {
  activated: {
    label: say('激活了多少设备、连着多少', '啟用了多少裝置、連著多少', 'How many devices are activated and connected'),
    fields: ['device-id'],
    purpose: 'statistics',
    seenBy: ourselves,
    clause: '3.2.2',
  },
  firmware: {
    label: say('各种固件版本各有多少', '各種韌體版本各有多少', 'How many devices run which firmware'),
    fields: ['device-firmware'],
    purpose: 'statistics',
    seenBy: ourselves,
    clause: '3.2.2',
  },
  places: {
    label: say('在线的设备大概在哪些地方', '連線的裝置大概在哪些地方', 'Roughly where devices are online'),
    fields: ['sign-in-area', 'network-ip'],
    purpose: 'statistics',
    seenBy: ourselves,
    clause: '3.2.3',
  },
  research: {
    label: say('研发和经营的统计', '研發與經營的統計', 'Figures for research and business'),
    fields: [...devices.device, ...devices.generated.optional, ...devices.handset.required],
    purpose: 'statistics',
    seenBy: ourselves,
    clause: '3.2.9',
  },
  crowd: {
    label: say('网站用户大概是哪些人', '網站使用者大概是哪些人', 'Who visits the site, as a crowd'),
    fields: ['site-activity', 'demographics'],
    purpose: 'web-statistics',
    seenBy: ourselves,
    clause: '3.3.1',
  },
} as const satisfies Figures;

/** When security fails. The text has channels and no period; parts and numbers are the laws', and the notes say so. */
export const breach = {
  parts: ['situation', 'impact', 'measures', 'advice', 'contact'],
  channels: ['site', 'app', 'email', 'letter'],
  within: { count: 72, unit: 'hour', said: 'reasonable' },
  authority: { count: 4, unit: 'hour', said: 'law' },
  clause: '5.1',
} as const;

export const changes = {
  channels: ['email', 'site', 'app'],
  effective: 'on-date',
  askAgain: ['more-data', 'new-purpose'],
  continuedUse: 'said-to-accept',
  clause: '10.2',
} as const;

export const measures = {
  procedures: {
    label: say(
      '实体、电子和管理一起防',
      '實體、電子與管理一起防護',
      'Physical, electronic and organisational protection',
    ),
    dpv: ['dpv:PhysicalMeasure', 'dpv:TechnicalMeasure', 'dpv:OrganisationalMeasure'],
    clause: '5.1',
  },
  'second-step': {
    label: say('登录可以多验一道', '登入可以多驗一道', 'A second step at sign-in'),
    dpv: ['dpv:MultiFactorAuthentication'],
    clause: '5.1',
  },
  encryption: {
    label: say(
      '设备和服务器来往用SSL等办法加密',
      '裝置和伺服器往來用SSL等方式加密',
      'SSL or the like between devices and servers',
    ),
    dpv: ['dpv:EncryptionInTransfer'],
    clause: '5.1',
  },
  storage: {
    label: say('放在受管控的安全服务器上', '放在受管控的安全伺服器上', 'Safe servers in controlled facilities'),
    dpv: ['dpv:PhysicalSecureStorage'],
    clause: '5.1',
  },
  classification: {
    label: say('按重要和敏感程度分级', '依重要與敏感程度分級', 'Data is classed by importance and sensitivity'),
    dpv: ['kept:DataClassification'],
    clause: '5.1',
  },
  confidentiality: {
    label: say(
      '员工和服务商都签了严格的保密约',
      '員工和服務商都簽了嚴格的保密約定',
      'Staff and providers are strictly bound to confidence',
    ),
    dpv: ['dpv:ConfidentialityAgreement', 'dpv:ThirdPartySecurityProcedures'],
    clause: '5.1',
  },
  discipline: {
    label: say('不守的，受处分或者不再合作', '不守的，受處分或者不再合作', 'Who breaks that is disciplined, or let go'),
    dpv: ['kept:DisciplinaryConsequence'],
    clause: '5.1',
  },
  cloud: {
    label: say(
      '存在云上的，另外管谁能碰',
      '存在雲端的，另外管誰能碰',
      'Special control of who reaches what is in the cloud',
    ),
    dpv: ['dpv:AccessControlMethod'],
    clause: '5.1',
  },
  review: {
    label: say(
      '定期查收集、存放和处理的做法，机房也查',
      '定期查蒐集、存放和處理的做法，機房也查',
      'Regular review of how data is taken, kept and used, buildings included',
    ),
    dpv: ['dpv:ReviewProcedure'],
    clause: '5.1',
  },
  backups: {
    label: say(
      '备份里一时删不掉的，隔开不用，到清掉为止',
      '備份裡一時刪不掉的，隔開不用，到清掉為止',
      'What cannot leave a backup at once is set apart until it does',
    ),
    dpv: ['kept:BackupIsolation'],
    clause: '8.2',
  },
  processors: {
    label: say(
      '跟服务商签合同，守你所在地的隐私法律',
      '跟服務商簽契約，守你所在地的隱私法律',
      'Contracts hold providers to the privacy law of where you live',
    ),
    dpv: ['dpv:ControllerProcessorAgreement'],
    clause: '4.2',
  },
} as const satisfies Measures;
