import type { Action, ActorRole, Duty, Lang, Status } from '@kept/policy';

/** What stands around the words of a policy when a question to it is answered. */
export interface Words {
  readonly never: string;
  readonly always: string;
  readonly sometimes: string;
  readonly refusedBy: string;
  readonly restRefusedBy: string;
  readonly permitted: string;
  readonly refused: string;
  readonly nobody: string;
  readonly nowhere: string;
  readonly and: string;
  readonly gap: string;
  readonly actors: Readonly<Record<ActorRole, string>>;
  readonly actions: Readonly<Record<Action, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly duties: Readonly<Record<Duty['kind'], string>>;
  readonly rights: string;
  readonly who: (actors: string) => string;
  readonly does: (actions: string) => string;
  readonly fields: (fields: string) => string;
  readonly purposes: (purposes: string) => string;
  readonly recipients: (parties: string) => string;
  readonly collections: (rows: string) => string;
  readonly from: (places: string) => string;
  readonly to: (places: string) => string;
  readonly law: (places: string) => string;
  readonly ages: (bands: string) => string;
  /** `to` undefined: and older. Both undefined: nobody knows. */
  readonly age: (from: number | undefined, to: number | undefined) => string;
  readonly quoted: (label: string, clause: string) => string;
  readonly accounts: (statuses: string) => string;
  readonly yes: (consents: string) => string;
  readonly unless: (restricted: boolean, objected: boolean) => string;
  readonly due: (duty: string, always: boolean) => string;
}

const en: Words = {
  never: 'Never, whatever the person says.',
  always: 'Always, whatever the person says.',
  sometimes: 'In these cases, and in no other:',
  refusedBy: 'Refused by',
  restRefusedBy: 'All else is refused by',
  permitted: 'Permitted, for example:',
  refused: 'Refused, for example:',
  nobody: 'nobody else',
  nowhere: 'no row',
  and: ', ',
  gap: '; ',
  actors: { person: 'the person', service: 'a service', operator: 'those who work here', system: 'Kept itself' },
  actions: {
    collect: 'collect',
    use: 'use',
    share: 'share',
    transfer: 'move to another region',
    disclose: 'publish',
    retain: 'keep',
  },
  statuses: { prospective: 'not opened yet', active: 'active', closing: 'being closed', closed: 'closed' },
  duties: {
    desensitise: 'strip it of who it is about',
    redact: 'do not show the value',
    notify: 'tell the person beforehand who gets it',
    'same-terms': 'bind whoever gets it to the same terms',
    'ask-again-on-new-purpose': 'ask again for a new use',
    safeguards: 'safeguards that the law there asks for',
    'standard-clauses': 'standard contract clauses',
    record: 'a receipt',
  },
  rights: 'the person’s own rights',
  who: (actors) => `by ${actors}`,
  does: (actions) => `to ${actions}`,
  fields: (fields) => `the data: ${fields}`,
  purposes: (purposes) => `for: ${purposes}`,
  recipients: (parties) => `with: ${parties}`,
  collections: (rows) => `taken at: ${rows}`,
  from: (places) => `from ${places}`,
  to: (places) => `to ${places}`,
  law: (places) => `of people in: ${places}`,
  ages: (bands) => `of the age: ${bands}`,
  age: (from, to) => (from === undefined ? 'unknown' : to === undefined ? `${from} and older` : `${from} to ${to}`),
  quoted: (label, clause) => `“${label}” (§${clause})`,
  accounts: (statuses) => `with an account ${statuses}`,
  yes: (consents) => `if they said yes to ${consents}`,
  unless: (restricted, objected) =>
    `unless they ${restricted ? (objected ? 'restricted the purpose or object to it' : 'restricted the purpose') : 'object to the purpose'}`,
  due: (duty, always) => `${always ? 'due' : 'due in some of these'}: ${duty}`,
};

const zhHans: Words = {
  never: '从不，不论本人怎么说。',
  always: '总是可以，不论本人怎么说。',
  sometimes: '只有下面这些情况可以，此外都不行：',
  refusedBy: '拒绝的条款：',
  restRefusedBy: '其余的由这些条款拒绝：',
  permitted: '可以，例如：',
  refused: '不可以，例如：',
  nobody: '不给任何人',
  nowhere: '没有收集项',
  and: '、',
  gap: '；',
  actors: { person: '本人', service: '服务', operator: '工作人员', system: 'Kept自己' },
  actions: { collect: '收集', use: '使用', share: '共享', transfer: '移到别的地区', disclose: '公开', retain: '保存' },
  statuses: { prospective: '还没开通', active: '使用中', closing: '正在注销', closed: '已注销' },
  duties: {
    desensitise: '先脱敏',
    redact: '不显示内容',
    notify: '事先告诉本人给谁',
    'same-terms': '让接收方守同样的规则',
    'ask-again-on-new-purpose': '换用途要再问',
    safeguards: '按当地法律采取保障',
    'standard-clauses': '签标准合同条款',
    record: '留下凭证',
  },
  rights: '本人行使权利',
  who: (actors) => `由${actors}`,
  does: (actions) => `${actions}`,
  fields: (fields) => `信息：${fields}`,
  purposes: (purposes) => `目的：${purposes}`,
  recipients: (parties) => `接收方：${parties}`,
  collections: (rows) => `收集于：${rows}`,
  from: (places) => `从${places}`,
  to: (places) => `到${places}`,
  law: (places) => `住在：${places}`,
  ages: (bands) => `年龄：${bands}`,
  age: (from, to) => (from === undefined ? '不详' : to === undefined ? `满${from}岁` : `${from}到${to}岁`),
  quoted: (label, clause) => `“${label}”（§${clause}）`,
  accounts: (statuses) => `账号${statuses}`,
  yes: (consents) => `本人同意了${consents}`,
  unless: (restricted, objected) => `本人没有${restricted ? (objected ? '限制或拒绝' : '限制') : '拒绝'}这个目的`,
  due: (duty, always) => `${always ? '须' : '其中有的须'}${duty}`,
};

const zhHant: Words = {
  never: '從不，不論本人怎麼說。',
  always: '一律可以，不論本人怎麼說。',
  sometimes: '只有下面這些情況可以，此外都不行：',
  refusedBy: '拒絕的條款：',
  restRefusedBy: '其餘的由這些條款拒絕：',
  permitted: '可以，例如：',
  refused: '不可以，例如：',
  nobody: '不給任何人',
  nowhere: '沒有蒐集項目',
  and: '、',
  gap: '；',
  actors: { person: '本人', service: '服務', operator: '工作人員', system: 'Kept自己' },
  actions: { collect: '蒐集', use: '使用', share: '分享', transfer: '移到別的地區', disclose: '公開', retain: '保留' },
  statuses: { prospective: '還沒開通', active: '使用中', closing: '註銷中', closed: '已註銷' },
  duties: {
    desensitise: '先去識別化',
    redact: '不顯示內容',
    notify: '事先告訴本人給誰',
    'same-terms': '讓接收方守同樣的規則',
    'ask-again-on-new-purpose': '換用途要再問',
    safeguards: '依當地法律採取保障',
    'standard-clauses': '簽標準契約條款',
    record: '留下憑證',
  },
  rights: '本人行使權利',
  who: (actors) => `由${actors}`,
  does: (actions) => `${actions}`,
  fields: (fields) => `資料：${fields}`,
  purposes: (purposes) => `目的：${purposes}`,
  recipients: (parties) => `接收方：${parties}`,
  collections: (rows) => `蒐集於：${rows}`,
  from: (places) => `從${places}`,
  to: (places) => `到${places}`,
  law: (places) => `住在：${places}`,
  ages: (bands) => `年齡：${bands}`,
  age: (from, to) => (from === undefined ? '不詳' : to === undefined ? `滿${from}歲` : `${from}到${to}歲`),
  quoted: (label, clause) => `「${label}」（§${clause}）`,
  accounts: (statuses) => `帳戶${statuses}`,
  yes: (consents) => `本人同意了${consents}`,
  unless: (restricted, objected) => `本人沒有${restricted ? (objected ? '限制或拒絕' : '限制') : '拒絕'}這個目的`,
  due: (duty, always) => `${always ? '須' : '其中有的須'}${duty}`,
};

/** The words of a language. */
export const WORDS: Readonly<Record<Lang, Words>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
