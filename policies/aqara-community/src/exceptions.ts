import { type Exceptions, type Exemptions, say } from '@kept/policy';

/** What needs no consent: 3.2 and 3.3. A purpose has to name the one it rests on. */
export const exemptions = {
  law: {
    label: say('法律要求', '法律要求', 'A law requires it'),
    basis: 'legal-obligation',
    clause: '3.2',
  },
  anonymous: {
    label: say('看不出是谁的统计', '看不出是誰的統計', 'Statistics that show nobody'),
    basis: 'legitimate-interest',
    clause: '3.3',
  },
  'own-rights': {
    label: say('保护我们的权利', '保護我們的權利', 'To protect our rights'),
    basis: 'legitimate-interest',
    clause: '3.3',
  },
  safety: {
    label: say('保护你和别人的安全', '保護你和別人的安全', 'To keep you and others safe'),
    basis: 'vital-interest',
    clause: '3.3',
  },
  investigation: {
    label: say(
      '配合当地政府查违法的事',
      '配合當地政府調查違法的事',
      'To help the local government look into what is illegal',
    ),
    basis: 'legal-obligation',
    clause: '3.3',
  },
} as const satisfies Exemptions;

const agreed = { from: 'share', basis: 'consent', duties: ['same-terms'], clause: '3.1' } as const;

/** From “only with your consent”. Each kind of company is a matter of its own, with its own question. */
export const exceptions = {
  'agreed-affiliates': {
    ...agreed,
    label: say('你答应给关联公司', '你答應給關係企業', 'You said yes to affiliates'),
    consent: 'sharing-affiliates',
  },
  'agreed-carriers': {
    ...agreed,
    label: say(
      '你答应让邮件和电信公司传信',
      '你答應讓郵件與電信公司傳訊',
      'You said yes to mail and telephone companies',
    ),
    consent: 'sharing-carriers',
  },
  'agreed-delivery': {
    ...agreed,
    label: say('你答应让配送公司送货', '你答應讓配送公司送貨', 'You said yes to a delivery company'),
    consent: 'sharing-delivery',
  },
  'agreed-customer-service': {
    ...agreed,
    label: say('你答应让客服公司帮忙', '你答應讓客服公司幫忙', 'You said yes to a customer service company'),
    consent: 'sharing-customer-service',
  },
  'agreed-storage': {
    ...agreed,
    label: say('你答应放在外面的机房', '你答應放在外面的機房', 'You said yes to outside data centres'),
    consent: 'sharing-storage',
  },
  'agreed-advertising': {
    ...agreed,
    label: say(
      '你答应给做广告和营销的公司',
      '你答應給做廣告與行銷的公司',
      'You said yes to an advertising or marketing company',
    ),
    consent: 'sharing-advertising',
  },
  law: {
    from: 'share',
    label: say('法律要求', '法律要求', 'A law requires it'),
    basis: 'legal-obligation',
    clause: '3.2',
  },
  'own-rights': {
    from: 'share',
    label: say('保护我们的权利', '保護我們的權利', 'To protect our rights'),
    basis: 'legitimate-interest',
    clause: '3.3',
  },
  safety: {
    from: 'share',
    label: say('保护你和别人的安全', '保護你和別人的安全', 'To keep you and others safe'),
    basis: 'vital-interest',
    clause: '3.3',
  },
  investigation: {
    from: 'share',
    label: say(
      '配合当地政府查违法的事',
      '配合當地政府調查違法的事',
      'To help the local government look into what is illegal',
    ),
    basis: 'legal-obligation',
    clause: '3.3',
  },
} as const satisfies Exceptions;
