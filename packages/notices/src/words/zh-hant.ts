import type { Deadline, Period, Until } from '@kept/policy';
import type { Words } from './shape.ts';

const UNITS = { hour: '小時', day: '天', 'working-day': '個工作天', month: '個月', year: '年' } as const;
const AFTER = { collection: '收到', 'last-use': '最後一次用到', closure: '註銷', 'purpose-end': '用完' } as const;
const EVENTS = { closure: '你註銷帳戶', withdrawal: '你撤回同意', 'purpose-end': '用完' } as const;
const FROM = { share: '共享', assign: '轉讓', disclose: '公開' } as const;

const period = ({ count, unit }: Period): string => `${count}${UNITS[unit]}`;
// A thing that has a pause in it is told apart by a longer one.
const list = (items: readonly string[]): string =>
  items.join(items.some((item) => /[，、；]/.test(item)) ? '；' : '、');
const or = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join('、')}或${items.at(-1)}`;

function deadline({ said, from, extension, ...length }: Deadline): string {
  if (said === 'at-once') return '當場';
  const start = from === 'verified' ? '核實是你後' : '';
  const lead = said === 'law' ? '依法，' : said === 'reasonable' ? '盡快，' : '';
  const more = extension ? `，難辦的再加${period(extension)}` : '';
  return `${lead}${start}${said ? '最遲' : ''}${period(length)}內${more}`;
}

function until(untils: readonly Until[]): string {
  const events = untils.flatMap((each) => ('event' in each ? [EVENTS[each.event]] : []));
  const periods = untils.flatMap((each) => ('event' in each ? [] : [`${AFTER[each.after]}後${period(each)}`]));
  const all = [...periods, ...(events.length > 0 ? [`到${or(events)}為止`] : [])];
  return all.length > 1 ? `${all.join('，或')}，先到為準` : (all[0] ?? '');
}

/** Traditional Chinese, as Taiwan writes it. */
export const zhHant: Words = {
  list,
  or,
  clauses: (items) => items.join('；'),
  gap: '',
  aside: (text) => `（${text}）`,
  sentence: (text) => `${text}。`,
  inline: (label) => label,
  pair: (label, value) => `${label}：${value}`,

  questions: {
    what: '蒐集什麼',
    why: '用來做什麼',
    who: '交給誰',
    where: '存在哪裡',
    'how-long': '存多久',
    rights: '我能做什麼',
  },
  what: (first, needed, fields, sensitive) =>
    (needed ? `${first}要**${needed}**，其餘用到哪項功能才蒐集哪幾項。` : '用到哪項功能，才蒐集哪幾項。') +
    (sensitive > 0 ? `一共${fields}項，其中**${sensitive}項敏感**，單獨問你。` : `一共${fields}項，沒有敏感的。`),
  why: (purposes, never) =>
    `只用於寫明的**${purposes}個目的**。沒寫進來的用途，系統當場拒絕。${never.length > 0 ? `${never.join('；')}。` : ''}`,
  who: (recipients, parties) => (recipients === 0 ? '**誰也不給。**' : `**${recipients}家**：${parties}。`),
  home: (residents, region) => `${residents}，存在**${region}**`,
  mostly: (until) => `大多存**${until}**`,
  may: (rights, within, free) => `${rights}。${within && `**${within}**答覆，`}${free ? '不收費。' : '一般不收費。'}`,
  refusalTitle: '不同意也沒關係',
  refusal: (consents, labels) =>
    consents === 0 ? '沒有一件事要你同意。' : `有${consents}件事單獨問你：${labels}。哪一件都可以說不，**其他照舊**。`,
  takingBack: '答應過的，隨時能在「我的選擇」裡收回，和答應一樣容易。',

  residents: (place) => `住在${place}的人`,
  elsewhere: '住在別處的人',
  everybody: '所有人',
  eea: '歐洲經濟區',
  anywhere: '原文沒說，當作境外',
  ownCountry: '資料所在的國家',
  transfer: (rule, from, to) => {
    const path = (from ?? to) ? `從${from ?? '別處'}到${to ?? '別處'}` : '從一處到另一處';
    if (rule === 'never') return `${path}：不送`;
    if (rule === 'desensitised') return `${path}：先去掉認得出你的部分`;
    if (rule === 'separate-consent') return `${path}：單獨問你，你答應才送`;
    if (rule === 'standard-clauses') return `${path}：先簽標準契約`;
    if (rule === 'safeguards') return `${path}：當地法律要的保障齊了才送`;
    return `${path}：可以送`;
  },
  period,
  until,
  rest: '其餘',
  longer: (reasons) => `${reasons}用得到的，才多留，用完就刪`,
  longerFor: { law: '法律', claims: '糾紛', 'public-interest': '公益' },
  end: { erase: '銷毀', anonymise: '去掉認得出是誰的部分' },
  deadline,
  notGranted: '不適用',
  reply: (within) => `${period(within)}內回覆`,
  free: '不收費',

  bases: {
    consent: '同意',
    contract: '履行契約',
    'legal-obligation': '法律義務',
    'legitimate-interest': '正當利益，你可以拒絕',
    'vital-interest': '保護生命與重大利益',
    'public-task': '公共利益',
  },
  kinds: { consent: '同意', separate: '單獨同意', explicit: '明示同意' },
  sources: { person: '你給的', device: '裝置自己回報的', 'third-party': '別家給的', 'other-person': '別人替你填的' },
  roles: {
    processor: '受託處理方',
    'third-party': '第三方',
    affiliate: '關係企業',
    authority: '主管機關',
    successor: '接手方',
    public: '公眾',
  },
  contacts: { email: '電子郵件', post: '信件', phone: '電話', fax: '傳真', web: '網頁' },
  how: {
    information: '就在這份政策裡',
    access: '在「我的資料」裡隨時看',
    copy: '在「我的資料」裡隨時下載',
    rectification: '多數項目可以自己改',
    erasure: '當場讀不出來，辦完給你憑證',
    restriction: '先停手，再答覆',
    objection: '先停手，再答覆',
    portability: '通用格式，給你或給你指定的一家',
    withdrawal: '按一下就收回，和答應一樣容易',
    closure: '先說清楚刪什麼、留什麼',
    explanation: '每一個決定都能問到條款',
    deceased: '證明是至親，就能看、抄、改、刪',
    consent: '監護人替孩子答應',
    'automated-decision': '可以要求真人來看',
    'opt-out': '關掉開關就停',
    'limit-sensitive': '敏感的只用在必需的地方',
    'content-removal': '自己發的，可以要求撤下',
    'non-discrimination': '行使權利不會被另眼相看',
    complaint: '先找我們，不滿意再找主管機關',
  },
  rightChannels: {
    account: '帳戶裡',
    device: '裝置的設定裡',
    browser: '瀏覽器裡',
    email: '電子郵件',
    post: '書面',
    phone: '電話',
  },
  younger: (years, child) => `${child ? '孩子' : '你'}未滿${years}歲`,
  proofs: {
    session: '已經登入',
    code: '驗證碼',
    'written-request': '書面請求',
    'identity-document': '身分證明',
    guardianship: '監護關係證明',
    kinship: '親屬關係證明',
    authorship: '證明是你發的',
  },

  sections: {
    scope: '這份政策管哪些',
    children: '未成年人',
    security: '怎麼保護',
    breach: '出了事怎麼辦',
    changes: '改了怎麼告訴你',
    cookies: 'Cookie',
    exemptions: '不必同意的情形',
    transfers: '離開一個地方的時候',
    figures: '只有總數、看不出是誰的統計',
    readings: '原文沒說清楚的，這裡怎麼算',
    other: '還有這些',
  },
  age: (rule, below, erased) => {
    const who = `未滿${below}歲`;
    const then = erased === undefined ? '' : `；已經收到的，立即封存，盡快刪掉，最晚${erased}`;
    if (rule === 'no-account') return `${who}：不能有帳戶${then}。`;
    if (rule === 'guardian') return `${who}：監護人答應了才行${then}。`;
    return `${who}：最好有大人陪著。`;
  },
  risk: (sensitive) =>
    '資料要是外洩，可能有人冒你的名、找你的麻煩。' +
    (sensitive > 0 ? `敏感的${sensitive}項，還可能傷到你的尊嚴、身體或財物，所以單獨問你。` : ''),
  breachParts: {
    situation: '出了什麼事',
    impact: '會怎樣',
    measures: '我們做了什麼',
    advice: '你能做什麼',
    remedies: '怎麼補救',
    contact: '找誰',
  },
  breachTold: (parts, within, channels) => `${within}用${channels}告訴你：${parts}。`,
  breachFallback: '人太多、一個個說不完的時候，發公告。',
  breachAuthority: (within) => `也通報主管機關：${within}。`,
  channels: { email: '電子郵件', letter: '信件', phone: '電話', push: '推播', site: '網站', app: '應用程式' },
  changeTold: (channels) => `大改的時候，用${channels}告訴你。`,
  askAgain: {
    'more-data': '多蒐集一項',
    'new-purpose': '換個用法',
    'new-recipient': '多給一家',
    'fewer-rights': '少一項權利',
  },
  changeFrom: {
    'on-notice': '從告訴你那天起算。',
    'on-publication': '從公布那天起算。',
    'on-date': '從通知裡寫明的那天起算。',
  },
  changeLead: (lead) => `至少提前${lead}告訴你。`,
  changeAsks: (matters) => `${matters}，都要重新問你。`,
  silence: '原文把接著用當作接受；這裡不算，你不出聲就是沒答應。',
  cookie: (label, why, use, asked, party) =>
    `${label}：${why}。${use === 'necessary' ? '少不了，不問。' : asked ? '先問你。' : '你可以擋下。'}${party === 'third' ? '是別家放的。' : ''}`,
  exemption: (label, purposes) =>
    purposes.length > 0 ? `${label}。現在靠它的：${list(purposes)}。` : `${label}。現在沒有一個目的靠它。`,
  exception: (from, label, asked, duties) =>
    `${FROM[from]}的例外：${[`${label}${asked ? '，要你同意' : ''}`, ...duties].join('；')}。`,
  exceptionDuties: {
    notify: '事先告訴你給了誰',
    'same-terms': '收到的也得守這份約定',
    'ask-again-on-new-purpose': '換個用法要重新問你',
  },
  runBy: (company) => `由${company}提供`,
  figure: (label, purpose, seenBy) => `${label}。為了${purpose}而統計，給${seenBy}看；從不涉及某一個人。`,
  noteKinds: { blank: '原文沒說', conflict: '原文前後不一', stricter: '比原文更嚴' },
  optOut: (label, how) => `${label}：${how}`,

  headings: {
    version: (version, published, effective) =>
      version === 'undated'
        ? '沒寫日期'
        : `版本${version}，${published ? `${published}發布` : '沒寫日期'}${effective ? `，${effective}起生效` : ''}`,
    hash: '指紋',
    summary: '先看這些',
    collections: '蒐集清單',
    purposes: '處理目的',
    recipients: '交給誰',
    regions: '存在哪裡',
    rights: '你的權利',
    consents: '單獨問你的事',
    clauses: '全文',
    controller: '誰負責，怎麼找',
    moment: '什麼時候',
    source: '從哪裡來',
    needed: '必需',
    optional: '可選',
    sensitive: '敏感',
    alone: '單獨看不算個人資料',
    usedFor: '用來做什麼',
    basis: '合法依據',
    consent: '要哪種同意',
    no: '不提供會怎樣',
    gets: '提供的資料',
    where: '存在',
    kept: '保留期限',
    method: '方式',
    scenario: '情境',
    contract: '約束',
    rules: '它自己的規則',
    channels: '原文寫的途徑',
    deadline: '多久答覆',
    fee: '費用',
    identity: '怎麼證明是你（任一項）',
    conditions: '什麼時候可以',
    grounds: '什麼時候可能不辦',
    consequence: '會怎樣',
    address: '地址',
    affiliates: '關係企業',
    officer: '負責部門',
    mention: '來信請註明',
    complaints: '不滿意，可以找',
    fromAge: (years) => `滿${years}歲才用得上`,
    guardian: '由監護人回答',
  },
};
