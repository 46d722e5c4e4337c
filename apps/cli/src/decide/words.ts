import type { Lang } from '@kept/policy';

/** What stands around the words of a policy when one decision is explained. */
export interface DecideWords {
  readonly outcomes: Readonly<Record<'permit' | 'refuse' | 'cannot-tell', string>>;
  readonly head: readonly [check: string, result: string, clause: string, why: string];
  readonly results: Readonly<Record<'passed' | 'failed' | 'not-asked' | 'cannot-tell', string>>;
  readonly refused: (field: string, why: string) => string;
  readonly due: (duty: string) => string;
  /** What the checks ask for, one after the other, and whether that is enough. */
  readonly would: (enough: boolean) => string;
  /** The fewest changes that turn it around. */
  readonly nearest: (permitted: boolean, changes: number) => string;
  readonly far: string;
  readonly takenBack: (consent: string) => string;
  readonly restricted: (yes: boolean) => string;
  readonly objected: (yes: boolean) => string;
  readonly without: (field: string) => string;
  readonly and: string;
  readonly or: string;
}

const en: DecideWords = {
  outcomes: { permit: 'Permitted', refuse: 'Refused', 'cannot-tell': 'Cannot be told, so refused' },
  head: ['check', 'result', 'clause', 'why'],
  results: { passed: 'passes', failed: 'fails', 'not-asked': 'not asked', 'cannot-tell': 'cannot be told' },
  refused: (field, why) => `${field}: refused, ${why}`,
  due: (duty) => `To be done: ${duty}`,
  would: (enough) => (enough ? 'It would be permitted with all of these:' : 'Not even all of these would be enough:'),
  nearest: (permitted, changes) =>
    `The nearest that would be ${permitted ? 'refused' : 'permitted'}, ${changes === 1 ? 'one change' : 'two changes'} away:`,
  far: 'No one or two changes would turn it around.',
  takenBack: (consent) => `the yes to ${consent} taken back`,
  restricted: (yes) => (yes ? 'the purpose restricted' : 'the purpose restricted no longer'),
  objected: (yes) => (yes ? 'an objection to the purpose' : 'the objection to the purpose taken back'),
  without: (field) => `without: ${field}`,
  and: ', and ',
  or: ' or ',
};

const zhHans: DecideWords = {
  outcomes: { permit: '可以', refuse: '不可以', 'cannot-tell': '说不清，所以不可以' },
  head: ['检查', '结果', '条款', '为什么'],
  results: { passed: '通过', failed: '不通过', 'not-asked': '没问到', 'cannot-tell': '说不清' },
  refused: (field, why) => `${field}：不可以，${why}`,
  due: (duty) => `须：${duty}`,
  would: (enough) => (enough ? '下面的都做到，就可以：' : '下面的都做到，还是不够：'),
  nearest: (permitted, changes) => `改${changes === 1 ? '一处' : '两处'}就${permitted ? '不可以' : '可以'}，最近的是：`,
  far: '只改一两处，结果不会变。',
  takenBack: (consent) => `收回对${consent}的同意`,
  restricted: (yes) => (yes ? '本人限制这个目的' : '本人取消对这个目的的限制'),
  objected: (yes) => (yes ? '本人拒绝这个目的' : '本人收回对这个目的的拒绝'),
  without: (field) => `不用：${field}`,
  and: '，并且',
  or: '或',
};

const zhHant: DecideWords = {
  outcomes: { permit: '可以', refuse: '不可以', 'cannot-tell': '說不清，所以不可以' },
  head: ['檢查', '結果', '條款', '為什麼'],
  results: { passed: '通過', failed: '不通過', 'not-asked': '沒問到', 'cannot-tell': '說不清' },
  refused: (field, why) => `${field}：不可以，${why}`,
  due: (duty) => `須：${duty}`,
  would: (enough) => (enough ? '下面的都做到，就可以：' : '下面的都做到，還是不夠：'),
  nearest: (permitted, changes) => `改${changes === 1 ? '一處' : '兩處'}就${permitted ? '不可以' : '可以'}，最近的是：`,
  far: '只改一兩處，結果不會變。',
  takenBack: (consent) => `收回對${consent}的同意`,
  restricted: (yes) => (yes ? '本人限制這個目的' : '本人取消對這個目的的限制'),
  objected: (yes) => (yes ? '本人拒絕這個目的' : '本人收回對這個目的的拒絕'),
  without: (field) => `不用：${field}`,
  and: '，並且',
  or: '或',
};

/** The words of a language. */
export const DECIDE_WORDS: Readonly<Record<Lang, DecideWords>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
