import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { FolderInUse, ServerFailed } from './errors.ts';
import { endedBeside } from './run.ts';

export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process, or throws DB_FOLDER_IN_USE. The kernel lets go of it when the process ends, however
 * it ends; it holds between containers that share the folder, where process ids mean nothing.
 */
export function lockFolder(dir: string): FolderLock {
  const file = join(dir, 'lock');
  // Append: opening it must not wipe the holder's process id.
  const descriptor = openSync(file, 'a', 0o600);
  // Node cannot lock. A lock of `flock` belongs to the open file, which the child shares with us and leaves to us.
  const { status, error } = flock(descriptor);
  if (status === 0) {
    ftruncateSync(descriptor);
    writeSync(descriptor, `${process.pid}\n`);
    return { release: () => closeSync(descriptor) };
  }
  closeSync(descriptor);
  if (error) throw new ServerFailed('lock its folder (the program `flock` of util-linux is missing)', error);
  throw new FolderInUse(dir, Number(readFileSync(file, 'utf8')) || null);
}

function flock(descriptor: number): SpawnSyncReturns<Buffer> {
  for (;;) {
    const ended = spawnSync('flock', ['--exclusive', '--nonblock', '3'], {
      stdio: ['ignore', 'ignore', 'ignore', descriptor],
    });
    if (!endedBeside(ended.signal)) return ended;
  }
}
