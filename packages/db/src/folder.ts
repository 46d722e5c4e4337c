import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FolderUnusable } from './errors.ts';

/** Makes a folder, with those above it, if it is not there. Throws DB_FOLDER_UNUSABLE. */
export async function makeFolder(dir: string): Promise<void> {
  const missing: string[] = [];
  for (let at = dir; !existsSync(at); at = dirname(at)) missing.unshift(at);
  try {
    // One by one: Node's `recursive` goes round for ever where a file system makes no folders, as /proc does not.
    for (const each of missing) await mkdir(each).catch(unlessThere);
  } catch (error) {
    throw cannotBeMade(dir, codeOf(error) ?? 'an unknown error');
  }
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw cannotBeMade(dir, 'ENOTDIR');
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

const cannotBeMade = (dir: string, code: string): FolderUnusable =>
  new FolderUnusable(dir, `cannot be made (${code})`, 'name another folder (KEPT_DATA), or free the disk');
