import { Days, Seconds } from '@kept/base';
import { tiny } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { type ActivityEntry, type Ask, isPermit, openGate, PERMIT_LIFE } from './index.ts';
import { testGate } from './testing.ts';

const kept = await testGate({ policy: tiny, region: 'eu', jurisdiction: 'everywhere' });
const { gate, subjects, keys, ledger, clock } = kept;
const evidence = { notice: kept.program.hash, language: 'en', method: 'test' };

const use = (subject: string) =>
  ({
    action: 'use',
    actor: { role: 'service' },
    service: 'desk',
    purpose: 'account',
    fields: ['phone'],
    subject,
  }) as const;
const record = (subject: string) => ({ ...use(subject), purpose: 'support', fields: ['recording'] }) as const;
const last = async (): Promise<Buffer> => (await ledger.entries(ledger.size - 1, ledger.size))[0]!;

test('what is permitted is in the ledger before its permit exists, and the permit says what it is for', async () => {
  const id = await kept.newPerson();
  const size = ledger.size;
  const { decision, index, permit } = await gate.ask({ ...use(id), fields: ['phone', 'nickname'] });
  expect(index).toBe(size);
  expect(ledger.size).toBe(size + 1);
  expect(decision.outcome).toBe('permit');
  expect(permit).toMatchObject({
    subject: id,
    region: 'eu',
    action: 'use',
    purpose: 'account',
    group: 'account',
    index,
  });
  expect(permit).toMatchObject({ fields: ['phone', 'nickname'], masked: [], clause: '2.1', at: clock.now() });
  expect(isPermit(permit)).toBe(true);
});

test('a permit cannot be made, copied, changed or lent another shape', async () => {
  const permit = await gate.permit(use(await kept.newPerson()));
  expect(Object.isFrozen(permit) && Object.isFrozen(permit.fields)).toBe(true);
  for (const fake of [
    { ...permit },
    Object.create(permit),
    structuredClone({ ...permit }),
    new Proxy(permit, {}),
    null,
    'x',
  ]) {
    expect(isPermit(fake)).toBe(false);
  }
  // Whoever holds a permit can reach its constructor.
  const Made = permit.constructor as new (...given: unknown[]) => unknown;
  for (const proof of [undefined, true, Symbol('minted')]) {
    expect(isPermit(new Made({ ...permit, purpose: 'support' }, proof))).toBe(false);
  }
});

test('a refusal is an answer, recorded with clause and reason; whoever needs it all is thrown it', async () => {
  const id = await kept.newPerson();
  const { decision, permit } = await gate.ask(record(id));
  expect(decision).toMatchObject({ outcome: 'refuse', reason: 'consent', clause: '2.2' });
  expect(permit).toBe(undefined);
  await expect(gate.permit(record(id))).rejects.toMatchObject({
    code: 'GATE_REFUSED',
    clause: '2.2',
    reason: 'consent',
  });
  const some = await gate.ask({ ...use(id), fields: ['phone', 'recording'] });
  expect(some.decision.partial).toBe(true);
  expect(some.permit).toBe(undefined);
  const entries = await gate.activity(id);
  expect(entries.map((entry) => entry.kind === 'decision' && entry.outcome)).toEqual(['refuse', 'refuse', 'refuse']);
  expect(entries[0]).toMatchObject({ fields: ['phone', 'recording'], refused: ['recording'] });
});

test('what nobody can decide is refused, never thrown', async () => {
  const id = await kept.newPerson();
  const odd = [
    { purpose: 'nonsense' },
    { fields: ['nonsense'] },
    { recipient: 'nobody', action: 'share' },
    { to: 'moon' },
  ];
  for (const part of odd) {
    const { decision, permit } = await gate.ask({ ...use(id), ...part } as Ask);
    expect(decision.outcome).toBe('cannot-tell');
    expect(permit).toBe(undefined);
  }
  await expect(gate.ask({ ...use(id), fields: [] })).rejects.toMatchObject({ code: 'GATE_BAD_QUESTION' });
});

test('about an unknown person, or one whose key is gone, nothing is permitted and nothing personal is recorded', async () => {
  const erased = await kept.newPerson();
  await keys.erase([`person:${erased}`]);
  for (const [id, reason] of [
    [kept.newId(), 'unknown-subject'],
    ['not an id', 'unknown-subject'],
    [erased, 'erased-key'],
  ] as const) {
    const { decision, permit } = await gate.ask({ ...use(id), actor: { role: 'person', id }, note: id });
    expect(decision.outcome).toBe('cannot-tell');
    expect(permit).toBe(undefined);
    const leaf = await last();
    expect(leaf.includes(reason)).toBe(true);
    expect(leaf.includes(id)).toBe(false);
    await expect(gate.permit(use(id))).rejects.toMatchObject({ code: 'GATE_REFUSED' });
  }
  expect(await gate.activity(erased)).toEqual([]);
});

test('a leaf shows nothing of the person, of what was asked, or of what was answered', async () => {
  const id = await kept.newPerson();
  await gate.permit({ ...use(id), actor: { role: 'operator', id: kept.newId() }, note: 'a note' });
  const leaf = await last();
  for (const text of [id, 'phone', 'account', 'desk', 'operator', 'a note', 'permit', '2.1'])
    expect(leaf.includes(text)).toBe(false);
  expect(leaf.includes(Buffer.from(id.replaceAll('-', ''), 'hex'))).toBe(false);
});

test('a person reads their own activity, page by page over months, and nobody else’s', async () => {
  const [id, other] = [await kept.newPerson(), await kept.newPerson()];
  const asked: number[] = [];
  for (let day = 0; day < 12; day++) {
    clock.advance(Days(11));
    asked.unshift((await gate.permit(use(id))).index);
    await gate.permit(use(other));
  }
  const all = await gate.activity(id);
  expect(all.map(({ index }) => index)).toEqual(asked);
  const pages: ActivityEntry[] = [];
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await gate.activity(id, { before, limit: 5 });
    pages.push(...page);
    if (page.length < 5) break;
    before = page.at(-1)!.index;
  }
  expect(pages).toEqual(all);
  expect(all[0]).toEqual({
    ...{
      kind: 'decision',
      index: asked[0],
      at: clock.now(),
      action: 'use',
      actor: { role: 'service' },
      service: 'desk',
    },
    ...{
      purpose: 'account',
      fields: ['phone'],
      outcome: 'permit',
      clause: '2.1',
      policy: kept.program.hash.slice(0, 16),
    },
  });
  await expect(gate.activity(id, { limit: 0 })).rejects.toMatchObject({ code: 'GATE_BAD_QUESTION' });
});

test('other evidence stands among the decisions', async () => {
  const id = await kept.newPerson();
  const index = await gate.record(id, 'consent-given', { consent: 'calls', record: 7 });
  expect(await gate.activity(id)).toEqual([
    { kind: 'evidence', index, at: clock.now(), of: 'consent-given', payload: { consent: 'calls', record: 7 } },
  ]);
  await expect(gate.record(kept.newId(), 'x', null)).rejects.toMatchObject({ code: 'KEYS_NO_KEY' });
});

test('entries of one person carry another tag each day, and none that tells who it is', async () => {
  const id = await kept.newPerson();
  const tags: string[] = [];
  for (const wait of [0, 1, 24 * 3600]) {
    clock.advance(Seconds(wait));
    await gate.permit(use(id));
    tags.push((await last()).subarray(8, 24).toString('hex'));
  }
  expect(tags[0]).toBe(tags[1]);
  expect(tags[0]).not.toBe(tags[2]);
});

test('a permit names what may be seen only in another form', async () => {
  const id = await kept.newPerson();
  await subjects.giveConsent(id, 'calls', evidence);
  const permit = await gate.permit({ ...record(id), fields: ['recording', 'phone'] });
  expect(permit.masked).toEqual(['phone']);
});

test('a choice that changes while a permit is recorded counts: it is decided again', async () => {
  const id = await kept.newPerson();
  await subjects.giveConsent(id, 'calls', evidence);
  let withdrawn = false;
  const slow = {
    ...ledger,
    // The withdrawal resolves between the decision and its place in the ledger.
    append: async (leaf: Uint8Array, tag?: Buffer) => {
      if (!withdrawn) {
        withdrawn = true;
        await subjects.withdrawConsent(id, 'calls', evidence);
      }
      return ledger.append(leaf, tag);
    },
  };
  const other = openGate({ region: 'eu', program: kept.program, subjects, ledger: slow, keys, clock });
  const { decision, permit } = await other.ask(record(id));
  expect(decision).toMatchObject({ outcome: 'refuse', reason: 'consent' });
  expect(permit).toBe(undefined);
  expect((await gate.activity(id)).map((entry) => entry.kind === 'decision' && entry.outcome)).toEqual([
    'refuse',
    'permit',
  ]);
});

test('without the ledger nothing is permitted', async () => {
  const id = await kept.newPerson();
  const broken = { ...ledger, append: () => Promise.reject(new Error('disk full')) };
  const other = openGate({ region: 'eu', program: kept.program, subjects, ledger: broken, keys, clock });
  await expect(other.ask(use(id))).rejects.toThrow('disk full');
  await expect(other.permit(use(id))).rejects.toThrow('disk full');
});

test('the person’s own rights need no consent and are of every purpose group', async () => {
  const id = await kept.newPerson();
  await subjects.restrict(id, 'all');
  const ask = { ...use(id), actor: { role: 'person', id }, purpose: 'rights', fields: ['phone', 'recording'] } as const;
  expect(await gate.permit(ask)).toMatchObject({ group: '*' });
  expect(PERMIT_LIFE).toBe(Seconds(30));
});

test('the log still verifies when a person is gone', async () => {
  const id = await kept.newPerson();
  await gate.permit(use(id));
  await keys.erase([`person:${id}`]);
  const report = await ledger.verify();
  expect(report).toMatchObject({ problems: [] });
});
