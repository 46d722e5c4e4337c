import { Misuse, Refused, SeededRandom, systemClock, Unavailable, uuidv7 } from '@kept/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presentable, revive } from './errors.ts';
import { passes } from './patience.ts';
import { assertPlain, isWord } from './plain.ts';
import { plainSerializer } from './serializer.ts';

const id = uuidv7(systemClock, new SeededRandom(1));

test('ids and short words pass', () => {
  const words = [
    id,
    `person:${id}`,
    'CN',
    'zh-Hans',
    '2.1.1',
    'erasure',
    'day:2026-11-23',
    'a_b.c-d:e',
    'f'.repeat(64),
  ];
  for (const word of words) expect(isWord(word), word).toBe(true);
  assertPlain([id, 1, true, null, undefined, { fields: ['phone', 'email'], at: 1_764_000_000_000 }]);
});

test('what people are called, write and are reached by does not', () => {
  const personal = [
    ...['Anna Muster', '张伟', 'anna@example.com', '+86 138 0013 8000', '13800138000', 'phone:13800138000', 'Renée'],
    ...[
      '11010519491231002X',
      'Please delete my data.',
      '',
      'a'.repeat(65),
      'line\nbreak',
      '220.181.38.148/x',
      '0912-3456789',
    ],
  ];
  for (const text of personal) expect(isWord(text), text).toBe(false);
  const values = [
    { name: 'Anna Muster' },
    { 'anna@example.com': 1 },
    [new Date()],
    [new Map()],
    Number.NaN,
    1n,
    Symbol('x'),
    () => 1,
  ];
  for (const value of values) expect(() => assertPlain([value])).toThrow(Misuse);
  expect(() => assertPlain([[[[[[[[[[1]]]]]]]]]])).toThrow(/nested/);
  expect(() => assertPlain(Array.from({ length: 40_000 }, () => 1))).toThrow(/larger/);
});

test('the refusal says where, and nothing of what', () => {
  const secret = 'Anna Muster';
  for (const value of [{ a: [{ b: secret }] }, { [secret]: 1 }, [{ ok: 1, [secret]: { deep: 1 } }]]) {
    try {
      assertPlain(value);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'JOBS_NOT_PLAIN', path: expect.stringMatching(/^\//) });
      expect(JSON.stringify(error) + String(error)).not.toContain('Anna');
    }
  }
});

test('whatever passes comes back as it was; whatever does not is not written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      let plain = true;
      try {
        assertPlain(value);
      } catch {
        plain = false;
      }
      if (plain)
        expect(plainSerializer.parse(plainSerializer.stringify(value) as string)).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      else expect(() => plainSerializer.stringify(value)).toThrow(Misuse);
    }),
  );
});

test('a schedule’s date is written as the instant it is; no one else’s date is', () => {
  const due = new Date(Date.UTC(2026, 10, 23));
  expect(plainSerializer.parse(plainSerializer.stringify([due, null]) as string)).toEqual([due.getTime(), null]);
  expect(() => plainSerializer.stringify([1, due])).toThrow(Misuse);
  expect(() => plainSerializer.stringify([{ '@due': 1 }, null])).toThrow(Misuse);
});

test('errors are kept without what they quote; ours with everything', () => {
  const written = (error: Error): string => {
    const record = { ...(error as object), name: error.name, message: error.message, stack: error.stack };
    return plainSerializer.stringify(record) as string;
  };
  expect(written(new TypeError('Key (email)=(anna@example.com) already exists'))).not.toContain('anna');
  const refused = new Refused('GATE_REFUSED', 'no consent for marketing', { clause: '2.1', reason: 'no-consent' });
  const back = revive(plainSerializer.parse(written(refused)));
  expect(back).toBeInstanceOf(Refused);
  expect(back).toMatchObject({
    code: 'GATE_REFUSED',
    message: 'no consent for marketing',
    clause: '2.1',
    reason: 'no-consent',
  });
  expect(presentable(new TypeError('anna@example.com'), 'send').message).toBe('step `send` failed with TypeError');
  expect(revive(presentable('anna', 'send'))).toMatchObject({ code: 'JOBS_STEP_FAILED' });
});

test('what passes by itself is waited for', () => {
  const withCode = (code: string): Error => Object.assign(new Error('x'), { code });
  for (const code of ['ECONNREFUSED', '57P01', '08006', '53300']) expect(passes(withCode(code)), code).toBe(true);
  expect(passes(new Unavailable('X', 'later'))).toBe(true);
  expect(passes(new Error('Connection terminated unexpectedly'))).toBe(true);
  for (const code of ['23505', '22P02', '42P01', '40001', 'ENOENT']) expect(passes(withCode(code)), code).toBe(false);
  expect(passes(new Misuse('X', 'no'))).toBe(false);
});
