/** Every route for everybody: whom it lets in, and that nobody reaches what is another's by its id. */
import type { Endpoint } from '@kept/api';
import { partnerRoutes } from '@kept/rights';
import {
  type Answer,
  Authenticator,
  allRoutes,
  PASSWORD,
  type Person,
  serviceRoutes,
  type TestHouse,
  testHouse,
  totp,
  type Visitor,
} from '@kept/server/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { HOME_BODIES, HOME_QUERIES, HOMES, NOBODYS_OF_HOME } from './homes.ts';
import { NOT_PERSONAL } from './not-personal.ts';
import { noticeOf } from './notices.ts';

interface Role {
  readonly visitor: Visitor;
  /** Signed in to an account of their own. */
  readonly person?: boolean;
  /** And has just proved it. */
  readonly fresh?: boolean;
  readonly operator?: boolean;
}

const NAMES = [
  ...['nobody', 'a person', 'a person whose session is stale', 'somebody before their second step'],
  ...['an operator', 'a person who is an operator too', 'a session that has ended', 'a session of a closed account'],
  ...['a forged session', 'a session signed for another cookie', 'an operator who has signed out'],
];

let kept: TestHouse;
let roles: Readonly<Record<string, Role>>;
let endpoints: readonly Endpoint[];

beforeAll(async () => {
  kept = await testHouse();
  // What ends a session comes last: roles are used more than once.
  const ends = ({ method, path }: Endpoint) => Number(method === 'DELETE' && path === '/api/session');
  endpoints = allRoutes(kept.house)
    .map(({ endpoint }) => endpoint)
    .toSorted((a, b) => ends(a) - ends(b));
  roles = await cast();
  expect(Object.keys(roles)).toEqual(NAMES);
}, 240_000);

async function cast(): Promise<Record<string, Role>> {
  const both = (await kept.person()).visitor;
  for (const [name, value] of (await kept.operator()).jar) both.jar.set(name, value);
  const ended = (await kept.person()).visitor;
  const left = ended.copy();
  await ended.must(204, 'DELETE', '/api/session');
  const operator = await kept.operator();
  const gone = operator.copy();
  await operator.must(204, 'DELETE', '/api/session');
  return {
    nobody: { visitor: kept.visitor() },
    'a person': { visitor: (await kept.person()).visitor, person: true, fresh: true },
    'a person whose session is stale': { visitor: await stale(await kept.person()), person: true },
    'somebody before their second step': { visitor: await halfIn(await kept.person()) },
    'an operator': { visitor: await kept.operator(), operator: true },
    'a person who is an operator too': { visitor: both, person: true, fresh: true, operator: true },
    'a session that has ended': { visitor: left },
    'a session of a closed account': { visitor: await closed(await kept.person()) },
    'a forged session': { visitor: forged((await kept.person()).visitor) },
    'a session signed for another cookie': { visitor: renamed(await halfIn(await kept.person())) },
    'an operator who has signed out': { visitor: gone },
  };
}

async function stale({ id, region, visitor }: Person): Promise<Visitor> {
  const { pool } = kept.house.quarters.get(region)!;
  await pool.query(`update auth_session set created_at = created_at - interval '20 minutes' where user_id = $1`, [id]);
  return visitor;
}

/** With an authenticator app set up, and in another browser the password given, but no code. */
async function halfIn({ email, visitor }: Person): Promise<Visitor> {
  const { secret } = await visitor.must<{ secret: string }>(200, 'POST', '/api/account/totp', { password: PASSWORD });
  await visitor.must(204, 'POST', '/api/account/totp/confirm', { code: totp(secret, Date.now()) });
  const half = kept.visitor();
  const contact = { kind: 'email', value: email };
  const answer = await half.must<object>(200, 'POST', '/api/session', { contact, password: PASSWORD });
  expect(answer).toEqual({ secondStep: ['totp', 'backup-code'] });
  expect([...half.jar.keys()]).toEqual(['kept.two_factor']);
  return half;
}

async function closed({ visitor }: Person): Promise<Visitor> {
  const copy = visitor.copy();
  const preview = '/api/my/requests/preview?right=closure';
  const { confirm } = await visitor.must<{ confirm: string }>(200, 'GET', preview);
  const { request } = await visitor.must<{ request: { certificate: string } }>(202, 'POST', '/api/my/requests', {
    ...{ right: 'closure', confirm },
  });
  const path = `/api/certificates/${request.certificate}`;
  for (let ready = false; !ready; ) ({ ready } = await visitor.must<{ ready: boolean }>(200, 'GET', path));
  return copy;
}

/** The last bit of the signature is another. */
function forged(visitor: Visitor): Visitor {
  const [name, value] = [...visitor.jar][0]!;
  const text = decodeURIComponent(value);
  const at = text.lastIndexOf('.') + 3;
  visitor.jar.set(name, encodeURIComponent(text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)));
  return visitor;
}

/** What one cookie was signed for, under the name of the other. */
function renamed(visitor: Visitor): Visitor {
  visitor.jar.set('kept.session', visitor.jar.get('kept.two_factor')!);
  visitor.jar.delete('kept.two_factor');
  return visitor;
}

/** By the declaration. Null: let in. */
function refusal({ who, fresh }: Endpoint, role: Role): readonly [status: number, code: string] | null {
  if (who === 'operator') return role.operator ? null : [401, 'OPERATOR_SESSION_REQUIRED'];
  if (who === 'person') {
    if (!role.person) return [401, 'SESSION_REQUIRED'];
    if (fresh && !role.fresh) return [401, 'SESSION_NOT_FRESH'];
  }
  return null;
}

const ROLE_CODES = ['OPERATOR_SESSION_REQUIRED', 'SESSION_REQUIRED', 'SESSION_NOT_FRESH', 'HTTP_FOREIGN_ORIGIN'];

/** Ids that nobody has, of the right form where the form is checked before the session is. */
const NOBODYS: Readonly<Record<string, string>> = {
  id: '0193a1f2-7c00-7000-8000-000000000000',
  index: '999999999',
  region: 'nowhere',
  code: 'CN-0000-0000-0000-0000',
  token: 'A'.repeat(60),
  ...NOBODYS_OF_HOME,
  person: '0193a1f2-7c00-7000-8000-000000000002',
};
const addressOf = ({ path }: Endpoint): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => NOBODYS[name] ?? NOBODYS['id']!);
const nameOf = ({ method, path }: { readonly method: string; readonly path: string }): string => `${method} ${path}`;

describe('who is let in', () => {
  test.each(NAMES)('%s, by what each route declares', async (name) => {
    const role = roles[name]!;
    const wrong: unknown[] = [];
    for (const endpoint of endpoints) {
      // Of a form that no route takes: who is refused learns nothing of the form, who is let in is told.
      const body = endpoint.body ? { 'no-such-field': 1 } : undefined;
      const answer = await role.visitor.copy().call(endpoint.method, addressOf(endpoint), body);
      const expected = refusal(endpoint, role);
      const is = { route: nameOf(endpoint), status: answer.status, code: answer.body?.code };
      if (expected ? !isRefusal(answer, expected) : !isIn(endpoint, role, answer)) wrong.push({ ...is, expected });
    }
    expect(wrong).toEqual([]);
  });

  test('and nobody is let in by what a HEAD of the route says', async () => {
    for (const endpoint of endpoints.filter(({ method, who }) => method === 'GET' && who !== 'anyone')) {
      const answer = await roles['nobody']!.visitor.call('HEAD', addressOf(endpoint));
      expect([nameOf(endpoint), answer.status, answer.text]).toEqual([nameOf(endpoint), 401, '']);
    }
  });
});

function isRefusal({ status, headers, body }: Answer, [expected, code]: readonly [number, string]): boolean {
  return (
    status === expected && body.code === code && String(headers['content-type']).startsWith('application/problem+json')
  );
}

function isIn(endpoint: Endpoint, role: Role, { status, body }: Answer): boolean {
  // Tells who is signed in, and so that nobody is.
  if (nameOf(endpoint) === 'GET /api/session' && !role.person && !role.operator)
    return body.code === 'SESSION_REQUIRED';
  if (endpoint.body) return status === 400 && body.code === 'REQUEST_INVALID';
  if (endpoint.params || endpoint.query) return status < 500 && !ROLE_CODES.includes(body?.code);
  return status < 300;
}

interface Operation {
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly 'x-kept-fresh'?: boolean;
}

describe('the OpenAPI document', () => {
  const document = async () =>
    (await kept.visitor().call<{ paths: Record<string, Record<string, Operation>> }>('GET', '/api/openapi.json')).body;

  test('says of each route what the route says of itself', async () => {
    const said = Object.entries((await document()).paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { security, 'x-kept-fresh': fresh = false }]) => {
        expect([path, security?.length ?? 0]).toEqual([path, security?.length === 1 ? 1 : 0]);
        const who = Object.keys(security?.[0] ?? { anyone: [] })[0];
        return { method: method.toUpperCase(), path, who, fresh };
      }),
    );
    const declared = endpoints.map(({ method, path, who, fresh = false }) => ({
      ...{ method, path: path.replaceAll(/:(\w+)/g, '{$1}'), who, fresh },
    }));
    const order = (a: { method: string; path: string }, b: { method: string; path: string }) =>
      nameOf(a as Endpoint) < nameOf(b as Endpoint) ? -1 : 1;
    expect(said.toSorted(order)).toEqual(declared.toSorted(order));
  });

  // Programs of others sign what they send: `partners.test.ts`.
  test('and there is no other route', () => {
    const beside = [
      '/.well-known/gpc.json',
      '/api/openapi.json',
      '/reference',
      '/reference/',
      '/reference/js/scalar.js',
    ];
    expect(mounted(kept.app.printRoutes({ commonPrefix: false }))).toEqual(
      [
        ...[...endpoints, ...partnerRoutes].map(nameOf),
        ...beside.map((path) => `GET ${path}`),
        'POST /unsubscribe/:token',
      ].toSorted(),
    );
  });
});

/** `METHOD /path` of each line of the router's tree; a HEAD goes with its GET. */
function mounted(tree: string): string[] {
  const above: string[] = [];
  return tree
    .split('\n')
    .flatMap((line) => {
      const [, indent, part, methods] = /^((?:[│ ] {3})*)[├└]── (\S+)(?: \((.*)\))?$/.exec(line) ?? [];
      if (part === undefined) return [];
      const depth = indent!.length / 4;
      above.splice(depth, Number.POSITIVE_INFINITY, part);
      return (methods ?? '')
        .split(', ')
        .flatMap((method) => (method && method !== 'HEAD' ? [`${method} ${above.join('')}`] : []));
    })
    .toSorted();
}

const OF_SERVICES = await serviceRoutes();
const QUERIES: Readonly<Record<string, string>> = Object.assign(
  { ...HOME_QUERIES },
  ...OF_SERVICES.map(({ queries }) => queries),
);
const BODIES: Readonly<Record<string, (id: string) => object>> = {
  ...HOME_BODIES,
  ...Object.assign({}, ...OF_SERVICES.map(({ bodies }) => bodies)),
  'POST /api/my/data/reveal': (item) => ({ item }),
  'POST /api/my/requests/:id/fee': () => ({ accepts: true }),
  'POST /api/my/requests/:id/documents': () => ({ data: 'JVBERi0xLjcK' }),
  'PATCH /api/my/data': (item) => ({ item, value: 'Nobody' }),
  'DELETE /api/my/data': (item) => ({ item }),
  'POST /api/registrations/:id/confirm': () => ({ code: '000000', password: PASSWORD }),
};

/** What is another person's, what is nobody's, and what is to be answered to both. */
interface Foreign {
  readonly theirs: string;
  readonly nobodys: string;
  readonly status: number;
}

describe('what is another’s', () => {
  let lin: Person;
  let mira: Person;
  let theirs: Readonly<Record<string, Foreign>>;

  beforeAll(async () => {
    [lin, mira] = [await kept.person({ nickname: 'Lin' }), await kept.person({ nickname: 'Mira' })];
    expect(lin.region).toBe(mira.region);
    theirs = await belongings(mira);
    for (const { belongings: own } of OF_SERVICES)
      for (const [name, id] of Object.entries((await own?.(mira)) ?? {}))
        theirs = { ...theirs, [name]: { theirs: id, nobodys: NOBODYS['id']!, status: 404 } };
  }, 240_000);

  async function belongings({ id, region, visitor, email }: Person): Promise<Record<string, Foreign>> {
    const authenticator = new Authenticator(kept.origin);
    const challenge = await visitor.must<{ challenge: string }>(200, 'POST', '/api/account/passkeys/options');
    const response = authenticator.attestation(challenge);
    const passkey = await visitor.must<{ id: string }>(201, 'POST', '/api/account/passkeys', { response, name: 'key' });
    const other = kept.visitor();
    const contact = { kind: 'email', value: email };
    await other.must(200, 'POST', '/api/session', { contact, password: PASSWORD });
    const { sessions } = await visitor.must<{ sessions: { id: string; current: boolean }[] }>(
      ...([200, 'GET', '/api/account/sessions'] as const),
    );
    const due = { at: Date.now() + 86_400_000, zone: 'Asia/Shanghai' };
    const request = await kept.house.rights.requests(region).make(id, 'closure', { due, firstEntry: 0 });
    const seal = { passphrase: 'paper lantern under the eaves' };
    const { path } = await visitor.must<{ path: string }>(201, 'POST', '/api/my/packages', { seal });
    const { entries } = await visitor.must<{ entries: { index: number }[] }>(200, 'GET', '/api/my/activity');
    const { categories } = await visitor.must<{ categories: { items: { id: string; correctable: boolean }[] }[] }>(
      ...([200, 'GET', '/api/my/data'] as const),
    );
    const items = categories.flatMap((category) => category.items);
    const nickname = items.find(({ correctable }) => correctable)!.id;
    const nobodysItem = nickname.replace(id, NOBODYS['id']!);
    const foreign = (theirs: string, nobodys = NOBODYS['id']!, status = 404): Foreign => ({ theirs, nobodys, status });
    const plan = { name: 'Riverside 12', spaces: [] };
    const home = foreign((await visitor.must<{ id: string }>(201, 'POST', '/api/homes', plan)).id);
    const notice = foreign(await noticeOf(kept, { id, region }));
    const opened = await visitor.must<{ path: string }>(201, 'POST', '/api/my/arrivals');
    const arrival = foreign(opened.path.split('/').at(-1)!, 'A'.repeat(43));
    const session = foreign(sessions.find(({ current }) => !current)!.id);
    return {
      'DELETE /api/account/sessions/:id': session,
      'DELETE /api/account/passkeys/:id': foreign(passkey.id),
      'GET /api/my/packages/:token': foreign(path.split('/').at(-1)!, 'A'.repeat(43)),
      'GET /api/my/arrivals/:token': arrival,
      'GET /api/my/arrivals/:token/package': arrival,
      'DELETE /api/my/arrivals/:token': arrival,
      ...{ 'PATCH /api/my/inbox/:notice': notice, 'DELETE /api/my/inbox/:notice': notice },
      'GET /api/my/requests/:id': foreign(request.id),
      'DELETE /api/my/requests/:id': foreign(request.id),
      'POST /api/my/requests/:id/lifting': foreign(request.id),
      'POST /api/my/requests/:id/answer': foreign(request.id),
      'POST /api/my/requests/:id/fee': foreign(request.id),
      'GET /api/my/requests/:id/documents': foreign(request.id),
      'POST /api/my/requests/:id/documents': foreign(request.id),
      'GET /api/my/activity/:index/proof': foreign(`${entries[0]!.index}`, '999999999'),
      'POST /api/my/data/reveal': foreign(nickname, nobodysItem),
      'PATCH /api/my/data': foreign(nickname, nobodysItem),
      'DELETE /api/my/data': foreign(nickname, nobodysItem),
      ...Object.fromEntries(HOMES.map((name) => [name, home])),
      // Confirmed: its id has become the person's.
      'POST /api/registrations/:id/code': foreign(id),
      'POST /api/registrations/:id/confirm': foreign(id),
    };
  }

  test('every id that a route takes is among them', async () => {
    const taking = endpoints.filter(
      (endpoint) => endpoint.params || /"(item|id|person|session)":/.test(fieldsOf(endpoint)),
    );
    const known = [...Object.keys(theirs), ...NOT_PERSONAL];
    expect(taking.map(nameOf).filter((name) => !known.includes(name))).toEqual([]);
  });

  test('is not found, and cannot be told from what nobody has', async () => {
    for (const [name, { theirs: id, nobodys, status }] of Object.entries(theirs)) {
      const ask = (each: string) => {
        const [method = '', path = ''] = name.split(' ');
        const query = QUERIES[name] ?? '';
        const whole = addressOf({ path: path.replace(/:\w+/, each) } as Endpoint);
        return lin.visitor.copy().call(method, whole + query, BODIES[name]?.(each));
      };
      const [foreign, unknown] = [await ask(id), await ask(nobodys)];
      const told = ({ status, headers, text }: Answer<unknown>) => ({
        ...{ name, status, text },
        headers: { ...headers, date: undefined },
      });
      expect(told(foreign)).toEqual(told(unknown));
      expect({ name, status: foreign.status }).toEqual({ name, status });
    }
  });

  test('and is still there, as it was', async () => {
    const found = await belongingsLeft(mira);
    expect(found).toMatchObject({ sessions: 2, passkeys: 1, requests: 1, nickname: 'Mira' });
  });

  async function belongingsLeft({ visitor }: Person) {
    const get = <T>(path: string) => visitor.must<T>(200, 'GET', path);
    const { sessions } = await get<{ sessions: unknown[] }>('/api/account/sessions');
    const { passkeys } = await get<{ passkeys: unknown[] }>('/api/account/second-steps');
    const { requests } = await get<{ requests: unknown[] }>('/api/my/requests');
    const item = theirs['PATCH /api/my/data']!.theirs;
    const { value } = await visitor.must<{ value: string }>(200, 'POST', '/api/my/data/reveal', { item });
    return { sessions: sessions.length, passkeys: passkeys.length, requests: requests.length, nickname: value };
  }
});

const fieldsOf = ({ body }: Endpoint): string =>
  body
    ? JSON.stringify(
        Object.fromEntries(Object.keys((body as unknown as { shape?: object }).shape ?? {}).map((key) => [key, 0])),
      )
    : '';
