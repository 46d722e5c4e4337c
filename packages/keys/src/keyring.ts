import fs from 'node:fs';
import path from 'node:path';
import { BadName, RootMismatch } from './errors.ts';
import { refuseExposed, syncFolder } from './folder.ts';
import { RootFile } from './root-file.ts';
import { SLOT_BYTES } from './root-slots.ts';
import type { KeyProvider, RootStore, Sealer } from './roots.ts';
import { Secrets } from './secrets.ts';
import { suppressionFile } from './suppression-file.ts';

export interface KeyringOptions {
  /** Made if absent, with mode 0700. Outside every database folder, and outside every backup. */
  readonly dir: string;
  /**
   * Seal the roots before they are written: a file system or disk may keep old sectors, and a key that is kept in a KMS
   * or TPM and replaced there makes them worthless. The first seals, all are tried to open. None: roots lie in the file
   * as they are.
   */
  readonly sealers?: readonly Sealer[];
  readonly secrets?: Secrets;
  /** Called at each step that a crash could cut, for tests. */
  readonly probe?: (step: string) => void;
}

const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * The roots as files in one folder, and the copy of the suppression list beside them:
 * `<name>.root`, `<name>.root.lock`, `suppressed`. Works for any account, root included; the folder must be its own.
 * Throws KEYS_RING_EXPOSED if other accounts may use it.
 */
export function fileKeyring({
  dir,
  sealers = [],
  secrets = new Secrets(),
  probe = () => {},
}: KeyringOptions): KeyProvider {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  refuseExposed(dir);
  const stores = new Set<RootStore>();
  const fileOf = (name: string): string => {
    if (!NAME.test(name)) throw new BadName('a root', NAME);
    return path.join(dir, `${name}.root`);
  };
  const openFile = (name: string, tree: Buffer): RootFile | null => {
    const file = fileOf(name);
    if (!fs.existsSync(file)) return null;
    refuseExposed(file);
    return new RootFile({ file, tree, secrets, sealers, probe });
  };
  const kept = <T extends RootStore>(store: T): T => {
    stores.add(store);
    return store;
  };
  return {
    secrets,
    names: async () => fs.readdirSync(dir).flatMap((file) => (file.endsWith('.root') ? file.slice(0, -5) : [])),
    suppressed: suppressionFile(path.join(dir, 'suppressed')),
    async open(name, tree) {
      const store = openFile(name, tree);
      const holder = store?.holder();
      if (store && holder?.tree.equals(tree)) return kept(store);
      store?.close();
      // Another tree was being founded when a crash came: nothing was ever sealed under its root.
      if (!holder || holder.founding) return null;
      throw new RootMismatch(name, null, holder.version);
    },
    async found(name, tree, first) {
      if (!fs.existsSync(fileOf(name))) makeBlank(fileOf(name));
      const store = openFile(name, tree)!;
      const holder = store.holder();
      if (holder && !holder.founding) {
        store.close();
        throw new RootMismatch(name, null, holder.version);
      }
      await store.found(first);
      return kept(store);
    },
    async destroy(name) {
      const store = openFile(name, Buffer.alloc(16));
      if (!store) return;
      await store.destroy();
      store.close();
      fs.rmSync(fileOf(name));
      syncFolder(dir);
    },
    close() {
      for (const store of stores) store.close();
      stores.clear();
    },
  };
}

function makeBlank(file: string): void {
  fs.writeFileSync(file, Buffer.alloc(2 * SLOT_BYTES), { flag: 'wx', mode: 0o600, flush: true });
  syncFolder(path.dirname(file));
}
