import { nearest } from '@kept/analyse';
import { explain, subjectState } from '@kept/decide';
import { compile, LANGUAGES } from '@kept/policy';
import { POLICIES } from '@kept/server';
import { expect, test } from 'vitest';
import { decisionLines } from './say.ts';

const program = compile(POLICIES.find(({ id }) => id === 'smartmi-global')!);
const person = {
  ...{ region: 'eu', ageBand: '16-17', jurisdiction: 'eea', status: 'active' as const },
  ...{ consents: ['statistics'], restricted: [], objected: ['marketing'] },
};

function told(purpose: string, fields: string[], facts: object, lang: 'en' | 'zh-Hans' | 'zh-Hant'): string[] {
  const about = { ...person, ...facts };
  const asked = { actor: 'service', action: 'use', purpose, fields } as const;
  const request = { ...asked, subject: subjectState(program, about) };
  return decisionLines(
    program,
    request,
    explain(program, request),
    nearest(program, { ...asked, person: about }),
    lang,
  );
}

test('a refusal is told with each check, and with all that would permit it', () => {
  const lines = told('marketing', ['account-email'], {}, 'en');
  expect(lines[0]).toMatch(/^Refused, §10\.1 /);
  expect(lines.join('\n')).toContain(
    'It would be permitted with all of these:\n  if you agree: A guardian’s yes\n  if you agree: Promotions',
  );
  expect(lines.at(-1)).toBe('No one or two changes would turn it around.');
});

test('what is nearest is told, from either side', () => {
  const grown = { ageBand: 'adult', objected: [] };
  const near = told('marketing', ['account-email'], grown, 'en');
  expect(near).toContain('The nearest that would be permitted, one change away:');
  expect(near).toContain('  if they said yes to “Promotions” (§3.2.4)');
  const permitted = told('statistics', ['device-model'], grown, 'en');
  expect(permitted[0]).toMatch(/^Permitted, §3\.2\.9 /);
  expect(permitted).toContain('  the yes to “Figures and improvement” (§3.2.9) taken back');
  expect(permitted).toContain('  the purpose restricted');
  expect(permitted.find((line) => line.startsWith('  of the age:'))).toContain('unknown');
});

test.each(LANGUAGES)('everything is told in %s alone', (lang) => {
  const lines = [
    ...told('marketing', ['account-email', 'wifi-password'], { ageBand: 'adult' }, lang),
    ...told('statistics', ['device-model'], { ageBand: 'adult' }, lang),
    ...told('nothing', ['device-model'], {}, lang),
  ].join('\n');
  expect(lines).not.toMatch(/undefined|null|\[object/);
  if (lang === 'en') expect(lines).not.toMatch(/\p{Script=Han}/u);
  else expect(lines).toMatch(lang === 'zh-Hans' ? /最近的是.*统计/su : /最近的是.*統計/su);
});
