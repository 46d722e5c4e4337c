import type { Deadline, Period, Until } from '@kept/policy';
import type { Words } from './shape.ts';

const UNITS = { hour: '小时', day: '天', 'working-day': '个工作日', month: '个月', year: '年' } as const;
const AFTER = { collection: '收到', 'last-use': '最后一次用到', closure: '注销', 'purpose-end': '用完' } as const;
const EVENTS = { closure: '你注销账号', withdrawal: '你撤回同意', 'purpose-end': '用完' } as const;
const FROM = { share: '共享', assign: '转让', disclose: '公开' } as const;

const period = ({ count, unit }: Period): string => `${count}${UNITS[unit]}`;
// A thing that has a pause in it is told apart by a longer one.
const list = (items: readonly string[]): string =>
  items.join(items.some((item) => /[，、；]/.test(item)) ? '；' : '、');
const or = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join('、')}或${items.at(-1)}`;

function deadline({ said, from, extension, ...length }: Deadline): string {
  if (said === 'at-once') return '当场';
  const start = from === 'verified' ? '核实是你后' : '';
  const lead = said === 'law' ? '依法，' : said === 'reasonable' ? '尽快，' : '';
  const more = extension ? `，难办的再加${period(extension)}` : '';
  return `${lead}${start}${said ? '最迟' : ''}${period(length)}内${more}`;
}

function until(untils: readonly Until[]): string {
  const events = untils.flatMap((each) => ('event' in each ? [EVENTS[each.event]] : []));
  const periods = untils.flatMap((each) => ('event' in each ? [] : [`${AFTER[each.after]}后${period(each)}`]));
  const all = [...periods, ...(events.length > 0 ? [`到${or(events)}为止`] : [])];
  return all.length > 1 ? `${all.join('，或')}，先到为准` : (all[0] ?? '');
}

/** Simplified Chinese. */
export const zhHans: Words = {
  list,
  or,
  clauses: (items) => items.join('；'),
  gap: '',
  aside: (text) => `（${text}）`,
  sentence: (text) => `${text}。`,
  inline: (label) => label,
  pair: (label, value) => `${label}：${value}`,

  questions: {
    what: '收集什么',
    why: '用来做什么',
    who: '交给谁',
    where: '存在哪里',
    'how-long': '存多久',
    rights: '我能做什么',
  },
  what: (first, needed, fields, sensitive) =>
    (needed ? `${first}要**${needed}**，其余用到哪项功能才收哪几样。` : '用到哪项功能，才收哪几样。') +
    (sensitive > 0 ? `一共${fields}项，其中**${sensitive}项敏感**，单独问你。` : `一共${fields}项，没有敏感的。`),
  why: (purposes, never) =>
    `只用于写明的**${purposes}个目的**。没写进来的用途，系统当场拒绝。${never.length > 0 ? `${never.join('；')}。` : ''}`,
  who: (recipients, parties) => (recipients === 0 ? '**谁也不给。**' : `**${recipients}家**：${parties}。`),
  home: (residents, region) => `${residents}，存在**${region}**`,
  mostly: (until) => `大多存**${until}**`,
  may: (rights, within, free) => `${rights}。${within && `**${within}**答复，`}${free ? '不收费。' : '一般不收费。'}`,
  refusalTitle: '不同意也没关系',
  refusal: (consents, labels) =>
    consents === 0 ? '没有一件事要你同意。' : `有${consents}件事单独问你：${labels}。哪一件都可以说不，**别的照旧**。`,
  takingBack: '答应过的，随时能在“我的选择”里收回，和答应一样容易。',

  residents: (place) => `住在${place}的人`,
  elsewhere: '住在别处的人',
  everybody: '所有人',
  eea: '欧洲经济区',
  anywhere: '原文没说，当作境外',
  ownCountry: '信息所在的国家',
  transfer: (rule, from, to) => {
    const path = (from ?? to) ? `从${from ?? '别处'}到${to ?? '别处'}` : '从一处到另一处';
    if (rule === 'never') return `${path}：不送`;
    if (rule === 'desensitised') return `${path}：先去掉认得出你的部分`;
    if (rule === 'separate-consent') return `${path}：单独问你，你答应才送`;
    if (rule === 'standard-clauses') return `${path}：先签标准合同`;
    if (rule === 'safeguards') return `${path}：当地法律要的保障齐了才送`;
    return `${path}：可以送`;
  },
  period,
  until,
  rest: '其余',
  longer: (reasons) => `${reasons}用得着的，才多留，用完就删`,
  longerFor: { law: '法律', claims: '纠纷', 'public-interest': '公益' },
  end: { erase: '销毁', anonymise: '去掉认得出是谁的部分' },
  deadline,
  notGranted: '不适用',
  reply: (within) => `${period(within)}内回复`,
  free: '不收费',

  bases: {
    consent: '同意',
    contract: '履行合同',
    'legal-obligation': '法律义务',
    'legitimate-interest': '正当利益，你可以拒绝',
    'vital-interest': '保护生命和重大利益',
    'public-task': '公共利益',
  },
  kinds: { consent: '同意', separate: '单独同意', explicit: '明示同意' },
  sources: { person: '你给的', device: '设备自己报的', 'third-party': '别家给的', 'other-person': '别人替你填的' },
  roles: {
    processor: '受托处理方',
    'third-party': '第三方',
    affiliate: '关联公司',
    authority: '主管部门',
    successor: '接手方',
    public: '公众',
  },
  contacts: { email: '邮箱', post: '信件', phone: '电话', fax: '传真', web: '网页' },
  how: {
    information: '就在这份政策里',
    access: '在“我的信息”里随时看',
    copy: '在“我的信息”里随时下载',
    rectification: '多数项目可以自己改',
    erasure: '当场读不出来，办完给你凭证',
    restriction: '先停手，再答复',
    objection: '先停手，再答复',
    portability: '通用格式，给你或给你指定的一家',
    withdrawal: '按一下就收回，和答应一样容易',
    closure: '先说清删什么、留什么',
    explanation: '每一个决定都能问到条款',
    deceased: '证明是至亲，就能看、抄、改、删',
    consent: '监护人替孩子答应',
    'automated-decision': '可以要真人来看',
    'opt-out': '关掉开关就停',
    'limit-sensitive': '敏感的只用在必需的地方',
    'content-removal': '自己发的，可以要求撤下',
    'non-discrimination': '行使权利不会被另眼相看',
    complaint: '先找我们，不满意再找主管部门',
  },
  rightChannels: {
    account: '账号里',
    device: '设备的设置里',
    browser: '浏览器里',
    email: '邮件',
    post: '书面',
    phone: '电话',
  },
  younger: (years, child) => `${child ? '孩子' : '你'}不满${years}周岁`,
  proofs: {
    session: '已经登录',
    code: '验证码',
    'written-request': '书面请求',
    'identity-document': '身份证明',
    guardianship: '监护关系证明',
    kinship: '亲属关系证明',
    authorship: '证明是你发的',
  },

  sections: {
    scope: '这份政策管哪些',
    children: '未成年人',
    security: '怎么保护',
    breach: '出了事怎么办',
    changes: '改了怎么告诉你',
    cookies: 'Cookie',
    exemptions: '不用同意的情形',
    transfers: '离开一个地方的时候',
    figures: '只有总数、看不出是谁的统计',
    readings: '原文没说清的，这里怎么算',
    other: '还有这些',
  },
  age: (rule, below, erased) => {
    const who = `不满${below}周岁`;
    const then = erased === undefined ? '' : `；已经收到的，马上封存，尽快删掉，最晚${erased}`;
    if (rule === 'no-account') return `${who}：不能有账号${then}。`;
    if (rule === 'guardian') return `${who}：监护人答应了才行${then}。`;
    return `${who}：最好有大人陪着。`;
  },
  risk: (sensitive) =>
    '信息要是漏了，可能有人冒你的名、找你的麻烦。' +
    (sensitive > 0 ? `敏感的${sensitive}项，还可能伤到你的尊严、身体或钱财，所以单独问你。` : ''),
  breachParts: {
    situation: '出了什么事',
    impact: '会怎样',
    measures: '我们做了什么',
    advice: '你能做什么',
    remedies: '怎么补救',
    contact: '找谁',
  },
  breachTold: (parts, within, channels) => `${within}用${channels}告诉你：${parts}。`,
  breachFallback: '人太多、一个个说不过来的时候，发公告。',
  breachAuthority: (within) => `也报给主管部门：${within}。`,
  channels: { email: '邮件', letter: '信', phone: '电话', push: '推送', site: '网站', app: '应用' },
  changeTold: (channels) => `大改的时候，用${channels}告诉你。`,
  askAgain: {
    'more-data': '多收一样',
    'new-purpose': '换个用法',
    'new-recipient': '多给一家',
    'fewer-rights': '少一项权利',
  },
  changeFrom: {
    'on-notice': '从告诉你那天起算。',
    'on-publication': '从公布那天起算。',
    'on-date': '从通知里写明的那天起算。',
  },
  changeLead: (lead) => `至少提前${lead}告诉你。`,
  changeAsks: (matters) => `${matters}，都要重新问你。`,
  silence: '原文把接着用当作接受；这里不算，你不吭声就是没答应。',
  cookie: (label, why, use, asked, party) =>
    `${label}：${why}。${use === 'necessary' ? '少不了，不问。' : asked ? '先问你。' : '你可以拦住。'}${party === 'third' ? '是别家放的。' : ''}`,
  exemption: (label, purposes) =>
    purposes.length > 0 ? `${label}。现在靠它的：${list(purposes)}。` : `${label}。现在没有一个目的靠它。`,
  exception: (from, label, asked, duties) =>
    `${FROM[from]}的例外：${[`${label}${asked ? '，要你同意' : ''}`, ...duties].join('；')}。`,
  exceptionDuties: {
    notify: '事先告诉你给了谁',
    'same-terms': '收到的也得守这份约定',
    'ask-again-on-new-purpose': '换个用法要重新问你',
  },
  runBy: (company) => `由${company}提供`,
  figure: (label, purpose, seenBy) => `${label}。为了${purpose}而统计，给${seenBy}看；从不涉及某一个人。`,
  noteKinds: { blank: '原文没说', conflict: '原文前后不一', stricter: '比原文更严' },
  optOut: (label, how) => `${label}：${how}`,

  headings: {
    version: (version, published, effective) =>
      version === 'undated'
        ? '没写日期'
        : `版本${version}，${published ? `${published}发布` : '没写日期'}${effective ? `，${effective}起生效` : ''}`,
    hash: '指纹',
    summary: '先看这些',
    collections: '收集清单',
    purposes: '处理目的',
    recipients: '交给谁',
    regions: '存在哪里',
    rights: '你的权利',
    consents: '单独问你的事',
    clauses: '全文',
    controller: '谁负责，怎么找',
    moment: '什么时候',
    source: '从哪儿来',
    needed: '必需',
    optional: '可选',
    sensitive: '敏感',
    alone: '单独看不算个人信息',
    usedFor: '用来做什么',
    basis: '合法性基础',
    consent: '要哪种同意',
    no: '不提供会怎样',
    gets: '提供的信息',
    where: '存在',
    kept: '保存期限',
    method: '方式',
    scenario: '场景',
    contract: '约束',
    rules: '它自己的规则',
    channels: '原文写的途径',
    deadline: '多久答复',
    fee: '费用',
    identity: '怎么证明是你（任一项）',
    conditions: '什么时候可以',
    grounds: '什么时候可能不办',
    consequence: '会怎样',
    address: '地址',
    affiliates: '关联公司',
    officer: '负责部门',
    mention: '来信请注明',
    complaints: '不满意，可以找',
    fromAge: (years) => `满${years}周岁才用得上`,
    guardian: '由监护人回答',
  },
};
