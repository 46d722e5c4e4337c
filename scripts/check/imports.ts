/**
 * Who may import whom: along the lattice only, through a package's doors only, and only what its package.json names.
 * Type imports count.
 */
import { posix } from 'node:path';
import { beneath, exceptions, onlyIn, pure } from '../../check.config.ts';
import type { Check, Problem } from './check.ts';
import { isNode, nodes, programOf, type Source, type Tree, type Unit } from './tree.ts';

export interface Import {
  /** As written: `./gate.ts`, `@kept/gate`, `pg`. */
  readonly request: string;
  readonly offset: number;
}

/** What a source imports, re-exports, loads later, or names as `import('…')` in a type. */
export function importsOf(source: Source): Import[] {
  const { staticImports, staticExports } = source.ast.module;
  const found: Import[] = staticImports.map(({ moduleRequest }) => ({
    request: moduleRequest.value,
    offset: moduleRequest.start,
  }));
  for (const { entries } of staticExports) {
    for (const { moduleRequest } of entries)
      if (moduleRequest) found.push({ request: moduleRequest.value, offset: moduleRequest.start });
  }
  if (source.text.includes('import(')) {
    for (const [node] of nodes(programOf(source))) {
      const request = node.type === 'ImportExpression' || node.type === 'TSImportType' ? node['source'] : null;
      if (isNode(request) && typeof request['value'] === 'string')
        found.push({ request: request['value'], offset: request.start });
    }
  }
  return found;
}

export const imports: Check = {
  name: 'imports',
  scope: (tree) => `${tree.units.length} packages`,
  validate: (tree) => [
    ...tree.units
      .filter((unit) => !(kindOf(unit) in beneath))
      .map((unit) => ({ path: unit.path, message: 'has no place in the lattice (check.config.ts)' })),
    ...tree.sources.flatMap((source) => [...problemsOf(tree, source)]),
    ...unusedExceptions(tree),
  ],
};

function* problemsOf(tree: Tree, source: Source): Generator<Problem> {
  for (const { request, offset } of importsOf(source)) {
    const message = judge(tree, source, request);
    if (message && !(`${source.path} -> ${request}` in exceptions.imports))
      yield { path: source.path, line: source.line(offset), message };
  }
}

function judge(tree: Tree, source: Source, request: string): string | null {
  if (request.startsWith('.')) return judgeRelative(source, request);
  const target = tree.units.find(({ name }) => request === name || request.startsWith(`${name}/`));
  if (target) return judgeOwn(tree, source, target, request);
  if (request.startsWith('@kept/')) return `\`${request}\` is no package of ours`;
  return judgeForeign(tree, source, request);
}

function judgeRelative({ path, unit }: Source, request: string): string | null {
  const target = posix.join(posix.dirname(path), request);
  return unit && !target.startsWith(`${unit.path}/`)
    ? `\`${request}\` leaves the package: import it by its name`
    : null;
}

function judgeOwn(tree: Tree, source: Source, target: Unit, request: string): string | null {
  const { unit, test, generated } = source;
  const door = `.${request.slice(target.name.length)}`;
  if (!(door in (target.manifest.exports ?? {}))) return `\`${request}\` goes past the index of ${target.name}`;
  // The tests of the whole, and the tools, stand above everything.
  if (!unit) return null;
  if (unit === target) return test ? null : `${unit.name} imports itself by name`;
  // A bench checks what it measures against the oracles of the tests; it is part of no product.
  if (!test && unit.path !== 'bench' && door.startsWith('./testing')) return `\`${request}\` is for tests`;
  // A generated list names what is there; the workspaces' patterns link each folder at the root.
  const listed = generated && /^(services|policies)\//.test(target.path);
  if (!listed && !declares(unit.manifest, target.name))
    return `\`${target.name}\` is not among the dependencies of ${unit.name}`;
  if (unit.path.startsWith('services/') && target.path.startsWith('services/')) {
    return usesOf(tree, unit).has(target.path.split('/')[1]!)
      ? null
      : `${unit.name} uses ${target.name} without declaring it in \`uses\``;
  }
  // A test may set its scene with anything; it may not make a cycle, since nobody imports it.
  return test || below(kindOfSource(source)).has(kindOf(target))
    ? null
    : `${unit.path} may not import ${target.path}: the lattice has it above or beside`;
}

function judgeForeign(tree: Tree, { unit, test, path }: Source, request: string): string | null {
  if (request.startsWith('node:')) {
    return unit &&
      !test &&
      pure.packages.some((each) => path.startsWith(`${each}/src/`)) &&
      !pure.allowed.includes(request)
      ? `${unit.path} is pure: no \`${request}\``
      : null;
  }
  const name = request
    .split('/')
    .slice(0, request.startsWith('@') ? 2 : 1)
    .join('/');
  const homes = onlyIn[name];
  if (homes && !test && !homes.some((home) => path.startsWith(`${home}/`)))
    return `\`${name}\` is used in ${homes.join(', ')} alone`;
  const root = JSON.parse(tree.text('package.json')) as Unit['manifest'];
  if (unit ? declares(unit.manifest, name) : declares(root, name)) return null;
  // Test tools are the repository's.
  if (test && declares(root, name)) return null;
  return `\`${name}\` is not among the dependencies of ${unit?.name ?? 'the repository'}`;
}

function declares(
  { dependencies, devDependencies, optionalDependencies, peerDependencies }: Unit['manifest'],
  name: string,
): boolean {
  return [dependencies, devDependencies, optionalDependencies, peerDependencies].some((list) => list && name in list);
}

/** Pages of a service stand above the app that they are shown in. */
const kindOfSource = ({ path, unit }: Source): string =>
  /^services\/[^/]+\/src\/screens\//.test(path) ? 'screens' : kindOf(unit!);

/** Where a unit stands: packages by name, the others by family. */
const kindOf = ({ path }: Unit): string =>
  path.startsWith('services/') ? 'services' : path.startsWith('policies/') ? 'policies' : path.replace('packages/', '');

const closures = new Map<string, ReadonlySet<string>>();

function below(kind: string): ReadonlySet<string> {
  const known = closures.get(kind);
  if (known) return known;
  const all = new Set<string>();
  // Set first: a loop in the lattice itself must end here, and shows as a package that may import itself.
  closures.set(kind, all);
  for (const next of beneath[kind] ?? []) {
    all.add(next);
    for (const each of below(next)) all.add(each);
  }
  return all;
}

/** Names in the `uses` of a service's declaration. */
function usesOf(tree: Tree, unit: Unit): ReadonlySet<string> {
  const uses = new Set<string>();
  for (const source of tree.sources) {
    if (source.unit !== unit || source.test || !source.text.includes('uses')) continue;
    for (const [node] of nodes(programOf(source))) {
      const key = node['key'];
      const value = node['value'];
      if (
        node.type !== 'Property' ||
        !isNode(key) ||
        key['name'] !== 'uses' ||
        !isNode(value) ||
        value.type !== 'ArrayExpression'
      )
        continue;
      for (const each of value['elements'] as unknown[])
        if (isNode(each) && typeof each['value'] === 'string') uses.add(each['value']);
    }
  }
  return uses;
}

function unusedExceptions(tree: Tree): Problem[] {
  return Object.keys(exceptions.imports).flatMap((key) => {
    const [path = '', request = ''] = key.split(' -> ');
    const source = tree.sources.find((each) => each.path === path);
    const needed = source && importsOf(source).some((each) => each.request === request) && judge(tree, source, request);
    return needed
      ? []
      : [{ path: 'check.config.ts', message: `the exception \`${key}\` is no longer needed: remove it` }];
  });
}
