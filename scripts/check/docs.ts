/** What a package exports says what it is: a comment stands before each declaration, and words head each index. */
import { posix } from 'node:path';
import type { Check, Problem } from './check.ts';
import { isNode, type Node, programOf, type Source, type Tree } from './tree.ts';

export const docs: Check = {
  name: 'docs',
  scope: (tree) => `${indexes(tree).length} indexes`,
  validate: (tree) =>
    indexes(tree).flatMap((index) => [
      ...headless(index),
      ...exportsOf(index).flatMap((each) => judge(tree, index, each)),
    ]),
};

/** The main door of each package and service; testing doors and declarations explain themselves. */
const indexes = (tree: Tree): Source[] =>
  tree.sources.filter(
    ({ path, unit }) => unit && /^(packages|services)\//.test(path) && path === `${unit.path}/src/index.ts`,
  );

interface Exported {
  readonly name: string;
  readonly from: string;
  readonly offset: number;
}

function exportsOf({ ast }: Source): Exported[] {
  return ast.module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, importName, start }): Exported[] => {
      const from = moduleRequest?.value;
      // Options are explained member by member, and by the function that takes them.
      return from?.startsWith('.') && importName.name && !importName.name.endsWith('Options')
        ? [{ name: importName.name, from, offset: start }]
        : [];
    }),
  );
}

const headless = ({ path, ast }: Source): Problem[] =>
  ast.comments[0]?.start === 0 && ast.comments[0].type === 'Block'
    ? []
    : [{ path, line: 1, message: 'does not begin with the words that the package defines' }];

function judge(tree: Tree, index: Source, { name, from, offset }: Exported): Problem[] {
  const home = tree.sources.find(({ path }) => path === posix.join(posix.dirname(index.path), from));
  const found = home && declarationOf(home, name);
  if (!home || !found) return [];
  return documented(home, found)
    ? []
    : [
        {
          path: home.path,
          line: home.line(found.start),
          message: `\`${name}\` is exported by ${index.unit!.name} without a word on what it is (index line ${index.line(offset)})`,
        },
      ];
}

/** The statement that declares this name, with its `export`. */
function declarationOf(source: Source, name: string): Node | null {
  for (const statement of programOf(source)['body'] as Node[]) {
    const declared = isNode(statement['declaration']) ? statement['declaration'] : statement;
    const ids = [declared['id'], ...((declared['declarations'] as Node[] | undefined) ?? []).map((each) => each['id'])];
    if (ids.some((id) => isNode(id) && id['name'] === name)) return statement;
  }
  return null;
}

/** A comment stands right before the statement, or before the block of lines without a gap that it belongs to. */
function documented({ ast, text }: Source, { start }: Node): boolean {
  const gap = text.lastIndexOf('\n\n', start);
  const block = gap < 0 ? 0 : gap + 2;
  return ast.comments.some(
    ({ type, value, start: from, end }) =>
      type === 'Block' &&
      value.startsWith('*') &&
      end <= start &&
      (text.slice(end, start).trim() === '' || from === block),
  );
}
