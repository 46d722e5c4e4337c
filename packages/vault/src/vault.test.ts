import { Seconds } from '@kept/base';
import type { Permit } from '@kept/gate';
import { tiny } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { testRegion } from './testing.ts';
import { asksOf, BUCKET, CALLS, newCaller, PROFILE } from './testing-tables.ts';

const kept = await testRegion({ policy: tiny, region: 'eu', jurisdiction: 'everywhere', tables: [PROFILE, CALLS] });
const { gate, vault } = kept;
const profile = vault.table(PROFILE);
const calls = vault.table(CALLS);
const values = { phone: '+999 555 0142', nickname: '小美' };

async function registered(): Promise<string> {
  const owner = await newCaller(kept);
  await profile.insert(gate.permit(asksOf(owner).register), {
    id: owner,
    plain: { state: 'new' },
    values,
    bucket: BUCKET,
  });
  return owner;
}

/** Everything that runs past the types, as a mistaken caller in plain JavaScript would. */
const untyped = profile as unknown as {
  open(permit: unknown, id: string): Promise<unknown>;
  insert(permit: unknown, row: unknown): Promise<void>;
  update(permit: unknown, id: string, values: unknown): Promise<void>;
};
const notPermitted = { code: 'VAULT_NOT_PERMITTED' };

test('what is collected under a permit is opened under one, by the fields it names', async () => {
  const owner = await registered();
  expect(await profile.open(gate.permit(asksOf(owner).use), owner)).toEqual(values);
  expect(await profile.open(await gate.permit({ ...asksOf(owner).use, fields: ['nickname'] }), owner)).toEqual({
    nickname: '小美',
  });
  expect((await gate.activity(owner)).map((entry) => entry.kind === 'decision' && entry.action)).toEqual([
    'use',
    'use',
    'collect',
  ]);
});

test('what another purpose keeps of a row is beside it, under another key; the person sees both', async () => {
  const owner = await registered();
  await profile.update(gate.permit(asksOf(owner).call), owner, { recording: { seconds: 12 } });
  expect(await profile.open(gate.permit(asksOf(owner).use), owner)).toEqual(values);
  expect(await profile.open(gate.permit({ ...asksOf(owner).listen, fields: ['recording'] }), owner)).toEqual({
    recording: { seconds: 12 },
  });
  expect(await profile.open(gate.permit(asksOf(owner).see), owner)).toEqual({ ...values, recording: { seconds: 12 } });
});

test('what may be seen only in another form leaves the vault in no other', async () => {
  const owner = await newCaller(kept);
  const collect = { ...asksOf(owner).call, fields: ['recording'] } as const;
  await calls.insert(gate.permit(collect), { id: owner, plain: {}, values: { recording: 'a tape' }, bucket: BUCKET });
  const own = { ...asksOf(owner).see, fields: ['phone'] } as const;
  await calls.update(gate.permit(own), owner, { phone: '+999 555 0142' });
  expect(await calls.open(gate.permit(asksOf(owner).listen), owner)).toEqual({ recording: 'a tape', phone: '•••42' });
  expect(await calls.open(gate.permit(own), owner)).toEqual({ phone: '+999 555 0142' });
});

test('rows are listed without being opened, with what is held and the plain columns', async () => {
  const owner = await registered();
  const [row, ...others] = await profile.rows(owner);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ id: owner, bucket: BUCKET, present: ['phone', 'nickname'] });
  expect(row?.createdAt.getTime()).toBe(kept.clock.now());
  const before = kept.ledger.size;
  const plain = { state: 'done', steps: 3, checked: new Date(0), open: true, batch: owner, flags: { a: [1, '"\\'] } };
  await profile.updatePlain(owner, owner, plain);
  expect((await profile.rows(owner))[0]?.plain).toEqual(plain);
  expect(kept.ledger.size).toBe(before);
});

test('only a permit that the gate made opens anything', async () => {
  const owner = await registered();
  const permit = await gate.permit(asksOf(owner).use);
  const { ...copy } = permit;
  for (const fake of [copy, Object.create(permit), { ...copy, subject: owner }, null, undefined, 'permit', {}]) {
    await expect(untyped.open(fake, owner)).rejects.toMatchObject(notPermitted);
    await expect(untyped.update(fake, owner, { nickname: 'x' })).rejects.toMatchObject(notPermitted);
    await expect(
      untyped.insert(fake, { id: owner, plain: { state: 'x' }, values, bucket: BUCKET }),
    ).rejects.toMatchObject(notPermitted);
  }
});

test('a permit of another purpose, action or set of fields is refused, with the clause', async () => {
  const owner = await registered();
  const { register, use, listen } = asksOf(owner);
  const [collecting, using, listening] = await Promise.all([
    gate.permit(register),
    gate.permit({ ...use, fields: ['phone'] }),
    gate.permit({ ...listen, fields: ['phone'] }),
  ]);
  await expect(untyped.open(collecting, owner)).rejects.toMatchObject({
    ...notPermitted,
    clause: '2.1',
    reason: 'it is for another action',
  });
  await expect(untyped.update(using, owner, { nickname: 'x' })).rejects.toMatchObject({
    ...notPermitted,
    clause: '2.1',
  });
  await expect(untyped.update(listening, owner, { phone: 'x' })).rejects.toMatchObject({
    ...notPermitted,
    clause: '2.2',
    reason: '`phone` is kept for another purpose',
  });
  await expect(untyped.open(listening, owner)).rejects.toMatchObject({ ...notPermitted, clause: '2.2' });
  await expect(
    untyped.insert(using, { id: owner, plain: { state: 'x' }, values, bucket: BUCKET }),
  ).rejects.toMatchObject(notPermitted);
  await expect(untyped.update(collecting, owner, { shoeSize: 38 })).rejects.toMatchObject({
    code: 'VAULT_NOT_DECLARED',
  });
  expect(await profile.open(gate.permit(use), owner)).toEqual(values);
});

test('a permit runs out, and is of one person and one region', async () => {
  const owner = await registered();
  const stranger = await registered();
  const permit = await gate.permit(asksOf(owner).use);
  kept.clock.advance(Seconds(30));
  expect(await profile.open(permit, owner)).toEqual(values);
  kept.clock.advance(Seconds(1));
  await expect(profile.open(permit, owner)).rejects.toMatchObject({ ...notPermitted, reason: 'it has run out' });
  const fresh = await gate.permit(asksOf(owner).use);
  await expect(profile.open(fresh, stranger)).rejects.toMatchObject({ code: 'VAULT_ROW_NOT_FOUND' });
  await expect(profile.update(fresh, stranger, { nickname: 'x' })).rejects.toMatchObject({
    code: 'VAULT_ROW_NOT_FOUND',
  });
  expect(await profile.openMany(fresh, [owner, stranger])).toEqual(new Map([[owner, values]]));
});

test('what the gate refuses is not opened, although it was fetched meanwhile', async () => {
  const owner = await registered();
  await kept.subjects.restrict(owner, 'all');
  await expect(profile.open(gate.permit(asksOf(owner).use), owner)).rejects.toMatchObject({
    code: 'GATE_REFUSED',
    reason: 'restriction',
  });
  // The refusal comes first: whether there is such a row is not told.
  await expect(profile.open(gate.permit(asksOf(owner).use), kept.newId())).rejects.toMatchObject({
    code: 'GATE_REFUSED',
  });
});

test('a hundred callers are answered alone: those whose row is not there, or whose id is none, fail alone', async () => {
  const owners = await Promise.all(Array.from({ length: 20 }, registered));
  const permits = new Map<string, Permit<'account', 'phone' | 'nickname', 'use'>>();
  for (const owner of owners) permits.set(owner, await gate.permit(asksOf(owner).use));
  const answers = await Promise.allSettled(
    owners.flatMap((owner) => [owner, kept.newId(), 'none', owner].map((id) => profile.open(permits.get(owner)!, id))),
  );
  const codes = answers.map((answer) =>
    answer.status === 'fulfilled' ? 'ok' : (answer.reason as { code: string }).code,
  );
  expect(codes).toEqual(owners.flatMap(() => ['ok', 'VAULT_ROW_NOT_FOUND', 'VAULT_NOT_DECLARED', 'ok']));
});

test('a table that could not hold what it promises is refused before it is made', () => {
  const sealed = PROFILE.sealed;
  const bad = [
    { name: 'drop table x', plain: {}, sealed },
    { name: 'x', plain: {}, sealed: {} },
    { name: 'x', plain: { id: { type: 'text', why: '' } }, sealed },
    { name: 'x', plain: {}, sealed: { a: { group: 'account', fields: [] } } },
    {
      name: 'x',
      plain: {},
      sealed: { a: { group: 'account', fields: ['phone'] }, b: { group: 'support', fields: ['phone'] } },
    },
    { name: 'x', plain: { a: { type: 'text', why: '' } }, sealed: { a: { group: 'account', fields: ['phone'] } } },
  ] as const;
  for (const def of bad) expect(() => vault.table(def)).toThrow(expect.objectContaining({ code: 'VAULT_BAD_TABLE' }));
});
