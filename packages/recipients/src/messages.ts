/** The short texts that Kept sends of its own, in the person's language. */
import type { Lang } from '@kept/policy';

/** What a message says. The subject is for e-mail; a text message has none. */
export interface Composed {
  readonly subject: string;
  readonly text: string;
}

/** What a code is for; the person is told, so that a code cannot be coaxed out of them for something else. */
export type CodeUse = 'registration' | 'sign-in' | 'password' | 'contact';

const USES: Readonly<Record<Lang, Readonly<Record<CodeUse, string>>>> = {
  'zh-Hans': { registration: '注册账号', 'sign-in': '登录', password: '重设密码', contact: '更换联系方式' },
  'zh-Hant': { registration: '註冊帳號', 'sign-in': '登入', password: '重設密碼', contact: '更換聯絡方式' },
  en: {
    registration: 'create your account',
    'sign-in': 'sign in',
    password: 'set a new password',
    contact: 'change your contact',
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
