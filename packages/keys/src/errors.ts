import { Bug, KeptError, Misuse, Refused, Unavailable } from '@kept/base';

/** The key was erased, is being erased, or never was. What it sealed cannot be read, by anyone. */
export class NoKey extends Refused {
  constructor() {
    super('KEYS_NO_KEY', 'no key is stored under this id');
  }
}

/** An id, a region or the kind of an identifier is not written as such names are. */
export class BadName extends Misuse {
  constructor(what: string, form: RegExp) {
    super('KEYS_BAD_NAME', `the name of ${what} matches ${form.source}`);
  }
}

/** A stored node does not open under the key that its parent holds for it: changed, mixed up, or damaged. */
export class NodeAltered extends Bug {
  constructor() {
    super('KEYS_NODE_ALTERED', 'a node of the key tree does not open', {
      help: 'stop, and restore the key store to the newest state of its write-ahead log',
    });
  }
}

/** Another writer has replaced the root meanwhile. */
export class Superseded extends Unavailable {
  constructor() {
    super('KEYS_SUPERSEDED', 'another process has replaced the root of the key tree');
  }
}

/**
 * Key store and root are of different times. Nothing of this region can be opened, on purpose: a key store from before
 * an erasure must not serve what was erased.
 */
export class RootMismatch extends Unavailable {
  constructor(region: string, store: number | null, root: number) {
    super('KEYS_ROOT_MISMATCH', `${sentence(region, store, root)}`, { help: remedy(store, root) });
  }
}

function sentence(region: string, store: number | null, root: number): string {
  if (store === null) return `the keyring holds a root of region \`${region}\`, but the key store has no such tree`;
  const age = store < root ? 'older' : 'newer';
  return `the key store of region \`${region}\` is ${age} than its root: version ${store}, root ${root}`;
}

function remedy(store: number | null, root: number): string {
  if (store !== null && store > root) {
    return 'an old keyring folder was put back: bring back the newest one; folders of roots must never be restored';
  }
  return (
    'replay the write-ahead log of the key store to its end and start again; without that log the keys of this region ' +
    'are lost for good, and `abandonRegion` is what remains'
  );
}

/** The keyring holds no root for a tree that the key store has. */
export class RootLost extends Unavailable {
  constructor(name: string) {
    super('KEYS_ROOT_LOST', `the keyring holds no root for \`${name}\``, {
      help: 'bring back the newest keyring folder, which lies outside every database; without it nothing can be opened',
    });
  }
}

/** Others than the owner may read or change the keyring. */
export class RingExposed extends Misuse {
  constructor(path: string) {
    super('KEYS_RING_EXPOSED', `other accounts may use the keyring at \`${path}\``, {
      help: 'give the folder mode 0700 and its files mode 0600, owned by the account that runs Kept',
    });
  }
}

/** This keyring was made for another key store. */
export class RingForeign extends Misuse {
  constructor() {
    super('KEYS_RING_FOREIGN', 'the keyring belongs to another key store', {
      help: 'point both settings at the folder and the database that were made together',
    });
  }
}

/** The key store does not answer, or broke off. */
export class StoreDown extends Unavailable {
  constructor(cause: unknown) {
    super('KEYS_STORE_DOWN', 'the key store does not answer', { cause });
  }
}

/** What a driver throws becomes one of ours; a fault of our own stays what it is. */
export function translated(error: unknown): unknown {
  const ours = error instanceof KeptError || error instanceof TypeError || error instanceof RangeError;
  return ours ? error : new StoreDown(error);
}
