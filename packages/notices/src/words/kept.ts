import type { Lang, Reduction } from '@kept/policy';

/** What a person keeps of a right that a later version reduces, in one language. */
type Keeps = Readonly<Record<Exclude<Reduction, 'deadline'>, string>> & {
  readonly deadline: (deadline: string) => string;
  readonly feeAsBefore: (fee: string) => string;
};

const en: Keeps = {
  removed: 'You keep the right itself.',
  deadline: (deadline) => `You keep the deadline: ${deadline}.`,
  confirmation: 'Its arrival is confirmed as soon as before.',
  fee: 'For you it stays free of charge.',
  feeAsBefore: (fee) => `It costs you no more than before: ${fee}`,
  grounds: 'It is refused to you for no new reason.',
  conditions: 'No new condition holds for you.',
  age: 'You keep it at the age at which you had it.',
  place: 'You keep it where you live.',
};

const hans: Keeps = {
  removed: '这项权利对你照旧。',
  deadline: (deadline) => `期限照旧：${deadline}。`,
  confirmation: '照旧及时确认收到。',
  fee: '对你照旧免费。',
  feeAsBefore: (fee) => `费用不比以前多：${fee}`,
  grounds: '新的拒绝理由对你不算。',
  conditions: '新的条件对你不算。',
  age: '年龄照旧。',
  place: '你住的地方照旧适用。',
};

const hant: Keeps = {
  removed: '這項權利對你照舊。',
  deadline: (deadline) => `期限照舊：${deadline}。`,
  confirmation: '照舊及時確認收到。',
  fee: '對你照舊免費。',
  feeAsBefore: (fee) => `費用不比以前多：${fee}`,
  grounds: '新的拒絕理由對你不算。',
  conditions: '新的條件對你不算。',
  age: '年齡照舊。',
  place: '你住的地方照舊適用。',
};

export const KEEPS: Readonly<Record<Lang, Keeps>> = { 'zh-Hans': hans, 'zh-Hant': hant, en };
