import { expectTypeOf, test } from 'vitest';
import { definePolicy, type FieldOf, type FieldsOfCollection, type GroupOf, type PurposeOf } from './index.ts';
import { tiny } from './testing/tiny.ts';

type Tiny = typeof tiny;

test('names come out of a manifest as types', () => {
  expectTypeOf<FieldOf<Tiny>>().toEqualTypeOf<'phone' | 'nickname' | 'recording'>();
  expectTypeOf<PurposeOf<Tiny>>().toEqualTypeOf<'account' | 'support' | 'rights'>();
  expectTypeOf<FieldsOfCollection<Tiny, 'registration'>>().toEqualTypeOf<'phone' | 'nickname'>();
  expectTypeOf<FieldsOfCollection<Tiny, 'call'>>().toEqualTypeOf<'recording'>();
  expectTypeOf<GroupOf<Tiny>>().toEqualTypeOf<'account' | 'support'>();
});

test('a dangling name does not compile, wherever it stands', () => {
  const { fields, purposes, collections, recipients } = tiny;
  const phone = fields.phone;
  // @ts-expect-error no such clause
  definePolicy({ ...tiny, otherwise: '9.9' });
  // @ts-expect-error no such role
  definePolicy({ ...tiny, fields: { ...fields, phone: { ...phone, subject: 'nobody' } } });
  // @ts-expect-error no such IRI in the vocabulary
  definePolicy({ ...tiny, fields: { ...fields, phone: { ...phone, category: 'pd:Phone' } } });
  // @ts-expect-error no such field
  definePolicy({ ...tiny, purposes: { ...purposes, account: { ...purposes.account, fields: ['phon'] } } });
  // @ts-expect-error no such consent
  definePolicy({ ...tiny, purposes: { ...purposes, account: { ...purposes.account, sensitiveConsent: 'cals' } } });
  // @ts-expect-error no such purpose
  definePolicy({ ...tiny, collections: { ...collections, call: { ...collections.call, purposes: ['help'] } } });
  // @ts-expect-error no such country
  definePolicy({ ...tiny, recipients: { ...recipients, sms: { ...recipients.sms, country: 'XX' } } });
  // @ts-expect-error no such region
  definePolicy({ ...tiny, residency: [{ residence: '*', region: 'moon', clause: '1' }] });
  // @ts-expect-error a text in two languages only
  definePolicy({ ...tiny, title: { en: 'Tiny', 'zh-Hans': '小' } });
});
