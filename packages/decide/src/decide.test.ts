import { SeededRandom } from '@kept/base';
import { compile, DESENSITISE, FIRST_REFUSAL, type Program, REDACT, type Tables } from '@kept/policy';
import { expect, test } from 'vitest';
import { BATCH, type Decision, decide, decideBatch, explain, type Request, subjectTable } from './index.ts';
import { interpret, type PlainRequest, randomManifest, randomRequest, stateOf } from './testing.ts';

/** Policies at random; each with 300 requests. 100 take about 1.5 s. */
const POLICIES = Number(process.env.KEPT_SOAK ?? 340);
const REQUESTS = 300;
const LONG = { timeout: 3_600_000 };

interface Case {
  readonly seed: number;
  readonly i: number;
  readonly program: Program;
  readonly plain: PlainRequest;
  readonly request: Request;
}

function* cases(policies: number, requests = REQUESTS, from = 1): Generator<Case> {
  for (let seed = from; seed < from + policies; seed++) {
    const program = compile(randomManifest(seed));
    const dice = new SeededRandom(seed);
    for (let i = 0; i < requests; i++) {
      const plain = randomRequest(program, dice);
      yield { seed, i, program, plain, request: { ...plain, subject: stateOf(program, plain.subject) } as Request };
    }
  }
}

/** The three ways to decide say the same: the oracle, strings, and numbers. */
function same(program: Program, { plain, request }: Case): boolean {
  const expected = interpret(program.manifest, plain);
  if (JSON.stringify(decide(program, request)) !== JSON.stringify(expected)) return false;
  return JSON.stringify(asBatch(program, request)) === JSON.stringify(inBits(request, expected));
}

/** The rulings of a batch of one request, as texts. */
function asBatch(program: Program, request: Request): string[] {
  const width = request.fields.length;
  const out = new Uint16Array(width);
  const rows = Int32Array.from(row(program, request));
  decideBatch(program, subjectTable(program, [request.subject]), { count: 1, width, rows }, out);
  return [...out].map((ruling) => {
    const why = program.refusals[ruling - FIRST_REFUSAL];
    return why === undefined ? `permit ${ruling}` : `${why.reason} ${why.clause}`;
  });
}

/** What `asBatch` has to be, by the oracle's decision. */
function inBits({ fields }: Request, { refused, obligations }: Decision): string[] {
  const away = obligations.some((duty) => duty.kind === 'desensitise') ? DESENSITISE : 0;
  return fields.map((field) => {
    const why = refused.find((each) => each.field === field);
    if (why !== undefined) return `${why.reason} ${why.clause}`;
    const hidden = obligations.some((duty) => duty.kind === 'redact' && duty.fields!.includes(field));
    return `permit ${away | (hidden ? REDACT : 0)}`;
  });
}

/** A request as a row of the first subject; what the program does not know becomes a number that it does not have. */
function row(program: Program, request: Request): number[] {
  const { recipients, collections, regions, purposes, fields } = program;
  const region = (id: string | undefined) => regions.of(id ?? request.subject.region);
  return [
    0,
    ['person', 'service', 'operator', 'system'].indexOf(request.actor),
    ['collect', 'use', 'share', 'transfer', 'disclose', 'retain'].indexOf(request.action),
    purposes.of(request.purpose),
    request.recipient === undefined ? recipients.ids.length : recipients.of(request.recipient),
    request.collection === undefined ? collections.ids.length : collections.of(request.collection),
    region(request.from),
    region(request.to),
    ...request.fields.map((field) => fields.of(field)),
  ];
}

test('decides as the oracle does, whatever the policy and the request', LONG, () => {
  const reasons = new Set<string>();
  for (const each of cases(POLICIES)) {
    const decision = decide(each.program, each.request);
    reasons.add(decision.reason ?? 'permit');
    if (same(each.program, each)) continue;
    const { seed, i, plain } = each;
    expect({ seed, i, plain, decision }).toEqual({ seed, i, plain, decision: interpret(each.program.manifest, plain) });
  }
  // Every reason but `stale-state` and `change`, and `permit`: what never happens is not tested.
  expect(reasons.size).toBe(32);
});

test('what is not permitted in full is refused in part or whole, each field once, with a clause of the policy', () => {
  for (const { program, request } of cases(40)) {
    const { outcome, partial, permitted, refused, clause, obligations } = decide(program, request);
    expect([...permitted, ...refused.map((each) => each.field)].toSorted()).toEqual([...request.fields].toSorted());
    for (const named of [clause, ...refused.map((each) => each.clause), ...obligations.map((each) => each.clause)])
      expect(program.manifest.clauses[named]).toBeDefined();
    if (outcome === 'permit') expect(refused).toEqual([]);
    expect(partial).toBe(refused.length > 0 && permitted.length > 0);
  }
});

test('one changed entry in any table is noticed', LONG, () => {
  const { sizes: _, unknown: __, routes, ...flat } = compile(randomManifest(1)).tables;
  const { duties: ___, ...paths } = routes;
  const names = [...Object.keys(flat), ...Object.keys(paths).map((name) => `routes.${name}`)];
  const missed = names.filter((name) => !noticed(name));
  expect(missed).toEqual([]);
  expect(names.length).toBeGreaterThan(20);
});

/** As `!same`; a table that contradicts the others may also lead nowhere. */
function differs(program: Program, each: Case): boolean {
  try {
    return !same(program, each);
  } catch {
    return true;
  }
}

/** Whether, of the entries of one table over some policies, a change of one makes `decide` differ from the oracle. */
function noticed(name: string): boolean {
  for (let seed = 1; seed <= 60; seed++) {
    const all = [...cases(1, 400, seed)];
    const program = all[0]!.program;
    const [part, inner] = name.split('.') as [keyof Tables, string | undefined];
    const table = (inner === undefined ? program.tables[part] : program.tables.routes[inner as 'never']) as Uint16Array;
    if (table.length === 0) continue;
    const dice = new SeededRandom(seed);
    for (let attempt = 0; attempt < 4; attempt++) {
      const at = dice.below(table.length);
      const before = table[at]!;
      table[at] = before === 0 ? (attempt < 2 ? 1 : -1) : attempt < 2 ? 0 : ~before;
      const found = all.some((each) => differs(program, each));
      table[at] = before;
      if (found) return true;
    }
  }
  return false;
}

test('numbers past the end of anything are refused', () => {
  const permitted = [...cases(20)].find(
    ({ program, request }) => request.fields.length > 0 && decide(program, request).outcome === 'permit',
  );
  const { program, request } = permitted!;
  const people = subjectTable(program, [request.subject]);
  const ask = (rows: Int32Array): number => {
    const out = new Uint16Array(1);
    decideBatch(program, people, { count: 1, width: 1, rows }, out);
    return out[0]!;
  };
  const good = Int32Array.from(row(program, { ...request, fields: request.fields.slice(0, 1) }));
  expect(ask(good)).toBeLessThan(FIRST_REFUSAL);
  for (let column = 0; column <= BATCH.fields; column++)
    for (const number of [-1, 60_000, -0x8000_0000, 0x7fff_ffff]) {
      const rows = good.slice();
      rows[column] = number;
      expect(program.refusals[ask(rows) - FIRST_REFUSAL]!.outcome).toBe('cannot-tell');
    }
});

test('after a consent is taken from a state the next decision refuses', () => {
  let withdrawn = 0;
  for (const { program, plain, request } of cases(60)) {
    const decision = decide(program, request);
    const consent = program.manifest.purposes[plain.purpose]?.consent;
    if (decision.outcome !== 'permit' || consent === undefined || plain.fields.length === 0) continue;
    const consents = plain.subject.consents.filter((id) => id !== consent);
    const without = decide(program, { ...request, subject: stateOf(program, { ...plain.subject, consents }) });
    expect(without).toMatchObject({ outcome: 'refuse', permitted: [], reason: 'consent' });
    withdrawn++;
  }
  expect(withdrawn).toBeGreaterThan(200);
});

test('a state of another program tells nothing', () => {
  const [one, other] = [compile(randomManifest(1)), compile(randomManifest(1))];
  for (const { request } of cases(1, 50, 1)) {
    expect(decide(other, request)).toMatchObject({ outcome: 'cannot-tell', reason: 'stale-state', permitted: [] });
    expect(decide(one, request).reason).toBe('stale-state');
  }
});

test('an explanation says what decide says, and its changes lead where it says', () => {
  let mended = 0;
  for (const { program, request } of cases(60, 100)) {
    const { decision, steps, changes, enough } = explain(program, request);
    expect(decision).toEqual(decide(program, request));
    expect(steps.map((step) => step.check)).toHaveLength(13);
    expect(steps.every((step) => step.result === 'pass')).toBe(decision.outcome === 'permit');
    const failing = steps.find((step) => step.result === 'fail');
    expect(failing?.reason ?? null).toBe(decision.reason);
    if (decision.outcome === 'permit') expect({ changes, enough }).toEqual({ changes: [], enough: true });
    if (enough && changes.length > 0) mended++;
  }
  expect(mended).toBeGreaterThan(500);
});
