import { SeededRandom } from '@kept/base';
import { compile, type Manifest } from '@kept/policy';
import { tiny } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { diff, edgesTable, mutantsOf, mutationScore, readTable, sampleOf, testTable } from '../index.ts';

const manifest: Manifest = tiny;
const program = compile(manifest);

const PROMISES = `
policy: tiny
given: { residence: DE, age: 30 }
lines:
  - say: calls are recorded after a yes
    given: { purpose: support, field: recording }
    expect: refuse consent §2.2
  - given: { purpose: support, field: [recording, phone], consents: [calls] }
    expect: permit
    due: [redact]
  - say: a child needs a guardian
    can: { purpose: account, field: phone, action: use, actor: service, from: eu, to: eu, age: 13, status: active }
    expect: sometimes
    when: [guardian]
  - can: { recipient: sms, field: recording }
    expect: never
facts:
  rights:
    access: { deadline: { count: 15 } }
  ages:
    - { below: 14, rule: guardian, consent: guardian, found: erase, eraseWithin: { count: 7, unit: day } }
`;

test('a table of true lines finds nothing', () => {
  expect(testTable(program, readTable(PROMISES))).toEqual([]);
  expect(testTable(program, readTable(edgesTable(program)))).toEqual([]);
});

test('each line that does not hold is told with its place, what is expected, what is, and why', () => {
  const table = readTable(
    PROMISES.replace('refuse consent', 'permit')
      .replace('due: [redact]', 'due: []')
      .replace('when: [guardian]', 'when: [calls]')
      .replace('field: recording }\n    expect: never', 'field: phone }\n    expect: never')
      .replace('count: 15', 'count: 14')
      .replace('below: 14', 'below: 16'),
  );
  const failures = testTable(program, table);
  expect(failures.map(({ at, kind }) => `${kind} ${at}`)).toEqual([
    ...['fact 19', 'fact 21', 'line 5', 'line 8', 'line 11', 'line 15'],
  ]);
  const [deadline, , consent, duty, guardian, leak] = failures;
  expect(deadline).toMatchObject({ about: 'rights.access.deadline.count', expected: '14', got: '15' });
  expect(consent).toEqual({
    ...{ at: 5, kind: 'line', about: 'calls are recorded after a yes' },
    ...{ expected: 'permit §2.2', got: 'refuse consent §2.2' },
    because: 'consent: consent, §2.2; would change it: give-consent calls person',
  });
  expect(duty).toMatchObject({ expected: 'permit due nothing', got: 'permit §2.2 due redact' });
  expect(guardian).toMatchObject({ expected: 'sometimes when calls', got: 'sometimes when guardian' });
  expect(leak!.because).toMatch(/^for example .*"recipient":"sms".*permit/);
});

test.each([
  ['', 'line 1: a record is needed here'],
  ['policy: tiny\nlines: [', 'line 2: this is no YAML'],
  [
    'policy: tiny\nlines:\n  - given: { purpose: account }\n    expect: maybe',
    'line 3: `given` and `expect` are needed',
  ],
  [
    'policy: tiny\nlines:\n  - given: { porpoise: account }\n    expect: permit',
    'line 3: `porpoise` means nothing here',
  ],
  ['policy: tiny\nlines:\n  - given: { actor: nobody }\n    expect: permit', 'line 3: there is no such actor'],
  [
    'policy: tiny\nlines:\n  - can: { purpose: account }\n    expect: perhaps',
    'line 3: what is expected of a question',
  ],
  ['policy: tiny\nedges:\n  - about: way', 'line 3: an edge has about, of and permits'],
  ['policy: tiny\nlines: {}', 'line 2: a list is needed here'],
  ['lines: []', 'line 1: which policy it is about is missing'],
])('what is no table is said with its line: %j', (text, message) => {
  expect(() => readTable(text)).toThrow(
    expect.objectContaining({ code: 'ANALYSE_TABLE', message: expect.stringContaining(message) }),
  );
});

test('a name that the policy does not have fails the line, and no other', () => {
  const table = readTable(`${PROMISES}\n`.replace('recipient: sms, field', 'recipient: moon, field'));
  expect(testTable(program, table)).toMatchObject([{ kind: 'line', got: 'the policy has no recipient of this name' }]);
});

test('every mutant of a small policy is noticed by its edges, or is no different', () => {
  const tables = [readTable(edgesTable(program))];
  const mutants = mutantsOf(manifest);
  const fates = new Map<string, number>();
  const score = mutationScore(program, tables, mutants, (mutant, fate) => {
    fates.set(fate, (fates.get(fate) ?? 0) + 1);
    if (fate === 'equivalent') expect(diff(program, compile(mutant.make())).same).toBe(true);
  });
  expect(score.survivors.map(({ operator, at }) => `${operator} ${at}`)).toEqual([]);
  expect(fates.get('caught')).toBeGreaterThan(30);
  expect(new Set(mutants.map(({ operator, at }) => `${operator} ${at}`)).size).toBeGreaterThan(50);
});

test('a table that says little notices little, and the score says so', () => {
  const { score, survivors } = mutationScore(program, [readTable(PROMISES)], mutantsOf(manifest));
  expect(score).toBeGreaterThan(0.1);
  expect(score).toBeLessThan(0.9);
  expect(survivors.length).toBeGreaterThan(10);
});

test('a sample takes from every operator before it takes twice from one', () => {
  const all = mutantsOf(manifest);
  const operators = new Set(all.map(({ operator }) => operator));
  const some = sampleOf(all, operators.size, new SeededRandom(1));
  expect(new Set(some.map(({ operator }) => operator))).toEqual(operators);
  expect(new Set(sampleOf(all, 10_000, new SeededRandom(1))).size).toBe(all.length);
});
