import { type Rights, say } from '@kept/policy';

/** The only number that the text has; it holds for everything that is asked. */
const within15WorkingDays = { count: 15, unit: 'working-day', from: 'received' } as const;
const identity = ['session', 'written-request'] as const;
const letters = ['email', 'post', 'phone'] as const;
const procedure = { deadline: within15WorkingDays, fee: null, refusalGrounds: [], identity } as const;

/** What a developer may ask for (chapters 2, 7 to 9 and 12). The text has no fee and no ground to refuse. */
export const rights = {
  access: {
    kind: 'access',
    label: say('查阅', '查閱', 'See your data'),
    dpv: ['pipl:A45-1', 'eu-gdpr:A15'],
    ...procedure,
    channels: ['account'],
    clause: '8',
  },
  rectification: {
    kind: 'rectification',
    label: say('更正', '更正', 'Correct'),
    dpv: ['pipl:A46', 'eu-gdpr:A16'],
    ...procedure,
    channels: ['account'],
    clause: '8',
  },
  erasure: {
    kind: 'erasure',
    label: say('删除', '刪除', 'Delete'),
    dpv: ['pipl:A47', 'eu-gdpr:A17'],
    ...procedure,
    channels: ['account'],
    clause: '8',
  },
  withdrawal: {
    kind: 'withdrawal',
    label: say('撤回同意', '撤回同意', 'Withdraw consent'),
    dpv: ['pipl:A15', 'eu-gdpr:A7-3'],
    deadline: { count: 0, unit: 'day', said: 'at-once' },
    fee: null,
    refusalGrounds: [],
    identity,
    channels: letters,
    consequence: say(
      '要你同意的那一件停下，别的照旧。',
      '要你同意的那一件停下，其他照舊。',
      'What needed your yes stops; all else goes on.',
    ),
    clause: '2',
  },
  closure: {
    kind: 'closure',
    label: say('注销账号', '註銷帳戶', 'Close the account'),
    dpv: ['kept:AccountClosureRight'],
    ...procedure,
    channels: ['account'],
    consequence: say('账号和里面的信息都没了。', '帳戶和裡面的資料都沒了。', 'The account and what is in it are gone.'),
    clause: '7',
  },
  'child-erasure': {
    kind: 'erasure',
    label: say('让我们删掉孩子的信息', '要我們刪掉孩子的資料', 'Have a child’s data deleted'),
    dpv: ['pipl:A47', 'eu-gdpr:A17'],
    ...procedure,
    below: 14,
    grounds: {
      'without-yes': {
        label: say('收的时候家长没有答应', '蒐集時家長沒有答應', 'It was collected without a parent’s yes'),
        holds: 'judged',
      },
    },
    identity: ['guardianship'],
    channels: letters,
    clause: '9',
  },
  'guardian-consent': {
    kind: 'consent',
    label: say('监护人答应孩子用', '監護人答應孩子用', 'A guardian says yes for a child'),
    ...procedure,
    below: 14,
    consequence: say(
      '账号可以用，孩子的规则照旧；收回答应，账号就关，里面的删掉。',
      '帳戶可以用，孩子的規則照舊；收回答應，帳戶就關，裡面的刪掉。',
      'The account can be used, under the rules for children; taken back, the account ends and what is in it is deleted.',
    ),
    identity: ['guardianship'],
    channels: letters,
    clause: '9',
  },
  explanation: {
    kind: 'explanation',
    label: say('问个明白', '問個清楚', 'Ask what we do with it'),
    dpv: ['pipl:A48'],
    ...procedure,
    channels: letters,
    clause: '12',
  },
  complaint: {
    kind: 'complaint',
    label: say('投诉', '申訴', 'Complain'),
    dpv: ['pipl:A65', 'pipl:A50'],
    ...procedure,
    channels: letters,
    clause: '12',
  },
} as const satisfies Rights;
