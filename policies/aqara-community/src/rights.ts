import { type Rights, say } from '@kept/policy';

/** The text leaves the time to the law of wherever somebody lives; this is the longest that it can be here. */
const asTheLawSays = { count: 1, unit: 'month', said: 'law' } as const;
const identity = ['session', 'written-request'] as const;
const channels = ['email'] as const;
const free = { fee: null, refusalGrounds: [] } as const;

/** Why access may be kept back. The text says “not limited to”; here the list is whole. */
const refusalGrounds = [
  {
    label: say(
      '依法要保密的，比如律师的往来',
      '依法要保密的，例如律師的往來',
      'It is privileged by law, such as what a lawyer wrote',
    ),
    dpv: 'justifications:ConfidentialityObligationCompromised',
  },
  {
    label: say(
      '会害到别人的隐私或别的权利',
      '會損及別人的隱私或其他權利',
      'It would harm the privacy or another right of others',
    ),
    dpv: 'justifications:ThirdPartyRightsImpaired',
  },
  {
    label: say(
      '花费跟你的隐私风险比，太不相称',
      '花費跟你的隱私風險比，太不相稱',
      'The cost is out of proportion to what is at stake for your privacy',
    ),
    dpv: 'justifications:DisproportionateEffortRequired',
  },
  {
    label: say('会露出商业秘密', '會洩漏營業秘密', 'It would give away a trade secret'),
    dpv: 'justifications:ConfidentialityObligationCompromised',
  },
] as const;

/** What a member may ask for (2, 3.1, 6, 7, 9 and 13). */
export const rights = {
  access: {
    kind: 'access',
    label: say('查阅', '查閱', 'See your data'),
    dpv: ['pipl:A45-1', 'eu-gdpr:A15'],
    deadline: asTheLawSays,
    fee: say(
      '一般不收；查阅可能收一点合理的钱。',
      '一般不收；查閱可能收一點合理的費用。',
      'Free as a rule; for this one a reasonable sum may be asked.',
    ),
    refusalGrounds,
    consequence: say(
      '不给看的，会说明为什么、还能找谁问。',
      '不給看的，會說明為什麼、還能找誰問。',
      'If it is kept back, you are told why, and how to look into it further.',
    ),
    identity,
    channels,
    clause: '6',
  },
  rectification: {
    kind: 'rectification',
    label: say('更正', '更正', 'Correct'),
    dpv: ['pipl:A46', 'eu-gdpr:A16'],
    deadline: asTheLawSays,
    ...free,
    conditions: [say('不对、不全', '不對、不全', 'It is wrong or incomplete')],
    identity,
    channels,
    clause: '6',
  },
  erasure: {
    kind: 'erasure',
    label: say('删除', '刪除', 'Delete'),
    dpv: ['pipl:A47', 'eu-gdpr:A17'],
    deadline: asTheLawSays,
    ...free,
    grounds: {
      'too-much': {
        label: say('不该有，或者太多了', '不該有，或者太多了', 'It should not be there, or is too much'),
        holds: 'not-needed',
      },
    },
    identity,
    channels,
    clause: '6',
  },
  withdrawal: {
    kind: 'withdrawal',
    label: say('撤回同意', '撤回同意', 'Withdraw consent'),
    dpv: ['pipl:A15', 'eu-gdpr:A7-3'],
    deadline: { count: 0, unit: 'day', said: 'at-once' },
    ...free,
    consequence: say(
      '收回哪一件，停哪一件；收回加入社区的那件，社区就用不了。',
      '收回哪一件，停哪一件；收回加入社群的那件，社群就不能用。',
      'What you take back stops, and no more. Take back the yes to joining, and the community cannot be used.',
    ),
    identity,
    channels,
    clause: '7',
  },
  objection: {
    kind: 'objection',
    label: say('不让交给别家', '不讓交給別家', 'Refuse sharing'),
    dpv: ['pipl:A44-restrict-refuse', 'eu-gdpr:A21'],
    deadline: { count: 0, unit: 'day', said: 'at-once' },
    ...free,
    identity,
    channels,
    clause: '3.1',
  },
  'minor-erasure': {
    kind: 'erasure',
    label: say('让我们删掉孩子的信息', '要我們刪掉孩子的資料', 'Have a child’s data deleted'),
    dpv: ['pipl:A47', 'eu-gdpr:A17'],
    deadline: asTheLawSays,
    ...free,
    below: 18,
    grounds: {
      'without-yes': {
        label: say('孩子给的时候，你没有答应', '孩子給的時候，你沒有答應', 'The child gave it without your yes'),
        holds: 'judged',
      },
    },
    identity: ['guardianship'],
    channels,
    clause: '9',
  },
  complaint: {
    kind: 'complaint',
    label: say('找数据保护官', '找資料保護長', 'Turn to the Data Protection Officer'),
    dpv: ['pipl:A65', 'eu-gdpr:A77'],
    deadline: { count: 15, unit: 'working-day', said: 'reasonable' },
    ...free,
    identity,
    channels: ['email', 'post'],
    clause: '13',
  },
} as const satisfies Rights;
