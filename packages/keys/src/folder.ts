import fs from 'node:fs';
import { RingExposed } from './errors.ts';

/** A new file is durable once its folder is. */
export function syncFolder(dir: string): void {
  const fd = fs.openSync(dir, 'r');
  fs.fsyncSync(fd);
  fs.closeSync(fd);
}

/** Throws KEYS_RING_EXPOSED if accounts other than the owner may read or change what is at this path. */
export function refuseExposed(at: string): void {
  if ((fs.statSync(at).mode & 0o077) !== 0) throw new RingExposed(at);
}
