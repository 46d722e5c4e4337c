/** Keys of runs in memory, for tests. */
import { randomBytes } from 'node:crypto';
import type { RunKeys } from './index.ts';

export class MemoryKeys implements RunKeys {
  readonly held = new Map<string, Buffer>();
  async put(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.held.set(id, this.held.get(id) ?? randomBytes(32));
  }
  async use<T>(id: string, run: (key: Buffer) => T): Promise<T> {
    const key = this.held.get(id);
    if (!key) throw new Error('no key');
    return run(key);
  }
  async erase(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.held.delete(id);
  }
}
