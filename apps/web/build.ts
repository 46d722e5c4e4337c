/**
 * The web app as files to serve.
 *
 * - **dist**: the built app; stale as soon as the hash of the sources differs from the one it was built from.
 * - **policy**: the Content-Security-Policy it was built to live under.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

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
  /** Where the built files are to lie: `webDist` by default. */
  readonly dir?: string;
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
  'packages/base/src',
  'packages/ledger/src',
];

/** What the pages know of a service: a file or a folder. */
const doors = ['src/api.ts', 'src/api', 'src/screens'];

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  const nested = await Promise.all(entries.map((entry) => filesUnder(join(path, entry.name))));
  return nested.flat();
}

/** Files of all sources, sorted; some may not be there. */
export async function webSources(): Promise<string[]> {
  const services = await readdir(join(repository, 'services'));
  const own = services.flatMap((name) => doors.map((door) => join('services', name, door)));
  return (await Promise.all([...sources, ...own].map((path) => filesUnder(join(repository, path))))).flat().sort();
}

/** SHA-256 over the names and contents of the sources, in hex. */
export async function webSourceHash(): Promise<string> {
  const files = await webSources();
  const hash = createHash('sha256');
  for (const file of files.filter((name) => !name.endsWith('.test.ts') && !name.endsWith('.test.tsx'))) {
    const content = await readFile(file).catch(() => null);
    if (content === null) continue;
    hash.update(relative(repository, file)).update('\0').update(content).update('\0');
  }
  return hash.digest('hex');
}

const stampName = '.source-hash';

/** True when what lies in `dir` was built from the sources as they are. */
export async function webIsFresh(dir: string = webDist): Promise<boolean> {
  const stamp = readFile(join(dir, stampName), 'utf8').catch(() => '');
  const [built, now] = await Promise.all([stamp, webSourceHash()]);
  return built === now;
}

/** For writing down whose it is. */
const moment = 2_000;

/** Whether whoever holds the lock has died with it. */
async function isLeft(lock: string): Promise<boolean> {
  const holder = Number(await readFile(join(lock, 'pid'), 'utf8').catch(() => ''));
  if (holder === 0) return Date.now() - ((await stat(lock).catch(() => null))?.mtimeMs ?? Date.now()) > moment;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return (error as { code?: string }).code === 'ESRCH';
  }
}

/** Runs `work` while no other process does; each of them waits for its turn. */
async function alone<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const lock = `${dir}.lock`;
  for (;;) {
    const taken = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (taken) break;
    if (await isLeft(lock)) await rm(lock, { recursive: true, force: true });
    else await sleep(50);
  }
  try {
    await writeFile(join(lock, 'pid'), String(process.pid));
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** Beside `dist`, and then in its place: whoever serves it finds one build or the other, whole. */
async function buildAside(dir: string): Promise<void> {
  const aside = `${dir}.${process.pid}`;
  const hash = await webSourceHash();
  try {
    const { build } = await import('vite');
    const configFile = join(here, 'vite.config.ts');
    await build({ configFile, mode: 'production', logLevel: 'error', build: { outDir: aside } });
    await writeFile(join(aside, stampName), hash);
    await rename(dir, `${aside}.old`).catch(() => undefined);
    await rename(aside, dir);
  } finally {
    for (const left of [aside, `${aside}.old`]) await rm(left, { recursive: true, force: true });
  }
}

/**
 * Builds the app if its sources have changed since the last build. Safe to call at every start, by several processes at
 * once: without a change it only reads the sources, and of those that start together one builds. Throws what Vite throws
 * when the sources do not build.
 */
export async function buildWeb(options: WebBuildOptions = {}): Promise<WebBuild> {
  const { onProgress = () => {}, force = false, dir = webDist } = options;
  const began = performance.now();
  if (!force && (await webIsFresh(dir))) return { dir, built: false, milliseconds: performance.now() - began };
  onProgress('Building the web app');
  const built = await alone(dir, async () => {
    if (!force && (await webIsFresh(dir))) return false;
    await buildAside(dir);
    return true;
  });
  if (!built) return { dir, built, milliseconds: performance.now() - began };
  const milliseconds = performance.now() - began;
  onProgress(`Built the web app in ${(milliseconds / 1000).toFixed(1)} s`);
  return { dir, built, milliseconds };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { force: { type: 'boolean' }, dir: { type: 'string' } } });
  await buildWeb({ ...values, onProgress: (text) => process.stdout.write(`${text}\n`) });
}
