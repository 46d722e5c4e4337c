/** Staff: who may do what, that one person is one account, and that what ends ends at once. */
import type { QueuedDetail, RightRequest, StaffMember } from '@kept/api';
import {
  allRoutes,
  type Enrolled,
  serviceRoutes,
  type TestHouse,
  testHouse,
  totp,
  type Visitor,
} from '@kept/server/testing';
import { beforeAll, describe, expect, test } from 'vitest';

const ROLES = ['owner', 'officer', 'agent', 'auditor'] as const;
type Role = (typeof ROLES)[number];

/** Written by hand, not derived from what the routes declare: whoever adds a route says here who may. */
const READS = 'owner officer agent auditor';
const MAY: Readonly<Record<string, string>> = {
  'GET /api/console/overview': READS,
  'GET /api/console/services': READS,
  'GET /api/console/policies': READS,
  'GET /api/console/recipients': READS,
  'GET /api/console/ledger': READS,
  'POST /api/console/ledger/:region/verification': 'owner officer auditor',
  'GET /api/console/outbox': 'owner officer',
  'GET /api/console/requests': READS,
  'GET /api/console/requests/:region/:id': READS,
  'POST /api/console/requests/:region/:id/decision': 'owner officer agent',
  'POST /api/console/requests/:region/:id/agreement': 'owner officer',
  'POST /api/console/requests/:region/:id/extension': 'owner officer agent',
  'POST /api/console/requests/:region/:id/answer': 'owner officer agent',
  'POST /api/console/requests/:region/:id/fee': 'owner officer agent',
  'DELETE /api/console/requests/:region/:id/fee': 'owner officer agent',
  'POST /api/console/requests/:region/:id/letter': 'owner officer agent',
  'POST /api/console/requests/:region/:id/documents/:document': 'owner officer agent',
  'GET /api/console/tellings': READS,
  'POST /api/console/tellings/:region/:id/letter': 'owner officer agent',
  'POST /api/console/tellings/:region/:id/progress': 'owner officer agent',
  'GET /api/console/connectors': 'owner officer auditor',
  'GET /api/console/connectors/runs': 'owner officer auditor',
  'GET /api/console/metrics': READS,
  'POST /api/console/ages': 'owner officer agent',
  'GET /api/console/incidents': READS,
  'GET /api/console/incidents/:id': READS,
  'GET /api/console/incidents/:id/reports/:authority': READS,
  'POST /api/console/incidents': 'owner officer agent',
  'PUT /api/console/incidents/:id/parts': 'owner officer agent',
  'POST /api/console/incidents/:id/trace': 'owner officer',
  'POST /api/console/incidents/:id/notices': 'owner officer',
  'POST /api/console/incidents/:id/reports/:authority': 'owner officer',
  'POST /api/console/incidents/:id/closure': 'owner officer',
  'GET /api/console/versions': READS,
  'POST /api/console/versions': 'owner officer',
  'POST /api/console/versions/:id/review': 'owner officer',
  'POST /api/console/versions/:id/publication': 'owner officer',
  'DELETE /api/console/versions/:id': 'owner officer',
  'GET /api/console/versions/:id/diff': READS,
  'GET /api/console/inventory': READS,
  'GET /api/console/waiting': READS,
  'GET /api/console/staff': READS,
  'GET /api/console/staff/:id/acts': 'owner officer auditor',
  'POST /api/console/staff': 'owner',
  'POST /api/console/staff/:id/link': 'owner',
  'DELETE /api/console/staff/:id': 'owner',
  'POST /api/console/me/app': READS,
  'PUT /api/console/me/sign-in': READS,
  ...Object.assign({}, ...(await serviceRoutes()).map(({ may }) => may)),
};
const NOBODY = '0193a1f2-7c00-7000-8000-000000000000';
const NOBODYS: Readonly<Record<string, string>> = { id: NOBODY, document: NOBODY, region: 'nowhere' };
const addressOf = (path: string): string => path.replaceAll(/:(\w+)/g, (_, name: string) => NOBODYS[name] ?? 'x');

let kept: TestHouse;
let visitors: Record<Role, Visitor>;
let officer: Enrolled;
let agent: Enrolled;
beforeAll(async () => {
  kept = await testHouse();
  officer = await kept.staff('officer');
  agent = await kept.staff('agent');
  const auditor = await kept.staff('auditor');
  visitors = {
    ...{ owner: await kept.operator(), officer: officer.visitor, agent: agent.visitor, auditor: auditor.visitor },
  };
}, 240_000);

describe('what each role may', () => {
  test('every route of the console is in the table, and no other', () => {
    const routes = allRoutes(kept.house).filter(({ endpoint }) => endpoint.who === 'operator');
    const names = routes.map(({ endpoint: { method, path } }) => `${method} ${path}`);
    expect(names.toSorted()).toEqual(Object.keys(MAY).toSorted());
  });

  test.each(ROLES)('%s', async (role) => {
    const wrong: unknown[] = [];
    for (const [name, may] of Object.entries(MAY)) {
      const [method = '', path = ''] = name.split(' ');
      const body = method === 'POST' || method === 'PUT' ? { 'no-such-field': 1 } : undefined;
      const { status, body: answer } = await visitors[role].copy().call(method, addressOf(path), body);
      const refused = status === 403 && answer?.code === 'OPERATOR_ROLE';
      if (refused === may.split(' ').includes(role)) wrong.push({ name, status, code: answer?.code });
      if (!refused && [401, 403, 500].includes(status)) wrong.push({ name, status, code: answer?.code });
    }
    expect(wrong).toEqual([]);
  });

  test('who was invited may do nothing before they chose how to sign in', async () => {
    const guest = kept.visitor();
    const invited = { name: 'Zhou Ran', role: 'officer' };
    const { path } = await visitors.owner.must<{ path: string }>(201, 'POST', '/api/console/staff', invited);
    await guest.must(200, 'POST', '/api/operator/session', { token: path.split('=')[1]! });
    expect(await guest.must(200, 'GET', '/api/session')).toMatchObject({ operator: { enrolled: false } });
    for (const name of Object.keys(MAY).filter((each) => !each.includes('/console/me/'))) {
      const [method = '', where = ''] = name.split(' ');
      const { body } = await guest.call(method, addressOf(where), method === 'POST' ? {} : undefined);
      expect([name, body?.code]).toEqual([name, 'OPERATOR_NOT_ENROLLED']);
    }
  });
});

describe('two people', () => {
  const at = (id: string, what = ''): string => `/api/console/requests/cn/${id}${what}`;
  const asked = async (): Promise<string> => {
    const { visitor } = await kept.person();
    const body = { right: 'explanation', note: 'Why?' };
    const { request } = await visitor.must<{ request: RightRequest }>(202, 'POST', '/api/my/requests', body);
    const read = async () => (await visitors.owner.must<{ request: QueuedDetail }>(200, 'GET', at(request.id))).request;
    await expect.poll(async () => (await read()).waits, { timeout: 120_000 }).toBe('decision');
    return request.id;
  };
  const refuse = async (visitor: Visitor, id: string) =>
    visitor.must<{ request: QueuedDetail }>(200, 'POST', at(id, '/decision'), { outcome: 'refused', ground: 0 });
  const agree = (visitor: Visitor, id: string) =>
    visitor.call(...(['POST', at(id, '/agreement'), { agrees: true }] as const));

  test('are two accounts: neither a second link nor a second browser makes one person two', async () => {
    const id = await asked();
    expect((await refuse(visitors.owner, id)).request.waits).toBe('second');
    const elsewhere = await kept.operator();
    expect((await agree(elsewhere, id)).body.code).toBe('RIGHTS_SAME_PERSON');
    expect((await agree(officer.visitor, id)).status).toBe(200);
  });

  test('nor does a password beside the link', async () => {
    const id = await asked();
    await refuse(officer.visitor, id);
    const { login, password, secret } = officer;
    const again = kept.visitor();
    const code = totp(secret, Date.now() + 30_000);
    await again.must(200, 'POST', '/api/operator/sign-in', { login, password, code });
    expect((await agree(again, id)).body.code).toBe('RIGHTS_SAME_PERSON');
    expect((await agree(agent.visitor, id)).body.code).toBe('OPERATOR_ROLE');
    expect((await agree(visitors.owner, id)).status).toBe(200);
  });
});

describe('a removal', () => {
  test('ends the sessions at once; what was done stays, without a name', async () => {
    const { id, visitor, login, password, secret } = await kept.staff('officer');
    await visitor.must(200, 'GET', '/api/console/overview');
    await visitor.call('POST', '/api/console/ledger/cn/verification');
    const again = { login: 'mine.now', password, code: '000000' };
    expect((await visitor.call('PUT', '/api/console/me/sign-in', again)).body.code).toBe('STAFF_ENROLLED');
    await visitors.owner.must(204, 'DELETE', `/api/console/staff/${id}`);
    expect((await visitor.call('GET', '/api/console/overview')).body.code).toBe('OPERATOR_SESSION_REQUIRED');
    const code = totp(secret, Date.now() + 30_000);
    const answer = await kept.visitor().call('POST', '/api/operator/sign-in', { login, password, code });
    expect([answer.status, answer.body.code]).toEqual([401, 'OPERATOR_CREDENTIALS_WRONG']);
    const { staff } = await visitors.owner.must<{ staff: StaffMember[] }>(200, 'GET', '/api/console/staff');
    expect(staff.find((each) => each.id === id)).toMatchObject({ state: 'removed', name: null });
    const { acts } = await visitors.auditor.must<{ acts: { act: string; about: string }[] }>(
      ...([200, 'GET', `/api/console/staff/${id}/acts`] as const),
    );
    expect(acts.map(({ act, about }) => `${act} ${about}`)).toEqual([
      'POST /api/console/ledger/:region/verification cn',
      'enrol ',
      'sign-in link',
    ]);
  });

  test('is not for the owner, and nobody’s id is nobody’s', async () => {
    const { staff } = await visitors.owner.must<{ staff: StaffMember[] }>(200, 'GET', '/api/console/staff');
    const owner = staff.find(({ mine }) => mine)!;
    expect((await visitors.owner.call('DELETE', `/api/console/staff/${owner.id}`)).body.code).toBe('STAFF_OWNER_STAYS');
    const nobody = `/api/console/staff/${NOBODY}`;
    expect((await visitors.owner.call('DELETE', nobody)).status).toBe(404);
    expect((await visitors.owner.call('GET', `${nobody}/acts`)).status).toBe(404);
  });
});

test('guessing from one address is slowed down', async () => {
  const guesser = kept.visitor();
  const body = { login: 'colleague-1', password: 'guess-after-guess', code: '000000' };
  const codes: unknown[] = [];
  for (let i = 0; i < 12; i++)
    codes.push((await guesser.call('POST', '/api/operator/session', { token: 'A'.repeat(32) })).status);
  expect(codes).toEqual([...Array<number>(10).fill(401), 429, 429]);
  expect((await guesser.call('POST', '/api/operator/sign-in', body)).status).toBe(429);
});
