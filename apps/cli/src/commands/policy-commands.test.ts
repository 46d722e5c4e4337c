import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyDiff } from '@kept/analyse';
import { POLICIES } from '@kept/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { main } from '../main.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-tables-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What `kept …` prints, and its exit code. */
async function kept(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const spies = (['out', 'err'] as const).map((where) =>
    vi.spyOn(process[`std${where}`], 'write').mockImplementation((text) => {
      said[where] += String(text);
      return true;
    }),
  );
  const code = await main(['node', 'kept', ...args]);
  for (const spy of spies) spy.mockRestore();
  return { code, ...said };
}

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

test('a policy that is as its tables say exits 0; a line that does not hold exits 1 with its place and why', async () => {
  const right = await kept('policy', 'test', 'aqara-developer');
  expect(right.code).toBe(0);
  expect(right.out).toMatch(/✓ .*edges\.yaml.*\n✓ .*promises\.yaml: 15 lines/);
  const table = file(
    'wrong.yaml',
    'policy: aqara-developer\nlines:\n  - say: improving needs no yes\n    given: { purpose: improvement, field: usage }\n    expect: permit\n',
  );
  const wrong = await kept('policy', 'test', 'aqara-developer', '--table', table);
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain('wrong.yaml:3  improving needs no yes');
  expect(wrong.out).toMatch(
    /expected {2}permit\n {4}but is {4}refuse consent §4\.3\n {4}because .*give-consent improvement/,
  );
});

test('a table of another policy, and a file that is none, are told so in one sentence', async () => {
  const other = file('other.yaml', 'policy: tiny\n');
  expect(await kept('policy', 'test', 'aqara-developer', '--table', other)).toMatchObject({
    code: 1,
    err: expect.stringContaining('is about tiny, not about aqara-developer'),
  });
  const none = file('none.yaml', 'policy: aqara-developer\nlines: 7\n');
  expect((await kept('policy', 'test', 'aqara-developer', '--table', none)).err).toContain('line 2: a list is needed');
});

test('mutants that no table notices are named, and exit 1', async () => {
  const table = file(
    'little.yaml',
    'policy: aqara-developer\nlines:\n  - can: { action: disclose }\n    expect: never\n',
  );
  const { code, out } = await kept('policy', 'mutate', 'aqara-developer', '--table', table, '--mutants', '45');
  expect(code).toBe(1);
  expect(out).toMatch(/0\.0 % of the mutants.*not noticed: a right dropped, \/rights\//s);
});

test('a draft is compared with the policy it came from', async () => {
  const manifest = structuredClone(POLICIES.find(({ id }) => id === 'aqara-developer')!);
  const { access } = manifest.rights;
  const slower = { ...access!, deadline: { ...access!.deadline, count: 20 } };
  const draft = file('draft.json', JSON.stringify({ ...manifest, rights: { ...manifest.rights, access: slower } }));
  const { code, out } = await kept('policy', 'diff', 'aqara-developer', draft, '--json');
  const found = JSON.parse(out) as PolicyDiff;
  expect(code).toBe(0);
  expect(found.counts).toMatchObject({ allowed: 0, refused: 0, facts: 1, rightsReduced: 1 });
  const told = await kept('policy', 'diff', 'aqara-developer', draft, '--lang', 'zh-Hans');
  expect(told.out).toMatch(/有1处减少你的权利.*15个工作日内 → 20个工作日内/s);
  const broken = await kept('policy', 'diff', 'aqara-developer', file('broken.json', '{'));
  expect(broken).toMatchObject({ code: 1, err: expect.stringContaining('this file holds no JSON') });
});
