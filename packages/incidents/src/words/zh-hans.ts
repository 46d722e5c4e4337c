import type { Words } from './shape.ts';

export const zhHans: Words = {
  parts: {
    situation: '发生了什么',
    impact: '对你可能有什么影响',
    measures: '我们已经做了和正在做的',
    advice: '你自己可以怎么防范',
    remedies: '我们为你做什么补救',
    contact: '找谁问',
  },
  drafts: {
    situation: ({ from, to }) =>
      from === null
        ? `截至 ${to}，我们保存的你的信息落到了别人手里。`
        : `${from} 至 ${to} 期间，你的信息被不该用的方式用过。`,
    impact: ({ fields }) => `涉及：${fields}。有人可能借此冒充认识你。`,
    measures: () => '我们已经堵住了入口，正在逐条核对有关记录。',
    advice: () => '对索要验证码、密码或钱的电话和消息多留心：我们从不索要。请改密码，并打开两步验证。',
    remedies: () => '在“我的申请”里，可以免费查看我们存了你什么、要求删除，或者投诉。',
    contact: ({ contact }) => contact,
  },
  authorities: {
    'cn-cac': '网信部门（首报）',
    'cn-cac-final': '网信部门（总结报告）',
    'eea-dpa': '欧洲经济区监管机构',
    'ru-rkn': '俄罗斯联邦通信监督局（首报）',
    'ru-rkn-findings': '俄罗斯联邦通信监督局（调查结果）',
  },
  subject: (brand) => `${brand}：一起涉及你信息的安全事件`,
  short: (brand, url) => `${brand}：一起安全事件涉及你的信息。发生了什么、你可以做什么：${url}`,
  more: (url) => `涉及你的哪些信息、被用过几次：${url}`,
  report: {
    title: (authority) => `个人信息安全事件报告：${authority}`,
    drill: '这是演练，并未真的发生。',
    noticed: '知悉时间',
    due: '报告期限',
    period: '涉及时段',
    ever: (to) => `截至 ${to} 保存的全部`,
    people: '涉及人数',
    unreadable: (entries) => `另有 ${entries} 次使用属于之后已被删除的人，无法再知道是谁。`,
    fields: '信息种类',
    told: (told, people) => `${people} 人中已告知 ${told} 人`,
    contact: '联系方式',
    lessons: '调查结论',
    none: '尚不清楚',
    law: '依据',
  },
};
