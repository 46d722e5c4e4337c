/** The sessions of staff as cookies, and a limit on how often one address may try to come in. */
import { type Clock, Minutes, Refused, systemClock } from '@kept/base';
import type { Begun, OnDuty, Staff } from '@kept/staff';

const COOKIE = 'kept.operator';
const TRIES = 10;
const WHILE = Minutes(1);
/** Addresses remembered at most; the oldest go first. */
const ADDRESSES = 10_000;

export class TooManyTries extends Refused {
  constructor() {
    super('OPERATOR_TOO_MANY', 'too many tries from this address', { help: 'wait a minute' });
  }
}

export class Operators {
  /** `kept.operator`, behind `__Secure-` under https. */
  readonly cookieName: string;
  readonly staff: Staff;
  readonly #attributes: string;
  readonly #clock: Clock;
  readonly #tries = new Map<string, { count: number; until: number }>();

  constructor({ staff, secure, clock = systemClock }: { staff: Staff; secure: boolean; clock?: Clock }) {
    this.staff = staff;
    this.cookieName = `${secure ? '__Secure-' : ''}${COOKIE}`;
    this.#attributes = `Path=/api; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
    this.#clock = clock;
  }

  /** The cookie is for the console's calls alone. */
  cookieOf({ session, expiresAt }: Begun): string {
    const seconds = Math.ceil((expiresAt - this.#clock.now()) / 1_000);
    return `${this.cookieName}=${session}; ${this.#attributes}; Max-Age=${seconds}`;
  }

  /** Counts a try. Throws OPERATOR_TOO_MANY. */
  trying(address: string): void {
    const now = this.#clock.now();
    const known = this.#tries.get(address);
    const tried = known && known.until > now ? known : { count: 0, until: now + WHILE };
    tried.count++;
    this.#tries.delete(address);
    this.#tries.set(address, tried);
    if (this.#tries.size > ADDRESSES) this.#tries.delete(this.#tries.keys().next().value!);
    if (tried.count > TRIES) throw new TooManyTries();
  }

  /** Who is behind the `cookie` header of a request; null without a session. */
  async sessionOf(cookie: string | undefined): Promise<OnDuty | null> {
    const token = this.#tokenOf(cookie ?? '');
    return token === null ? null : this.staff.session(token);
  }

  /** Ends the session and clears the cookie. */
  async signOut(cookie: string): Promise<string> {
    const token = this.#tokenOf(cookie);
    if (token !== null) await this.staff.end(token);
    return `${this.cookieName}=; ${this.#attributes}; Max-Age=0`;
  }

  #tokenOf(cookie: string): string | null {
    const form = new RegExp(`(?:^|;\\s*)${this.cookieName.replace('.', '\\.')}=([A-Za-z0-9_-]{10,100})`);
    return form.exec(cookie)?.[1] ?? null;
  }
}
