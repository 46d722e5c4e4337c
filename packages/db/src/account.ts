/**
 * Under which account the server runs. PostgreSQL refuses root, so that a root process starts it as `nobody`, or as
 * whoever owns the folder already.
 */
import { lstatSync, readFileSync, statSync } from 'node:fs';
import { chmod, chown, lchown, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FolderUnusable } from './errors.ts';
import { makeFolder } from './folder.ts';

export interface Account {
  /** Whose the server's files must be; null: our own. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** How to run a program under it: the words to put before the command line, and the ids to start with. */
  readonly prefix: readonly string[];
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

/** `nobody` exists wherever there is a passwd file. */
const NOBODY = { uid: 65534, gid: 65534 };

/** Makes the folder and says who runs the server in it. Throws DB_FOLDER_UNUSABLE. */
export async function accountFor(dir: string, native: string): Promise<Account> {
  await makeFolder(dir);
  const { uid, gid } = statSync(dir);
  const me = process.getuid?.() ?? 0;
  if (me !== 0) {
    if (uid !== me)
      throw new FolderUnusable(
        dir,
        'belongs to another account',
        'run Kept as that account, or name another folder (KEPT_DATA)',
      );
    await chmod(dir, 0o700);
    return { owner: null, prefix: [], ids: {} };
  }
  const owner = uid === 0 ? NOBODY : { uid, gid };
  await chmod(dir, 0o700);
  await chown(dir, owner.uid, owner.gid);
  if ([dir, join(native, 'bin', 'postgres'), join(native, 'lib')].every((path) => reachable(path, owner.uid))) {
    return { owner, prefix: [], ids: owner };
  }
  return { owner, prefix: withPassage(dir, owner), ids: {} };
}

/** What root made or copied into the folder (a restored backup) becomes the server's. */
export async function handOver(dir: string, { owner }: Account): Promise<void> {
  if (!owner) return;
  for (const name of await readdir(dir)) {
    const path = join(dir, name);
    if (lstatSync(path).uid !== 0) continue;
    await lchown(path, owner.uid, owner.gid);
    const inside = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => []);
    for (const entry of inside) await lchown(join(entry.parentPath, entry.name), owner.uid, owner.gid);
  }
}

/** Whether this account may walk down to `path`, by mode bits alone; a wrong "no" only costs a longer command line. */
function reachable(path: string, uid: number): boolean {
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid: owner } = statSync(at);
    if ((mode & (owner === uid ? 0o100 : 0o001)) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

const CAP_DAC_OVERRIDE = 1n << 1n;
const CAP_DAC_READ_SEARCH = 1n << 2n;

/**
 * Below a folder such as /root (mode 0700) the account cannot reach the programs or its own data. It is given the one
 * capability to walk through: read only where we have that one, else the one that containers leave to root.
 * `no_setuid_fixup` makes access(2), with which initdb looks for its sister programs, count the capability.
 */
function withPassage(dir: string, { uid, gid }: { uid: number; gid: number }): string[] {
  const own = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'}`);
  const capability = own & CAP_DAC_READ_SEARCH ? 'dac_read_search' : own & CAP_DAC_OVERRIDE ? 'dac_override' : null;
  if (!capability) {
    throw new FolderUnusable(
      dir,
      'or the programs lie where only root may go',
      'move both out of root’s home, or do not run Kept as root',
    );
  }
  return [
    ...['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'],
    ...[`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`, '--'],
  ];
}
