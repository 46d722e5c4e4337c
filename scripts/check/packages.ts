/** What package.json files may say: exact versions, one version of each library, no script that an installation runs. */
import { installScripts } from '../../check.config.ts';
import type { Check, Problem } from './check.ts';
import type { Manifest } from './tree.ts';

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const HOOKS = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare', 'prepublish'];
const LISTS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

interface Lock {
  readonly packages: Readonly<
    Record<string, Manifest & { readonly hasInstallScript?: boolean; readonly link?: boolean }>
  >;
}

export const packages: Check = {
  name: 'packages',
  scope: (tree) => `${tree.units.length + 1} package.json files`,
  validate: (tree) => {
    const root = JSON.parse(tree.text('package.json')) as Manifest;
    const lock = JSON.parse(tree.text('package-lock.json')) as Lock;
    const all: [string, Manifest][] = [
      ['package.json', root],
      ...tree.units.map(({ path, manifest }): [string, Manifest] => [`${path}/package.json`, manifest]),
    ];
    return [
      ...all.flatMap(([path, manifest]) => [...own(path, manifest, root), ...locked(path, manifest, lock)]),
      ...oneVersion(all),
      ...scripts(lock),
    ];
  },
};

function own(path: string, manifest: Manifest, root: Manifest): Problem[] {
  const problems: string[] = [];
  for (const list of LISTS) {
    for (const [name, version] of Object.entries(manifest[list] ?? {})) {
      if (!EXACT.test(version)) problems.push(`${name} is \`${version}\`: name one exact version`);
    }
  }
  for (const hook of HOOKS)
    if (manifest.scripts?.[hook]) problems.push(`has a script \`${hook}\`, which an installation would run`);
  if (manifest.private !== true) problems.push('is not private');
  if (manifest.type !== 'module') problems.push('is not of type `module`');
  if (manifest.license !== root.license)
    problems.push(`has the licence ${manifest.license ?? 'none'}, not ${root.license}`);
  return problems.map((message) => ({ path, message }));
}

/** `npm ci` refuses a lock file that says something else. */
function locked(path: string, manifest: Manifest, lock: Lock): Problem[] {
  const entry = lock.packages[path === 'package.json' ? '' : path.replace('/package.json', '')];
  if (!entry) return [{ path, message: 'is not in package-lock.json: run `npm install`' }];
  const sorted = (list: Readonly<Record<string, string>> = {}): string =>
    JSON.stringify(Object.entries(list).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return LISTS.filter((list) => sorted(manifest[list]) !== sorted(entry[list])).map((list) => ({
    path,
    message: `its ${list} differ from package-lock.json: run \`npm install\``,
  }));
}

function oneVersion(all: readonly (readonly [string, Manifest])[]): Problem[] {
  const first = new Map<string, readonly [version: string, path: string]>();
  return all.flatMap(([path, manifest]) =>
    LISTS.flatMap((list) => Object.entries(manifest[list] ?? {})).flatMap(([name, version]): Problem[] => {
      const known = first.get(name);
      if (!known) first.set(name, [version, path]);
      return known && known[0] !== version
        ? [{ path, message: `${name} is ${version} here and ${known[0]} in ${known[1]}` }]
        : [];
    }),
  );
}

/** Libraries that would run a script; we never let them, so each must work without. */
function scripts(lock: Lock): Problem[] {
  const have = new Set(
    Object.entries(lock.packages).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [path.split('node_modules/').at(-1)!] : [],
    ),
  );
  return [
    ...[...have]
      .filter((name) => !(name in installScripts))
      .map((name) => ({
        path: 'package-lock.json',
        message: `${name} has an install script: say in check.config.ts why it works without`,
      })),
    ...Object.keys(installScripts)
      .filter((name) => !have.has(name))
      .map((name) => ({ path: 'check.config.ts', message: `${name} has no install script any more: remove it` })),
  ];
}
