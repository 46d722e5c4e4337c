/** The checkout as the checks see it: its files, read once, and its sources, parsed once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ParseResult, parseSync } from 'oxc-parser';

/** A package, service, policy or app: a folder with a `package.json`. */
export interface Unit {
  /** `packages/gate`. */
  readonly path: string;
  /** `@kept/gate`. */
  readonly name: string;
  readonly manifest: Manifest;
}

export interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly type?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

export interface Source {
  /** From the root, with slashes: `packages/gate/src/gate.ts`. */
  readonly path: string;
  readonly text: string;
  /** Where it belongs; null for `scripts/` and `test/`. */
  readonly unit: Unit | null;
  /** Written by a program; held to no size. */
  readonly generated: boolean;
  /** A test, or a thing only tests use. */
  readonly test: boolean;
  readonly ast: ParseResult;
  /** Line, from 1, of an offset in the text. */
  line(offset: number): number;
}

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HOMES = ['packages', 'policies', 'services', 'apps'];
const SKIPPED = new Set(['node_modules', '.git', 'dist', '.kept', 'coverage', 'test-results']);
const TEST = /(\.test\.tsx?|\.child\.ts|\.harness\.ts|(^|\/)testing(-[^/]*)?(\.tsx?|\/.*))$|^test\//;

export class Tree {
  readonly files: readonly string[];
  readonly units: readonly Unit[];
  readonly sources: readonly Source[];
  readonly #root: string;
  readonly #texts = new Map<string, string>();

  constructor(root = ROOT) {
    this.#root = root;
    this.files = [...walk(root, root)].sort();
    this.units = unitsOf(root, this.files);
    this.sources = this.files.filter((path) => /\.tsx?$/.test(path)).map((path) => this.#source(path));
  }

  text(path: string): string {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const text = readFileSync(join(this.#root, path), 'utf8');
    this.#texts.set(path, text);
    return text;
  }

  exists(path: string): boolean {
    return existsSync(join(this.#root, path));
  }

  unitOf(path: string): Unit | null {
    return this.units.find((unit) => path.startsWith(`${unit.path}/`)) ?? null;
  }

  #source(path: string): Source {
    const text = readFileSync(join(this.#root, path), 'utf8');
    let ast: ParseResult | null = null;
    let starts: number[] | null = null;
    return {
      path,
      text,
      unit: this.unitOf(path),
      generated: /^(\/\/|\/\*\*?) THIS FILE IS GENERATED/.test(text) || path.includes('/generated/'),
      test: TEST.test(path),
      get ast() {
        ast ??= parseSync(path, text);
        return ast;
      },
      line: (offset) => {
        starts ??= lineStarts(text);
        return starts.findLastIndex((start) => start <= offset) + 1;
      },
    };
  }
}

function* walk(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(root, path);
    else if (entry.isFile()) yield relative(root, path).split(sep).join('/');
  }
}

function unitsOf(root: string, files: readonly string[]): Unit[] {
  const paths = files
    .filter((path) => path.endsWith('/package.json'))
    .map((path) => path.slice(0, -'/package.json'.length));
  const own = paths.filter(
    (path) => path === 'bench' || (path.split('/').length === 2 && HOMES.includes(path.split('/')[0]!)),
  );
  return own.map((path) => {
    const manifest = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as Manifest;
    return { path, name: manifest.name, manifest };
  });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** A node of a syntax tree, as far as the checks look into it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every node below this one, this one first, each with its parents, nearest first. */
export function* nodes(
  node: Node,
  parents: readonly Node[] = [],
): Generator<readonly [node: Node, parents: readonly Node[]]> {
  yield [node, parents];
  const below = [node, ...parents];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodes(child, below);
  }
}

export const programOf = (source: Source): Node => source.ast.program as unknown as Node;
