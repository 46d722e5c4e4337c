import { type Rights, say } from '@kept/policy';

/** The text leaves the number to the law; this is the shortest of the laws it lives under. */
const byLaw = { count: 10, unit: 'working-day', said: 'law' } as const;
const soon = { count: 10, unit: 'working-day', said: 'reasonable' } as const;
const in45Days = { count: 45, unit: 'day', extension: { count: 45, unit: 'day' } } as const;
const atOnce = { count: 0, unit: 'day', said: 'at-once' } as const;

const identity = ['session', 'code', 'written-request'] as const;
const outsideCalifornia = ['mainland-china', 'russia', 'eea', 'united-states', 'elsewhere'] as const;
const byLetter = ['email', 'post'] as const;
const california = {
  jurisdictions: ['california'],
  deadline: in45Days,
  channels: ['account', 'email'],
  clause: '12.1',
} as const;

const access = {
  kind: 'access',
  fee: null,
  refusalGrounds: [
    {
      label: say('受法律特权保护的', '受法律特權保護的', 'Under legal privilege'),
      dpv: 'justifications:ConfidentialityObligationCompromised',
    },
    {
      label: say(
        '会伤到别人的隐私或正当利益',
        '會損及別人的隱私或正當利益',
        'It would harm the privacy or the rights of others',
      ),
      dpv: 'justifications:ThirdPartyRightsImpaired',
    },
    {
      label: say(
        '要花的力气跟隐私上的风险不成比例',
        '要花的力氣跟隱私上的風險不成比例',
        'The effort is out of proportion to what is at stake for privacy',
      ),
      dpv: 'justifications:DisproportionateEffortRequired',
    },
    {
      label: say('商业上专有的', '商業上專有的', 'Proprietary to a business'),
      dpv: 'justifications:ConfidentialityObligationCompromised',
    },
  ],
  identity,
} as const;
const copy = {
  kind: 'copy',
  fee: say(
    '第一份不收。同样的信息再要，可能按实际的行政成本收一点，法律准许才收。',
    '第一份不收。同樣的資料再要，可能依實際的行政成本收一點，法律准許才收。',
    'The first is free. For the same again the actual cost may be asked, where the law allows.',
  ),
  refusalGrounds: access.refusalGrounds,
  identity,
} as const;
const rectification = {
  kind: 'rectification',
  fee: null,
  refusalGrounds: [],
  conditions: [say('信息不对或不全', '資料不對或不全', 'Something is wrong or missing')],
  identity,
} as const;
const erasure = {
  kind: 'erasure',
  fee: null,
  refusalGrounds: [
    { label: say('还有非用不可的正当理由', '還有非用不可的正當理由', 'There still is a compelling reason to use it') },
  ],
  grounds: {
    'no-reason-left': {
      label: say(
        '你认为我们没有非用不可的理由',
        '你認為我們沒有非用不可的理由',
        'You think that no compelling reason to use it is left',
      ),
      holds: 'not-needed',
    },
  },
  identity,
} as const;

/** Heading 8: what a person may ask for. In California the same within other periods, and more (12). */
export const rights = {
  access: {
    ...access,
    label: say('查阅', '查閱', 'See your data'),
    dpv: ['eu-gdpr:A15', 'pipl:A45-1'],
    jurisdictions: outsideCalifornia,
    deadline: byLaw,
    channels: byLetter,
    clause: '8.2',
  },
  copy: {
    ...copy,
    label: say('拿一份副本', '拿一份副本', 'Get a copy'),
    dpv: ['eu-gdpr:A15', 'pipl:A45-1'],
    jurisdictions: outsideCalifornia,
    deadline: byLaw,
    channels: byLetter,
    clause: '8.2',
  },
  rectification: {
    ...rectification,
    label: say('更正', '更正', 'Correct'),
    dpv: ['eu-gdpr:A16', 'pipl:A46'],
    jurisdictions: outsideCalifornia,
    deadline: byLaw,
    channels: byLetter,
    clause: '8.2',
  },
  erasure: {
    ...erasure,
    label: say('删除', '刪除', 'Delete'),
    dpv: ['eu-gdpr:A17', 'pipl:A47'],
    jurisdictions: outsideCalifornia,
    deadline: byLaw,
    channels: ['account', ...byLetter],
    clause: '8.2',
  },
  withdrawal: {
    kind: 'withdrawal',
    label: say('撤回同意', '撤回同意', 'Withdraw consent'),
    dpv: ['eu-gdpr:A7-3', 'pipl:A15'],
    deadline: atOnce,
    fee: null,
    refusalGrounds: [],
    consequence: say(
      '之前做过的不受影响；有些产品和服务可能就用不了了。',
      '之前做過的不受影響；有些產品和服務可能就不能用了。',
      'What was done before stands; some products and services may no longer work.',
    ),
    identity,
    channels: ['device', ...byLetter],
    clause: '8.3',
  },
  closure: {
    kind: 'closure',
    label: say('注销服务或账号', '註銷服務或帳戶', 'Close a service or the account'),
    dpv: ['kept:AccountClosureRight'],
    deadline: soon,
    fee: null,
    refusalGrounds: [],
    consequence: say(
      '销了账号，很多产品和服务就用不全了。',
      '註銷帳戶之後，很多產品和服務就用不全了。',
      'Without the account many products and services no longer work in full.',
    ),
    identity,
    channels: ['email'],
    clause: '8.4',
  },
  restriction: {
    kind: 'restriction',
    label: say('限制使用', '限制使用', 'Restrict'),
    dpv: ['eu-gdpr:A18', 'pipl:A44-restrict-refuse'],
    deadline: soon,
    fee: null,
    refusalGrounds: [],
    identity,
    channels: ['account', ...byLetter],
    clause: '8.1',
  },
  objection: {
    kind: 'objection',
    label: say('不再给别人', '不再給別人', 'No more sharing'),
    dpv: ['eu-gdpr:A21', 'pipl:A44-restrict-refuse'],
    deadline: soon,
    fee: null,
    refusalGrounds: [],
    consequence: say('靠它的功能停下。', '要靠它的功能會停下。', 'What depends on it stops.'),
    identity,
    channels: ['email'],
    clause: '4',
  },
  'california-access': {
    ...access,
    ...california,
    label: say('查阅（加州）', '查閱（加州）', 'See your data (California)'),
    dpv: ['ccpa:RightToKnow'],
  },
  'california-copy': {
    ...copy,
    ...california,
    label: say('拿一份副本（加州）', '拿一份副本（加州）', 'Get a copy (California)'),
    dpv: ['ccpa:RightToKnow'],
  },
  'california-rectification': {
    ...rectification,
    ...california,
    label: say('更正（加州）', '更正（加州）', 'Correct (California)'),
    dpv: ['ccpa:RightToCorrect'],
  },
  'california-erasure': {
    ...erasure,
    ...california,
    label: say('删除（加州）', '刪除（加州）', 'Delete (California)'),
    // Cal. Civ. Code 1798.105 asks for no reason.
    grounds: {
      asked: {
        label: say(
          '住在加州，不用别的理由',
          '住在加州，不用其他理由',
          'You live in California: no other reason is needed',
        ),
        holds: 'asked',
      },
      ...erasure.grounds,
    },
    dpv: ['ccpa:RightToDelete'],
  },
  'no-sale': {
    kind: 'opt-out',
    label: say('禁止出售（加州）', '禁止出售（加州）', 'No sale (California)'),
    dpv: ['ccpa:RightToOptOutOfSaleSharing'],
    jurisdictions: ['california'],
    deadline: atOnce,
    fee: null,
    refusalGrounds: [],
    consequence: say('本来就什么都不卖。', '本來就什麼都不賣。', 'Nothing is sold in the first place.'),
    identity: ['session'],
    channels: ['email'],
    clause: '12',
  },
  'non-discrimination': {
    kind: 'non-discrimination',
    label: say('不受歧视（加州）', '不受歧視（加州）', 'No discrimination (California)'),
    dpv: ['ccpa:NonDiscrimination'],
    jurisdictions: ['california'],
    deadline: atOnce,
    fee: null,
    refusalGrounds: [],
    consequence: say(
      '不会因此给你差一等的东西，也不会不卖给你、不服务你。',
      '不會因此給你差一等的東西，也不會不賣給你、不服務你。',
      'You are not served at another level or quality for it, nor turned away.',
    ),
    identity: ['session'],
    channels: ['email'],
    clause: '12.1',
  },
  'guardian-consent': {
    kind: 'consent',
    label: say('监护人答应孩子用', '監護人答應孩子用', 'A guardian says yes for a child'),
    deadline: soon,
    fee: null,
    refusalGrounds: [],
    below: 18,
    consequence: say(
      '账号可以用，孩子的规则照旧；收回答应，账号就关，里面的删掉。',
      '帳戶可以用，孩子的規則照舊；收回答應，帳戶就關，裡面的刪掉。',
      'The account can be used, under the rules for children; taken back, the account ends and what is in it is deleted.',
    ),
    identity: ['guardianship'],
    channels: byLetter,
    clause: '10.1',
  },
  'content-removal': {
    kind: 'content-removal',
    label: say('撤下公开发过的（加州）', '撤下公開發過的（加州）', 'Remove what you posted (California)'),
    dpv: ['ccpa:MinorContentRemoval'],
    jurisdictions: ['california'],
    deadline: in45Days,
    fee: null,
    refusalGrounds: [
      {
        label: say(
          '证明不了是你写、是你发的',
          '證明不了是你寫、是你發的',
          'Nothing shows that you wrote and posted it',
        ),
        dpv: 'justifications:IdentityVerificationFailure',
      },
    ],
    conditions: [
      say('你是注册用户', '你是註冊使用者', 'You are a registered user'),
      say('说清楚是哪一条', '說清楚是哪一則', 'You say which post it is'),
    ],
    below: 18,
    identity: ['session', 'authorship'],
    channels: ['account', 'email'],
    clause: '12.2',
  },
} as const satisfies Rights;
