/**
 * Every operation of the OpenAPI document, with what its schemas take and with what they do not. Whatever comes: no
 * failure on our side, no call without an end, nothing written by what was refused, and nothing that was sent in the answer.
 */
import { type TestHouse, testHouse, type Visitor } from '@kept/server/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CANARY, nearly, ODD, right, type Schema } from './schema-values.ts';

const SOAK = Number(process.env['KEPT_SOAK'] ?? 0);
const RUNS = SOAK || 5;
const SEED = 20_261_123;
/** A call that has no end; what is merely slow on a crowded machine has one. */
const PATIENCE_MS = 120_000;

interface Operation {
  readonly parameters?: readonly { name: string; in: 'path' | 'query' | 'header'; schema: Schema }[];
  readonly requestBody?: { content: { 'application/json': { schema: Schema } } };
  readonly security?: readonly Readonly<Record<string, unknown>>[];
}

let kept: TestHouse;
let operator: Visitor;
/** Whoever plays the person: a new one once the last has signed out or been locked out. */
let person: Visitor;
let operations: { name: string; method: string; path: string; operation: Operation }[];
let worst = 0;
/** How many calls were answered with what. */
const answered = new Map<number, number>();

beforeAll(async () => {
  kept = await testHouse();
  [operator, person] = [await kept.operator(), (await kept.person()).visitor];
  const { body } = await kept
    .visitor()
    .call<{ paths: Record<string, Record<string, Operation>> }>('GET', '/api/openapi.json');
  operations = Object.entries(body.paths).flatMap(([path, each]) =>
    Object.entries(each).map(([method, operation]) => ({
      ...{ name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, operation },
    })),
  );
  expect(operations.length).toBeGreaterThan(40);
}, 240_000);
afterAll(() => {
  const told = [...answered]
    .toSorted(([a], [b]) => a - b)
    .map(([status, n]) => `${status}: ${n}`)
    .join(', ');
  process.stdout.write(
    `figures: fuzzed ${operations.length} operations, ${RUNS} rounds, seed ${SEED}, slowest ${worst.toFixed(0)} ms, ${told}\n`,
  );
});

interface Call {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: readonly (readonly [string, unknown])[];
  readonly body: unknown;
  /** Sent as it is, in place of the body. */
  readonly raw?: string;
  readonly headers: Readonly<Record<string, string>>;
}

function callsOf({ parameters = [], requestBody }: Operation): fc.Arbitrary<Call> {
  const of = (place: string) => parameters.filter((each) => each.in === place);
  const one = (schema: Schema): fc.Arbitrary<unknown> => fc.oneof({ weight: 3, arbitrary: right(schema) }, ODD);
  const path = fc.record(Object.fromEntries(of('path').map(({ name, schema }) => [name, one(schema)])));
  type Pair = readonly [string, unknown];
  const pairs = (value: typeof right): fc.Arbitrary<Pair[]> =>
    fc.tuple(...of('query').map(({ name, schema }) => value(schema).map((each): Pair => [name, each])));
  const stray: fc.Arbitrary<Pair> = fc.tuple(fc.constantFrom(CANARY, '__proto__', 'limit[]', 'lang'), ODD);
  const query = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: pairs(right) },
    { weight: 1, arbitrary: pairs(one) },
    { weight: 1, arbitrary: fc.array(stray, { minLength: 1, maxLength: 3 }) },
  );
  const schema = requestBody?.content['application/json'].schema;
  const none = fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, ODD);
  const body = schema ? fc.oneof(right(schema), nearly(schema)) : none;
  return fc
    .record({ path, query, body, headers: HEADERS })
    .chain((call) => fc.option(rawOf(call), { nil: call, freq: 5 }));
}

const HEADERS = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Readonly<Record<string, string>>>({}) },
  fc.constantFrom<Readonly<Record<string, string>>[]>(
    { 'content-type': 'text/plain' },
    { 'content-type': `application/${CANARY}` },
    { 'accept-language': `${CANARY},zh;q=x` },
    { 'user-agent': `${CANARY}\u00ff`.repeat(50) },
    { cookie: `kept.session=${CANARY}.${CANARY}; kept.two_factor=%zz; kept.passkey=${CANARY}` },
    { 'x-forwarded-for': CANARY, 'x-client-ip': CANARY, host: CANARY },
    { 'accept-encoding': CANARY, range: 'bytes=0-0', 'if-none-match': '*', expect: CANARY },
  ),
);

/** The same call with a body that is broken as text. */
const rawOf = (call: Call): fc.Arbitrary<Call> =>
  fc.tuple(fc.nat(), fc.constantFrom('cut', 'twice', 'deep', 'noise')).map(([at, how]) => {
    const text = JSON.stringify(call.body) ?? '';
    const broken = {
      cut: text.slice(0, at % (text.length + 1)),
      twice: text.replace(/^\{("(?:[^"\\]|\\.)*":)/, (_, key: string) => `{${key}"${CANARY}",${key}`),
      deep: `${'[{"a":'.repeat(1 + (at % 9_000))}${text}`,
      noise: `${text.slice(0, at % (text.length + 1))}${CANARY}\u0000${text.slice(at % (text.length + 1))}`,
    };
    return { ...call, raw: broken[how] };
  });

const escaped = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // A lone half of a pair has no percent form.
  return encodeURIComponent((text ?? '').toWellFormed());
};

async function make(visitor: Visitor, { method, path, call }: { method: string; path: string; call: Call }) {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => escaped(call.path[name]));
  const query = call.query.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&');
  const payload = method === 'GET' ? undefined : (call.raw ?? JSON.stringify(call.body));
  const headers = {
    origin: kept.origin,
    ...(payload !== undefined && { 'content-type': 'application/json' }),
    ...call.headers,
  };
  const from = performance.now();
  const late = new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS, new Error('it hangs')).unref());
  const sent = visitor.send(method, filled + (query && `?${query}`), {
    headers,
    ...(payload !== undefined && { payload }),
  });
  const answer = await Promise.race([sent, late]);
  worst = Math.max(worst, performance.now() - from);
  return answer;
}

/** Rows of what is kept of people, by person; limits and ledger entries count what was tried, and are to grow. */
async function rows(): Promise<string> {
  const counted: string[] = [];
  for (const [id, { pool }] of kept.house.quarters) {
    await kept.house.regions.get(id)!.identity.idle();
    const { rows: found } = await pool.query<{ row: string }>(await countsOf(id));
    counted.push(...found.map(({ row }) => `${id} ${row}`));
  }
  return counted.join('\n');
}

const statements = new Map<string, string>();

async function countsOf(region: string): Promise<string> {
  const known = statements.get(region);
  if (known) return known;
  const { rows: tables } = await kept.house.quarters.get(region)!.pool.query<{ name: string; owner: string }>(TABLES);
  expect(tables.length).toBeGreaterThan(8);
  const each = tables.map(
    ({ name, owner }) => `select '${name} ' || ${owner} || ' ' || count(*) as row from ${name} group by ${owner}`,
  );
  const statement = `${each.join(' union all ')} order by row`;
  statements.set(region, statement);
  return statement;
}

/** Challenges of passkeys are nobody's. */
const TABLES = `select format('%I.%I', table_schema, table_name) as name, min(column_name) as owner
  from information_schema.columns
  where table_schema in ('public', 'subjects') and column_name in ('owner_id', 'user_id', 'key_id')
    and table_name <> 'auth_verification' group by 1`;

/** Nobody in particular, each time from another address: limits are under test elsewhere. */
const PLAYERS = { anyone: () => kept.visitor(), person: () => person, operator: () => operator } as const;
type Player = keyof typeof PLAYERS;

test('whatever is sent', { timeout: SOAK ? 0 : 120_000 }, async () => {
  for (const { name, method, path, operation } of operations) {
    const who = (Object.keys(operation.security?.[0] ?? { anyone: 0 })[0] ?? 'anyone') as Player;
    await fc.assert(
      fc.asyncProperty(callsOf(operation), async (call) => {
        const visitor = PLAYERS[who]();
        const before = await rows();
        const failed = kept.failures.length;
        const { status, headers, text, body } = await make(visitor, { method, path, call });
        expect([name, status < 500, kept.failures[failed]?.error]).toEqual([name, true, undefined]);
        answered.set(status, (answered.get(status) ?? 0) + 1);
        if (status < 400) return;
        expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
        expect(body).toMatchObject({
          status,
          code: expect.stringMatching(/^[A-Z][A-Z0-9_]+$/),
          title: expect.any(String),
        });
        if (body.code === 'REQUEST_INVALID')
          expect(body.problems?.every(({ field }) => field.startsWith('/'))).toBe(true);
        expect(`${text}${JSON.stringify(headers)}`).not.toContain(CANARY);
        expect(await rows()).toBe(before);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: SOAK === 0 },
    );
    // Some calls end the session that they are made with, which is right.
    if ((await person.call('GET', '/api/session')).status === 401) person = (await kept.person()).visitor;
    if ((await operator.call('GET', '/api/session')).status === 401) operator = await kept.operator();
  }
  // What was sent reached the handlers, and what guards them.
  for (const status of [200, 400, 401, 404]) expect([status, answered.has(status)]).toEqual([status, true]);
});
