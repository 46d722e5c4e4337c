/**
 * Packages that come from another controller. They are sealed to a key that only the person's browser has, lie in a folder
 * of this process until they are fetched, and are gone within the hour.
 */
import { createHash, type Hash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARRIVAL_MOST } from '@kept/api';
import { type Clock, Hours, type Instant } from '@kept/base';
import { ArrivalFull, ArrivalOutOfStep, ArrivalUnknown } from '../errors.ts';

interface Arrival {
  readonly owner: string;
  readonly expiresAt: Instant;
  readonly folder: string;
  readonly hash: Hash;
  readonly forget: NodeJS.Timeout;
  bytes: number;
  whole: boolean;
  sha256: string | null;
  /** Pieces come one after another. */
  last: Promise<unknown>;
}

const LIFE = Hours(1);
/** At once, of everybody: each may be as large as `ARRIVAL_MOST`. */
const MOST = 32;

const nameOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const fileOf = ({ folder }: Arrival): string => join(folder, 'package.age');

export class Arrivals {
  readonly #clock: Clock;
  readonly #all = new Map<string, Arrival>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Of one person the newest alone. Throws RIGHTS_ARRIVALS_FULL. */
  async open(owner: string): Promise<{ token: string; expiresAt: Instant }> {
    for (const [name, { owner: whose, expiresAt }] of this.#all)
      if (whose === owner || expiresAt <= this.#clock.now()) await this.#end(name);
    if (this.#all.size >= MOST) throw new ArrivalFull();
    const token = randomBytes(32).toString('base64url');
    const name = nameOf(token);
    const expiresAt = this.#clock.now() + LIFE;
    const forget = setTimeout(() => void this.#end(name), LIFE);
    forget.unref();
    this.#all.set(name, {
      ...{ owner, expiresAt, folder: await mkdtemp(join(tmpdir(), 'kept-arrival-')), hash: createHash('sha256') },
      ...{ forget, bytes: 0, whole: false, sha256: null, last: Promise.resolve() },
    });
    return { token, expiresAt };
  }

  /**
   * A piece, at its place; answers how much is there, and of the whole its checksum. One that is there already changes
   * nothing. Throws RIGHTS_ARRIVAL_UNKNOWN, RIGHTS_ARRIVAL_OUT_OF_STEP, RIGHTS_ARRIVALS_FULL.
   */
  async add(
    token: string,
    offset: number,
    bytes: Uint8Array,
    end: boolean,
  ): Promise<{ bytes: number; sha256: string | null }> {
    const arrival = this.#find(token);
    const add = async () => {
      if (offset + bytes.length <= arrival.bytes && (arrival.whole || !end))
        return { bytes: arrival.bytes, sha256: arrival.sha256 };
      if (arrival.whole || offset !== arrival.bytes) throw new ArrivalOutOfStep();
      if (offset + bytes.length > ARRIVAL_MOST) throw new ArrivalFull();
      await appendFile(fileOf(arrival), bytes, { mode: 0o600 });
      arrival.hash.update(bytes);
      arrival.bytes += bytes.length;
      if (end) {
        arrival.whole = true;
        arrival.sha256 = arrival.hash.digest('hex');
      }
      return { bytes: arrival.bytes, sha256: arrival.sha256 };
    };
    const added = arrival.last.then(add, add);
    arrival.last = added;
    return added;
  }

  /** Throws RIGHTS_ARRIVAL_UNKNOWN. */
  read(owner: string, token: string): Pick<Arrival, 'bytes' | 'whole'> {
    return this.#of(owner, token);
  }

  /** Throws RIGHTS_ARRIVAL_UNKNOWN, also while it is not whole. */
  content(owner: string, token: string): AsyncIterable<Uint8Array> {
    const arrival = this.#of(owner, token);
    if (!arrival.whole) throw new ArrivalUnknown();
    return createReadStream(fileOf(arrival));
  }

  async drop(owner: string, token: string): Promise<void> {
    this.#of(owner, token);
    await this.#end(nameOf(token));
  }

  #of(owner: string, token: string): Arrival {
    const found = this.#find(token);
    if (found.owner !== owner) throw new ArrivalUnknown();
    return found;
  }

  #find(token: string): Arrival {
    const found = this.#all.get(nameOf(token));
    if (!found || found.expiresAt <= this.#clock.now()) throw new ArrivalUnknown();
    return found;
  }

  async #end(name: string): Promise<void> {
    const found = this.#all.get(name);
    if (!found) return;
    this.#all.delete(name);
    clearTimeout(found.forget);
    await found.last.catch(() => null);
    await rm(found.folder, { recursive: true, force: true });
  }
}
