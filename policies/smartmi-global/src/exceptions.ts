import { type Exceptions, type Exemptions, say } from '@kept/policy';

/** 4.4: without consent. */
export const exemptions = {
  'legal-demand': {
    label: say('法律要求的', '法律要求的', 'What the law demands'),
    basis: 'legal-obligation',
    ground: 'dpv:LegalObligation',
    clause: '4.4',
  },
  'our-rights': {
    label: say('保护我们的权利', '保護我們的權利', 'To defend our rights'),
    basis: 'legitimate-interest',
    ground: 'dpv:LegitimateInterestOfController',
    clause: '4.4',
  },
  safety: {
    label: say('护住你和别人的安全', '保護你和別人的安全', 'To keep you and others safe'),
    basis: 'vital-interest',
    ground: 'dpv:VitalInterestOfNaturalPerson',
    clause: '4.4',
  },
  investigation: {
    label: say('照当地规定配合查违法的事', '依當地規定配合調查違法的事', 'To help an inquiry as local rules ask'),
    basis: 'legal-obligation',
    ground: 'dpv:LegalObligation',
    clause: '4.4',
  },
} as const satisfies Exemptions;

/** 4.1 to 4.4 and 12.2: in which cases data goes to others, or before everybody. */
export const exceptions = {
  'share-chosen': {
    from: 'share',
    label: say('你明确答应或要求的', '你明確答應或要求的', 'What you expressly agreed to, or asked for'),
    basis: 'consent',
    clause: '4.1',
  },
  'share-providers': {
    from: 'share',
    label: say('服务商和合作方要用的', '服務商與合作夥伴要用的', 'What providers and partners need'),
    basis: 'contract',
    clause: '4.2',
  },
  'share-compelled': {
    from: 'share',
    label: say('法律、诉讼、机关要求的', '法律、訴訟、機關要求的', 'What a law, a lawsuit or an authority demands'),
    basis: 'legal-obligation',
    clause: '4.3',
  },
  'share-public-importance': {
    from: 'share',
    label: say(
      '国家安全、执法这类公共大事',
      '國家安全、執法這類公共大事',
      'National security, law enforcement, matters as grave',
    ),
    basis: 'public-task',
    clause: '4.3',
  },
  'share-rights-and-safety': {
    from: 'share',
    label: say('保护权利和安全', '保護權利與安全', 'To defend rights and safety'),
    basis: 'vital-interest',
    clause: '4.4',
  },
  'disclose-agreed': {
    from: 'disclose',
    label: say('你自己公开发布的', '你自己公開發布的', 'What you yourself make public'),
    basis: 'consent',
    consent: 'publication',
    clause: '12.2',
  },
} as const satisfies Exceptions;
