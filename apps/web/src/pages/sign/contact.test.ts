import { expect, it } from 'vitest';
import { contactOf } from './contact.ts';

it('knows a mail address from a phone number', () => {
  expect(contactOf(' linlan@mail.example ')).toEqual({ kind: 'email', value: 'linlan@mail.example' });
  expect(contactOf('+86 100 0000 0042')).toEqual({ kind: 'phone', value: '+86 100 0000 0042' });
});

it('refuses what is neither', () => {
  for (const text of ['', '12', 'linlan', '@', 'call me']) expect(contactOf(text)).toBeNull();
});
