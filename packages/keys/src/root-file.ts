import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import sodium from 'sodium-native';
import { RootLost, Superseded } from './errors.ts';
import { blank, Kind, readSlot, SLOT_BYTES, type Slot, writeSlot } from './root-slots.ts';
import type { Root, RootStore, Sealer } from './roots.ts';
import type { Secrets } from './secrets.ts';

export interface RootFileOptions {
  readonly file: string;
  readonly tree: Buffer;
  readonly secrets: Secrets;
  /** The first seals; each is tried to open, so that a sealer can be replaced. None: the file holds the key in clear. */
  readonly sealers: readonly Sealer[];
  /** Called around each write and sync. Tests stop the process in it. */
  readonly probe: (step: string) => void;
}

interface Slots {
  readonly live: Slot;
  readonly staged: Slot | null;
  readonly newest: number;
}

const SQLITE_BUSY = 5;
const ROOT_DOMAIN = Buffer.from('kept/keytree/root/v1\0');
const fdatasync = promisify(fs.fdatasync);

/** A root in a file of two slots (`root-slots.ts`). */
export class RootFile implements RootStore {
  readonly #options: RootFileOptions;
  readonly #fd: number;
  readonly #lock: DatabaseSync;
  #unlogged = false;
  readonly #blocks = [sodium.sodium_malloc(SLOT_BYTES), sodium.sodium_malloc(SLOT_BYTES)] as const;

  constructor(options: RootFileOptions) {
    const { file } = options;
    this.#options = options;
    this.#fd = fs.openSync(file, 'r+');
    // Only its lock is used, which the kernel drops when the process dies. Nothing is ever stored in it.
    fs.closeSync(fs.openSync(`${file}.lock`, 'a', 0o600));
    this.#lock = new DatabaseSync(`${file}.lock`);
  }

  close(): void {
    if (!this.#lock.isOpen) return;
    this.#lock.close();
    fs.closeSync(this.#fd);
  }

  /** Whose root this is; null if none was ever written. Throws KEYS_ROOT_LOST if both slots are unreadable. */
  holder(): { tree: Buffer; version: number; founding: boolean } | null {
    const slots = this.#sound();
    const untouched = this.#blocks.filter(blank).length;
    this.#wipe();
    if (untouched === 2) return null;
    const live = slots.filter((slot) => slot.kind !== Kind.empty).sort((a, b) => a.version - b.version)[0];
    if (!live) throw new RootLost(this.#options.file);
    return { tree: live.tree, version: live.version, founding: untouched === 1 };
  }

  /** The first root of a new tree, in the first slot; the other slot stays unwritten until it is committed. */
  async found(first: Root): Promise<void> {
    await this.#write(0, await this.#body(first), first.version);
  }

  async read(): Promise<{ live: Root; staged: Root | null }> {
    const { live, staged } = this.#slots();
    // Both are copied before the first await.
    const roots = Promise.all([this.#open(live), staged && this.#open(staged)]);
    this.#wipe();
    const [root, next] = await roots;
    return { live: root, staged: next };
  }

  async stage(next: Root): Promise<void> {
    const body = await this.#body(next);
    await this.#locked(async ({ live, staged, newest }) => {
      if (staged || newest >= next.version) throw new Superseded();
      await this.#write(1 - live.at, body, next.version);
    });
  }

  async commit(version: number): Promise<void> {
    await this.#locked(async ({ live, staged }) => {
      const settled = staged ?? live;
      if (settled.version !== version) throw new Superseded();
      await this.#write(1 - settled.at, null, version);
    });
  }

  async abort(version: number): Promise<void> {
    await this.#locked(async ({ live }) => {
      if (live.version >= version) throw new Superseded();
      await this.#write(1 - live.at, null, version);
    });
  }

  /** Overwrites both slots. */
  async destroy(): Promise<void> {
    this.#wipe();
    for (const [at, block] of this.#blocks.entries()) fs.writeSync(this.#fd, block, 0, SLOT_BYTES, at * SLOT_BYTES);
    await fdatasync(this.#fd);
  }

  async #locked(run: (slots: Slots) => Promise<void>): Promise<void> {
    while (!this.#tryLock()) await sleep(1);
    try {
      const slots = this.#slots();
      this.#wipe();
      await run(slots);
    } finally {
      this.#lock.exec('rollback');
    }
  }

  #tryLock(): boolean {
    try {
      // Else each lock makes a journal file and removes it, which takes longer than a write of the root.
      if (!this.#unlogged) this.#lock.exec('pragma journal_mode = memory');
      this.#unlogged = true;
      this.#lock.exec('begin exclusive');
      return true;
    } catch (error) {
      if ((error as { errcode?: number }).errcode === SQLITE_BUSY || this.#lock.isTransaction) return false;
      throw error;
    }
  }

  /** Bodies are views into the blocks, valid until they are wiped. */
  #slots(): Slots {
    const slots = this.#sound().filter((slot) => slot.tree.equals(this.#options.tree));
    const [live, staged = null] = slots.filter((s) => s.kind !== Kind.empty).sort((a, b) => a.version - b.version);
    if (!live) throw new RootLost(this.#options.file);
    return { live, staged, newest: Math.max(...slots.map((slot) => slot.version)) };
  }

  #sound(): Slot[] {
    return this.#blocks.flatMap((block, at) => {
      fs.readSync(this.#fd, block, 0, SLOT_BYTES, at * SLOT_BYTES);
      return readSlot(block, at) ?? [];
    });
  }

  async #open({ kind, version, body }: Slot): Promise<Root> {
    const { secrets, sealers } = this.#options;
    if (kind === Kind.clear) return { version, key: secrets.copy(body) };
    const sealed = Buffer.from(body);
    const key = secrets.random();
    for (const sealer of sealers) {
      try {
        await sealer.open(sealed, this.#aad(version), key);
        return { version, key };
      } catch {
        // Another sealer's.
      }
    }
    secrets.free(key);
    throw new RootLost(this.#options.file);
  }

  async #body(root: Root): Promise<Buffer> {
    const [sealer] = this.#options.sealers;
    return sealer ? sealer.seal(root.key, this.#aad(root.version)) : root.key;
  }

  /** One pass in place, then to the medium. What the medium itself keeps is the sealer's concern. */
  async #write(at: number, body: Buffer | null, version: number): Promise<void> {
    const { probe, tree, sealers } = this.#options;
    const block = this.#blocks[at] ?? this.#blocks[0];
    const kind = body === null ? Kind.empty : sealers.length > 0 ? Kind.sealed : Kind.clear;
    writeSlot(block, { kind, version, tree }, body);
    probe('root:write');
    fs.writeSync(this.#fd, block, 0, SLOT_BYTES, at * SLOT_BYTES);
    this.#wipe();
    probe('root:written');
    await fdatasync(this.#fd);
    probe('root:synced');
  }

  #wipe(): void {
    for (const block of this.#blocks) sodium.sodium_memzero(block);
  }

  #aad(version: number): Buffer {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(version));
    return Buffer.concat([ROOT_DOMAIN, this.#options.tree, bytes]);
  }
}
