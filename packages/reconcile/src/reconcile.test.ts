import { LANGUAGES, type Lang, type Manifest } from '@kept/policy';
import { describe, expect, test } from 'vitest';
import { type Reading, reconcile } from './index.ts';
import { numberOf } from './periods.ts';
import { home } from './testing/home.ts';
import { without } from './testing.ts';

const holds = { missing: [], invented: [], stale: [] };

/** What is missing in the text of `lang` after a change of it, as `clause words`. */
function missed(lang: Lang, change: (text: string) => string, more: Partial<Reading> = {}): string[] {
  const { manifest, reading, text } = home(lang);
  const changed = change(text);
  expect(changed).not.toBe(text);
  return reconcile(manifest, { ...reading, ...more }, changed).missing.map(({ clause, words }) => `${clause} ${words}`);
}

describe.each(LANGUAGES)('in %s', (lang) => {
  const { manifest, reading, text } = home(lang);

  test('nothing is missing, nothing invented, nothing set aside in vain', () => {
    expect(reconcile(manifest, reading, text)).toMatchObject(holds);
  });

  test('each label and figure is found where it stands', () => {
    const { found } = reconcile(manifest, reading, text);
    for (const { word, place } of found) {
      const line = text.split('\n')[place.line - 1]!;
      expect(text.slice(place.offset).replace(/\s/g, '').toLowerCase()).toMatch(/./);
      expect(line.slice(place.column - 1), word).toBe(text.slice(place.offset).split('\n')[0]);
      expect(
        line
          .slice(place.column - 1)
          .toLowerCase()
          .replace(/[（]/g, '('),
      ).toContain(word.slice(0, 3));
    }
    const paths = new Set(found.map(({ path }) => path));
    for (const id of Object.keys(manifest.fields)) expect(paths).toContain(`/fields/${id}`);
    for (const path of [
      '/published',
      '/rights/access/deadline',
      '/ages/0',
      '/regions/eu/country',
      '/recipients/sms/url',
    ])
      expect(paths).toContain(path);
  });

  test('a field that the manifest lacks is missed, where the text names it', () => {
    for (const id of Object.keys(manifest.fields)) {
      const { missing } = reconcile(without(manifest, id), reading, text);
      expect(
        missing.map(({ clause }) => clause),
        id,
      ).toContain(id === 'recording' ? '2.2' : '2.1');
    }
  });

  test('a figure that differs is missing on one side and invented on the other', () => {
    const differs = (parts: Partial<Manifest>, path: string): void => {
      const { missing, invented } = reconcile({ ...manifest, ...parts }, reading, text);
      expect(invented.map((each) => each.path)).toEqual([path]);
      expect(missing).toHaveLength(1);
    };
    const { access } = manifest.rights;
    differs({ rights: { access: { ...access!, deadline: { count: 16, unit: 'day' } } } }, '/rights/access/deadline');
    differs({ published: '2026-01-03' }, '/published');
    differs({ ages: [{ ...manifest.ages[0]!, below: 13 }] }, '/ages/0');
    const [email] = manifest.controller.contacts;
    const contacts = [{ ...email!, value: 'privacy@other.example' }];
    differs({ controller: { ...manifest.controller, contacts } }, '/controller/contacts/0');
    const { sms } = manifest.recipients;
    differs({ recipients: { sms: { ...sms!, url: 'https://other.example' } } }, '/recipients/sms/url');
  });
});

test('something added to any list of data is missed, though no dictionary has it', () => {
  expect(missed('zh-Hans', (text) => text.replace('、昵称、', '、昵称、幸运色、'))).toEqual(['2.1 幸运色']);
  expect(missed('zh-Hans', (text) => text.replace('地址）', '地址、幸运色）'))).toEqual(['2.1 幸运色']);
  expect(missed('zh-Hans', (text) => text.replace('收集您的手机号', '收集您的幸运色、手机号'))).toEqual([
    '2.1 我们收集您的幸运色',
  ]);
  expect(missed('zh-Hans', (text) => text.replace('通话录音', '通话录音、幸运色'))).toEqual(['2.2 幸运色']);
  expect(missed('en', (text) => text.replace(', nickname,', ', nickname, lucky colour,'))).toEqual([
    '2.1 lucky colour',
  ]);
  expect(missed('en', (text) => text.replace('address)', 'address, lucky colour)'))).toEqual(['2.1 lucky colour']);
});

test('a list of nothing that is known is missed, where data is taken', () => {
  expect(missed('zh-Hans', (text) => text.replace('## 三', '我们还收集幸运色、星座。\n## 三'))).toEqual([
    '2.2 我们还收集幸运色',
    '2.2 星座',
  ]);
  expect(
    missed('en', (text) => text.replace('3. R', 'We collect, for example, lucky colour, star sign.\n3. R')),
  ).toEqual(['2.2 lucky colour', '2.2 star sign']);
});

test('a noun that names data is missed wherever it stands, one that names data as such is not', () => {
  expect(missed('zh-Hans', (text) => text.replace('存到注销', '您的指纹存到注销'))).toEqual(['5 指纹']);
  expect(missed('zh-Hans', (text) => text.replace('存到注销', '您的睡眠信息存到注销'))).toEqual(['5 您的睡眠信息']);
  expect(missed('zh-Hans', (text) => text.replace('存到注销', '您的个人信息存到注销'))).toEqual([]);
  expect(missed('zh-Hant', (text) => text.replace('存到註銷', '您的指紋存到註銷'))).toEqual(['5 指紋']);
  expect(missed('en', (text) => text.replace('Until you', 'Your fingerprints until you'))).toEqual(['5 fingerprints']);
  expect(missed('en', (text) => text.replace('Until you', 'Sleep data until you'))).toEqual(['5 sleep data']);
  expect(missed('en', (text) => text.replace('Until you', 'Your personal data until you'))).toEqual([]);
});

test('companies, countries, addresses, numbers and blanks of the text alone are missed', () => {
  const and = (words: string) => (text: string) => `${text}${words}\n`;
  expect(missed('zh-Hans', and('由别家有限公司提供'))).toHaveLength(1);
  expect(missed('zh-Hans', and('在俄罗斯'))).toEqual(['7 俄罗斯']);
  expect(missed('en', and('Or in Singapore.'))).toEqual(['7 singapore']);
  expect(missed('en', and('Or at help@home.example'))).toEqual(['7 help@home.example']);
  expect(missed('en', and('Or at https://help.example/now'))).toEqual(['7 https://help.example/now']);
  expect(missed('en', and('Call 100 8600 0000'))).toEqual(['7 100 8600 0000']);
  expect(missed('zh-Hans', (text) => text.replace('存到注销', '【】存到注销'))).toEqual(['5 【】']);
});

test('a postal code may stand apart from the address it belongs to', () => {
  const { manifest, reading, text } = home('en');
  const post = (code: string): Manifest => {
    const contacts = [...manifest.controller.contacts, { channel: 'post' as const, value: `1 Lake Road, ${code}` }];
    return { ...manifest, controller: { ...manifest.controller, contacts } };
  };
  const more = `${text}Write to 1 Lake Road, or 518000 Lakeside.\n`;
  expect(reconcile(post('518000'), reading, more)).toMatchObject(holds);
  expect(reconcile(post('518001'), reading, more).invented.map(({ words }) => words)).toEqual([['518001']]);
});

test('what is set aside is set aside in its clause only, and is counted', () => {
  const { manifest, reading, text } = home('zh-Hans');
  const more = text.replace('、昵称、', '、昵称、幸运色、');
  const aside = (clause: string) =>
    reconcile(
      manifest,
      { ...reading, notData: [...reading.notData, { why: 'luck', words: ['幸运色'], clauses: [clause] }] },
      more,
    );
  expect(aside('2.1')).toMatchObject(holds);
  expect(aside('2.1').aside).toContainEqual({ why: 'luck', count: 1 });
  expect(aside('2.2').missing).toHaveLength(1);
  expect(aside('2.2').stale).toEqual([{ kind: 'set-aside-nowhere', words: '幸运色' }]);
  const figures = reconcile(
    manifest,
    { ...reading, notPromised: [{ why: 'an example', words: ['三年'] }] },
    `${text}比如三年。`,
  );
  expect(figures).toMatchObject(holds);
});

test('what the text never says is invented, until it is told as ours in a note', () => {
  const { manifest, reading, text } = home('zh-Hans');
  const more = {
    ...manifest,
    retention: [{ ...manifest.retention[0]!, until: { after: 'closure', count: 3, unit: 'day' } }],
  } as Manifest;
  expect(reconcile(more, reading, text).invented).toEqual([{ path: '/retention/0', words: ['3 day'] }]);
  const told = { ...reading, ours: [{ note: '7', paths: ['/retention/*'] }] };
  expect(reconcile(more, told, text)).toMatchObject(holds);
  expect(reconcile(more, { ...told, ours: [{ note: '5', paths: ['/retention/0'] }] }, text).stale).toEqual([
    { kind: 'ours-without-note', words: '5' },
  ]);
  expect(reconcile(manifest, told, text).stale).toEqual([{ kind: 'ours-but-said', words: '/retention/*' }]);
});

test('a clause claims what it names: a recipient, a row and a field each in its own', () => {
  const { manifest, reading, text } = home('zh-Hans');
  const { sms } = manifest.recipients;
  const more = { ...manifest, recipients: { sms: { ...sms!, fields: ['phone', 'nickname'] } } };
  expect(reconcile(more, reading, text).invented.map(({ path }) => path)).toEqual(['/recipients/sms/nickname']);
});

test('what another clause says, and what a clause gives away without a word for it, is told in the reading', () => {
  const { manifest, reading, text } = home('zh-Hans');
  const { sms } = manifest.recipients;
  const { registration } = manifest.collections;
  const wide: Manifest = {
    ...manifest,
    recipients: { sms: { ...sms!, fields: ['phone', 'nickname'] } },
    collections: { ...manifest.collections, registration: { ...registration!, optional: ['recording'] } },
  };
  expect(reconcile(wide, reading, text).invented.map(({ path }) => path)).toEqual([
    '/collections/registration/recording',
    '/recipients/sms/nickname',
  ]);
  const told: Reading = {
    ...reading,
    elsewhere: [{ clause: '2.2', paths: ['/collections/registration/recording'] }],
    inGeneral: ['3'],
  };
  expect(reconcile(wide, told, text)).toMatchObject(holds);
  expect(reconcile(manifest, told, text).stale.map(({ kind }) => kind)).toEqual(['needless', 'needless']);
  const wrong = { ...told, elsewhere: [{ clause: '5', paths: ['/collections/registration/recording'] }] };
  expect(reconcile(wide, wrong, text).invented).toHaveLength(1);
});

test('a clause may speak of a field that another takes, once the reading says so', () => {
  const { manifest, reading, text } = home('zh-Hans');
  const spoken = text.replace('</u>', '</u>、昵称');
  expect(reconcile(manifest, reading, spoken).missing.map(({ words }) => words)).toEqual(['昵称']);
  const told = { ...reading, mentions: [{ clause: '2.2', fields: ['nickname'] }] };
  expect(reconcile(manifest, told, spoken)).toMatchObject(holds);
  expect(reconcile(manifest, told, text).stale).toEqual([{ kind: 'needless', words: '2.2 nickname' }]);
});

test('examples in English are a list, whatever stands before them', () => {
  const say = (more: string) => (text: string) => text.replace('3. R', `${more}\n3. R`);
  expect(missed('en', say('We may take some things such as the lucky colour or the star sign.'))).toEqual([
    '2.2 lucky colour',
    '2.2 star sign',
  ]);
  expect(missed('en', say('Including but not limited to your call recording and shoe size.'))).toEqual([
    '2.2 shoe size',
  ]);
});

test('what the text marks as sensitive has to be', () => {
  const { manifest, reading, text } = home('zh-Hans');
  const { recording } = manifest.fields;
  const soft = { ...manifest, fields: { ...manifest.fields, recording: { ...recording!, sensitive: false } } };
  expect(reconcile(soft, reading, text).missing.map(({ words }) => words)).toEqual(['/fields/recording']);
});

test('an outline that does not fit is told so', () => {
  const { manifest, reading, text } = home('en');
  const outline = [...reading.outline.slice(0, -1), ['7', '7. Wrongs']] as const;
  expect(reconcile(manifest, { ...reading, outline }, text).stale).toContainEqual({
    kind: 'mark-not-found',
    words: '7. Wrongs',
  });
  const short = reading.outline.slice(0, -1);
  expect(reconcile(manifest, { ...reading, outline: short }, text).stale).toEqual([
    { kind: 'clause-without-part', words: '7' },
  ]);
});

test('numbers in Chinese, in digits and in English', () => {
  const numbers = { 十: 10, 十五: 15, 二十: 20, 四十五: 45, 两: 2, 一百: 100, 一百零五: 105, 三百六十五: 365, 七: 7 };
  for (const [words, number] of Object.entries(numbers)) expect(numberOf(words), words).toBe(number);
  expect(numberOf('045')).toBe(45);
  expect(numberOf('fifteen')).toBe(15);
});
