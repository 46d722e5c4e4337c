/**
 * A service is one folder: nothing outside it names it, but what is generated from the folders, services that declare to
 * use it, and tests of the whole. Those that came before their pages could lie with them stand in check.config.ts.
 */
import { exceptions } from '../../check.config.ts';
import type { Check, Problem } from './check.ts';
import { importsOf } from './imports.ts';
import type { Tree, Unit } from './tree.ts';

export const services: Check = {
  name: 'services',
  scope: (tree) => `${familyOf(tree).length} services`,
  validate: (tree) => familyOf(tree).flatMap((service) => judge(tree, service)),
};

const familyOf = ({ units }: Tree): readonly Unit[] => units.filter(({ path }) => path.startsWith('services/'));

function judge(tree: Tree, service: Unit): Problem[] {
  const named = [...namings(tree, service)];
  const name = service.path.split('/')[1]!;
  if (!(name in exceptions.named)) return named;
  return named.length > 0
    ? []
    : [{ path: 'check.config.ts', message: `nothing names \`${name}\` any more: remove its exception` }];
}

function* namings(tree: Tree, service: Unit): Generator<Problem> {
  const isIt = (request: string): boolean => request === service.name || request.startsWith(`${service.name}/`);
  const message = `names ${service.path} from outside: what is missing belongs to the kit`;
  for (const source of tree.sources) {
    if (source.path.startsWith('services/') || source.generated || source.test) continue;
    const found = importsOf(source).find(({ request }) => isIt(request));
    if (found) yield { path: source.path, line: source.line(found.offset), message };
  }
  for (const { path, manifest } of tree.units)
    if (
      !path.startsWith('services/') &&
      [manifest.dependencies, manifest.devDependencies].some((list) => service.name in (list ?? {}))
    )
      yield { path: `${path}/package.json`, message };
}
