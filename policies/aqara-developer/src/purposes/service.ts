import { type Purposes, say } from '@kept/policy';
import * as rows from '../rows.ts';

const regions = ['cn'] as const;
const keep = ['collect', 'use', 'retain'] as const;
/** Nobody who works here has any business in them. */
const actors = ['person', 'service', 'system'] as const;
const contract = { basis: 'contract', ground: 'pipl:A13-1-2' } as const;
/** What the platform’s use leaves behind, without who it was or where they were. */
const doings = ['usage', 'downloads', 'software', 'used-at'] as const;

/** Chapter 4, what the service itself is made of. */
export const servicePurposes = {
  account: {
    label: say('开通和管理账号', '開通與管理帳戶', 'Opening and keeping your account'),
    dpv: ['dpv:ServiceRegistration', 'dpv:AccountManagement', 'dpv:IdentityAuthentication'],
    ...contract,
    group: 'account',
    fields: [...rows.registration.required, ...rows.registration.optional],
    recipients: [],
    regions,
    actors,
    actions: keep,
    beforeAccount: true,
    clause: '4.1',
  },
  verification: {
    label: say('实名认证', '實名驗證', 'Checking that your name is real'),
    dpv: ['kept:RealNameVerification'],
    ...contract,
    sensitiveConsent: 'verification',
    group: 'verification',
    fields: [...rows.registration.oneOf, ...rows.verification.oneOf],
    recipients: [],
    regions,
    actions: keep,
    beforeAccount: true,
    clause: '4.4',
  },
  'open-service': {
    label: say('提供开放服务', '提供開放服務', 'Providing the open service'),
    dpv: ['dpv:RequestedServiceProvision', 'dpv:TechnicalServiceProvision'],
    ...contract,
    group: 'service',
    fields: [...rows.resources.required, ...rows.devices.required, ...doings],
    recipients: ['affiliate'],
    regions,
    actions: [...keep, 'share'],
    clause: '4.2',
  },
  support: {
    label: say(
      '方案咨询、技术支持、安装和维护',
      '方案諮詢、技術支援、安裝與維護',
      'Help: questions, support, installation, maintenance',
    ),
    dpv: ['dpv:CustomerCare', 'dpv:CommunicationForCustomerCare', 'dpv:RepairImpairments', 'kept:InstallationService'],
    ...contract,
    group: 'support',
    fields: ['name', 'phone', 'email', ...rows.letters.required, ...rows.resources.required, ...rows.devices.required],
    recipients: ['service-provider'],
    regions,
    actions: [...keep, 'share'],
    clause: '4.2',
  },
  improvement: {
    label: say('改进和开发产品、服务', '改進與開發產品、服務', 'Improving and developing products and services'),
    dpv: ['dpv:ImproveExistingProductsAndServices', 'dpv:ResearchAndDevelopment', 'dpv:ServiceUsageAnalytics'],
    basis: 'consent',
    ground: 'pipl:A13-1-1',
    consent: 'improvement',
    group: 'improvement',
    fields: [...rows.resources.required, ...rows.devices.required, ...doings],
    recipients: [],
    regions,
    actions: keep,
    clause: '4.3',
  },
  security: {
    label: say('保障安全、防范欺诈', '保障安全、防範詐騙', 'Safety, and watching for fraud'),
    dpv: ['dpv:EnforceSecurity', 'dpv:FraudPreventionAndDetection'],
    basis: 'legitimate-interest',
    ground: 'dpv:LegitimateInterestOfController',
    group: 'security',
    fields: rows.logs.required,
    recipients: [],
    regions,
    actions: keep,
    clause: '4.4',
  },
  backup: {
    label: say('存储和备份', '儲存與備份', 'Storage and backup'),
    dpv: ['dpv:RecordManagement'],
    ...contract,
    sensitiveConsent: 'verification',
    group: 'backup',
    fields: [
      ...rows.registration.required,
      ...rows.registration.oneOf,
      ...rows.registration.optional,
      ...rows.verification.oneOf,
      ...rows.resources.required,
      ...rows.devices.required,
      ...rows.logs.required,
      ...rows.feedback.required,
      ...rows.letters.required,
    ],
    recipients: [],
    regions,
    actors: ['system'],
    actions: ['retain'],
    clause: '4.4',
  },
} as const satisfies Purposes;
