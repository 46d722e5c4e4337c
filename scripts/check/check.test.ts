import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Check } from './check.ts';
import { cycles } from './cycles.ts';
import { docs } from './docs.ts';
import { errors } from './errors.ts';
import { imports } from './imports.ts';
import { leftovers } from './leftovers.ts';
import { lists } from './lists.ts';
import { packages } from './packages.ts';
import { size } from './size.ts';
import { Tree } from './tree.ts';

const roots: string[] = [];
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))));

const manifest = (name: string, dependencies: Record<string, string> = {}, more: object = {}): string =>
  JSON.stringify({
    name: `@kept/${name}`,
    private: true,
    license: 'Apache-2.0',
    type: 'module',
    exports: { '.': './src/index.ts' },
    dependencies,
    ...more,
  });

/** A checkout with these files, and what the check says of it: `path: message`. */
async function said(check: Check, files: Record<string, string>): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'kept-check-'));
  roots.push(root);
  const all = { 'package.json': manifest('root'), 'package-lock.json': '{"packages":{}}', ...files };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const problems = await check.validate(new Tree(root));
  // Exceptions of the real checkout mean nothing here.
  return problems
    .filter(({ path }) => path !== 'check.config.ts')
    .map(({ path, line, message }) => `${path}${line ? `:${line}` : ''} ${message}`);
}

const base = { 'packages/base/package.json': manifest('base'), 'packages/base/src/index.ts': 'export const x = 1;' };

test('imports: back, past the index, out of the package, undeclared, into what has another home', async () => {
  const found = await said(imports, {
    ...base,
    'packages/db/package.json': manifest('db', { '@kept/base': '0.1.0', '@kept/gate': '0.1.0', nodemailer: '1.0.0' }),
    'packages/db/src/index.ts': [
      `import { x } from '@kept/base';`,
      `import type { y } from '@kept/gate';`,
      `import { z } from '@kept/base/src/index.ts';`,
      `export { x } from '../../base/src/index.ts';`,
      `type T = import('@kept/gate').T;`,
      `const late = await import('fastify');`,
      `import mail from 'nodemailer';`,
      `const text = "import { a } from 'vue'"; // import b from 'svelte'`,
    ].join('\n'),
    'packages/db/src/index.test.ts': `import { y } from '@kept/gate'; import fs from 'node:fs';`,
    'packages/gate/package.json': manifest('gate'),
    'packages/gate/src/index.ts': 'export const y = 1;',
    'packages/decide/package.json': manifest('decide'),
    'packages/decide/src/index.ts': `import fs from 'node:fs'; import { createHash } from 'node:crypto';`,
    'packages/mystery/package.json': manifest('mystery'),
  });
  expect(found.toSorted()).toEqual(
    [
      'packages/mystery has no place in the lattice (check.config.ts)',
      'packages/db/src/index.ts:2 packages/db may not import packages/gate: the lattice has it above or beside',
      'packages/db/src/index.ts:3 `@kept/base/src/index.ts` goes past the index of @kept/base',
      'packages/db/src/index.ts:7 `nodemailer` is used in packages/recipients alone',
      'packages/db/src/index.ts:4 `../../base/src/index.ts` leaves the package: import it by its name',
      'packages/db/src/index.ts:5 packages/db may not import packages/gate: the lattice has it above or beside',
      'packages/db/src/index.ts:6 `fastify` is not among the dependencies of @kept/db',
      'packages/decide/src/index.ts:1 packages/decide is pure: no `node:fs`',
    ].sort(),
  );
});

test('imports: a service uses another only as it declares', async () => {
  const service = (name: string, uses: string): Record<string, string> => ({
    [`services/${name}/package.json`]: manifest(`service-${name}`, { '@kept/service-devices': '0.1.0' }),
    [`services/${name}/src/index.ts`]: `import '@kept/service-devices'; export default { uses: [${uses}] };`,
  });
  const devices = { 'services/devices/package.json': manifest('service-devices'), 'services/devices/src/index.ts': '' };
  expect(await said(imports, { ...devices, ...service('repair', `'devices'`) })).toEqual([]);
  expect(await said(imports, { ...devices, ...service('repair', '') })).toEqual([
    expect.stringMatching(/without declaring it in `uses`/),
  ]);
});

test('cycles: through types, through several files, through packages, and of a file with itself', async () => {
  const found = await said(cycles, {
    'packages/base/package.json': manifest('base'),
    'packages/base/src/index.ts': `export * from './a.ts';`,
    'packages/base/src/a.ts': `import type { B } from './b.ts';`,
    'packages/base/src/b.ts': `export type { C as B } from './c.ts';`,
    'packages/base/src/c.ts': `export type C = import('./a.ts').A;`,
    'packages/base/src/self.ts': `import './self.ts';`,
    'packages/db/package.json': manifest('db'),
    'packages/db/src/index.ts': `import '@kept/gate';`,
    'packages/gate/package.json': manifest('gate'),
    'packages/gate/src/index.ts': `import '@kept/db';`,
  });
  expect(found.map((text) => text.replace(/^.*imports: /, ''))).toEqual([
    'packages/base/src/a.ts, packages/base/src/b.ts, packages/base/src/c.ts',
    'packages/base/src/self.ts',
    'packages/db/src/index.ts, packages/gate/src/index.ts',
  ]);
});

test('size: files and functions, but not what a program wrote', async () => {
  const lines = (n: number): string => '\n'.repeat(n);
  const found = await said(size, {
    'packages/base/src/long.ts': `export const a = 1;${lines(401)}`,
    'packages/base/src/made.ts': `// THIS FILE IS GENERATED${lines(500)}`,
    'packages/base/src/f.ts': `export const wide = () => {${lines(70)}};\nclass A { method() {${lines(69)}} }`,
    'apps/web/src/screen.tsx': `export function Screen() {${lines(100)}}`,
  });
  expect(found).toEqual([
    'packages/base/src/f.ts:1 function `wide` has 71 lines, 70 at most: split it by idea',
    'packages/base/src/long.ts:1 the file has 401 lines, 400 at most: split it by idea',
  ]);
});

test('errors: plain ones, codes that two packages claim, and the list of all', async () => {
  const files = {
    ...base,
    'packages/base/src/errors.ts': `export class Gone extends Misuse { constructor(n: number) { super('BASE_GONE', \`it is \${n} gone\`); } }
      export class Own extends Refused { constructor(code: string, why: string) { super(code, why); } }
      export const own = () => new Own('BASE_OWN', 'own');`,
    'packages/base/src/index.ts': `throw new Error('plain'); throw new Bug(a ? 'BASE_A' : 'BASE_B', 'either | or');`,
    'packages/base/src/index.test.ts': `throw new Error('in a test'); new Bug('TEST_ONLY', 'x');`,
    'packages/db/package.json': manifest('db'),
    'packages/db/src/index.ts': `new Unavailable('BASE_GONE', 'mine too');`,
  };
  expect(await said(errors, files)).toEqual([
    'packages/base/src/index.ts:1 throws a plain Error: give it a kind and a code (@kept/base)',
    "packages/db/src/index.ts:1 code BASE_GONE is packages/base's already (packages/base/src/errors.ts)",
  ]);
  const [list] = await errors.generate!(new Tree(roots.at(-1)));
  expect(list?.text.split('\n').filter((line) => line.startsWith('| `'))).toEqual([
    '| `BASE_A` | bug | packages/base | either \\| or |',
    '| `BASE_B` | bug | packages/base | either \\| or |',
    '| `BASE_GONE` | misuse | packages/base | it is … gone |',
    '| `BASE_OWN` | refused | packages/base | own |',
  ]);
});

test('docs: the index begins with words, and what it exports has some', async () => {
  const found = await said(docs, {
    ...base,
    'packages/base/src/index.ts': `export { a, b, c, type AOptions } from './a.ts';`,
    'packages/base/src/a.ts': `/** Said. */\nexport const a = 1;\nexport const b = 2;\n\nexport const c = 3;\n\nexport interface AOptions {}`,
  });
  expect(found).toEqual([
    'packages/base/src/index.ts:1 does not begin with the words that the package defines',
    'packages/base/src/a.ts:5 `c` is exported by @kept/base without a word on what it is (index line 1)',
  ]);
});

test('packages: ranges, scripts that an installation runs, two versions, a lock that says otherwise', async () => {
  const lock = {
    packages: {
      '': {},
      'packages/base': { dependencies: { zod: '4.0.0' } },
      'node_modules/evil': { hasInstallScript: true },
    },
  };
  const found = await said(packages, {
    'package-lock.json': JSON.stringify(lock),
    'packages/base/package.json': manifest('base', { zod: '^4.0.0' }, { scripts: { postinstall: 'x' } }),
    'packages/db/package.json': manifest('db', { zod: '4.1.0' }, { private: false, license: 'MIT' }),
  });
  expect(found).toEqual([
    'packages/base/package.json zod is `^4.0.0`: name one exact version',
    'packages/base/package.json has a script `postinstall`, which an installation would run',
    'packages/base/package.json its dependencies differ from package-lock.json: run `npm install`',
    'packages/db/package.json is not private',
    'packages/db/package.json has the licence MIT, not Apache-2.0',
    'packages/db/package.json is not in package-lock.json: run `npm install`',
    'packages/db/package.json zod is 4.1.0 here and ^4.0.0 in packages/base/package.json',
    'package-lock.json evil has an install script: say in check.config.ts why it works without',
  ]);
});

test('leftovers: notes, idle tests, words', async () => {
  const note = `TO${'DO'}`;
  const found = await said(leftovers, {
    'packages/base/src/a.ts': `// ${note}: later\nconst text = '${note} in a text is no note'; debugger;`,
    'packages/base/src/a.test.ts': `test.skip('a', () => {});\ndescribe.only('b', () => {});\ntest.concurrent.only('c');\ntest.runIf(x)('d');\nlist.skip(1);`,
    'packages/base/src/b.ts': `export const message = 'P${'II'} found';`,
    'packages/base/migrations/0001_a.sql': `-- ${note}\nselect 1;`,
  });
  expect(found).toEqual([
    'packages/base/src/a.test.ts:1 test.skip: a test that does not run, or keeps others from running',
    'packages/base/src/a.test.ts:2 describe.only: a test that does not run, or keeps others from running',
    'packages/base/src/a.test.ts:3 test.only: a test that does not run, or keeps others from running',
    `packages/base/src/a.ts:1 a note to oneself: ${note}`,
    'packages/base/src/a.ts:2 `debugger`',
    `packages/base/src/b.ts:1 \`P${'II'}\` is not a word of the house`,
    `packages/base/migrations/0001_a.sql:1 a note to oneself: ${note}`,
  ]);
});

test('lists: what runs is what is there, and needs no line anywhere else', async () => {
  const files = {
    'services/work-orders/package.json': manifest('service-work-orders'),
    'services/devices/package.json': manifest('service-devices'),
    'policies/tiny-home/package.json': manifest('policy-tiny', {}, { exports: { '.': '', './reading': '' } }),
    'policies/unread/package.json': manifest('policy-unread'),
  };
  expect(await said(lists, files)).toEqual([
    'policies/tiny-home/package.json is called @kept/policy-tiny, not @kept/policy-tiny-home',
  ]);
  const written = await lists.generate!(new Tree(roots.at(-1)));
  const [services, policies, readings] = ['services', 'policies', 'readings'].map((name) =>
    written.find(({ path }) => /(server|cli)\/src/.test(path) && path.endsWith(`/${name}.ts`)),
  );
  expect(services?.text).toMatch(/import devices from '@kept\/service-devices';\nimport workOrders from/);
  expect(services?.text).toMatch(/SERVICES: readonly Service\[\] = \[devices, workOrders\];/);
  expect(policies?.text).toMatch(/\{ tinyHome \} from '@kept\/policy-tiny'/);
  expect(readings?.text).toMatch(/= \{\n {2}'tiny-home': tinyHome,\n\};/);
  const server = {
    'apps/server/package.json': manifest('server'),
    'apps/server/src/generated/services.ts': services!.text.replace(/import type.*\n/, ''),
    'apps/server/src/by-hand.ts': `import devices from '@kept/service-devices';`,
    'services/devices/src/index.ts': '',
    'services/work-orders/src/index.ts': '',
  };
  expect(await said(imports, { ...files, ...server })).toEqual([
    'apps/server/src/by-hand.ts:1 `@kept/service-devices` is not among the dependencies of @kept/server',
  ]);
});
