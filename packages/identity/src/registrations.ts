/** Registrations that are not confirmed yet: a contact, sealed under the key of the person-to-be. */
import { type Clock, type Duration, type Instant, Minutes } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Lang } from '@kept/policy';
import { openBlob, sealBlob } from '@kept/vault';
import type { Contact } from './contact.ts';
import { isNoKey, type RegionKeys } from './ports.ts';

/** How long a person has from the first message to the confirmation. */
export const REGISTRATION_LIFE = Minutes(30);
/** A confirmation that began in time may still be under way. */
const GRACE = Minutes(10);

export interface Registration {
  readonly contact: Contact;
  readonly residence: string;
  readonly language: Lang;
  /** Somebody has this contact: the registration leads nowhere, and does not say so. */
  readonly taken: boolean;
  /** No registration: it proves the contact of somebody who asks for something, and leads to no account. */
  readonly proves?: {
    readonly use: 'request' | 'agent';
    readonly asks: string;
    /** How long whoever has proven it stays somebody, in milliseconds; not at all unless said. */
    readonly stays?: number;
    /** Proven: it can be proven no more. */
    readonly proven?: true;
  };
}

export interface Registrations {
  /** Answers when it ends. */
  open(id: string, registration: Registration, life?: Duration): Promise<Instant>;
  /** Undefined if there is none, or it has ended. */
  find(id: string): Promise<{ readonly registration: Registration; readonly expiresAt: Instant } | undefined>;
  close(id: string): Promise<void>;
  /** Keeps one that was proven until then, under the same key, instead of ending it. */
  keep(id: string, registration: Registration, until: Instant): Promise<void>;
  /** Ends it now; the sweep erases whoever would have come of it. */
  end(id: string): Promise<void>;
  /** Erases people-to-be who never confirmed, and answers their ids. */
  sweep(): Promise<string[]>;
}

export function openRegistrations(options: {
  region: string;
  pool: Pool;
  keys: RegionKeys;
  clock: Clock;
}): Registrations {
  const { region, pool, keys, clock } = options;
  const context = (id: string) => `${region}/identity_registration/${id}/account`;
  return {
    async open(id, registration, life = REGISTRATION_LIFE) {
      const expiresAt = clock.now() + life;
      const sealed = await sealBlob(keys, `person:${id}`, context(id), Buffer.from(JSON.stringify(registration)));
      await pool.query('insert into identity_registration (id, expires_at, sealed) values ($1, $2, $3)', [
        id,
        new Date(expiresAt),
        sealed,
      ]);
      return expiresAt;
    },
    async find(id) {
      const { rows } = await pool.query<{ sealed: Buffer; expires_at: Date }>(
        'select sealed, expires_at from identity_registration where id = $1 and expires_at > $2',
        [id, new Date(clock.now())],
      );
      const row = rows[0];
      if (!row) return undefined;
      try {
        const plain = await openBlob(keys, `person:${id}`, context(id), row.sealed);
        const registration = JSON.parse(plain.toString()) as Registration;
        plain.fill(0);
        return { registration, expiresAt: row.expires_at.getTime() };
      } catch (error) {
        if (isNoKey(error)) return undefined;
        throw error;
      }
    },
    async close(id) {
      await pool.query('delete from identity_registration where id = $1', [id]);
    },
    async keep(id, registration, until) {
      const sealed = await sealBlob(keys, `person:${id}`, context(id), Buffer.from(JSON.stringify(registration)));
      await pool.query('update identity_registration set expires_at = $2, sealed = $3 where id = $1', [
        id,
        new Date(until),
        sealed,
      ]);
    },
    async end(id) {
      await pool.query('update identity_registration set expires_at = $2 where id = $1', [id, new Date(clock.now())]);
    },
    async sweep() {
      // INVARIANT: who has confirmed is a person and keeps their key, even if the process died before `close`.
      const { rows } = await pool.query<{ id: string; person: boolean }>(
        `select id::text as id, exists (select from auth_user u where u.id = r.id::text) as person
         from identity_registration r where expires_at < $1`,
        [new Date(clock.now() - GRACE)],
      );
      const gone = rows.filter(({ person }) => !person).map(({ id }) => id);
      if (gone.length > 0) await keys.erase(gone.map((id) => `person:${id}`));
      await pool.query('delete from identity_registration where id = any($1)', [rows.map(({ id }) => id)]);
      return gone;
    },
  };
}
