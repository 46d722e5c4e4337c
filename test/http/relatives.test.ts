/** Relatives of one who died, and guardians: proven by documents, decided by two, done over the other's data alone. */
import type { MyData, OutsideOutcome, OutsideProof, QueuedDetail, QueuedRequest, RightRequest } from '@kept/api';
import { codeTo, type Person, type TestHouse, testHouse, type Visitor } from '@kept/server/testing';
import { beforeAll, describe, expect, test } from 'vitest';

let kept: TestHouse;
let owner: Visitor;
let second: Visitor;
beforeAll(async () => {
  kept = await testHouse();
  owner = await kept.operator();
  second = (await kept.staff('officer')).visitor;
});

const email = (value: string) => ({ kind: 'email', value });
const newAddress = (() => {
  let n = 0;
  return () => `next.of.kin.${++n}@mail.example`;
})();
const REGISTER = Buffer.from('%PDF-1.7\na family register').toString('base64');
const PASSPHRASE = 'a lantern under the eaves';

interface Asked {
  readonly visitor: Visitor;
  readonly link: string;
  readonly address: `/api/console/requests/cn/${string}`;
}

/** Asks by a contact of one's own for the data behind another's, with a document. */
async function ask(
  of: string,
  more: { right?: string; wants?: string; from?: string; field?: string; note?: string } = {},
): Promise<Asked> {
  const { right = 'relatives', wants = 'copy', from = newAddress(), field, note } = more;
  const visitor = kept.visitor();
  const { proof } = await visitor.must<OutsideProof>(202, 'POST', '/api/outside/requests', {
    ...{ contact: email(from), residence: 'CN', right, note, behalf: { contact: email(of), wants, field } },
  });
  const path = `/api/outside/requests/${proof}/confirmation` as const;
  const outcome = await visitor.must<OutsideOutcome>(200, 'POST', path, { code: await codeTo(kept.house, from) });
  if (outcome.outcome !== 'made') throw new Error(outcome.outcome);
  expect((await visitor.call('POST', path, { code: '123456' })).status).toBe(404);
  expect((await visitor.call('POST', `/api/outside/requests/${proof}/code`)).status).toBe(404);
  await visitor.must(201, 'POST', `/api/outside/status/${outcome.link}/documents`, { data: REGISTER });
  return { visitor, link: outcome.link, address: `/api/console/requests/cn/${outcome.request.id}` };
}

const statusOf = async ({ visitor, link }: Asked): Promise<RightRequest & { packaged: boolean }> => {
  const { request, packaged } = await visitor.must<{ request: RightRequest; packaged: boolean }>(
    ...([200, 'GET', `/api/outside/status/${link}`] as const),
  );
  return { ...request, packaged };
};
const ended = async (asked: Asked) => {
  await expect.poll(async () => (await statusOf(asked)).state, { timeout: 120_000 }).not.toBe('running');
  return statusOf(asked);
};
const detail = async ({ address }: Asked): Promise<QueuedDetail> => {
  const read = async () => (await owner.must<{ request: QueuedDetail }>(200, 'GET', address)).request;
  await expect.poll(async () => (await read()).waits, { timeout: 120_000 }).not.toBeNull();
  return read();
};
/** Proposed by one, agreed to by the other; `ground` by its words. */
async function decided(asked: Asked, outcome: 'granted' | 'refused', ground?: string): Promise<void> {
  const { grounds } = await detail(asked);
  const at = grounds.indexOf(ground ?? '');
  const body = { outcome, ...(ground !== undefined && { ground: at }) };
  await owner.must(200, 'POST', `${asked.address}/decision`, body);
  expect((await owner.call('POST', `${asked.address}/agreement`, { agrees: true })).body.code).toBe(
    'RIGHTS_SAME_PERSON',
  );
  expect((await statusOf(asked)).state).toBe('running');
  await second.must(200, 'POST', `${asked.address}/agreement`, { agrees: true });
}
const packageOf = ({ visitor, link }: Asked) =>
  visitor.call<{ path: `/api/${string}` }>('POST', `/api/outside/status/${link}/packages`, {
    seal: { passphrase: PASSPHRASE },
  });
const rowsOf = async (table: string, { id }: Pick<Person, 'id'>) =>
  (await kept.house.quarters.get('cn')!.pool.query(`select 1 from ${table} where owner_id = $1`, [id])).rowCount;

describe('a relative', () => {
  test('takes a copy of what the person left, once two have granted it; the person hears of each step', async () => {
    const mo = await kept.person();
    const asked = await ask(mo.email);
    expect(await detail(asked)).toMatchObject({
      ...{ waits: 'decision', right: { id: 'relatives' }, documents: [{ type: 'application/pdf' }] },
      behalf: { as: 'relative', wants: 'copy', held: true, wished: 'nothing' },
    });
    expect((await packageOf(asked)).status).toBe(404);
    expect((await statusOf(asked)).steps[0]!.label).toBe('received; documents show whose relative or guardian');
    await decided(asked, 'granted');
    expect(await ended(asked)).toMatchObject({ state: 'done', packaged: true });
    const { body } = await packageOf(asked);
    const sealed = await asked.visitor.send('GET', body.path);
    expect([sealed.status, sealed.text.startsWith('age-encryption.org/v1')]).toEqual([200, true]);
    const told = JSON.stringify(await kept.house.regions.get('cn')!.gate.activity(mo.id, { limit: 50 }));
    for (const word of ['asked-by-another', 'handed-over', 'copied']) expect(told).toContain(word);
    const reader = { actor: { role: 'operator', id: 'test' }, service: 'console' } as const;
    const outbox = await kept.house.regions.get('cn')!.recipients.outbox.list(reader, { limit: 50 });
    expect(
      outbox.some(({ message }) => message?.to === mo.email && /relative of one who died/.test(message.text)),
    ).toBe(true);
  });

  test('has it erased: account, rows and key are gone, others are untouched, both certificates stand', async () => {
    const [mo, lin] = [await kept.person(), await kept.person()];
    const asked = await ask(mo.email, { wants: 'erasure' });
    await decided(asked, 'granted');
    const { certificate: code } = await ended(asked);
    const anybody = kept.visitor();
    const { certificate } = await anybody.must<{ certificate: { facts: { lines: { text: string }[] }[] } }>(
      ...([200, 'GET', `/api/certificates/${code}`] as const),
    );
    const closure = certificate.facts
      .flatMap(({ lines }) => lines)
      .find(({ text }) => /^CN(-[0-9A-Z]{4}){4}$/.test(text));
    expect(await anybody.must(200, 'GET', `/api/certificates/${closure!.text}`)).toMatchObject({
      ...{ ready: true, certificate: { right: { id: 'closure' } } },
    });
    expect(JSON.stringify(certificate)).not.toContain(mo.id);
    expect((await mo.visitor.call('GET', '/api/my/data')).status).toBe(401);
    expect(await kept.house.front.whose({ kind: 'email', value: mo.email }, 'CN')).toBeNull();
    expect((await lin.visitor.call('GET', '/api/my/data')).status).toBe(200);
  });

  test('is refused what is not proven, with ground, clause, reason and where to complain; documents are gone', async () => {
    const mo = await kept.person();
    const asked = await ask(mo.email);
    await decided(asked, 'refused', 'Not proven');
    const { refusal } = await ended(asked);
    expect(refusal).toMatchObject({ ground: 'Not proven', clause: '7.8' });
    expect(refusal!.reason.length).toBeGreaterThan(20);
    expect(refusal!.complain.length).toBeGreaterThan(0);
    expect((await packageOf(asked)).status).toBe(404);
    const { pool } = kept.house.quarters.get('cn')!;
    const { rows } = await pool.query<{ owner_id: string }>('select owner_id from right_request where id = $1', [
      asked.address.split('/').at(-1),
    ]);
    expect(await rowsOf('letters_document', { id: rows[0]!.owner_id })).toBe(0);
  });

  test('learns nothing of whether anything is held before two have decided, and gets nothing of nobody', async () => {
    const mo = await kept.person();
    const [one, none] = [await ask(mo.email), await ask(newAddress())];
    const shape = async (asked: Asked) => {
      const { id: _, number: _n, madeAt: _m, certificate: _c, due: _d, steps, ...rest } = await statusOf(asked);
      return { ...rest, steps: steps.map(({ id }) => id) };
    };
    expect(await shape(one)).toEqual(await shape(none));
    expect((await detail(none)).behalf?.held).toBe(false);
    const granted = await owner.call('POST', `${none.address}/decision`, { outcome: 'granted' });
    expect([granted.status, granted.body.code]).toEqual([403, 'RIGHTS_NOBODY_HELD']);
    await decided(none, 'refused', 'Nothing is held under that contact');
    expect((await ended(none)).refusal!.ground).toBe('Nothing is held under that contact');
  });
});

describe('the person', () => {
  test('binds relatives by what they laid down: who may ask, and what may be done', async () => {
    const mo = await kept.person();
    const daughter = newAddress();
    const wishes = { who: 'named', named: [email(`  ${daughter.toUpperCase()} `)], may: 'hand-over' };
    expect(await mo.visitor.must(200, 'PUT', '/api/my/wishes', wishes)).toMatchObject({
      wishes: { ...wishes, named: [email(daughter)] },
    });
    const refused = async (asked: Asked) => {
      expect((await detail(asked)).behalf?.wished).toBe('forbids');
      const answer = await owner.call('POST', `${asked.address}/decision`, { outcome: 'granted' });
      expect([answer.status, answer.body.code, answer.body.clause]).toEqual([403, 'RIGHTS_WISHED_OTHERWISE', '7.8']);
      await decided(asked, 'refused', 'The person wished otherwise');
      await ended(asked);
    };
    await refused(await ask(mo.email));
    await refused(await ask(mo.email, { from: daughter, wants: 'erasure' }));
    const named = await ask(mo.email, { from: daughter });
    expect((await detail(named)).behalf?.wished).toBe('allows');
    await decided(named, 'granted');
    expect((await ended(named)).packaged).toBe(true);
    await mo.visitor.must(200, 'DELETE', '/api/my/wishes');
    expect(await mo.visitor.must(200, 'GET', '/api/my/wishes')).toMatchObject({ wishes: null, asked: [{}, {}, {}] });
    expect(await rowsOf('letters_letter', mo)).toBe(0);
  });

  test('stops relatives while alive, also where a copy was granted already', async () => {
    const mo = await kept.person();
    const done = await ask(mo.email);
    await decided(done, 'granted');
    await ended(done);
    const open = await ask(mo.email, { wants: 'erasure' });
    const { asked } = await mo.visitor.must<{ asked: { open: boolean; wants: string }[] }>(
      200,
      'POST',
      '/api/my/wishes/here',
    );
    expect(asked.map((each) => [each.wants, each.open])).toEqual([
      ['erasure', false],
      ['copy', false],
    ]);
    for (const each of [done, open])
      expect((await each.visitor.call('GET', `/api/outside/status/${each.link}`)).status).toBe(404);
    expect((await owner.call('POST', `${open.address}/decision`, { outcome: 'granted' })).body.code).toBe(
      'RIGHTS_NOTHING_TO_DECIDE',
    );
  });
});

describe('a guardian', () => {
  test('takes a copy for a child, and has the account erased', async () => {
    const child = await kept.person();
    const copy = await ask(child.email, { right: 'copy' });
    expect((await detail(copy)).behalf).toMatchObject({ as: 'guardian', held: true });
    await decided(copy, 'granted');
    expect((await ended(copy)).packaged).toBe(true);
    const erasure = await ask(child.email, { right: 'erasure', wants: 'erasure' });
    await decided(erasure, 'granted');
    await ended(erasure);
    expect((await child.visitor.call('GET', '/api/my/data')).status).toBe(401);
  });

  test('has everything stopped for a child, and takes back what was agreed to', async () => {
    const child = await kept.person();
    const { subjects } = kept.house.regions.get('cn')!;
    const program = kept.house.program;
    const consent = Object.keys(program.manifest.consents)[0]!;
    const evidence = { notice: program.hash, language: 'en', method: 'test' } as const;
    await subjects.giveConsent(child.id, consent, evidence);
    for (const right of ['withdrawal', 'restriction'] as const) {
      const asked = await ask(child.email, { right, wants: right });
      expect((await detail(asked)).behalf).toMatchObject({ as: 'guardian', wants: right, held: true });
      await decided(asked, 'granted');
      expect((await ended(asked)).state).toBe('done');
    }
    expect(await subjects.subject(child.id)).toMatchObject({ consents: [], restricted: ['*'] });
    // Where no account is for children, no yes of a guardian opens one.
    const body = {
      contact: email(newAddress()),
      residence: 'CN',
      right: 'consent',
      behalf: { contact: email(child.email), wants: 'consent' },
    };
    expect((await kept.visitor().call('POST', '/api/outside/requests', body)).body.code).toBe('RIGHTS_NOT_GRANTED');
  });

  test('has a value of a child corrected, once two have granted it; the child reads whose doing it was', async () => {
    const child = await kept.person({ nickname: 'Lin' });
    const field = 'account-nickname';
    const asked = await ask(child.email, { right: 'rectification', wants: 'rectification', field, note: 'Lan' });
    expect(await detail(asked)).toMatchObject({
      ...{ letter: true, title: expect.stringContaining('corrected for a child') },
      behalf: { as: 'guardian', wants: 'rectification', held: true },
    });
    expect((await owner.must<{ text: string }>(200, 'POST', `${asked.address}/letter`)).text).toBe('Lan');
    await decided(asked, 'granted');
    expect((await ended(asked)).state).toBe('done');
    const { categories } = await child.visitor.must<MyData>(200, 'GET', '/api/my/data');
    const item = categories.flatMap(({ items }) => items).find((each) => each.field === field)!.id;
    expect(await child.visitor.must(200, 'POST', '/api/my/data/reveal', { item })).toMatchObject({ value: 'Lan' });
    const told = JSON.stringify(await kept.house.regions.get('cn')!.gate.activity(child.id, { limit: 50 }));
    for (const word of ['asked-by-another', 'by-guardian', 'corrected']) expect(told).toContain(word);
    expect(told).not.toContain('Lan');
    const letters = kept.house.quarters.get('cn')!.pool.query('select 1 from letters_letter');
    expect((await letters).rowCount).toBe(0);
  });

  test('corrects nothing that is not there, or that cannot be so', async () => {
    const child = await kept.person({ nickname: 'Lin' });
    const [right, wants] = ['rectification', 'rectification'];
    for (const [field, note, code] of [
      ['profile-bio', 'herbs', 'KIT_NOT_FOUND'],
      ['account-nickname', 'Lan'.repeat(20), 'KIT_VALUE_INVALID'],
    ] as const) {
      const asked = await ask(child.email, { right, wants, field, note });
      await detail(asked);
      const granted = await owner.call('POST', `${asked.address}/decision`, { outcome: 'granted' });
      expect(granted.body.code).toBe(code);
      await decided(asked, 'refused', 'There is no such value, or it cannot be made so');
      await ended(asked);
    }
    const behalf = { contact: email(child.email), wants };
    const refused = async (more: object, note?: string) =>
      (
        await kept.visitor().call('POST', '/api/outside/requests', {
          ...{ contact: email(newAddress()), residence: 'CN', right, behalf: { ...behalf, ...more }, note },
        })
      ).body;
    expect(await refused({ field: 'account-email' }, 'x')).toMatchObject({
      ...{ code: 'RIGHTS_NOT_A_CHOICE', field: '/behalf/field' },
    });
    expect(await refused({ field: 'profile-bio' })).toMatchObject({ code: 'RIGHTS_NOT_A_CHOICE', field: '/note' });
  });

  test('asks for what can be asked for another alone, and with no agent', async () => {
    const visitor = kept.visitor();
    const code = async (body: object) =>
      (await visitor.call('POST', '/api/outside/requests', { contact: email(newAddress()), residence: 'CN', ...body }))
        .body;
    const behalf = { contact: email(newAddress()), wants: 'copy' };
    expect((await code({ right: 'complaint', behalf })).code).toBe('RIGHTS_NOT_HERE');
    expect((await code({ right: 'erasure', behalf })).code).toBe('RIGHTS_NOT_HERE');
    expect((await code({ right: 'copy', behalf, agent: { name: 'Wei' } })).code).toBe('RIGHTS_NOT_HERE');
    expect(await code({ right: 'opt-out' })).toMatchObject({ code: 'RIGHTS_NOT_GRANTED', clause: '2' });
    expect((await visitor.call('GET', '/api/my/wishes')).status).toBe(401);
  });
});

test('what needs nobody is never shown as waiting', async () => {
  const lin = await kept.person();
  const seen = new Set<string | null>();
  for (let i = 0; i < 5; i++) {
    const { request } = await lin.visitor.must<{ request: RightRequest }>(202, 'POST', '/api/my/requests', {
      ...{ right: 'objection', fields: [] },
    });
    for (;;) {
      const { requests } = await owner.must<{ requests: QueuedRequest[] }>(200, 'GET', '/api/console/requests');
      const own = requests.find(({ id }) => id === request.id);
      if (!own) break;
      seen.add(own.waits);
    }
  }
  expect([...seen].filter((each) => each !== null)).toEqual([]);
});
