import { type Rights, say } from '@kept/policy';

const within15Days = { count: 15, unit: 'day', from: 'verified' } as const;
const identity = ['session', 'code', 'written-request', 'identity-document'] as const;
const fee = say(
  '一般不收。同一件事一再重复、超出常理的，才按成本收一点，先告诉你多少。',
  '一般不收。同一件事一再重複、超出常理的，才依成本收一點，先告訴你多少。',
  'Free as a rule. Only for the same request over and over, beyond reason, a part of the cost, told beforehand.',
);
const refusalGrounds = [
  {
    label: say('无缘无故一再重复', '無緣無故一再重複', 'Repeated again and again for no reason'),
    dpv: 'justifications:ProcessExcessive',
  },
  {
    label: say(
      '要动的技术太大，比如另造一套系统',
      '要動的技術太大，例如另造一套系統',
      'Far too much technique, such as building a new system',
    ),
    dpv: 'justifications:DisproportionateEffortRequired',
  },
  {
    label: say('会害到别人的正当权益', '會損及別人的正當權益', 'It would harm what others are entitled to'),
    dpv: 'justifications:ThirdPartyRightsImpaired',
  },
  {
    label: say(
      '实在做不到，比如翻备份磁带',
      '實在做不到，例如翻備份磁帶',
      'It cannot really be done, such as searching backup tapes',
    ),
    dpv: 'justifications:FulfilmentImpossible',
  },
] as const;
/** All of them may be asked for by e-mail or on paper; what stands in the account can be seen and changed there. */
const channels = ['email', 'post'] as const;
const procedure = { deadline: within15Days, fee, refusalGrounds, identity, channels } as const;

/** What a person may ask for (chapter 7), and what they may do if the answer does not satisfy them (chapter 10). */
export const rights = {
  access: {
    kind: 'access',
    label: say('查阅', '查閱', 'See your data'),
    dpv: ['pipl:A45-1'],
    ...procedure,
    channels: ['account', ...channels],
    clause: '7.1',
  },
  copy: {
    kind: 'copy',
    label: say('拿一份副本', '拿一份副本', 'Get a copy'),
    dpv: ['pipl:A45-1'],
    ...procedure,
    clause: '7.6',
  },
  rectification: {
    kind: 'rectification',
    label: say('更正', '更正', 'Correct'),
    dpv: ['pipl:A46'],
    ...procedure,
    channels: ['account', ...channels],
    clause: '7.1',
  },
  erasure: {
    kind: 'erasure',
    label: say('删除', '刪除', 'Delete'),
    dpv: ['pipl:A47'],
    ...procedure,
    channels: ['account', ...channels],
    grounds: {
      done: {
        label: say(
          '事情办完了、办不成了，或者用不着了',
          '事情辦完了、辦不成了，或者用不到了',
          'The matter is done, cannot be done, or no longer needs it',
        ),
        holds: 'not-needed',
      },
      ended: {
        label: say('服务停了，或者期限到了', '服務停了，或者期限到了', 'The service has ended, or the period is over'),
        holds: 'period-over',
      },
      'consent-withdrawn': {
        label: say('你收回了同意', '你收回了同意', 'You took your consent back'),
        holds: 'consent-withdrawn',
      },
      unlawful: {
        label: say('我们违了法，或者没照约定做', '我們違了法，或者沒照約定做', 'We broke the law or these rules'),
        holds: 'judged',
      },
      law: { label: say('法律规定要删', '法律規定要刪', 'The law says so'), holds: 'judged' },
    },
    clause: '7.1',
  },
  'content-removal': {
    kind: 'content-removal',
    label: say('撤下自己发的', '撤下自己發的', 'Take down what you posted'),
    dpv: ['pipl:A47'],
    deadline: { count: 0, unit: 'day', said: 'at-once' },
    fee: null,
    refusalGrounds: [],
    consequence: say(
      '缓存、快照和别人转走的，收不回来。',
      '快取、快照和別人轉走的，收不回來。',
      'Caches, snapshots and what others passed on are out of our reach.',
    ),
    identity: ['session'],
    channels: ['account'],
    clause: '2.1.6',
  },
  withdrawal: {
    kind: 'withdrawal',
    label: say('撤回同意', '撤回同意', 'Withdraw consent'),
    dpv: ['pipl:A15'],
    deadline: { count: 0, unit: 'day', said: 'at-once' },
    fee: null,
    refusalGrounds: [],
    consequence: say(
      '那一项服务停下；之前做过的不受影响。',
      '那一項服務停下；之前做過的不受影響。',
      'That one service stops; what was done before stands.',
    ),
    identity,
    channels: ['device', ...channels],
    clause: '7.2',
  },
  closure: {
    kind: 'closure',
    label: say('注销账号', '註銷帳戶', 'Close the account'),
    dpv: ['kept:AccountClosureRight'],
    ...procedure,
    channels: ['email'],
    refusalGrounds: [
      ...refusalGrounds,
      {
        label: say(
          '还有欠着的没结清，比如分期',
          '還有欠著的沒結清，例如分期付款',
          'Something is still owed, such as instalments',
        ),
        dpv: 'justifications:ContractPerformanceNecessity',
      },
    ],
    consequence: say(
      '账号和里面的信息都没了，找不回来。',
      '帳戶和裡面的資料都沒了，找不回來。',
      'The account and what is in it are gone for good.',
    ),
    clause: '7.3',
  },
  explanation: {
    kind: 'explanation',
    label: say('要求解释说明', '要求解釋說明', 'Ask why'),
    dpv: ['pipl:A48'],
    ...procedure,
    clause: '7.4',
  },
  portability: {
    kind: 'portability',
    label: say('转移', '資料可攜', 'Take it elsewhere'),
    dpv: ['pipl:A45-3'],
    ...procedure,
    conditions: [
      say('合乎国家网信部门定的条件', '符合國家網信部門訂的條件', 'The cyberspace administration’s conditions are met'),
    ],
    clause: '7.5',
  },
  restriction: {
    kind: 'restriction',
    label: say('限制处理', '限制處理', 'Restrict processing'),
    dpv: ['pipl:A44-restrict-refuse'],
    ...procedure,
    consequence: say(
      '停下的那部分服务可能用不了。',
      '停下的那部分服務可能不能用。',
      'The part of the service that is paused may not work.',
    ),
    clause: '7.7',
  },
  objection: {
    kind: 'objection',
    label: say('拒绝处理', '拒絕處理', 'Refuse processing'),
    dpv: ['pipl:A44-restrict-refuse'],
    ...procedure,
    consequence: say(
      '不再这样用；靠它的功能可能用不了。',
      '不再這樣用；靠它的功能可能不能用。',
      'It is no longer used so; what depends on it may not work.',
    ),
    clause: '7.7',
  },
  deceased: {
    kind: 'deceased',
    label: say('死者近亲属的权利', '往生者近親的權利', 'Rights of relatives of someone who died'),
    dpv: ['pipl:A49'],
    ...procedure,
    conditions: [
      say('为了自己正当的缘由', '為了自己正當的理由', 'For a lawful and rightful reason of their own'),
      say('故人生前没有另作安排', '往生者生前沒有另作安排', 'The person did not wish otherwise'),
    ],
    identity: ['kinship'],
    clause: '7.8',
  },
  complaint: {
    kind: 'complaint',
    label: say('投诉', '申訴', 'Complain'),
    dpv: ['pipl:A65'],
    deadline: { count: 15, unit: 'working-day', from: 'received' },
    fee: null,
    refusalGrounds: [],
    identity: ['session', 'code', 'written-request'],
    channels,
    clause: '10',
  },
} as const satisfies Rights;
