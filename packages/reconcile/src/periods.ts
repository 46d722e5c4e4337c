import type { Lang } from '@kept/policy';

/** A length of time, an age or a date in a plain text. */
export interface Timed {
  readonly kind: 'period' | 'age' | 'date';
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const ENGLISH = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
  ' ',
);
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Chinese numerals below a thousand, digits, and English words up to fifteen. */
export function numberOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  if (ENGLISH.includes(words)) return ENGLISH.indexOf(words);
  const [, hundreds = '', tens = '', ones = ''] =
    /^(?:([一二两兩三四五六七八九])百)?零?(?:([一二三四五六七八九]?)十)?([零〇一二两兩三四五六七八九]?)$/.exec(words) ??
    [];
  const ten = words.includes('十') ? (tens === '' ? 1 : DIGITS[tens]!) : 0;
  return (hundreds === '' ? 0 : DIGITS[hundreds]! * 100) + ten * 10 + (ones === '' ? 0 : DIGITS[ones]!);
}

const CHINESE_NUMBER = '\\d+|[零〇一二两兩三四五六七八九十百]+';
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:个|個)?工作(?:日|天)$|^(?:working|business) days?$/, 'working-day'],
  [/^小时$|^小時$|^hours?$/, 'hour'],
  [/^天$|^日$|^days?$/, 'day'],
  [/^(?:个|個)月$|^months?$/, 'month'],
  [/^年$|^years?$/, 'year'],
];

const PERIODS: Readonly<Record<'zh' | 'en', RegExp>> = {
  zh: new RegExp(`(${CHINESE_NUMBER})((?:个|個)?工作(?:日|天)|小时|小時|天|日|(?:个|個)月|年)`, 'g'),
  en: new RegExp(`\\b(\\d+|${ENGLISH.join('|')}) ((?:working |business )?(?:hour|day|month|year)s?)\\b(?! old)`, 'g'),
};
const AGES: Readonly<Record<'zh' | 'en', RegExp>> = {
  zh: new RegExp(`(${CHINESE_NUMBER})(?:周|週)?(?:岁|歲)`, 'g'),
  en: /\b(?:under|below|younger than|age of) (?:the age of )?(\d+)\b|\b(\d+) years old\b/g,
};
const DATES: readonly RegExp[] = [
  /(\d{4})年(\d{1,2})月(\d{1,2})日/g,
  /\b(20\d\d)-?(\d\d)-?(\d\d)\b/g,
  new RegExp(`\\b(${MONTHS.join('|')}) (\\d{1,2}), ?(\\d{4})\\b`, 'g'),
];

/** Every date, age and length of time in a plain text. */
export function timesIn(text: string, lang: Lang): Timed[] {
  const kind = lang === 'en' ? 'en' : 'zh';
  const found: Timed[] = [];
  const add = (what: Timed): void => {
    if (!found.some((each) => what.from < each.to && each.from < what.to)) found.push(what);
  };
  for (const pattern of DATES)
    for (const match of text.matchAll(pattern)) add({ kind: 'date', value: dateOf(match), ...rangeOf(match) });
  for (const match of text.matchAll(AGES[kind]))
    add({ kind: 'age', value: String(numberOf((match[1] ?? match[2])!)), ...rangeOf(match) });
  for (const match of text.matchAll(PERIODS[kind])) {
    const unit = UNITS.find(([words]) => words.test(match[2]!))![1];
    add({ kind: 'period', value: `${numberOf(match[1]!)} ${unit}`, ...rangeOf(match) });
  }
  return found;
}

const rangeOf = ({ index, 0: words }: RegExpExecArray): { from: number; to: number } => ({
  from: index,
  to: index + words.length,
});

function dateOf([, a, b, c]: RegExpExecArray): string {
  const month = MONTHS.indexOf(a!);
  const [year, inYear, day] = month < 0 ? [a!, b!, c!] : [c!, String(month + 1), b!];
  return `${year}-${inYear.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
