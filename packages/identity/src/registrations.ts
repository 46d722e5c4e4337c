/** Registrations that are not confirmed yet: a contact, sealed under the key of the person-to-be. */
import { type Clock, type Instant, Minutes } from '@kept/base';
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
}

export interface Registrations {
  /** Answers when it ends. */
  open(id: string, registration: Registration): Promise<Instant>;
  /** Undefined if there is none, or it has ended. */
  find(id: string): Promise<{ readonly registration: Registration; readonly expiresAt: Instant } | undefined>;
  close(id: string): Promise<void>;
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
    async open(id, registration) {
      const expiresAt = clock.now() + REGISTRATION_LIFE;
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
