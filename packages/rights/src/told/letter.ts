/** The letter to a recipient that no program can tell: what was asked for, what they got, by what they know the person. */
import type { Lang, Text } from '@kept/policy';
import type { Composed } from '@kept/recipients';
import type { RightsRegion } from '../context.ts';
import { rightOf } from '../granted.ts';
import { fieldNamed } from '../names.ts';
import type { Enclosed } from './noting.ts';
import type { Telling } from './tellings.ts';

const text = (zhHans: string, zhHant: string, en: string): Text => ({ 'zh-Hans': zhHans, 'zh-Hant': zhHant, en });

const LETTER = {
  subject: text(
    '有人行使了个人信息权利，请照办',
    '有人行使了個人資料權利，請照辦',
    'A person has exercised a right: please act',
  ),
  received: text(
    '贵方从我们这里收到过这个人的：',
    '貴方從我們這裡收到過這個人的：',
    'From us you have received, of this person:',
  ),
  asked: text('这个人向我们提出的是：', '這個人向我們提出的是：', 'What they asked us for:'),
  known: text('贵方凭这些认得出是谁：', '貴方憑這些認得出是誰：', 'You know them by:'),
  unknown: text(
    '（我们没有给过贵方联系方式；请按收到时的编号查找）',
    '（我們沒有給過貴方聯絡方式；請按收到時的編號查找）',
    '(we gave you no contact of theirs; please look by the number under which it came)',
  ),
  now: text('现在应当是：', '現在應當是：', 'It should now be:'),
  gone: text('（已删除，没有新值）', '（已刪除，沒有新值）', '(deleted, without a new value)'),
  answer: text(
    '办好之后，请带上这个编号答复我们：',
    '辦好之後，請帶上這個編號答覆我們：',
    'When it is done, please answer with this number:',
  ),
  please: {
    erase: text(
      '请删除，也请转告从贵方得到它的各方一并删除。',
      '請刪除，也請轉告從貴方得到它的各方一併刪除。',
      'Please delete it, and pass this on to whoever has it from you.',
    ),
    stop: text(
      '请停止这样使用，也请转告从贵方得到它的各方。',
      '請停止這樣使用，也請轉告從貴方得到它的各方。',
      'Please stop using it so, and pass this on to whoever has it from you.',
    ),
    correct: text(
      '请改正，也请转告从贵方得到它的各方。',
      '請改正，也請轉告從貴方得到它的各方。',
      'Please put it right, and pass this on to whoever has it from you.',
    ),
  },
} as const;

/** In a language of the recipient's country. */
export function letterLang(region: RightsRegion, recipient: string): Lang {
  const { country } = region.program.manifest.recipients[recipient] ?? {};
  const where = country === 'own' ? region.program.manifest.regions[region.id]?.country : country;
  if (where === 'CN') return 'zh-Hans';
  return where === 'TW' || where === 'HK' || where === 'MO' ? 'zh-Hant' : 'en';
}

const wished = (kind: string): keyof typeof LETTER.please =>
  kind === 'rectification' ? 'correct' : kind === 'erasure' || kind === 'closure' ? 'erase' : 'stop';

/** Personal: it is handed to the recipient, or read on the record, and kept nowhere. */
export function letterOf(region: RightsRegion, telling: Telling, { identities, values }: Enclosed): Composed {
  const lang = letterLang(region, telling.recipient);
  const { program } = region;
  const named = (field: string): string => fieldNamed(program, field, lang).label;
  const known = [...identities.email, ...identities.phone_number];
  const now = telling.fields.map((field) => `- ${named(field)}: ${values?.[field] ?? LETTER.gone[lang]}`);
  const lines = [
    program.manifest.controller.name,
    '',
    LETTER.asked[lang],
    `- ${rightOf(region, telling)?.label[lang] ?? telling.kind}`,
    LETTER.received[lang],
    ...telling.fields.map((field) => `- ${named(field)}`),
    LETTER.known[lang],
    ...(known.length > 0 ? known.map((each) => `- ${each}`) : [LETTER.unknown[lang]]),
    ...(telling.kind === 'rectification' ? [LETTER.now[lang], ...now] : []),
    '',
    LETTER.please[wished(telling.kind)][lang],
    `${LETTER.answer[lang]} ${telling.id}`,
  ];
  return { subject: `${LETTER.subject[lang]} (${telling.id.slice(0, 8)})`, text: lines.join('\n') };
}
