import { tiny } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { testRegion } from './testing.ts';
import { asksOf, BUCKET, newCaller, PROFILE } from './testing-tables.ts';

const kept = await testRegion({ policy: tiny, region: 'eu', jurisdiction: 'everywhere', tables: [PROFILE] });
const { gate, vault } = kept;
const profile = vault.table(PROFILE);
const owner = await newCaller(kept);
const permitted = () => gate.permit(asksOf(owner).register);
const row = (id: string, nickname: string) => ({
  id,
  plain: { state: 'new' },
  values: { phone: '+999 1', nickname },
  bucket: BUCKET,
});
const codes = (answers: PromiseSettledResult<unknown>[]) =>
  answers.map((answer) => (answer.status === 'fulfilled' ? 'ok' : (answer.reason as { code: string }).code));

test('a duplicate or a value that cannot be fails its own caller, and nobody else of the group', async () => {
  const permit = await permitted();
  const ids = Array.from({ length: 8 }, kept.newId);
  const rows = [...ids.map((id) => row(id, id)), row(ids[3]!, 'again')];
  const wrong = [
    { ...row(kept.newId(), 'x'), plain: { state: 'new', steps: 'many' as unknown as number } },
    { ...row(kept.newId(), 'x'), plain: { state: 'nul \0 inside' } },
    { ...row(kept.newId(), 'x'), plain: {} as { state: string } },
    { ...row(kept.newId(), 'x'), plain: { state: 'new', stray: 1 } as { state: string } },
    { ...row(kept.newId(), 'x'), bucket: 'no bucket' },
  ];
  const answers = await Promise.allSettled([...rows, ...wrong].map((each) => profile.insert(permit, each)));
  expect(codes(answers)).toEqual([
    ...ids.map(() => 'ok'),
    ...[
      'VAULT_ROW_CONFLICT',
      'VAULT_BAD_VALUE',
      'VAULT_BAD_VALUE',
      'VAULT_BAD_VALUE',
      'VAULT_NOT_DECLARED',
      'VAULT_NOT_DECLARED',
    ],
  ]);
  expect(codes(await Promise.allSettled([profile.insert(permit, row(ids[0]!, 'later'))]))).toEqual([
    'VAULT_ROW_CONFLICT',
  ]);
  const held = await profile.openMany(gate.permit(asksOf(owner).use), ids);
  expect(ids.map((id) => held.get(id)?.nickname)).toEqual(ids);
});

test('an error never repeats what was given', async () => {
  const secret = 'a personal value';
  const plain = { state: 'new', steps: secret as unknown as number };
  const error = await profile
    .insert(await permitted(), { ...row(kept.newId(), secret), plain })
    .catch((each: unknown) => each);
  expect(String(error)).not.toContain(secret);
});

test('changes to one row at the same time all count', async () => {
  const id = kept.newId();
  await profile.insert(permitted(), { ...row(id, 'first'), values: {} });
  expect((await profile.rows(owner)).find((each) => each.id === id)?.present).toEqual([]);
  const [account, support] = await Promise.all([permitted(), gate.permit(asksOf(owner).call)]);
  await Promise.all([
    profile.update(account, id, { phone: '+999 2' }),
    profile.update(account, id, { nickname: '阿美' }),
    profile.update(support, id, { recording: [1, 2, 3] }),
  ]);
  expect(await profile.open(gate.permit(asksOf(owner).see), id)).toEqual({
    phone: '+999 2',
    nickname: '阿美',
    recording: [1, 2, 3],
  });
  await profile.update(account, id, { phone: null });
  expect(await profile.open(gate.permit(asksOf(owner).see), id)).toEqual({ nickname: '阿美', recording: [1, 2, 3] });
  await profile.update(account, id, { nickname: null });
  expect((await profile.rows(owner)).find((each) => each.id === id)?.present).toEqual(['recording']);
});

test('rows go one by one, or all of a person, and only theirs', async () => {
  const other = await newCaller(kept);
  const [mine, theirs] = [kept.newId(), kept.newId()];
  await profile.insert(permitted(), row(mine, 'mine'));
  await profile.insert(gate.permit(asksOf(other).register), row(theirs, 'theirs'));
  expect(await profile.remove(owner, [mine, theirs])).toBe(1);
  expect(await profile.remove(owner, [mine])).toBe(0);
  const count = (await profile.rows(owner)).length;
  expect(await vault.removeOwner(owner)).toBe(count);
  expect(await profile.rows(owner)).toEqual([]);
  expect(await profile.open(gate.permit(asksOf(other).use), theirs)).toMatchObject({ nickname: 'theirs' });
});

test('a row is not written for somebody whose key is gone', async () => {
  const gone = await newCaller(kept);
  const permit = await gate.permit(asksOf(gone).register);
  await vault.erasePerson(gone);
  await expect(profile.insert(permit, row(gone, 'x'))).rejects.toMatchObject({ code: 'VAULT_KEY_ERASED' });
  expect(await profile.rows(gone)).toEqual([]);
});
