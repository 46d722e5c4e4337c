/** A file is written anew beside itself and takes its own place in one step: before it, all is as it was; after it, done. */
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StoreDown } from './errors.ts';

/** A half-written file that has not grown for so long was left by a process that died. Milliseconds. */
const LEFT_BEHIND = 10 * 60_000;

const besideOf = (path: string): string => join(dirname(path), `.${basename(path)}.kept`);

/**
 * `write` fills the new file at the path that it is given; it takes the place of the old one when that is as it was all the
 * while, with its mode and owner. Throws CONNECTORS_STORE_DOWN, to be tried again, where somebody else writes it.
 */
export async function replaceFile(
  dataset: string,
  path: string,
  write: (beside: string) => Promise<void>,
): Promise<void> {
  const beside = besideOf(path);
  const claimed = await claim(beside);
  if (!claimed) throw new StoreDown(dataset, new Error('somebody else writes the file'));
  try {
    const before = await stat(path, { bigint: true });
    await claimed.chmod(Number(before.mode) & 0o777);
    await claimed.chown(Number(before.uid), Number(before.gid)).catch(() => undefined);
    await claimed.close();
    await write(beside);
    await synced(beside);
    const after = await stat(path, { bigint: true });
    if (after.mtimeNs !== before.mtimeNs || after.size !== before.size || after.ino !== before.ino)
      throw new StoreDown(dataset, new Error('the file was written meanwhile'));
    await rename(beside, path);
    await synced(dirname(path));
  } catch (error) {
    await claimed.close().catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  }
}

/** Null where another process is at it. */
async function claim(beside: string): Promise<FileHandle | null> {
  const made = await open(beside, 'wx', 0o600).catch(unlessThere);
  if (made) return made;
  const { mtimeMs } = await stat(beside);
  const now = await open(`${beside}.now`, 'w', 0o600);
  // By the clock of the disk, which may be another machine's.
  const { mtimeMs: at } = await now.stat();
  await now.close();
  await rm(`${beside}.now`, { force: true });
  if (at - mtimeMs < LEFT_BEHIND) return null;
  await rm(beside, { force: true });
  return open(beside, 'wx', 0o600).catch(unlessThere);
}

function unlessThere(error: unknown): null {
  if ((error as { code?: string }).code === 'EEXIST') return null;
  throw error;
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
