import { type Exceptions, type Exemptions, say } from '@kept/policy';

/** 2 (3): without consent. All eleven stand here; a purpose has to name the one it rests on. */
export const exemptions = {
  'legal-duty': {
    label: say('法律要我们做', '法律要我們做', 'A legal duty'),
    basis: 'legal-obligation',
    ground: 'pipl:A13-1-3',
    clause: '2.3.1',
  },
  'national-security': {
    label: say('国家安全', '國家安全', 'National security'),
    basis: 'public-task',
    ground: 'kept:TextExemption-2',
    clause: '2.3.2',
  },
  'public-safety': {
    label: say('公共安全和公共卫生', '公共安全與公共衛生', 'Public safety and health'),
    basis: 'public-task',
    ground: 'kept:TextExemption-3',
    clause: '2.3.3',
  },
  proceedings: {
    label: say('办案', '辦案', 'Criminal proceedings'),
    basis: 'legal-obligation',
    ground: 'kept:TextExemption-4',
    clause: '2.3.4',
  },
  emergency: {
    label: say('救急', '救急', 'An emergency'),
    basis: 'vital-interest',
    ground: 'pipl:A13-1-4',
    clause: '2.3.5',
  },
  'made-public': {
    label: say('你自己公开的', '你自己公開的', 'Made public by you'),
    basis: 'public-task',
    ground: 'pipl:A13-1-6',
    clause: '2.3.6',
  },
  'requested-contract': {
    label: say('你要的合同', '你要的契約', 'A contract you asked for'),
    basis: 'contract',
    ground: 'pipl:A13-1-2',
    clause: '2.3.7',
  },
  'public-source': {
    label: say('合法公开的来源', '合法公開的來源', 'A lawful public source'),
    basis: 'public-task',
    ground: 'pipl:A13-1-6',
    clause: '2.3.8',
  },
  'stable-operation': {
    label: say('让服务稳当', '讓服務穩定', 'Safe and stable operation'),
    basis: 'legitimate-interest',
    ground: 'kept:TextExemption-9',
    clause: '2.3.9',
  },
  news: {
    label: say('新闻报道', '新聞報導', 'News reporting'),
    basis: 'public-task',
    ground: 'pipl:A13-1-5',
    clause: '2.3.10',
  },
  research: {
    label: say('学术研究', '學術研究', 'Research'),
    basis: 'public-task',
    ground: 'kept:TextExemption-11',
    clause: '2.3.11',
  },
} as const satisfies Exemptions;

/** 4 (2) to 4 (4): from “we share, hand over and publish nothing”. */
export const exceptions = {
  'share-agreed': {
    from: 'share',
    label: say('你先答应了', '你先答應了', 'You agreed first'),
    basis: 'consent',
    consent: 'e-signature',
    clause: '4.2.1',
  },
  'share-compelled': {
    from: 'share',
    label: say('依法必须给', '依法必須給', 'The law compels us'),
    basis: 'legal-obligation',
    clause: '4.2.2',
  },
  'share-harm': {
    from: 'share',
    label: say('防止有人受害', '防止有人受害', 'To keep somebody from harm'),
    basis: 'vital-interest',
    clause: '4.2.3',
  },
  'share-necessary': {
    from: 'share',
    label: say('不给就办不成', '不給就辦不成', 'It cannot be done otherwise'),
    basis: 'contract',
    clause: '4.2.4',
  },
  'share-dispute': {
    from: 'share',
    label: say('你托我们调解', '你請我們調解', 'You asked us to settle something'),
    basis: 'contract',
    clause: '4.2.5',
  },
  'share-contract': {
    from: 'share',
    label: say('合同里约好的', '契約裡約好的', 'Agreed in a contract'),
    basis: 'contract',
    clause: '4.2.6',
  },
  'share-research': {
    from: 'share',
    label: say('学术研究', '學術研究', 'Research'),
    basis: 'consent',
    clause: '4.2.7',
  },
  'share-common-good': {
    from: 'share',
    label: say('公共利益和疫情', '公共利益與疫情', 'The common good, an epidemic'),
    basis: 'vital-interest',
    clause: '4.2.8',
  },
  'assign-agreed': {
    from: 'assign',
    label: say('你明说可以', '你明說可以', 'You clearly said yes'),
    basis: 'consent',
    clause: '4.3.1',
  },
  'assign-merger': {
    from: 'assign',
    label: say('合并、收购、破产', '合併、收購、破產', 'Merger, sale or insolvency'),
    basis: 'contract',
    duties: ['notify', 'same-terms', 'ask-again-on-new-purpose'],
    clause: '4.3.2',
  },
  'disclose-agreed': {
    from: 'disclose',
    label: say('你单独答应的', '你單獨答應的', 'You separately said yes'),
    basis: 'consent',
    consent: 'public-disclosure',
    clause: '4.4.1',
  },
  'disclose-violation': {
    from: 'disclose',
    label: say('公布违规', '公布違規', 'Publishing a violation'),
    basis: 'consent',
    clause: '4.4.2',
  },
} as const satisfies Exceptions;
