/** The few words that the rights say themselves; everything else comes from the policy and the services. */
import type { Lang, Text } from '@kept/policy';

const text = (zhHans: string, zhHant: string, en: string): Text => ({ 'zh-Hans': zhHans, 'zh-Hant': zhHant, en });

export const WORDS = {
  hidden: text('••••••', '••••••', '••••••'),
  unreadable: text(
    '只存校验值，谁也读不出原文',
    '只存驗證值，誰也讀不出原文',
    'only a check value is kept; nobody can read it back',
  ),
  expires: {
    closure: text('到注销账号为止', '到註銷帳戶為止', 'until you close the account'),
    withdrawal: text('到你撤回同意为止', '到你撤回同意為止', 'until you take your consent back'),
    'purpose-end': text('用完即删', '用完即刪', 'until it has served its purpose'),
    'last-use': text('到你不再使用为止', '到你不再使用為止', 'until you stop using it'),
  },
  actors: {
    person: text('你本人', '你本人', 'you'),
    service: text('服务程序', '服務程式', 'the service'),
    operator: text('工作人员', '工作人員', 'a member of staff'),
    system: text('系统', '系統', 'the system'),
  },
  /** Who acts besides the services. */
  desks: {
    rights: text('你的权利', '你的權利', 'your rights'),
    recipients: text('收发消息', '收發訊息', 'messages'),
    console: text('管理台', '管理台', 'the console'),
  },
  ownRights: text('行使你的权利', '行使你的權利', 'your own rights'),
  outbox: text(
    '还没接上服务商，留在发件箱里',
    '還沒接上服務商，留在寄件匣裡',
    'no provider is set: it waits in the outbox',
  ),
  closureWord: text('注销账号', '註銷帳戶', 'close my account'),
  erasureWord: text('删除', '刪除', 'delete'),
  evidence: {
    'consent-given': text('你同意了', '你同意了', 'you agreed'),
    'consent-withdrawn': text('你撤回了同意', '你撤回了同意', 'you took your consent back'),
    'consent-refused': text('你没有同意', '你沒有同意', 'you did not agree'),
    'share-receipt': text('已交给接收方', '已交給接收方', 'handed to a recipient'),
    right: text('办理你的申请', '辦理你的申請', 'a step of your request'),
  },
  reasons: {
    consent: text('你没有同意这样用', '你沒有同意這樣用', 'you have not agreed to this'),
    'sensitive-consent': text(
      '敏感信息需要你单独同意',
      '敏感資料需要你單獨同意',
      'sensitive data needs a consent of its own',
    ),
    'sharing-consent': text(
      '没有你的同意不会交给别人',
      '沒有你的同意不會交給別人',
      'nobody else gets it without your consent',
    ),
    'disclosure-consent': text(
      '没有你的单独同意不会公开',
      '沒有你的單獨同意不會公開',
      'nothing is made public without your consent',
    ),
    'transfer-consent': text(
      '没有你的单独同意不会出境',
      '沒有你的單獨同意不會出境',
      'it does not leave its region without your consent',
    ),
    transfer: text('不允许离开所在地区', '不允許離開所在地區', 'it may not leave its region'),
    region: text('这件事不在这个地区做', '這件事不在這個地區做', 'this is not done in that region'),
    recipient: text(
      '政策没有列出这个接收方',
      '政策沒有列出這個接收方',
      'the policy does not name this recipient for it',
    ),
    'recipient-field': text('接收方不需要这项信息', '接收方不需要這項資料', 'the recipient does not need this item'),
    minimisation: text('做这件事用不到这项信息', '做這件事用不到這項資料', 'this is not needed for that purpose'),
    collection: text('这一步不收集这项信息', '這一步不收集這項資料', 'this is not collected here'),
    restriction: text('你限制了这种处理', '你限制了這種處理', 'you have restricted this'),
    objection: text('你拒绝了这种处理', '你拒絕了這種處理', 'you have objected to this'),
    age: text('年龄不符合', '年齡不符合', 'not at this age'),
    guardian: text('需要监护人同意', '需要監護人同意', 'a guardian has to agree'),
    status: text('账号现在的状态不允许', '帳戶目前的狀態不允許', 'not while the account is in this state'),
    actor: text('这个角色不能做', '這個角色不能做', 'not for somebody in that role'),
    action: text('不能为此这样做', '不能為此這樣做', 'not done for that purpose'),
    'person-only': text('只有你本人能看', '只有你本人能看', 'only you may see it'),
    other: text('说不清，所以不做', '說不清，所以不做', 'it cannot be told, so it is not done'),
  },
  checks: {
    known: text('政策认得出来', '政策認得出來', 'the policy knows what is asked'),
    actor: text('谁来做', '誰來做', 'who does it'),
    action: text('做什么', '做什麼', 'what is done'),
    status: text('账号状态', '帳戶狀態', 'state of the account'),
    restriction: text('你有没有限制', '你有沒有限制', 'whether you restricted it'),
    age: text('年龄', '年齡', 'age'),
    consent: text('你的同意', '你的同意', 'your consent'),
    objection: text('你有没有拒绝', '你有沒有拒絕', 'whether you objected'),
    recipient: text('交给谁', '交給誰', 'who gets it'),
    region: text('在哪里', '在哪裡', 'where'),
    transfer: text('能否离开所在地区', '能否離開所在地區', 'leaving its region'),
    fields: text('哪几项', '哪幾項', 'which items'),
  },
  changes: {
    'give-consent': text('如果你同意', '如果你同意', 'if you agree'),
    'lift-restriction': text('如果你取消限制', '如果你取消限制', 'if you lift the restriction'),
    'withdraw-objection': text('如果你收回拒绝', '如果你收回拒絕', 'if you take back the objection'),
    'open-account': text('如果你开通账号', '如果你開通帳戶', 'if you open an account'),
    'be-of-age': text('到了这个年龄', '到了這個年齡', 'from this age on'),
    'leave-out': text('如果不用这几项', '如果不用這幾項', 'without these items'),
  },
  steps: {
    received: text('收到申请，身份已核实', '收到申請，身分已核實', 'received, and it is you'),
    stopped: text('停止使用，退出所有登录', '停止使用，登出所有裝置', 'use stopped, every session ended'),
    unreadable: text(
      '密钥已销毁，谁也读不出来了',
      '金鑰已銷毀，誰也讀不出來了',
      'key destroyed: nobody can read it any more',
    ),
    swept: text('清理残留的记录', '清理殘留的紀錄', 'left-over rows removed'),
    proved: text('复查，签发凭证', '複查，簽發憑證', 'checked again, certificate signed'),
  },
  stays: {
    ledger: text(
      '账本里的加密记录还在，但没有密钥，谁也读不出来、也认不出是你。',
      '帳本裡的加密紀錄還在，但沒有金鑰，誰也讀不出來、也認不出是你。',
      'The sealed entries of the ledger stay; without the key nobody can read them or tell that they are yours.',
    ),
    suppression: text(
      '留一个无法还原的标记，万一从旧备份恢复，会再次删除。',
      '留一個無法還原的標記，萬一從舊備份還原，會再次刪除。',
      'A mark that cannot be turned back into you stays, so that a restored backup is erased again.',
    ),
  },
  remains: {
    ledger: text('账本里的记录', '帳本裡的紀錄', 'Entries of the ledger'),
    suppression: text('不能还原的标记', '無法還原的標記', 'A mark that cannot be turned back'),
  },
  certificate: {
    title: text('注销凭证', '註銷憑證', 'Certificate of closure'),
    statement: text(
      '此账号的个人信息已**不可读取**：它的密钥已销毁，数据库、日志和此前的备份都无法再打开它。',
      '此帳戶的個人資料已**無法讀取**：它的金鑰已銷毀，資料庫、日誌和先前的備份都無法再打開它。',
      'The personal data of this account is **unreadable**: its key is destroyed, and neither database, log nor any earlier backup can open it.',
    ),
    erased: text('删除了什么', '刪除了什麼', 'What was erased'),
    kept: text('还留着什么', '還留著什麼', 'What stays'),
    rows: text('条记录', '筆紀錄', 'rows'),
  },
  atOnce: text('立即', '立即', 'at once'),
  periods: {
    hour: text('小时', '小時', 'hours'),
    day: text('天', '天', 'days'),
    'working-day': text('个工作日', '個工作天', 'working days'),
    month: text('个月', '個月', 'months'),
    year: text('年', '年', 'years'),
  },
} as const;

export const say = (words: Text, lang: Lang): string => words[lang];
