/** Tables that the tests of the vault share, over the smallest policy. */
import type { TestRegion } from './testing.ts';

/** Two purpose groups in one row, and plain columns of every type. */
export const PROFILE = {
  name: 'test_profile',
  plain: {
    state: { type: 'text', why: 'where the form stands' },
    steps: { type: 'integer', why: 'a count', nullable: true },
    checked: { type: 'timestamptz', why: 'a time', nullable: true },
    open: { type: 'boolean', why: 'a state', nullable: true },
    batch: { type: 'uuid', why: 'an opaque id', nullable: true },
    flags: { type: 'jsonb', why: 'states of the form', nullable: true },
  },
  sealed: {
    sealed_account: { group: 'account', fields: ['phone', 'nickname'] },
    sealed_support: { group: 'support', fields: ['recording'] },
  },
} as const;

/** The phone number again, kept for another purpose, which sees it masked. */
export const CALLS = {
  name: 'test_calls',
  plain: {},
  sealed: { sealed_support: { group: 'support', fields: ['phone', 'recording'] } },
} as const;

export const BUCKET = 'closure';

/** Questions about one person, as a service asks them. */
export const asksOf = (subject: string) =>
  ({
    register: {
      action: 'collect',
      actor: { role: 'person' },
      service: 'account',
      purpose: 'account',
      collection: 'registration',
      fields: ['phone', 'nickname'],
      subject,
    },
    call: {
      action: 'collect',
      actor: { role: 'person' },
      service: 'support',
      purpose: 'support',
      collection: 'call',
      fields: ['recording'],
      subject,
    },
    use: {
      action: 'use',
      actor: { role: 'service' },
      service: 'account',
      purpose: 'account',
      fields: ['phone', 'nickname'],
      subject,
    },
    listen: {
      action: 'use',
      actor: { role: 'operator' },
      service: 'support',
      purpose: 'support',
      fields: ['recording', 'phone'],
      subject,
    },
    see: {
      action: 'use',
      actor: { role: 'person' },
      service: 'my-data',
      purpose: 'rights',
      fields: ['phone', 'nickname', 'recording'],
      subject,
    },
  }) as const;

/** A person who said yes to the recording of calls. */
export async function newCaller(kept: TestRegion): Promise<string> {
  const id = await kept.newPerson();
  await kept.subjects.giveConsent(id, 'calls', { notice: kept.program.hash, language: 'en', method: 'test' });
  return id;
}
