/**
 * Files and functions of a size that a reader can hold. What is larger for a reason stands in check.config.ts with its
 * exact size, which may shrink and never grow.
 */
import { exceptions, limits } from '../../check.config.ts';
import type { Check, Problem } from './check.ts';
import { isNode, type Node, nodes, programOf, type Source, type Tree } from './tree.ts';

interface Sized {
  /** `packages/gate/src/gate.ts`, or with `#name` a function in it. */
  readonly key: string;
  readonly path: string;
  readonly line: number;
  readonly lines: number;
  readonly limit: number;
}

export const size: Check = {
  name: 'size',
  scope: (tree) => `${sizes(tree).length} files and functions`,
  validate: (tree) => {
    const all = sizes(tree);
    return [...all.flatMap(judge), ...gone(all)];
  },
};

function sizes(tree: Tree): Sized[] {
  return tree.sources
    .filter(({ generated }) => !generated)
    .flatMap((source) => [fileSize(source), ...functionSizes(source)]);
}

function fileSize({ path, text }: Source): Sized {
  return {
    key: path,
    path,
    line: 1,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    limit: limits.file,
  };
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function functionSizes(source: Source): Sized[] {
  const limit = source.test || source.path.endsWith('.tsx') ? limits.screen : limits.function;
  const found: Sized[] = [];
  for (const [node, parents] of nodes(programOf(source))) {
    if (!FUNCTIONS.has(node.type)) continue;
    const line = source.line(node.start);
    found.push({
      key: `${source.path}#${nameOf(node, parents)}`,
      path: source.path,
      line,
      lines: source.line(node.end) - line + 1,
      limit,
    });
  }
  return found;
}

/** The function's own name, or that of the variable, property or method that holds it. */
function nameOf(node: Node, parents: readonly Node[]): string {
  for (const holder of [node, ...parents.slice(0, 2)]) {
    for (const key of ['id', 'key', 'name']) {
      const id = holder[key];
      if (isNode(id) && typeof id['name'] === 'string') return id['name'];
    }
  }
  return 'anonymous';
}

function judge({ key, path, line, lines, limit }: Sized): Problem[] {
  const exception = exceptions.size[key];
  const what = key.includes('#') ? `function \`${key.split('#')[1]}\`` : 'the file';
  if (!exception)
    return lines > limit
      ? [{ path, line, message: `${what} has ${lines} lines, ${limit} at most: split it by idea` }]
      : [];
  if (lines > exception.lines)
    return [{ path, line, message: `${what} has ${lines} lines, and grew beyond its exception of ${exception.lines}` }];
  return lines < exception.lines
    ? [
        {
          path: 'check.config.ts',
          message: `\`${key}\` has shrunk to ${lines} lines: ${lines > limit ? 'lower its exception' : 'remove its exception'}`,
        },
      ]
    : [];
}

function gone(all: readonly Sized[]): Problem[] {
  const keys = new Set(all.map(({ key }) => key));
  return Object.keys(exceptions.size)
    .filter((key) => !keys.has(key))
    .map((key) => ({ path: 'check.config.ts', message: `\`${key}\` is gone: remove its exception` }));
}
