import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LayoutChanged, NotDeclared } from './errors.ts';
import { layout, pack, unpack, type Values } from './pack.ts';

const FIELDS = ['nickname', 'phone', 'address', 'note'] as const;
const OF = layout('profile', FIELDS);
const packed = (values: Values) => Buffer.from(pack(OF, values));

/** Any string there is, lone surrogates included, beside any JSON value. */
const anyValue = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value))),
);

test('what is packed is unpacked, whatever JSON or Unicode it is', () => {
  fc.assert(
    fc.property(fc.record(Object.fromEntries(FIELDS.map((f) => [f, anyValue])), { requiredKeys: [] }), (values) => {
      const held = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
      expect(unpack(OF, packed(values), FIELDS)).toEqual(held);
    }),
    { numRuns: 500 },
  );
});

test('only the fields that are wanted are made into values', () => {
  const bytes = packed({ nickname: 'Mei', phone: '+999 555', address: { city: '深圳' }, note: 'ü' });
  expect(unpack(OF, bytes, ['note', 'address'])).toEqual({
    address: { city: '深圳' },
    note: 'ü',
  });
});

test('a field may be appended to the declaration, never reordered, renamed or taken away', () => {
  const bytes = packed({ nickname: 'Mei', note: 'calls at nine' });
  const appended = layout('profile', [...FIELDS, 'birthday']);
  expect(unpack(appended, bytes, [...FIELDS, 'birthday'])).toEqual({ nickname: 'Mei', note: 'calls at nine' });
  for (const changed of [
    ['phone', 'nickname', 'address', 'note'],
    ['nickname', 'phone', 'address'],
    ['a', 'b', 'c', 'd'],
  ]) {
    expect(() => unpack(layout('profile', changed), bytes, FIELDS)).toThrow(LayoutChanged);
  }
});

test('a field that is not declared is refused by name, its value not repeated', () => {
  expect(() => pack(OF, { nickname: 'Mei', shoeSize: 38 })).toThrow(NotDeclared);
  expect(() => pack(OF, { shoeSize: 'secret' })).toThrow(/^the table `profile` does not declare `shoeSize`$/);
});

test('bytes cut off anywhere never read as values', () => {
  const bytes = packed({ nickname: 'Mei' });
  for (let length = 0; length < 9; length++) expect(() => unpack(OF, bytes.subarray(0, length), FIELDS)).toThrow();
});
