import { type Purposes, say } from '@kept/policy';

const duty = { basis: 'legal-obligation', ground: 'pipl:A13-1-3', exemption: 'legal-duty' } as const;
const contract = { basis: 'contract', ground: 'pipl:A13-1-2', exemption: 'requested-contract' } as const;
const actions = ['collect', 'use', 'share'] as const;

/** What leaves as a message, and what a request is handled with. Text messages leave from the mainland only. */
export const messagePurposes = {
  'verification-sms': {
    label: say('用短信发验证码', '用簡訊傳送驗證碼', 'Sending a code by text message'),
    dpv: ['dpv:IdentityAuthentication'],
    ...contract,
    group: 'account',
    fields: ['account-phone', 'account-code'],
    recipients: ['yunpian'],
    regions: ['cn'],
    actions,
    beforeAccount: true,
    clause: '2.1.1',
  },
  'verification-email': {
    label: say('用邮件发验证码', '用電子郵件傳送驗證碼', 'Sending a code by e-mail'),
    dpv: ['dpv:IdentityAuthentication'],
    ...contract,
    group: 'account',
    fields: ['account-email', 'account-code'],
    recipients: ['mail', 'mail-overseas'],
    regions: ['cn', 'sg'],
    actions,
    beforeAccount: true,
    clause: '2.1.1',
  },
  'notice-sms': {
    label: say('用短信通知你', '用簡訊通知你', 'Telling you by text message'),
    dpv: ['kept:ServiceMessage', 'kept:BreachNotification'],
    ...duty,
    group: 'account',
    fields: ['account-phone'],
    recipients: ['yunpian'],
    regions: ['cn'],
    actions: ['use', 'share'],
    clause: '5.4',
  },
  'notice-email': {
    label: say('用邮件通知你', '用電子郵件通知你', 'Telling you by e-mail'),
    dpv: ['kept:ServiceMessage', 'kept:BreachNotification'],
    ...duty,
    group: 'account',
    fields: ['account-email'],
    recipients: ['mail', 'mail-overseas'],
    regions: ['cn', 'sg'],
    actions: ['use', 'share'],
    clause: '8.2',
  },
  requests: {
    label: say('核实身份和办请求', '核實身分與處理請求', 'Doing what you ask'),
    dpv: ['dpv:RightsFulfilment', 'dpv:IdentityVerification'],
    ...duty,
    group: 'requests',
    fields: ['request-text', 'request-identity-document'],
    recipients: [],
    regions: ['cn', 'sg'],
    actions: ['collect', 'use', 'retain'],
    beforeAccount: true,
    clause: '7.9',
  },
} as const satisfies Purposes;
