import { can } from '@kept/analyse';
import { compile, LANGUAGES } from '@kept/policy';
import { POLICIES } from '@kept/server';
import { expect, test } from 'vitest';
import { sentences } from './say.ts';

const account = compile(POLICIES.find(({ id }) => id === 'aqara-account')!);
const abroad = { field: 'account-email', purpose: 'account', action: 'use', from: 'cn', to: 'sg' } as const;

test('an answer is told in sentences, with the consent and the clauses that decide', () => {
  const told = sentences(account, can(account, abroad), 'en');
  expect(told[0]).toBe('In these cases, and in no other:');
  expect(told[1]).toMatch(/of the age: 14 to 17, 18 and older; .*if they said yes to “Sending abroad” \(§6\.2\)/);
  expect(told.at(-1)).toMatch(/^ {2}kept decide --policy aqara-account .* → §/);
});

test('each language has its own words, and none of another', () => {
  const [en, hans, hant] = LANGUAGES.toSorted().map((lang) => sentences(account, can(account, abroad), lang).join());
  expect(en).not.toMatch(/\p{Script=Han}/u);
  expect(hans).toContain('同意了“送出境”');
  expect(hant).toContain('同意了「送出境」');
});

test('what is never permitted is told with what refuses it', () => {
  const told = sentences(account, can(account, { field: 'account-email', recipient: 'fadada', action: 'share' }), 'en');
  expect(told.slice(0, 2)).toEqual(['Never, whatever the person says.', 'Refused by']);
  expect(told[2]).toMatch(/^ {2}§/);
});
