/** What is not allowed does not compile; and what gets past the compiler is refused when it runs, with the clause. */
import type { Permit } from '@kept/gate';
import { ddl, type GroupsOf, type Vault } from '@kept/vault';
import { expect, expectTypeOf, test } from 'vitest';
import { type ContextOf, defineService, serve } from './service.ts';
import { type policy, toy } from './testing/toy.ts';
import { openStage } from './testing.ts';

const PHONES = {
  name: 'toy_phones',
  plain: {},
  sealed: { sealed_account: { group: 'account', fields: ['phone'] } },
} as const;

const service = serve(toy, []);
const stage = await openStage({ ...service, ddl: [...service.ddl, ddl(PHONES)] });
const { region } = stage;
const { numbers, calls } = (stage.context as unknown as ContextOf<typeof toy>).at(region.id).resources;
const phones = (region.vault as Vault<GroupsOf<typeof policy>>).table(PHONES);
const by = { role: 'person' } as const;

async function asked() {
  const { id } = await stage.newPerson();
  const evidence = { notice: region.program.hash, language: 'en', method: 'test' };
  await region.subjects.giveConsent(id, 'calls', evidence);
  const ask = { actor: by, service: 'toy', subject: id } as const;
  return { id, ask };
}

test('collecting a field that the row does not declare', async () => {
  const { id, ask } = await asked();
  // @ts-expect-error the resource has no such field
  await expect(numbers.collect(by, id, { recording: 'x' })).rejects.toMatchObject({ code: 'KIT_FIELD_NOT_HELD' });
  // The policy itself says no as well, to whoever asks it past the kit.
  const stray = { ...ask, action: 'collect', purpose: 'account', collection: 'registration' } as const;
  await expect(region.gate.permit({ ...stray, fields: ['recording'] })).rejects.toMatchObject({
    code: 'GATE_REFUSED',
    clause: expect.stringMatching(/^\d/),
  });
  const line = { kind: 'text', longest: 40 } as const;
  const declare = () =>
    serve(
      defineService({
        ...toy,
        resources: {
          numbers: {
            collection: 'registration',
            label: toy.label,
            rows: 'one',
            // @ts-expect-error the row does not declare this field
            form: { recording: line },
          },
        },
      }),
      [],
    );
  expect(declare).toThrow(expect.objectContaining({ code: 'KIT_BAD_SERVICE' }));
});

test('reading for a purpose that may not touch the field', async () => {
  const { id } = await asked();
  await numbers.collect(by, id, { phone: '+86 100 0000 0001' });
  const { row } = await calls.collect(by, id, { recording: 'hello' });
  expectTypeOf(await numbers.read(by, id, id, 'account', ['phone'])).toEqualTypeOf<{ readonly phone?: string }>();
  // @ts-expect-error a policy without this purpose
  await expect(numbers.read(by, id, id, 'marketing', ['phone'])).rejects.toMatchObject({ code: 'GATE_REFUSED' });
  // @ts-expect-error the purpose `account` has no recordings
  await expect(calls.read(by, id, row, 'account', ['recording'])).rejects.toMatchObject({
    code: 'GATE_REFUSED',
    clause: expect.stringMatching(/^\d/),
  });
});

test('reading without a permit, or with one that nobody gave', async () => {
  const { id, ask } = await asked();
  const collect = { ...ask, action: 'collect', purpose: 'account', collection: 'registration' } as const;
  await phones.insert(region.gate.permit({ ...collect, fields: ['phone'] }), {
    ...{ id, plain: {}, bucket: 'event' },
    values: { phone: '+86 100 0000 0001' },
  });
  const refused = { code: 'VAULT_NOT_PERMITTED' };
  // @ts-expect-error nothing is opened without a permit
  await expect(phones.open(undefined, id)).rejects.toMatchObject(refused);
  const forged = { ...ask, action: 'use', purpose: 'account', fields: ['phone'] as const, group: 'account' };
  // @ts-expect-error a permit is made by the gate alone
  await expect(phones.open(forged, id)).rejects.toMatchObject(refused);
});

test('passing the permit of one purpose, or of one action, to another', async () => {
  const { id, ask } = await asked();
  const permit = await region.gate.permit({ ...ask, action: 'use', purpose: 'support', fields: ['recording'] });
  expectTypeOf(permit).toEqualTypeOf<Permit<'support', 'recording', 'use'>>();
  const refused = { code: 'VAULT_NOT_PERMITTED', clause: '2.2' };
  // @ts-expect-error the table keeps nothing for `support`
  await expect(phones.open(permit, id)).rejects.toMatchObject(refused);
  const row = { id, plain: {}, values: {}, bucket: 'event' };
  // @ts-expect-error leave to use is no leave to collect
  await expect(phones.insert(permit, row)).rejects.toMatchObject(refused);
  const taking = await region.gate.permit({
    ...{ ...ask, action: 'collect', purpose: 'account', collection: 'registration' },
    fields: ['phone'],
  });
  // @ts-expect-error leave to collect is no leave to open
  await expect(phones.open(taking, id)).rejects.toMatchObject({ code: 'VAULT_NOT_PERMITTED', clause: '2.1' });
});
