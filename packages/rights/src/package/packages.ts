/** Links to packages. They live in memory, with what the package is sealed to: neither is ever on a disk. */
import { createHash, randomBytes } from 'node:crypto';
import { type Clock, type Instant, Minutes } from '@kept/base';
import type { Lang } from '@kept/policy';
import { PackageUnknown } from '../errors.ts';
import { Arrivals } from './arrivals.ts';

/** What a package is sealed to. */
export type Seal = { readonly passphrase: string } | { readonly recipient: string };

interface Link {
  readonly owner: string;
  readonly seal: Seal;
  readonly lang: Lang;
  readonly expiresAt: Instant;
}

const LIFE = Minutes(15);
/** Of one person; a further one ends the oldest. */
const MOST = 3;

const nameOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A link works for its person alone, for a quarter of an hour, in the process that made it. */
export class Packages {
  /** Those that come from elsewhere. */
  readonly arrivals: Arrivals;
  readonly #clock: Clock;
  readonly #links = new Map<string, Link>();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.arrivals = new Arrivals(clock);
  }

  make(owner: string, seal: Seal, lang: Lang): { token: string; expiresAt: Instant } {
    const now = this.#clock.now();
    for (const [name, link] of this.#links) if (link.expiresAt <= now) this.#links.delete(name);
    const own = [...this.#links].filter(([, link]) => link.owner === owner);
    for (const [name] of own.slice(0, Math.max(0, own.length - MOST + 1))) this.#links.delete(name);
    const token = randomBytes(32).toString('base64url');
    const expiresAt = now + LIFE;
    this.#links.set(nameOf(token), { owner, seal, lang, expiresAt });
    return { token, expiresAt };
  }

  /** Throws RIGHTS_PACKAGE_UNKNOWN. */
  find(owner: string, token: string): { seal: Seal; lang: Lang } {
    const link = this.#links.get(nameOf(token));
    if (!link || link.owner !== owner || link.expiresAt <= this.#clock.now()) throw new PackageUnknown();
    return link;
  }
}
