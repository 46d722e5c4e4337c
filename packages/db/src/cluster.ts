/** The data folder of a server: made whole or not at all. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chown, open, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderUnusable, ServerFailed } from './errors.ts';
import { endedBeside, type Programs, run } from './run.ts';

export const SUPERUSER = 'kept';
/** Of the installed binaries. A data folder of another major version needs an upgrade that only both versions can do. */
const VERSION = '18';

/** The password of this server, made on first use. */
export async function ownPassword({ dir, account }: Programs): Promise<string> {
  const file = join(dir, 'password');
  if (!existsSync(file)) {
    await writeFile(`${file}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (account.owner) await chown(`${file}.new`, account.owner.uid, account.owner.gid);
    await rename(`${file}.new`, file);
    await syncFolder(dir);
  }
  const password = (await readFile(file, 'utf8')).trim();
  if (password === '')
    throw new FolderUnusable(
      dir,
      'has an empty password file',
      'restore the file `password` from a backup of the folder',
    );
  return password;
}

/** Makes `data/` if it is not there. Throws DB_FOLDER_UNUSABLE if something else is. */
export async function ensureCluster(programs: Programs): Promise<void> {
  const { dir } = programs;
  const data = join(dir, 'data');
  // What a killed run left half-made. Its initdb may still be writing there: no two runs share a name.
  for (const name of readdirSync(dir)) {
    if (name.startsWith('data.new-')) await rm(join(dir, name), { recursive: true, force: true, maxRetries: 3 });
  }
  if (existsSync(data) && readdirSync(data).length > 0) return checkVersion(dir, data);
  const half = await initialise(programs, data);
  if (existsSync(data)) await rmdir(data);
  await rename(half, data);
  await syncFolder(dir);
}

/** The whole of a new data folder, under a name that the next start clears away. */
async function initialise(programs: Programs, data: string): Promise<string> {
  for (;;) {
    const half = `${data}.new-${randomBytes(4).toString('hex')}`;
    const { status, signal, output } = await run(programs, 'initdb', [
      ...['-D', half, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${join(programs.dir, 'password')}`],
      ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
    ]);
    if (status === 0) return half;
    if (!endedBeside(signal)) throw new ServerFailed('make its data folder', output);
  }
}

function checkVersion(dir: string, data: string): void {
  const file = join(data, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  if (version === VERSION) return;
  if (version)
    throw new FolderUnusable(
      dir,
      `is of PostgreSQL ${version}, and this Kept brings ${VERSION}`,
      'run the Kept that made it, or name another folder (KEPT_DATA)',
    );
  throw new FolderUnusable(dir, 'holds a folder `data` that is not PostgreSQL’s', 'name another folder (KEPT_DATA)');
}

/** A rename is on disk once its folder is. */
async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir);
  await handle.sync();
  await handle.close();
}
