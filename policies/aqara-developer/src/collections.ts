import { type Collections, say } from '@kept/policy';
import * as rows from './rows.ts';

/** Each moment at which something is collected. */
export const collections = {
  registration: {
    label: say('注册开发者账号', '註冊開發者帳戶', 'Registering a developer account'),
    required: rows.registration.required,
    optional: [...rows.registration.oneOf, ...rows.registration.optional],
    oneOf: [rows.registration.oneOf],
    purposes: ['account', 'verification'],
    refusal: say('开不了开发者账号。', '開不成開發者帳戶。', 'There is no developer account.'),
    moment: say('你注册的时候', '你註冊的時候', 'When you register'),
    clause: '3.1.1',
  },
  verification: {
    label: say('实名认证', '實名驗證', 'Real name verification'),
    required: rows.verification.required,
    optional: rows.verification.oneOf,
    oneOf: [rows.verification.oneOf],
    purposes: ['verification'],
    refusal: say(
      '账号在，要实名才给的开放服务先用不了。',
      '帳戶在，要實名才提供的開放服務先不能用。',
      'The account is there; open services that need a checked name stay shut.',
    ),
    moment: say('你做实名认证的时候', '你做實名驗證的時候', 'When your name is checked'),
    clause: '4.4',
  },
  resources: {
    label: say('用开放服务', '使用開放服務', 'Using the open service'),
    required: rows.resources.required,
    optional: rows.resources.optional,
    purposes: ['open-service', 'support', 'improvement'],
    refusal: say('申请不了资源，也调不了接口。', '申請不了資源，也呼叫不了介面。', 'No resources and no interfaces.'),
    moment: say(
      '你申请资源、调用接口的时候',
      '你申請資源、呼叫介面的時候',
      'When you apply for resources or call interfaces',
    ),
    clause: '3.1.2',
  },
  devices: {
    label: say('设备数据', '裝置資料', 'Data about your devices'),
    required: rows.devices.required,
    optional: rows.devices.optional,
    purposes: ['open-service', 'support', 'improvement'],
    source: 'device',
    refusal: say(
      '这台设备接不进开放服务，别的照旧。',
      '這台裝置接不進開放服務，其他照舊。',
      'That device cannot be used with the open service; all else stays the same.',
    ),
    moment: say(
      '设备用着我们的产品和服务的时候',
      '裝置使用我們的產品與服務的時候',
      'While a device uses our products and services',
    ),
    clause: '3.2.1',
  },
  logs: {
    label: say('服务器日志', '伺服器紀錄檔', 'Server logs'),
    required: rows.logs.required,
    optional: rows.logs.optional,
    purposes: ['open-service', 'security', 'improvement'],
    source: 'device',
    refusal: say(
      '用了什么、什么时候用，不记就给不了服务；IP和网址只为安全，可以不让。',
      '用了什麼、什麼時候用，不記就提供不了服務；IP和網址只為安全，可以不同意。',
      'What was used, and when, the service cannot do without. IP address and URL are for safety only; you may refuse.',
    ),
    moment: say(
      '你用我们的产品和服务的时候，服务器自己记',
      '你使用我們的產品與服務時，伺服器自動記下',
      'While you use our products and services, by the servers themselves',
    ),
    clause: '3.2.2',
  },
  feedback: {
    label: say('提反馈', '提供意見回饋', 'Giving feedback'),
    required: rows.feedback.required,
    optional: rows.feedback.optional,
    purposes: ['feedback'],
    refusal: say('不提就是，别的照旧。', '不提就好，其他照舊。', 'Then give none; all else stays the same.'),
    moment: say('你愿意提反馈的时候', '你願意提供意見的時候', 'When you choose to give it'),
    clause: '4.5',
  },
  letters: {
    label: say('来信来电', '來信來電', 'Writing or calling us'),
    required: rows.letters.required,
    optional: rows.letters.optional,
    purposes: ['requests', 'support'],
    refusal: say(
      '不知道你要问什么，也没法回你。',
      '不知道你要問什麼，也無法回覆你。',
      'We cannot tell what you want, nor answer.',
    ),
    moment: say('你找我们的时候', '你找我們的時候', 'When you turn to us'),
    clause: '12',
  },
} as const satisfies Collections;
