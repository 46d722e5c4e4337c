import { tiny } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { testRegion } from './testing.ts';

const PROFILE = {
  name: 'account_profile',
  plain: { state: { type: 'text', why: 'where the form stands' } },
  sealed: { sealed_account: { group: 'account', fields: ['phone', 'nickname'] } },
} as const;

const kept = await testRegion({ policy: tiny, region: 'eu', jurisdiction: 'everywhere', tables: [PROFILE] });
const profile = kept.vault.table(PROFILE);

test('what is collected under a permit is opened under one, and each decision is in the activity', async () => {
  const owner = await kept.newPerson();
  const collect = {
    action: 'collect',
    actor: { role: 'person' },
    service: 'account',
    purpose: 'account',
    subject: owner,
  } as const;
  const permit = kept.gate.permit({ ...collect, collection: 'registration', fields: ['phone', 'nickname'] });
  await profile.insert(permit, {
    id: owner,
    plain: { state: 'new' },
    values: { phone: '+999 1', nickname: '小美' },
    bucket: 'closure',
  });
  const use = {
    action: 'use',
    actor: { role: 'service' },
    service: 'account',
    purpose: 'account',
    subject: owner,
  } as const;
  const values = await profile.open(kept.gate.permit({ ...use, fields: ['phone', 'nickname'] }), owner);
  expect(values).toEqual({ phone: '+999 1', nickname: '小美' });
  console.log(await kept.gate.activity(owner), await profile.rows(owner));
});
