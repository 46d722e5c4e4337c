/** Who is signed in: the signature of a cookie and one row by keyed hash. Nothing personal is opened. */
import { Batcher, type Clock, type Instant } from '@kept/base';
import type { Pool } from '@kept/db';
import { readCookie, signedValue } from './cookies.ts';
import { FRESH_SECONDS, RENEW_SECONDS, SESSION_SECONDS } from './library.ts';
import { type Claims, isNoKey, type People, type RegionKeys } from './ports.ts';
import { kindOf } from './schema.ts';

/** Somebody who is signed in, in one browser. */
export interface Session {
  readonly id: string;
  readonly person: string;
  readonly region: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** Until then the person has just proved who they are. */
  readonly freshUntil: Instant;
}

export interface Sessions {
  /** Undefined without a session, with one that has ended, with one whose person's key is erased or account withheld. */
  find(cookie: string | undefined): Promise<Session | undefined>;
  /** Whether the session is to be prolonged by the library, which sends its cookie again. */
  isDue(session: Session): boolean;
}

export interface SessionsOptions {
  readonly region: string;
  readonly pool: Pool;
  readonly claims: Claims;
  readonly keys: RegionKeys;
  readonly people: Pick<People, 'accountBar'>;
  readonly secret: string;
  readonly cookieName: string;
  readonly clock: Clock;
}

interface Row {
  id: string;
  user_id: string;
  token_blind: Buffer;
  created_at: Date;
  expires_at: Date;
}

const TOKEN_KIND = kindOf('session', 'token');
const BATCH = { max: 200, lanes: 2 };

export function openSessions(options: SessionsOptions): Sessions {
  const { region, pool, claims, keys, people, secret, cookieName, clock } = options;
  const rows = new Batcher<Buffer, Row | undefined>(BATCH, (blinds) => read(pool, blinds));
  return {
    async find(cookie) {
      const token = signedValue(secret, readCookie(cookie, cookieName));
      if (token === undefined) return undefined;
      const row = await rows.add(claims.blind(TOKEN_KIND, token));
      if (!row || row.expires_at.getTime() <= clock.now()) return undefined;
      const person = row.user_id;
      if (!(await isAlive(keys, person)) || (await people.accountBar(person))) return undefined;
      const createdAt = row.created_at.getTime();
      const expiresAt = row.expires_at.getTime();
      return { id: row.id, person, region, createdAt, expiresAt, freshUntil: createdAt + 1_000 * FRESH_SECONDS };
    },
    isDue: ({ expiresAt }) => expiresAt - 1_000 * (SESSION_SECONDS - RENEW_SECONDS) <= clock.now(),
  };
}

async function read(pool: Pool, blinds: Buffer[]): Promise<(Row | undefined)[]> {
  const { rows } = await pool.query<Row>({
    name: 'identity-session',
    text: 'select id, user_id, token_blind, created_at, expires_at from auth_session where token_blind = any($1)',
    values: [blinds],
  });
  const found = new Map(rows.map((row) => [row.token_blind.toString('latin1'), row]));
  return blinds.map((blind) => found.get(blind.toString('latin1')));
}

/** Erasure is final before rows go: a person without a key is nobody. */
async function isAlive(keys: RegionKeys, person: string): Promise<boolean> {
  const id = `person:${person}`;
  if (keys.cached(id)) return true;
  try {
    await keys.load([id]);
    return true;
  } catch (error) {
    if (isNoKey(error)) return false;
    throw error;
  }
}
