/** Each part of the app that is loaded by itself brings the rules of every class that it uses. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..');
const CSS = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => join(SRC, file));

const classesOf = (css: string): string[] =>
  [...readFileSync(css, 'utf8').matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!);
const EVERYWHERE = new Set(CSS.filter((css) => css.startsWith(import.meta.dirname)).flatMap(classesOf));
const SOMEWHERE = new Set(CSS.flatMap(classesOf));

/** What comes with a file: all that it imports, but not what it loads later. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  if (!/\.tsx?$/.test(file)) return seen;
  for (const [, from] of readFileSync(file, 'utf8').matchAll(/(?:from|import) '(\.[^']+)'/g))
    reached(join(dirname(file), from!), seen);
  return seen;
}

const usedIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/className=(?:"([^"]+)"|\{[^}]*\})/g)].flatMap(([whole, plain]) =>
    (plain ?? [...whole.matchAll(/'([^']+)'/g)].map(([, text]) => text!).join(' ')).split(/\s+/),
  );

/** What is loaded when somebody goes there. */
const parts = new Set(
  ['routes/anybody.ts', 'routes/person.ts', 'routes/console.ts', 'console-shell.tsx'].flatMap((file) =>
    [...readFileSync(join(SRC, 'app', file), 'utf8').matchAll(/import\('(?:\.\.\/)+([^']+)'\)/g)].map(
      ([, part]) => part!,
    ),
  ),
);

it('there are such parts', () => {
  expect(parts.size).toBeGreaterThan(20);
});

it.each([...parts])('%s', (part) => {
  const files = [...reached(join(SRC, part))];
  const own = new Set(files.filter((file) => file.endsWith('.css')).flatMap(classesOf));
  const missing = files
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => usedIn(file).map((name) => ({ name, file: relative(SRC, file) })))
    .filter(({ name }) => SOMEWHERE.has(name) && !EVERYWHERE.has(name) && !own.has(name));
  expect(missing).toEqual([]);
});
