import { randomBytes } from 'node:crypto';
import { type Duration, Misuse, Seconds } from '@kept/base';
import pg from 'pg';
import { CachesUnheard, EarsDeaf } from './errors.ts';
import * as leases from './leases.ts';

export interface EarsOptions {
  /** Connection string. A session of its own is kept open; a pooler that shares sessions between clients will not do. */
  readonly url: string;
  /** What is cached, `keys:cn`: caches of the same topic on the same database hear each other. */
  readonly topic: string;
  /** Lets go of these entries, of everything if null; before it returns, and without throwing. */
  readonly evict: (keys: readonly string[] | null) => void;
  /** How long a process that has gone silent may hold up the others. Five seconds unless said. */
  readonly lease?: Duration;
}

/** One request to let go: announced in the transaction that makes it necessary, then waited for. */
export interface Call {
  readonly id: string;
  readonly channel: string;
  /** What to pass to `pg_notify(channel, payload)`. */
  readonly payload: string;
  readonly keys: readonly string[] | null;
}

/** NOTIFY takes less than 8000 bytes. */
const PAYLOAD_BYTES = 7_500;
const ASK_AGAIN_MS = 100;
/** Clocks of two machines run at different speeds; a lease ends earlier for its holder than for those who wait for it. */
const LEASE_MARGIN = 0.9;
/** Answers that nobody collected, because a transaction was rolled back. Losing one costs a repeated question. */
const UNCOLLECTED_MAX = 10_000;
const TOPIC = /^[a-z0-9:_-]{1,40}$/;

/**
 * Keeps the caches of several processes coherent over PostgreSQL: told by NOTIFY, answered by NOTIFY, bounded by leases.
 *
 * A process may use its cache while its lease runs (`trusted`). Who changes something announces it in the same
 * transaction and then waits (`heard`) until every process with a running lease has let go. A process that cannot
 * answer loses its lease, and with it its cache.
 *
 * Guarantee: when `heard` resolves, no process finds the entries in a cache that it filled before the change.
 * The owner of the cache keeps one rule: what was asked for before an eviction is not stored after it.
 *
 * Assumed: the server's clock does not jump by more than a tenth of the lease; after a fail-over the new server has
 * every commit of the old one.
 */
export class Ears {
  readonly #options: EarsOptions;
  readonly #leaseMs: number;
  readonly #me = randomBytes(9).toString('base64url');
  readonly #channel: string;
  readonly #answers = new Map<string, Set<string>>();
  readonly #sleepers = new Set<() => void>();
  #calls = 0;
  #stopped = false;
  #session: pg.Client | null = null;
  #starting: Promise<void> | null = null;
  #renewing: pg.Client | null = null;
  #trustedUntil = 0;
  #trustedUntilWall = 0;
  #renewal: NodeJS.Timeout | undefined;
  #expiry: NodeJS.Timeout | undefined;

  constructor(options: EarsOptions) {
    if (!TOPIC.test(options.topic)) throw new Misuse('DB_EARS_TOPIC', `a topic matches ${TOPIC.source}`);
    this.#options = options;
    this.#leaseMs = options.lease ?? Seconds(5);
    this.#channel = `ears_${options.topic}`;
  }

  /**
   * Whether the cache may be used at this moment. Both clocks are asked: the monotonic one stands still while a machine
   * sleeps, the other can be set back.
   */
  get trusted(): boolean {
    return performance.now() < this.#trustedUntil && Date.now() < this.#trustedUntilWall;
  }

  /** Resolves with a running lease, at once if there is one. Throws DB_EARS_DEAF if the database does not answer. */
  async ready(): Promise<void> {
    if (this.trusted) return;
    if (this.#stopped) throw new EarsDeaf();
    this.#starting ??= this.#start().finally(() => {
      this.#starting = null;
    });
    await this.#starting;
  }

  /** Empties the cache and gives up the lease. Those who wait for this process need not wait any longer. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const session = this.#session;
    this.#distrust();
    if (session) await leases.end(session, this.#options.topic, this.#me).catch(() => {});
    this.#lost(session);
    for (const wake of this.#sleepers) wake();
  }

  /**
   * Keys are 1 to 200 characters without white space; too many for one message, or null, mean everything. A call for no
   * key evicts nothing; an answer to it says that all that was announced before it has been heard.
   */
  call(keys: readonly string[] | null): Call {
    if (keys?.some((key) => !/^\S{1,200}$/.test(key))) {
      throw new Misuse('DB_EARS_KEY', 'the key of a cached entry is 1 to 200 characters without white space');
    }
    const id = `${this.#me}.${++this.#calls}`;
    const list = keys?.join(' ') ?? '*';
    const payload = `${id} ${Buffer.byteLength(list) > PAYLOAD_BYTES ? '*' : list}`;
    return { id, channel: this.#channel, payload, keys };
  }

  /** Announces in the transaction that is open on `db`, so that the others hear it if and when it commits. */
  async announce(db: pg.Pool | pg.ClientBase, call: Call): Promise<void> {
    await db.query('select pg_notify($1, $2)', [call.channel, call.payload]);
  }

  /** The other processes that may use their caches. To be asked after the commit, never before. */
  others(db: pg.Pool | pg.ClientBase): Promise<string[]> {
    return leases.running(db, this.#options.topic, this.#me);
  }

  /**
   * After the commit: evicts here, and resolves when every other process has let go or lost its lease. `others` saves a
   * round trip if they were asked for already. Throws DB_CACHES_UNHEARD if that cannot be learnt; the change stands,
   * and calling again with the same call is right.
   */
  async heard(call: Call, others?: string[]): Promise<void> {
    this.#options.evict(call.keys);
    const giveUp = performance.now() + 4 * this.#leaseMs + 5_000;
    let waiting = others;
    while (!waiting?.every((id) => this.#answers.get(call.id)?.has(id))) {
      // An answer may have come while our session was cut: whoever is still waited for is asked again.
      if (waiting === undefined || (await this.#silence())) waiting = await this.#askAgain(call, giveUp, !waiting);
    }
    this.#answers.delete(call.id);
  }

  async #askAgain(call: Call, giveUp: number, first: boolean): Promise<string[] | undefined> {
    try {
      await this.ready();
      const session = this.#session;
      if (!session) throw new EarsDeaf();
      if (!first) await this.announce(session, call);
      return await this.others(session);
    } catch (cause) {
      if (this.#stopped || performance.now() > giveUp) throw new CachesUnheard(cause);
      await this.#silence();
      return undefined;
    }
  }

  /** True if nothing was heard for a while, false as soon as something is. */
  #silence(): Promise<boolean> {
    return new Promise((done) => {
      const end = (silent: boolean) => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        done(silent);
      };
      const wake = () => end(false);
      const timer = setTimeout(() => end(true), ASK_AGAIN_MS);
      this.#sleepers.add(wake);
    });
  }

  async #start(): Promise<void> {
    this.#lost(this.#session);
    const session = new pg.Client({
      connectionString: this.#options.url,
      application_name: 'kept ears',
      keepAlive: true,
      pipeline: true,
      connectionTimeoutMillis: 2 * this.#leaseMs,
      // A question that hangs this long means a dead connection: pg then cuts it, and `end` reports it.
      query_timeout: this.#leaseMs,
    });
    this.#session = session;
    session.on('error', () => this.#lost(session));
    session.on('end', () => this.#lost(session));
    session.on('notification', ({ channel, payload = '' }) => this.#told(session, channel, payload));
    try {
      await session.connect();
      await leases.prepare(session, this.#options.topic);
      // Listening comes first: once others can see the lease, no message is missed.
      await session.query(`listen "${this.#channel}"; listen "ears_${this.#me}"`);
      await this.#renew(session);
    } catch (cause) {
      this.#lost(session, this.#leaseMs / 4);
      throw new EarsDeaf(cause);
    }
    if (!this.trusted) throw new EarsDeaf();
    this.#renewal = setInterval(() => void this.#renew(session).catch(() => this.#lost(session)), this.#leaseMs / 4);
    this.#renewal.unref();
  }

  async #renew(session: pg.Client): Promise<void> {
    if (this.#renewing === session) return;
    this.#renewing = session;
    const [asked, askedWall] = [performance.now(), Date.now()];
    try {
      await leases.renew(session, this.#options.topic, this.#me, this.#leaseMs);
    } finally {
      if (this.#renewing === session) this.#renewing = null;
    }
    if (session !== this.#session || this.#stopped) return;
    // INVARIANT: what was asked for without a lease is not kept under one; nobody waited for us meanwhile.
    if (!this.trusted) this.#options.evict(null);
    this.#trustedUntil = asked + this.#leaseMs * LEASE_MARGIN;
    this.#trustedUntilWall = askedWall + this.#leaseMs * LEASE_MARGIN;
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(() => this.#lost(session), this.#trustedUntil - performance.now());
    this.#expiry.unref();
  }

  #told(session: pg.Client, channel: string, payload: string): void {
    const [id = '', ...keys] = payload.split(' ');
    if (channel !== this.#channel) {
      this.#answered(id, keys[0] ?? '');
      return;
    }
    if (keys.join('') !== '') this.#options.evict(keys[0] === '*' ? null : keys);
    const asker = id.slice(0, id.lastIndexOf('.'));
    if (asker === this.#me) return;
    session.query('select pg_notify($1, $2)', [`ears_${asker}`, `${id} ${this.#me}`]).catch(() => this.#lost(session));
  }

  #answered(id: string, reader: string): void {
    const answers = this.#answers.get(id) ?? new Set();
    this.#answers.set(id, answers.add(reader));
    if (this.#answers.size > UNCOLLECTED_MAX)
      for (const old of this.#answers.keys()) {
        this.#answers.delete(old);
        break;
      }
    for (const wake of this.#sleepers) wake();
  }

  #distrust(): void {
    clearInterval(this.#renewal);
    clearTimeout(this.#expiry);
    this.#trustedUntil = 0;
    this.#options.evict(null);
  }

  #lost(session: pg.Client | null, again = ASK_AGAIN_MS / 4): void {
    if (session !== this.#session) return;
    this.#distrust();
    this.#session = null;
    session?.end().catch(() => {});
    // Without waiting for the next use: until this process listens again, others wait for its old lease to end.
    if (session && !this.#stopped) setTimeout(() => this.ready().catch(() => {}), again).unref();
  }
}
