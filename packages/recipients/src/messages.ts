/** The short texts that Kept sends of its own, in the person's language. */
import type { Lang } from '@kept/policy';

/** What a message says. The subject is for e-mail; a text message has none. */
export interface Composed {
  readonly subject: string;
  readonly text: string;
}

/** What a code is for; the person is told, so that a code cannot be coaxed out of them for something else. */
export type CodeUse = 'registration' | 'sign-in' | 'password' | 'contact' | 'request' | 'agent';

const USES: Readonly<Record<Lang, Readonly<Record<CodeUse, string>>>> = {
  'zh-Hans': {
    registration: '注册账号',
    'sign-in': '登录',
    password: '重设密码',
    contact: '更换联系方式',
    request: '提出个人信息申请',
    agent: '同意别人代您提出个人信息申请',
  },
  'zh-Hant': {
    registration: '註冊帳號',
    'sign-in': '登入',
    password: '重設密碼',
    contact: '更換聯絡方式',
    request: '提出個人資料申請',
    agent: '同意別人代您提出個人資料申請',
  },
  en: {
    registration: 'create your account',
    'sign-in': 'sign in',
    password: 'set a new password',
    contact: 'change your contact',
    request: 'make a request about your personal data',
    agent: 'let somebody make a request about your personal data in your name',
  },
};

/** A one-time code. `minutes` is how long it works. */
export function codeMessage(lang: Lang, use: CodeUse, code: string, minutes: number): Composed {
  const what = USES[lang][use];
  switch (lang) {
    case 'zh-Hans':
      return {
        subject: `验证码 ${code}`,
        text: `${code} 是您用于${what}的验证码，${minutes} 分钟内有效。我们不会向您索要验证码，请勿告诉任何人。`,
      };
    case 'zh-Hant':
      return {
        subject: `驗證碼 ${code}`,
        text: `${code} 是您用於${what}的驗證碼，${minutes} 分鐘內有效。我們不會向您索取驗證碼，請勿告訴任何人。`,
      };
    case 'en':
      return {
        subject: `Your code ${code}`,
        text: `${code} is your code to ${what}. It works for ${minutes} minutes. We never ask for it; tell it to nobody.`,
      };
  }
}

const ALREADY: Readonly<Record<Lang, Composed>> = {
  'zh-Hans': {
    subject: '您已有账号',
    text: '有人尝试用此联系方式注册，但它已属于您现有的账号。如果是您本人，请直接登录；如果不是，可以忽略本消息。',
  },
  'zh-Hant': {
    subject: '您已有帳號',
    text: '有人嘗試用此聯絡方式註冊，但它已屬於您現有的帳號。如果是您本人，請直接登入；如果不是，可以忽略本訊息。',
  },
  en: {
    subject: 'You already have an account',
    text: 'Someone tried to register with this contact, which belongs to your account. If it was you, sign in instead; if not, ignore this.',
  },
};

/** To the holder of a contact that somebody tried to register again. Carries no code. */
export const alreadyRegistered = (lang: Lang): Composed => ALREADY[lang];

/** Something about the account's security changed. */
export type SecurityChange = 'password' | 'contact' | 'second-step-on' | 'second-step-off' | 'passkey';

const CHANGES: Readonly<Record<Lang, Readonly<Record<SecurityChange, string>>>> = {
  'zh-Hans': {
    password: '您的密码已更改',
    contact: '您的联系方式已更换',
    'second-step-on': '您已开启两步验证',
    'second-step-off': '您的两步验证已关闭',
    passkey: '您的账号新增了一个通行密钥',
  },
  'zh-Hant': {
    password: '您的密碼已變更',
    contact: '您的聯絡方式已更換',
    'second-step-on': '您已開啟兩步驟驗證',
    'second-step-off': '您的兩步驟驗證已關閉',
    passkey: '您的帳號新增了一個通行密鑰',
  },
  en: {
    password: 'Your password was changed',
    contact: 'Your contact was changed',
    'second-step-on': 'Two-step sign-in was turned on',
    'second-step-off': 'Two-step sign-in was turned off',
    passkey: 'A passkey was added to your account',
  },
};

const IF_NOT_YOU: Readonly<Record<Lang, string>> = {
  'zh-Hans': '。如果不是您本人操作，请立即重设密码并结束其他会话。',
  'zh-Hant': '。如果不是您本人操作，請立即重設密碼並結束其他工作階段。',
  en: '. If it was not you, set a new password at once and end the other sessions.',
};

/** Tells a person of a change to their account's security, and what to do if it was not theirs. */
export function securityMessage(lang: Lang, change: SecurityChange): Composed {
  const subject = CHANGES[lang][change];
  return { subject, text: subject + IF_NOT_YOU[lang] };
}

/** A new version of the policy, as those are told of it who are under an older one. */
export interface PolicyChange {
  readonly title: string;
  /** The day from which it holds at the earliest, as it is read out. */
  readonly from: string;
  /** Where it says what changes, and where one answers. */
  readonly url: string;
}

/** Tells a person that the policy is about to change, and that what it newly allows waits for their yes. */
export function policyChanges(lang: Lang, { title, from, url }: PolicyChange): Composed {
  switch (lang) {
    case 'zh-Hans':
      return {
        subject: `${title}要更新了`,
        text: `新版最早从 ${from} 起算。新版多允许的事，没有你点头就不做；你已有的权利不会变少。改了什么、哪几处要你答复，看这里：${url}`,
      };
    case 'zh-Hant':
      return {
        subject: `${title}要更新了`,
        text: `新版最早從 ${from} 起算。新版多允許的事，沒有你點頭就不做；你已有的權利不會變少。改了什麼、哪幾處要你答覆，看這裡：${url}`,
      };
    case 'en':
      return {
        subject: `${title} is about to change`,
        text: `The new version holds from ${from} at the earliest. What it newly allows is not done without your yes, and no right of yours gets less. What changes, and what you are asked: ${url}`,
      };
  }
}

/** Tells somebody that their request costs something, and that they have to say yes or no. */
export function feeDue(lang: Lang, title: string, sum: string): Composed {
  switch (lang) {
    case 'zh-Hans':
      return {
        subject: `申请“${title}”要收费`,
        text: `您的申请“${title}”短时间内提了多次，再办要收 ${sum}。请登录，在“我的申请”里选接受或不接受；不接受就不办，也不收。`,
      };
    case 'zh-Hant':
      return {
        subject: `申請「${title}」要收費`,
        text: `您的申請「${title}」短時間內提了多次，再辦要收 ${sum}。請登入，在「我的申請」裡選接受或不接受；不接受就不辦，也不收。`,
      };
    case 'en':
      return {
        subject: `A fee for your request: ${title}`,
        text: `You asked for “${title}” several times of late; doing it again costs ${sum}. Sign in and accept or decline it under Requests. If you decline, it is not done and costs nothing.`,
      };
  }
}

/** Tells whoever has an account that somebody asks for their data as the relative of one who died, or as their guardian. */
export function askedByAnother(lang: Lang, as: 'relative' | 'guardian'): Composed {
  const died = as === 'relative';
  switch (lang) {
    case 'zh-Hans':
      return {
        subject: '有人要您账号里的信息',
        text: `有人以${died ? '已故者近亲属' : '监护人'}的身份申请您账号里的信息，要先交证明，由两个人分别审核。如果不该这样，请登录，在“我的申请”里点“我在”，马上停下。`,
      };
    case 'zh-Hant':
      return {
        subject: '有人要您帳戶裡的資料',
        text: `有人以${died ? '往生者近親' : '監護人'}的身分申請您帳戶裡的資料，要先交證明，由兩個人分別審核。如果不該這樣，請登入，在「我的申請」裡按「我在」，馬上停下。`,
      };
    case 'en':
      return {
        subject: 'Somebody asks for the data of your account',
        text: `Somebody asks for the data of your account as ${died ? 'a relative of one who died' : 'a guardian'}. They have to prove it, and two people decide. If this is wrong, sign in and press “I am here” under Requests: it stops at once.`,
      };
  }
}

/** Tells whoever has an account, and so their guardian, that they are too young for it, and where it can be followed. */
export function ageFound(
  lang: Lang,
  { below, guardian, url }: { below: number; guardian: boolean; url: string },
): Composed {
  switch (lang) {
    case 'zh-Hans':
      return {
        subject: '账号已封存：年龄不到',
        text: `我们得知这个账号的主人不满${below}周岁。账号已封存，谁也读不到、用不到。${guardian ? '请让监护人看这里，在期限之前答应或拒绝' : '里面的信息会尽快删除。为什么、接下来怎样，监护人可以看这里'}：${url}`,
      };
    case 'zh-Hant':
      return {
        subject: '帳戶已封存：年齡不到',
        text: `我們得知這個帳戶的主人未滿${below}歲。帳戶已封存，誰也讀不到、用不到。${guardian ? '請讓監護人看這裡，在期限之前答應或拒絕' : '裡面的資料會盡快刪除。為什麼、接下來怎樣，監護人可以看這裡'}：${url}`,
      };
    case 'en':
      return {
        subject: 'This account is withheld: its person is too young',
        text: `We learned that whoever has this account is under ${below}. It is withheld: nobody reads or uses any of it. ${guardian ? 'Ask a guardian to read this, and to say yes or no by the deadline' : 'What is in it is deleted soon. A guardian can read here why, and what comes next'}: ${url}`,
      };
  }
}

/** Tells whoever has an account that something was asked for in their name without signing in. */
export function outsideRequest(lang: Lang, title: string): Composed {
  switch (lang) {
    case 'zh-Hans':
      return {
        subject: `有一份申请：${title}`,
        text: `有人没有登录，凭发到您联系方式的验证码提出了“${title}”。是您本人就不用管；不是的话，请马上登录，在“我的申请”里停下它，并重设密码。`,
      };
    case 'zh-Hant':
      return {
        subject: `有一份申請：${title}`,
        text: `有人沒有登入，憑寄到您聯絡方式的驗證碼提出了「${title}」。是您本人就不用管；不是的話，請馬上登入，在「我的申請」裡停下它，並重設密碼。`,
      };
    case 'en':
      return {
        subject: `A request: ${title}`,
        text: `Without signing in, somebody asked for “${title}” with a code sent to a contact of yours. If it was you, nothing is left to do; if not, sign in at once, stop it under Requests, and set a new password.`,
      };
  }
}
