/** The few words that the rights say themselves; everything else comes from the policy and the services. */
import type { Lang, Text } from '@kept/policy';
import { certificate } from './words/certificate.ts';
import { text } from './words/text.ts';

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
    objection: text('你拒绝了这种处理', '你拒絕了這種處理', 'you objected'),
    'share-receipt': text('已交给接收方', '已交給接收方', 'handed to a recipient'),
    right: text('办理你的申请', '辦理你的申請', 'a step of your request'),
    'recipient-told': text('转告了接收方', '轉告了接收方', 'a recipient was told of your request'),
  },
  /** Instead of what the evidence says, where a signal of the browser brought it about. */
  signalled: text(
    '照你浏览器的全局隐私控制信号关掉了',
    '照你瀏覽器的全域隱私控制訊號關掉了',
    'turned off, as your browser’s Global Privacy Control signal asks',
  ),
  /** Where the link of a mail brought it about. */
  byMail: text('照邮件里的退订链接停了', '照郵件裡的退訂連結停了', 'stopped, by the link of a mail'),
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
    change: text(
      '你同意的那一版政策不允许；新版允许，但要你先同意',
      '你同意的那一版政策不允許；新版允許，但要你先同意',
      'the version you agreed to does not allow it; a newer one does, once you agree',
    ),
    other: text('说不清，所以不做', '說不清，所以不做', 'it cannot be told, so it is not done'),
  },
  countries: {
    '*': text('没有写明', '沒有寫明', 'not said'),
    own: text('信息所在的国家', '資料所在的國家', 'the country your data is in'),
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
    change: text('你同意的是哪一版', '你同意的是哪一版', 'the version you agreed to'),
  },
  changes: {
    'give-consent': text('如果你同意', '如果你同意', 'if you agree'),
    'accept-change': text('如果你同意新版的这一条', '如果你同意新版的這一條', 'if you agree to this change'),
    'lift-restriction': text('如果你取消限制', '如果你取消限制', 'if you lift the restriction'),
    'withdraw-objection': text('如果你收回拒绝', '如果你收回拒絕', 'if you take back the objection'),
    'open-account': text('如果你开通账号', '如果你開通帳戶', 'if you open an account'),
    'be-of-age': text('到了这个年龄', '到了這個年齡', 'from this age on'),
    'leave-out': text('如果不用这几项', '如果不用這幾項', 'without these items'),
  },
  steps: {
    received: text('收到申请，身份已核实', '收到申請，身分已核實', 'received, and it is you'),
    receivedUnproven: text(
      '收到申请，凭文件核实身份',
      '收到申請，憑文件核實身分',
      'received; documents show that it is you',
    ),
    receivedForAnother: text(
      '收到申请，凭文件核实关系',
      '收到申請，憑文件核實關係',
      'received; documents show whose relative or guardian',
    ),
    stopped: text('停止使用，退出所有登录', '停止使用，登出所有裝置', 'use stopped, every session ended'),
    unreadable: text(
      '密钥已销毁，谁也读不出来了',
      '金鑰已銷毀，誰也讀不出來了',
      'key destroyed: nobody can read it any more',
    ),
    swept: text('清理残留的记录', '清理殘留的紀錄', 'left-over rows removed'),
    proved: text('复查，签发凭证', '複查，簽發憑證', 'checked again, certificate signed'),
    withheld: text(
      '已封存：谁也读不到、用不到，登录都已退出',
      '已封存：誰也讀不到、用不到，登入都已登出',
      'withheld: nobody reads or uses it, every session ended',
    ),
    confirmed: text('记下了，也告诉你了', '記下了，也告訴你了', 'noted, and you were told'),
    decided: text('决定怎么办', '決定怎麼辦', 'decided'),
    executed: text('照办', '照辦', 'done over every service'),
  },
  /** Recipients that are told of a request, and how far each is. */
  told: {
    step: text('转告收到过这些信息的各方', '轉告收到過這些資料的各方', 'everybody who received it is told'),
    opendsr: text('正在转告', '正在轉告', 'being told'),
    letter: text('有人在写信', '有人在寫信', 'a letter is being written'),
    told: text('已经知道', '已經知道', 'was told'),
    answered: text('办好了', '辦好了', 'has done it'),
    declined: text('答复说不办', '答覆說不辦', 'says that it will not'),
    fact: text('还会转告', '還會轉告', 'Who else is told'),
  },
  /** What a request waits for, as its person is told. */
  waits: {
    decision: text('有人在看', '有人在看', 'somebody is looking at it'),
    fee: text('要收一点费用，等你答复', '要收一點費用，等你答覆', 'a fee is asked for; your answer is waited for'),
    guardian: text('等监护人答复', '等監護人答覆', 'a guardian’s yes is waited for'),
    second: text('再请第二个人看一遍', '再請第二個人看一遍', 'a second person looks at it too'),
  },
  duties: {
    confirm: text('告诉对方收到了', '告訴對方收到了', 'tell them that it has come'),
    answer: text('办完并答复', '辦完並答覆', 'do it and answer'),
    'extension-notice': text('要延期的话，最晚这时说明', '要延期的話，最晚這時說明', 'to take longer, say so by then'),
    'tell-recipients': text('告诉拿到数据的各方', '告訴拿到資料的各方', 'tell everybody who got the data'),
  },
  ruleOfPolicy: text('政策', '政策', 'the policy'),
  /** Grounds beside those of the policy: they follow from how a request has to be shown. */
  grounds: {
    doesNotHold: text('说的理由不成立', '說的理由不成立', 'The reason that was named does not hold'),
    notProven: text('没能证明', '未能證明', 'Not proven'),
    nobodyHeld: text('这个联系方式下没有信息', '這個聯絡方式下沒有資料', 'Nothing is held under that contact'),
    noSuchValue: text(
      '没有这一项，或者不能改成这样',
      '沒有這一項，或者不能改成這樣',
      'There is no such value, or it cannot be made so',
    ),
    wishedOtherwise: text('故人生前另有安排', '往生者生前另有安排', 'The person wished otherwise'),
  },
  behalf: {
    relative: {
      copy: text('拿故人信息的副本', '取得往生者資料的副本', 'a copy of what the person left'),
      erasure: text('删除故人的账号和信息', '刪除往生者的帳戶和資料', 'erasing what the person left'),
    },
    guardian: {
      copy: text('替孩子拿副本', '替孩子取得副本', 'a copy, for a child'),
      erasure: text('替孩子删除账号和信息', '替孩子刪除帳戶和資料', 'erasing it, for a child'),
      rectification: text('替孩子更正', '替孩子更正', 'corrected for a child'),
      consent: text('答应孩子用账号', '答應孩子用帳戶', 'yes to a child’s account'),
      withdrawal: text('替孩子收回全部同意', '替孩子收回全部同意', 'taking every yes back, for a child'),
      restriction: text('替孩子停下全部处理', '替孩子停下全部處理', 'stopping all of it, for a child'),
      objection: text('替孩子拒绝处理', '替孩子拒絕處理', 'refusing it, for a child'),
      'opt-out': text('替孩子退出', '替孩子退出', 'opting out, for a child'),
      'limit-sensitive': text('替孩子限制敏感信息', '替孩子限制敏感資料', 'limiting sensitive data, for a child'),
    },
  },
  noGround: text('政策没有写理由', '政策沒有寫理由', 'The policy names no ground'),
  refusedReason: text(
    '两个人分别看过，都认为符合这一条理由。你不同意，可以投诉，也可以起诉。',
    '兩個人分別看過，都認為符合這一條理由。你不同意，可以申訴，也可以提告。',
    'Two people looked at it, each by themselves, and found this ground to hold. If you disagree, you can complain, or go to court.',
  ),
  refusedByPolicy: text(
    '按现在的情况，这一条理由不成立：政策写明了要看什么，看过了。情况变了可以再提；你不同意，可以投诉，也可以起诉。',
    '依現在的情況，這一條理由不成立：政策寫明了要看什麼，看過了。情況變了可以再提；你不同意，可以申訴，也可以提告。',
    'As things stand this reason does not hold: what the policy looks at was looked at. Ask again once that changes. If you disagree, you can complain, or go to court.',
  ),
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
    needed: text(
      '账号开着就用得到；注销账号时一起删。',
      '帳戶開著就用得到；註銷帳戶時一起刪。',
      'Needed as long as the account is open; it goes when you close the account.',
    ),
  },
  remains: {
    ledger: text('账本里的记录', '帳本裡的紀錄', 'Entries of the ledger'),
    suppression: text('不能还原的标记', '無法還原的標記', 'A mark that cannot be turned back'),
  },
  certificate,
  elsewhere: {
    since: text('由那个系统记着', '由那個系統記著', 'as that system has it'),
    until: text('由那个系统保管', '由那個系統保管', 'as that system keeps it'),
    late: text('还没到', '還沒到', 'Not here yet'),
    lateText: text(
      '这个系统没有应答，所以它持有的内容不在这里，或者不全。我们会一直问到它应答，最晚到{by}；到时在“我的信息”里单取这一份。',
      '這個系統沒有回應，所以它持有的內容不在這裡，或者不全。我們會一直問到它回應，最晚到{by}；到時在「我的資料」裡單取這一份。',
      'This system did not answer, so what it holds is not here, or not all of it. It is asked until it answers, by {by} at the latest; then this part can be fetched by itself, in My data.',
    ),
    lateTold: text(
      '有系统没有应答，这份副本还不全',
      '有系統沒有回應，這份副本還不全',
      'A system did not answer, so that a copy was not whole',
    ),
    back: text(
      '那个系统又有应答了：在“我的信息”里单取这一份',
      '那個系統又有回應了：在「我的資料」裡單取這一份',
      'That system answers again: what it holds can be fetched by itself, in My data',
    ),
    erased: text(
      '别的系统里的内容已按请求删除',
      '別的系統裡的內容已按請求刪除',
      'What another system held was erased, as asked',
    ),
    step: text('别的系统里的也删掉', '別的系統裡的也刪掉', 'erased in other systems too'),
    /** How far each is. */
    done: text('删掉了', '刪掉了', 'gone from there'),
    down: text('没有应答，会一直再试', '沒有回應，會一直再試', 'does not answer; it is tried again'),
    behind: text('要等另一个系统', '要等另一個系統', 'waits for another system'),
    looked: text('有人要先看一下，会一直再试', '有人要先看一下，會一直再試', 'somebody looks at it; it is tried again'),
    systems: text('别的系统，各在什么时候', '別的系統，各在什麼時候', 'Other systems, and when each was done'),
    masked: text('抹去个人信息', '抹去個人資料', 'what is personal was taken out'),
  },
  sentOn: {
    begun: text(
      '按你的要求，全部内容开始转给另一家',
      '按你的要求，全部內容開始轉給另一家',
      'Everything held was on its way to another controller, as asked',
    ),
    done: text(
      '另一家收到了全部内容',
      '另一家收到了全部內容',
      'Another controller has taken everything that was sent on',
    ),
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
