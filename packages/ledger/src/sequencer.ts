/**
 * Gives leaves their place. Any number of processes append to one log, each with a sequencer of its own; the store
 * decides who comes next (see `statements.ts`).
 *
 * Alone, a group costs one statement. A sequencer that finds others at work takes turns with them: it waits for its
 * turn, replays what they appended, checks their checkpoint, and appends behind it.
 */
import type { KeyObject } from 'node:crypto';
import { signCheckpoint } from './checkpoint.ts';
import { Damaged, StoreUnavailable } from './errors.ts';
import type { VerifierKey } from './note.ts';
import { checkEnd, type Position, recover } from './recover.ts';
import { seal } from './seal.ts';
import type { Signer } from './signer.ts';
import type { Bundle, Reader, Store } from './store.ts';
import { decodeEntries } from './tile.ts';
import { appendGroup, type FullTile, Tree } from './tree.ts';

/** Groups after which a sequencer that met no other one stops to wait for its turn. */
const CALM = 32;

/** Leaves of others that are replayed; if there are more, the end of the log is read from tiles instead. */
const REPLAY = 8_192;

/** Attempts after a first one with an unknown end. */
const RETRIES = 2;

export interface Identity {
  readonly key: VerifierKey;
  readonly signer: Signer;
  readonly sealKey: KeyObject;
}

interface Staged {
  readonly bundle: Bundle;
  readonly tiles: readonly FullTile[];
  readonly end: Position;
}

export class Sequencer {
  readonly #store: Store;
  readonly #identity: Identity;
  #head: Position;
  /** INVARIANT: at `#head`, except between staging a group and learning what became of it. */
  #tree: Tree;
  /** Groups that still take turns. */
  #turns = 0;
  #lane: Promise<unknown> = Promise.resolve();

  constructor(store: Store, identity: Identity, head: Position) {
    this.#store = store;
    this.#identity = identity;
    this.#head = head;
    this.#tree = new Tree(head.view);
  }

  /** The end of the log as this process knows it; a true prefix of what it is. */
  get head(): Position {
    return this.#head;
  }

  /** The end of the log as it is now. */
  refresh(): Promise<Position> {
    return this.#alone(async () => {
      try {
        if (await this.#catchUp(this.#store)) this.#turns = CALM;
      } catch (error) {
        this.#reset(this.#head);
        throw error;
      }
      return this.#head;
    });
  }

  /** Appends a group; gives the index of its first leaf, once all of it is durable. */
  record(leaves: readonly Uint8Array[], tags: Bundle['tags']): Promise<number> {
    return this.#alone(async () => {
      // Attempts of which is not known whether they took effect. The server may even come to one later, while the
      // connection it came by is long given up.
      const unsettled: Staged[] = [];
      if (this.#turns === 0) {
        try {
          const staged = await this.#stage(leaves, tags);
          unsettled.push(staged);
          if (await this.#store.commit(staged.bundle, staged.tiles, this.#head.last)) return this.#accept(staged);
          unsettled.pop();
        } catch (error) {
          if (!(error instanceof StoreUnavailable)) throw error;
        } finally {
          if (this.#tree.size !== this.#head.view.size) this.#reset(this.#head);
        }
      }
      return this.#recordInTurn(leaves, tags, unsettled);
    });
  }

  async #recordInTurn(leaves: readonly Uint8Array[], tags: Bundle['tags'], unsettled: Staged[]): Promise<number> {
    for (let attempt = 1; ; attempt++) {
      let staged: Staged | undefined;
      try {
        const settled = await this.#store.inTurn(async (session) => {
          const earlier = await findHeld(session, unsettled);
          this.#turns = (await this.#catchUp(session)) || this.#turns === 0 ? CALM : this.#turns - 1;
          if (earlier) return earlier;
          staged = await this.#stage(leaves, tags);
          if (await session.commit(staged.bundle, staged.tiles, this.#head.last)) return staged;
          throw new Damaged('the log grew while nobody else could append');
        });
        return settled === staged ? this.#accept(settled) : settled.bundle.first;
      } catch (error) {
        this.#turns = CALM;
        this.#reset(this.#head);
        if (!(error instanceof StoreUnavailable) || attempt > RETRIES) throw error;
        if (staged) unsettled.push(staged);
      }
    }
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#lane.then(work);
    this.#lane = result.catch(() => {});
    return result;
  }

  #accept({ bundle, end }: Staged): number {
    this.#head = end;
    return bundle.first;
  }

  #reset(head: Position): void {
    this.#head = head;
    this.#tree = new Tree(head.view);
  }

  async #stage(leaves: readonly Uint8Array[], tags: Bundle['tags']): Promise<Staged> {
    const { key, signer, sealKey } = this.#identity;
    const place = { first: this.#head.view.size, count: leaves.length, tags };
    const encoded = appendGroup(this.#tree, leaves);
    const tiles = this.#tree.takeFull();
    const checkpoint = await signCheckpoint(this.#tree.size, this.#tree.root(), key, signer);
    return {
      bundle: { ...place, leaves: encoded, seal: seal(sealKey, place), checkpoint },
      tiles,
      end: { view: this.#tree.view(), last: { first: place.first, checkpoint } },
    };
  }

  /** Follows what others appended behind the head. False if nobody did. */
  async #catchUp(reader: Reader): Promise<boolean> {
    const { view, last } = this.#head;
    const tail = await reader.tail();
    const size = tail ? tail.first + tail.count : 0;
    if (size === view.size && tail?.checkpoint === last?.checkpoint) return false;
    if (!tail || size <= view.size || (last && !(await holds(reader, last)))) {
      throw new Damaged('the log no longer continues what it was');
    }
    if (size - view.size > REPLAY) {
      this.#reset(await recover(reader, this.#identity.key));
      return true;
    }
    for (const bundle of await reader.bundles(view.size, size)) {
      const leaves = decodeEntries(bundle.leaves);
      if (bundle.first !== this.#tree.size || bundle.count !== leaves.length)
        throw new Damaged('bundles do not follow one another');
      appendGroup(this.#tree, leaves);
    }
    this.#tree.takeFull();
    const end = this.#tree.view();
    checkEnd(end, tail, this.#identity.key);
    this.#head = { view: end, last: { first: tail.first, checkpoint: tail.checkpoint } };
    return true;
  }
}

/** Whether the store holds this very bundle. A checkpoint names its tree, so an equal one means equal leaves. */
async function holds(reader: Reader, { first, checkpoint }: Pick<Bundle, 'first' | 'checkpoint'>): Promise<boolean> {
  const [found] = await reader.bundles(first, first + 1);
  return found?.first === first && found.checkpoint === checkpoint;
}

async function findHeld(reader: Reader, attempts: readonly Staged[]): Promise<Staged | undefined> {
  for (const attempt of attempts) if (await holds(reader, attempt.bundle)) return attempt;
  return undefined;
}
