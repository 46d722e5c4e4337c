/**
 * The web app as files to serve.
 *
 * - **dist**: the built app; stale as soon as the hash of the sources differs from the one it was built from.
 * - **policy**: the Content-Security-Policy it was built to live under.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = import.meta.dirname;
const repository = join(here, '..', '..');

/** Where the built files lie. */
export const webDist = join(here, 'dist');

/**
 * What a page of the app may load: its own files, and pictures that the person has just chosen. No inline script, no inline
 * style sheet, nothing from the network. To be sent with `index.html`.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface WebBuildOptions {
  /** A sentence for the person who waits, in English. */
  readonly onProgress?: (text: string) => void;
  /** Builds even when nothing has changed. */
  readonly force?: boolean;
}

export interface WebBuild {
  readonly dir: string;
  /** False where the files of an earlier build still hold. */
  readonly built: boolean;
  readonly milliseconds: number;
}

/** Everything that goes into the bundle and may change without its version changing. */
const sources = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/package.json',
  'packages/api/src',
  'packages/ledger/src',
  'services/account/src/api.ts',
];

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  const nested = await Promise.all(entries.map((entry) => filesUnder(join(path, entry.name))));
  return nested.flat();
}

/** SHA-256 over the names and contents of the sources, in hex. */
export async function webSourceHash(): Promise<string> {
  const files = (await Promise.all(sources.map((path) => filesUnder(join(repository, path))))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files.filter((name) => !name.endsWith('.test.ts') && !name.endsWith('.test.tsx'))) {
    const content = await readFile(file).catch(() => null);
    if (content === null) continue;
    hash.update(relative(repository, file)).update('\0').update(content).update('\0');
  }
  return hash.digest('hex');
}

const stamp = join(webDist, '.source-hash');

/** True when `dist` was built from the sources as they are. */
export async function webIsFresh(): Promise<boolean> {
  const [built, now] = await Promise.all([readFile(stamp, 'utf8').catch(() => ''), webSourceHash()]);
  return built === now;
}

/**
 * Builds the app if its sources have changed since the last build. Safe to call at every start: without a change it only
 * reads the sources. Throws what Vite throws when the sources do not build.
 */
export async function buildWeb({ onProgress = () => {}, force = false }: WebBuildOptions = {}): Promise<WebBuild> {
  const began = performance.now();
  if (!force && (await webIsFresh())) return { dir: webDist, built: false, milliseconds: performance.now() - began };
  onProgress('Building the web app');
  const hash = await webSourceHash();
  const { build } = await import('vite');
  await build({ configFile: join(here, 'vite.config.ts'), mode: 'production', logLevel: 'error' });
  await writeFile(stamp, hash);
  const milliseconds = performance.now() - began;
  onProgress(`Built the web app in ${(milliseconds / 1000).toFixed(1)} s`);
  return { dir: webDist, built: true, milliseconds };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildWeb({ onProgress: (text) => process.stdout.write(`${text}\n`), force: process.argv.includes('--force') });
}
