/** The operator's way in: a link that works once, printed at start, and a session that lives in memory only. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Clock, Hours, Misuse, systemClock } from '@kept/base';
import type { FastifyRequest } from 'fastify';

const COOKIE = 'kept.operator';
const LIFE = Hours(8);
const hash = (token: string): Buffer => createHash('sha256').update(token).digest();

export class OperatorTokenRefused extends Misuse {
  constructor() {
    super('OPERATOR_INVALID_TOKEN', 'this link is used up or not one of ours', {
      help: 'start Kept again for a new one',
    });
  }
}

/** Sessions of operators. A restart ends them all. */
export class Operators {
  /** `kept.operator`, behind `__Secure-` under https. */
  readonly cookieName: string;
  readonly #attributes: string;
  readonly #clock: Clock;
  readonly #links = new Set<string>();
  readonly #sessions = new Map<string, number>();

  constructor({ secure, clock = systemClock }: { secure: boolean; clock?: Clock }) {
    this.cookieName = `${secure ? '__Secure-' : ''}${COOKIE}`;
    this.#attributes = `Path=/api; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
    this.#clock = clock;
  }

  /** A token for one sign-in. */
  newLink(): string {
    const token = randomBytes(24).toString('base64url');
    this.#links.add(hash(token).toString('hex'));
    return token;
  }

  /** Throws OPERATOR_INVALID_TOKEN. The cookie is for the console's calls alone. */
  signIn(token: string): { cookie: string; expiresAt: number } {
    const given = hash(token);
    const known = [...this.#links].find((link) => timingSafeEqual(Buffer.from(link, 'hex'), given));
    if (!known) throw new OperatorTokenRefused();
    this.#links.delete(known);
    const session = randomBytes(32).toString('base64url');
    const expiresAt = this.#clock.now() + LIFE;
    this.#sessions.set(hash(session).toString('hex'), expiresAt);
    return {
      cookie: `${this.cookieName}=${session}; ${this.#attributes}; Max-Age=${LIFE / 1000}`,
      expiresAt,
    };
  }

  /** When the session behind a request ends; null without one. */
  sessionOf(request: Pick<FastifyRequest, 'headers'>): number | null {
    const key = this.#keyOf(request.headers.cookie ?? '');
    const until = key ? this.#sessions.get(key) : undefined;
    return until !== undefined && until > this.#clock.now() ? until : null;
  }

  signOut(cookie: string): string {
    const key = this.#keyOf(cookie);
    if (key) this.#sessions.delete(key);
    return `${this.cookieName}=; ${this.#attributes}; Max-Age=0`;
  }

  #keyOf(cookie: string): string | null {
    const value = new RegExp(`(?:^|;\\s*)${this.cookieName.replace('.', '\\.')}=([A-Za-z0-9_-]{10,100})`).exec(
      cookie,
    )?.[1];
    return value ? hash(value).toString('hex') : null;
  }
}
