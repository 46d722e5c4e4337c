/** A folder of the machine, or one that several share: a folder for each person, a file for each blob. */
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Bug } from '@kept/base';
import { BlobGone } from './errors.ts';
import type { BlobStore } from './store.ts';

/** Names are ids and parts of ids; nothing that a path could be made of. */
const NAME = /^[a-z0-9][a-z0-9_.-]{0,120}$/;
const HALF = '.half';

/** The blobs under `root`, which is made when the first one comes. */
export function folderStore(root: string): BlobStore {
  const at = (...names: readonly string[]): string => {
    for (const name of names) if (!NAME.test(name)) throw new Bug('BLOBS_BAD_NAME', 'a blob is named by ids alone');
    return join(root, ...names);
  };
  return {
    async put(owner, name, sealed) {
      const folder = at(owner);
      const file = at(owner, name);
      const half = at(owner, `${randomBytes(9).toString('hex')}${HALF}`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        const handle = await open(half, 'wx', 0o600);
        try {
          for await (const piece of sealed) await handle.writeFile(piece);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(half, file);
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
      await synced(folder);
    },
    async *get(owner, name) {
      try {
        for await (const piece of createReadStream(at(owner, name), { highWaterMark: 256 * 1024 }))
          yield piece as Uint8Array;
      } catch (error) {
        throw (error as { code?: string }).code === 'ENOENT' ? new BlobGone() : error;
      }
    },
    async remove(owner, names) {
      for (const name of names) await rm(at(owner, name), { force: true });
    },
    async removeOwner(owner) {
      await rm(at(owner), { recursive: true, force: true });
    },
    owners: () => listed(root),
    async names(owner) {
      const names = await listed(at(owner));
      const found = await Promise.all(
        names.map((name) =>
          stat(at(owner, name)).then(
            ({ mtimeMs }) => [{ name, at: mtimeMs }],
            () => [],
          ),
        ),
      );
      return found.flat();
    },
  };
}

const listed = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
};

/** The name too is on the disk. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
