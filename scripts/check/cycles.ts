/** Files that import each other in a circle, directly or not. Type imports count: a circle is one idea in two files. */
import { posix } from 'node:path';
import type { Check, Problem } from './check.ts';
import { importsOf } from './imports.ts';
import type { Source, Tree } from './tree.ts';

export const cycles: Check = {
  name: 'cycles',
  scope: (tree) => `${tree.sources.length} sources`,
  validate: (tree) =>
    circles(graphOf(tree)).map(
      (circle): Problem => ({ path: circle[0]!, message: `is in a circle of imports: ${circle.join(', ')}` }),
    ),
};

function graphOf(tree: Tree): Map<string, string[]> {
  const known = new Set(tree.sources.map(({ path }) => path));
  return new Map(
    tree.sources.map((source) => {
      const targets = importsOf(source).flatMap(({ request }) => resolve(tree, source, request) ?? []);
      return [source.path, targets.filter((path) => known.has(path))];
    }),
  );
}

function resolve(tree: Tree, { path }: Source, request: string): string | null {
  if (request.startsWith('.')) return posix.join(posix.dirname(path), request);
  const unit = tree.units.find(({ name }) => request === name || request.startsWith(`${name}/`));
  const door = unit?.manifest.exports?.[`.${request.slice(unit.name.length)}`];
  return unit && door ? posix.join(unit.path, door) : null;
}

/** Strongly connected groups of more than one file, or of one that imports itself (Tarjan 1972). */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const numbers = new Map<string, number>();
  const lows = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    numbers.set(path, numbers.size);
    lows.set(path, numbers.get(path)!);
    stack.push(path);
    for (const next of graph.get(path) ?? []) {
      if (!numbers.has(next)) visit(next);
      if (stack.includes(next)) lows.set(path, Math.min(lows.get(path)!, lows.get(next)!));
    }
    if (lows.get(path) !== numbers.get(path)) return;
    const group = stack.splice(stack.indexOf(path));
    if (group.length > 1 || graph.get(path)?.includes(path)) found.push(group.sort());
  };
  for (const path of graph.keys()) if (!numbers.has(path)) visit(path);
  return found;
}
