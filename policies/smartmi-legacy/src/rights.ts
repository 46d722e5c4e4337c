import { type Rights, say } from '@kept/policy';

/** The text says “quickly” and no number. */
const soon = { count: 15, unit: 'working-day', said: 'reasonable' } as const;
const legalKeeping = {
  label: say('法律要留着', '法律要留著', 'A law wants it kept'),
  dpv: 'justifications:LegalObligationImpaired',
} as const;
const refusalGrounds = [
  {
    label: say('没完没了地重复', '沒完沒了地重複', 'Repeated without end'),
    dpv: 'justifications:ProcessExcessive',
  },
  {
    label: say('要动的技术太大', '要動的技術太大', 'Far too much technique'),
    dpv: 'justifications:DisproportionateEffortRequired',
  },
  {
    label: say('会伤到别人的隐私', '會傷到別人的隱私', 'It would harm the privacy of others'),
    dpv: 'justifications:ThirdPartyRightsImpaired',
  },
  {
    label: say('根本办不到', '根本辦不到', 'It cannot really be done'),
    dpv: 'justifications:FulfilmentImpossible',
  },
] as const;
const procedure = {
  deadline: soon,
  fee: null,
  refusalGrounds,
  identity: ['session', 'code', 'written-request'],
  channels: ['account'],
  clause: '5',
} as const;
const guardian = {
  deadline: soon,
  fee: null,
  refusalGrounds: [],
  below: 18,
  identity: ['guardianship'],
  channels: [],
  clause: '9',
} as const;

/** Headings 4, 5 and 9: what a person, or a guardian, may ask for. */
export const rights = {
  access: {
    kind: 'access',
    label: say('查阅', '查閱', 'See your data'),
    dpv: ['eu-gdpr:A15', 'pipl:A45-1'],
    ...procedure,
  },
  rectification: {
    kind: 'rectification',
    label: say('更正', '更正', 'Correct'),
    dpv: ['eu-gdpr:A16', 'pipl:A46'],
    ...procedure,
    conditions: [say('信息不对', '資料不對', 'Something is wrong')],
  },
  erasure: {
    kind: 'erasure',
    label: say('删除一部分', '刪除一部分', 'Delete part of it'),
    dpv: ['eu-gdpr:A17', 'pipl:A47'],
    ...procedure,
    refusalGrounds: [...refusalGrounds, legalKeeping],
  },
  closure: {
    kind: 'closure',
    label: say('删掉账号', '刪掉帳戶', 'Have the account removed'),
    dpv: ['kept:AccountClosureRight'],
    ...procedure,
    refusalGrounds: [...refusalGrounds, legalKeeping],
  },
  withdrawal: {
    kind: 'withdrawal',
    label: say('收回和退出', '收回與退出', 'Take back or opt out'),
    dpv: ['eu-gdpr:A7-3', 'pipl:A15'],
    deadline: { count: 0, unit: 'day', said: 'at-once' },
    fee: null,
    refusalGrounds: [],
    identity: ['session'],
    channels: ['device', 'browser'],
    clause: '4',
  },
  'guardian-objection': {
    kind: 'objection',
    label: say('监护人叫停', '監護人叫停', 'A guardian stops collection'),
    dpv: ['eu-gdpr:A21', 'pipl:A44-restrict-refuse'],
    ...guardian,
  },
  'guardian-erasure': {
    kind: 'erasure',
    label: say('监护人要求删除', '監護人要求刪除', 'A guardian has data deleted'),
    dpv: ['eu-gdpr:A17', 'pipl:A47'],
    ...guardian,
  },
} as const satisfies Rights;
