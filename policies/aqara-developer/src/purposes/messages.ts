import { type Purposes, say } from '@kept/policy';
import * as rows from '../rows.ts';

const regions = ['cn'] as const;
const keep = ['collect', 'use', 'retain'] as const;
const duty = { basis: 'legal-obligation', ground: 'pipl:A13-1-3' } as const;

/** What is said to a developer, and what a developer says. Nothing that is sent is marketing. */
export const messagePurposes = {
  feedback: {
    label: say('跟进你的反馈', '追蹤你的回饋', 'Following up your feedback'),
    dpv: ['kept:FeedbackHandling'],
    basis: 'consent',
    ground: 'pipl:A13-1-1',
    consent: 'feedback',
    group: 'feedback',
    fields: [...rows.feedback.required, 'name', 'phone', 'email'],
    recipients: ['mail'],
    regions,
    actions: [...keep, 'share'],
    clause: '4.5',
  },
  'service-messages': {
    label: say('告诉你资源评审的结果', '告訴你資源審核的結果', 'Telling you what became of your resources'),
    dpv: ['kept:ServiceMessage'],
    basis: 'contract',
    ground: 'pipl:A13-1-2',
    group: 'account',
    fields: ['email'],
    recipients: ['mail'],
    regions,
    actions: ['use', 'share'],
    clause: '4.6',
  },
  notices: {
    label: say('条款变了、出了事，通知你', '條款變了、出了事，通知你', 'Telling you of changes and of breaches'),
    dpv: ['kept:ServiceMessage', 'kept:BreachNotification'],
    ...duty,
    group: 'account',
    fields: ['email'],
    recipients: ['mail'],
    regions,
    actions: ['use', 'share'],
    clause: '10',
  },
  requests: {
    label: say('核实身份，办你的请求', '核實身分，處理你的請求', 'Knowing it is you, and doing what you ask'),
    dpv: ['dpv:RightsFulfilment', 'dpv:IdentityVerification'],
    ...duty,
    group: 'requests',
    fields: [...rows.letters.required, ...rows.letters.optional],
    recipients: ['mail'],
    regions,
    actions: [...keep, 'share'],
    beforeAccount: true,
    clause: '8',
  },
} as const satisfies Purposes;
