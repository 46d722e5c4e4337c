import { type Recipients, say } from '@kept/policy';

const contract = say(
  '只能用来办这件事，不许另作他用。',
  '只能用來辦這件事，不准另作他用。',
  'For this job only, and for nothing else.',
);
const byInterface = say('接口', 'API介接', 'Interface');

const mail = {
  party: say('发邮件的服务', '寄電子郵件的服務', 'the mail service'),
  role: 'processor',
  dpv: ['kept:MailProvider'],
  channel: 'email',
  fields: ['account-email', 'account-code'],
  purposes: ['verification-email', 'notice-email'],
  scenario: say(
    '用邮箱注册、登录，收通知',
    '用電子郵件註冊、登入，收通知',
    'Registering and signing in by e-mail, notices',
  ),
  contract,
  method: byInterface,
  clause: '4.1',
} as const;

/** Everybody outside who receives anything. */
export const recipients = {
  yunpian: {
    name: '杭州云片网络科技有限公司',
    party: say('发短信的云片', '發簡訊的雲片', 'Yunpian (text messages)'),
    role: 'processor',
    dpv: ['kept:SmsProvider'],
    channel: 'sms',
    fields: [
      'account-phone',
      'account-code',
      'booking-phone',
      'booking-code',
      'partner-phone',
      'partner-code',
      'company-phone',
      'company-code',
    ],
    purposes: ['verification-sms', 'notice-sms', 'booking', 'partner', 'company'],
    scenario: say('收验证码，收通知', '收驗證碼，收通知', 'Codes and notices'),
    contract,
    url: 'https://www.yunpian.com/',
    country: 'CN',
    method: byInterface,
    exception: 'share-necessary',
    clause: '4.2',
  },
  fadada: {
    name: '深圳法大大网络科技有限公司',
    party: say('签电子合同的法大大', '簽電子合約的法大大', 'Fadada (electronic contracts)'),
    role: 'third-party',
    dpv: ['kept:ESignatureProvider'],
    channel: 'e-signature',
    fields: ['company-name', 'company-phone'],
    purposes: ['e-contract'],
    scenario: say('签电子合同', '簽電子合約', 'Signing a contract electronically'),
    url: 'https://www.fadada.com/',
    country: 'CN',
    method: say('软件工具包', '軟體開發套件', 'Software kit'),
    exception: 'share-agreed',
    clause: '4.2',
  },
  mail: { ...mail, country: 'CN' },
  'mail-overseas': {
    ...mail,
    party: say('在海外发邮件的服务', '在海外寄電子郵件的服務', 'the mail service abroad'),
    country: 'SG',
  },
} as const satisfies Recipients;
