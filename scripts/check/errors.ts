/**
 * Every error is one of ours, with a code of its own that one package throws; `generated/errors.md` lists them.
 */
import type { Check, Output, Problem } from './check.ts';
import { isNode, type Node, nodes, programOf, type Source, type Tree } from './tree.ts';

interface Coded {
  readonly code: string;
  readonly kind: string;
  readonly message: string;
  readonly unit: string;
  readonly path: string;
  readonly line: number;
}

const KINDS = new Map([
  ['Bug', 'bug'],
  ['Misuse', 'misuse'],
  ['Refused', 'refused'],
  ['Unavailable', 'unavailable'],
]);
const PLAIN = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'AggregateError',
  'EvalError',
  'URIError',
  'ReferenceError',
]);
const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

export const errors: Check = {
  name: 'errors',
  scope: (tree) => `${new Set(codesOf(tree).map(({ code }) => code)).size} codes`,
  validate: (tree) => [...tree.sources.flatMap(plainErrors), ...shared(codesOf(tree))],
  generate: (tree) => [list(codesOf(tree))],
};

/** Sources whose errors a reader of the product may meet. */
const ships = ({ unit, test, path }: Source): boolean =>
  unit !== null && !test && unit.path !== 'bench' && !path.includes('/scripts/');

function plainErrors(source: Source): Problem[] {
  if (!ships(source) || !source.text.includes('throw new')) return [];
  const found: Problem[] = [];
  for (const [node] of nodes(programOf(source))) {
    const thrown = node.type === 'ThrowStatement' ? node['argument'] : null;
    const name = isNode(thrown) && thrown.type === 'NewExpression' ? calleeOf(thrown) : null;
    if (name && PLAIN.has(name))
      found.push({
        path: source.path,
        line: source.line(node.start),
        message: `throws a plain ${name}: give it a kind and a code (@kept/base)`,
      });
  }
  return found;
}

/**
 * Codes as they are written: in `new Misuse('CODE', …)`, in the `super('CODE', …)` of a class that extends one, and in
 * `new Own('CODE', …)` of a class that hands its code on.
 */
function codesOf(tree: Tree): Coded[] {
  const shipped = tree.sources.filter(ships);
  const kinds = new Map([...KINDS, ...shipped.flatMap(handingOn)]);
  const words = new RegExp(`\\b(${[...kinds.keys()].join('|')})\\b`);
  const found: Coded[] = [];
  for (const source of shipped.filter(({ text }) => words.test(text))) {
    for (const [node, parents] of nodes(programOf(source))) {
      const kind = node.type === 'NewExpression' ? kinds.get(calleeOf(node) ?? '') : superOf(node, parents)?.kind;
      if (!kind) continue;
      const [code, message] = node['arguments'] as Node[];
      for (const text of code ? literals(code) : []) {
        if (!CODE.test(text)) continue;
        found.push({
          code: text,
          kind,
          message: wordsOf(message),
          unit: source.unit!.path,
          path: source.path,
          line: source.line(node.start),
        });
      }
    }
  }
  return found;
}

/** Classes of a source that extend a kind and take the code from their caller. */
function handingOn(source: Source): [name: string, kind: string][] {
  if (!source.text.includes('super(')) return [];
  return [...nodes(programOf(source))].flatMap(([node, parents]): [string, string][] => {
    const above = superOf(node, parents);
    const first = above && (node['arguments'] as Node[])[0];
    return above && first?.type === 'Identifier' ? [[above.name, above.kind]] : [];
  });
}

const calleeOf = (node: Node): string | null => nameOf(node['callee']);

/** Of a call `super(…)`: the class it stands in, and the kind that class extends. */
function superOf(node: Node, parents: readonly Node[]): { readonly name: string; readonly kind: string } | null {
  if (node.type !== 'CallExpression' || !isNode(node['callee']) || node['callee'].type !== 'Super') return null;
  const owner = parents.find(({ type }) => type === 'ClassDeclaration' || type === 'ClassExpression');
  const kind = KINDS.get(nameOf(owner?.['superClass']) ?? '');
  return kind ? { name: nameOf(owner?.['id']) ?? '', kind } : null;
}

const nameOf = (node: unknown): string | null =>
  isNode(node) && typeof node['name'] === 'string' ? node['name'] : null;

/** The texts an expression may have: of a literal, or of either side of a choice. */
function literals(node: Node): string[] {
  if (typeof node['value'] === 'string') return [node['value']];
  if (node.type === 'ConditionalExpression')
    return [node['consequent'], node['alternate']].filter(isNode).flatMap(literals);
  return [];
}

/** A message with `…` for what is filled in. */
function wordsOf(node: Node | undefined): string {
  if (!node) return '';
  if (typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral') return '…';
  const texts = (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  return texts.join('…');
}

function shared(codes: readonly Coded[]): Problem[] {
  const homes = new Map<string, Coded>();
  return codes.flatMap((each) => {
    const first = homes.get(each.code);
    if (!first) homes.set(each.code, each);
    return first && first.unit !== each.unit
      ? [{ path: each.path, line: each.line, message: `code ${each.code} is ${first.unit}'s already (${first.path})` }]
      : [];
  });
}

function list(codes: readonly Coded[]): Output {
  const rows = new Map<string, Coded>();
  for (const each of codes.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))) {
    const known = rows.get(each.code);
    // The longest sentence says most, where a code is thrown in several places.
    if (!known || each.message.length > known.message.length) rows.set(each.code, each);
  }
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return {
    path: 'generated/errors.md',
    text: [
      '<!-- THIS FILE IS GENERATED by `npm run check -- --fix`. Do not edit. -->',
      '# Errors',
      '',
      'Kinds: `bug` is ours, `misuse` the caller’s, `refused` a decision, `unavailable` may pass.',
      '',
      '| code | kind | package | says |',
      '|---|---|---|---|',
      ...[...rows.values()].map(
        ({ code, kind, unit, message }) => `| \`${code}\` | ${kind} | ${unit} | ${cell(message)} |`,
      ),
      '',
    ].join('\n'),
  };
}
