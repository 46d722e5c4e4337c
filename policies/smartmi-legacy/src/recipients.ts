import { type Recipients, say } from '@kept/policy';
import * as rows from './rows.ts';

const records = [...rows.account, ...rows.purchase.required, ...rows.purchase.optional] as const;
const onOurBehalf = {
  channel: 'none',
  fields: records,
  purposes: ['orders'],
  scenario: say('替我们处理你的订单', '替我們處理你的訂單', 'Handling your order for us'),
  contract: say(
    '守我们的条款和这份政策，还有一切保密和安全的规定。',
    '守我們的條款和這份政策，還有一切保密與安全的規定。',
    'Our terms and this policy, and whatever confidence and safety ask besides.',
  ),
  country: '*',
  method: say('只给办事要用的', '只給辦事要用的', 'only what the job takes'),
  exception: 'share-on-our-behalf',
  clause: '6.2',
} as const;

/** Everybody outside who may receive anything. The text names kinds, no company; none is connected. */
export const recipients = {
  'family-and-friends': {
    party: say('你挑的亲友', '你挑的親友', 'the family and friends you name'),
    role: 'third-party',
    dpv: ['kept:ChosenPerson'],
    channel: 'none',
    fields: rows.content,
    purposes: ['content-sharing'],
    scenario: say('你分享、发消息的时候', '你分享、傳訊息的時候', 'When you share something or send a message'),
    country: '*',
    method: say('你自己送过去', '你自己送過去', 'sent by you'),
    exception: 'share-authorised',
    clause: '3.1.1.3',
  },
  affiliates: {
    party: say('子公司和关联公司', '子公司與關係企業', 'subsidiaries and companies of the group'),
    role: 'affiliate',
    dpv: ['dpv:SubsidiaryLegalEntity', 'kept:Affiliate'],
    ...onOurBehalf,
  },
  helpers: {
    party: say('信得过的企业和个人', '信得過的企業與個人', 'trusted companies and people'),
    role: 'processor',
    dpv: ['dpv:DataProcessor'],
    ...onOurBehalf,
  },
  authorities: {
    party: say('法院和有权的机关', '法院和有權的機關', 'courts and authorities'),
    role: 'authority',
    dpv: ['dpv:Authority', 'dpv:JudicialOrganisation'],
    channel: 'none',
    fields: [...records, ...rows.payment],
    purposes: ['authority-request'],
    scenario: say(
      '法律调查、诉讼、强制执行',
      '法律調查、訴訟、強制執行',
      'A lawful inquiry, a lawsuit, an enforcement',
    ),
    country: 'own',
    method: say(
      '有人看过命令，再照命令给',
      '有人看過命令，再照命令給',
      'somebody reads the order, then gives what it names',
    ),
    exception: 'share-compelled',
    clause: '6.1',
  },
  successor: {
    party: say('接手的公司', '接手的公司', 'a company that takes over'),
    role: 'successor',
    dpv: ['kept:SuccessorEntity'],
    channel: 'none',
    fields: records,
    purposes: ['business-transfer'],
    scenario: say('公司重组、合并或出售', '公司重組、合併或出售', 'A reorganisation, merger or sale'),
    contract: say('照这份政策保密。', '照這份政策保密。', 'To keep it confidential under this policy.'),
    country: '*',
    method: say('先告诉你，再转', '先告訴你，再轉', 'you are told before it moves'),
    exception: 'assign-merger',
    clause: '6.3',
  },
} as const satisfies Recipients;
