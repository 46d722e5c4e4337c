import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Contact, maskContact, normaliseContact } from './contact.ts';

const spelled = (kind: Contact['kind'], value: string, country?: string) => {
  try {
    return normaliseContact({ kind, value }, country).value;
  } catch (error) {
    expect(String((error as Error).stack)).not.toContain(value.trim() || '\0');
    return (error as { code: string }).code;
  }
};

test.each([
  ['+86 100 0000 0042', undefined, '+8610000000042'],
  ['100-0000-0042', 'CN', '+8610000000042'],
  ['0086 100 0000 0042', undefined, '+8610000000042'],
  ['＋８６ １００ ００００ ００４２', undefined, '+8610000000042'],
  ['+49 (0)151 23456789', undefined, '+4915123456789'],
  ['0151/23456789', 'DE', '+4915123456789'],
  ['+91 00000 00042', undefined, '+910000000042'],
  ['+1 555 010 0042', undefined, '+15550100042'],
  ['+44 7700 900042', undefined, '+447700900042'],
  ['+999 1234 5678', undefined, 'IDENTITY_CONTACT_INVALID'],
  ['100 0000 0042', undefined, 'IDENTITY_CONTACT_INVALID'],
  ['12345', 'CN', 'IDENTITY_CONTACT_INVALID'],
  ['+86 1000000004200000', undefined, 'IDENTITY_CONTACT_INVALID'],
  ['call me', 'CN', 'IDENTITY_CONTACT_INVALID'],
  ['', 'CN', 'IDENTITY_CONTACT_INVALID'],
])('phone %s of %s', (value, country, expected) => expect(spelled('phone', value, country)).toBe(expected));

test.each([
  [' Lin.Lan@Mail.Example ', 'lin.lan@mail.example'],
  ['林@例子.example', '林@xn--fsqu00a.example'],
  ['a+b@mail.example.', 'a+b@mail.example'],
  ['a@b', 'IDENTITY_CONTACT_INVALID'],
  ['a b@mail.example', 'IDENTITY_CONTACT_INVALID'],
  ['@mail.example', 'IDENTITY_CONTACT_INVALID'],
  ['a@@mail.example', 'IDENTITY_CONTACT_INVALID'],
  ['a,b@mail.example', 'IDENTITY_CONTACT_INVALID'],
  ['a@mail.example\r\nBcc: b@mail.example', 'IDENTITY_CONTACT_INVALID'],
  [`${'x'.repeat(65)}@mail.example`, 'IDENTITY_CONTACT_INVALID'],
])('e-mail %s', (value, expected) => expect(spelled('email', value)).toBe(expected));

test('a contact has one spelling, however it is punctuated, and its mask hides the middle', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 11 }).map((d) => d.join(''));
  const code = fc.constantFrom('86', '49', '1', '91', '7', '65', '44', '81');
  fc.assert(
    fc.property(
      code,
      digits,
      fc.array(fc.constantFrom(' ', '-', '.', ''), { minLength: 11, maxLength: 11 }),
      (cc, number, gaps) => {
        const spaced = [...number].map((d, i) => d + (i < number.length - 1 ? gaps[i] : '')).join('');
        const one = spelled('phone', `+${cc}${number}`);
        expect(spelled('phone', `+${cc} ${spaced}`)).toBe(one);
        expect(spelled('phone', `00${cc} ${spaced}`)).toBe(one);
        if (!one.startsWith('+')) return;
        expect(spelled('phone', one)).toBe(one);
        expect(maskContact({ kind: 'phone', value: one }).replace(/\D/g, '').length).toBeLessThan(one.length - 2);
      },
    ),
    { numRuns: Number(process.env.KEPT_SOAK ?? 200), seed: 7 },
  );
  expect(maskContact({ kind: 'phone', value: '+8610000000042' })).toBe('+86 100 •••• 0042');
  expect(maskContact({ kind: 'phone', value: '+6500000042' })).toBe('+65 •••• 0042');
  expect(maskContact({ kind: 'email', value: 'linlan@mail.example' })).toBe('l•••••@mail.example');
});
