/** What is held of a person here, shown under a permit and removed when they go. */

import type { AuthContext } from '@better-auth/core';
import type { Clock, Json } from '@kept/base';
import type { Pool } from '@kept/db';
import { isPermit, PERMIT_LIFE, type Permit } from '@kept/gate';
import type { Lang } from '@kept/policy';
import { contactsOf, languageOf } from './account.ts';
import { type Contact, maskContact } from './contact.ts';
import type { AccountRow, Desk } from './desk.ts';
import { notPermitted } from './errors.ts';
import { type HeldField, heldFields } from './held.ts';
import type { Naming } from './naming.ts';

/** What the site shows of whoever is signed in. */
export interface Person {
  readonly id: string;
  readonly region: string;
  readonly maskedContact: string;
  readonly nickname?: string;
  readonly language: Lang;
}

/** What is held of people here, for their rights. */
export interface Holdings {
  /** Undefined if there is no such person, or their key is erased. */
  person(id: string): Promise<Person | undefined>;
  /**
   * The values that are held of the fields that a permit names; absent if nothing is held. Passwords and the secrets of
   * second steps are never given out: of them it is said that they are there.
   */
  values(permit: Permit): Promise<Readonly<Record<string, Json>>>;
  /** Which fields are held, and since when; opens nothing. */
  held(id: string): Promise<readonly HeldField[]>;
  /** Whether a code to their contact alone would not sign them in. */
  hasSecondStep(id: string): Promise<boolean>;
  /** Ends every session of a person at once. */
  endAllSessions(id: string): Promise<void>;
  /** Corrects the nickname; null removes it. */
  rename(permit: Permit, nickname: string | null): Promise<void>;
  /** Removes every row and claim. After the person's key is erased, or they stay readable until it is. */
  removePerson(id: string): Promise<void>;
}

export interface HoldingsOptions {
  readonly desk: Desk;
  readonly naming: Naming;
  readonly context: Promise<AuthContext>;
}

const USES = new Set(['use', 'share', 'transfer', 'disclose']);
const HELD = true;

export function openHoldings({ desk, naming, context }: HoldingsOptions): Holdings {
  const { account, session, secondStep } = naming;
  const rowOf = async (id: string) => (await (await context).internalAdapter.findUserById(id)) as AccountRow | null;
  const rowsOf = async <T>(model: string, person: string) =>
    (await context).adapter.findMany<T>({ model, where: [{ field: 'userId', value: person }] });

  /** By field of the policy: what is held under it. */
  const readers: Readonly<Record<string, (row: AccountRow) => Promise<Json | undefined>>> = {
    [account.phone]: async (row) => contactOf(row, 'phone'),
    [account.email]: async (row) => contactOf(row, 'email'),
    [account.nickname]: async ({ name }) => name || undefined,
    [account.password]: async ({ id }) => some(await rowsOf('account', id)),
    [session.address]: async ({ id }) => texts(await rowsOf<Where>('session', id), 'ipAddress'),
    [session.device]: async ({ id }) => texts(await rowsOf<Where>('session', id), 'userAgent'),
    [secondStep.secret]: async ({ id }) => some(await rowsOf('twoFactor', id)),
    [secondStep.backupCodes]: async ({ id }) => some(await rowsOf('twoFactor', id)),
    [secondStep.passkey]: async ({ id }) => texts(await rowsOf<{ name?: string | null }>('passkey', id), 'name'),
  };

  return {
    async person(id) {
      const row = await rowOf(id);
      if (!row) return undefined;
      const contact = contactsOf(row)[0];
      return {
        id,
        region: desk.region,
        maskedContact: contact ? maskContact(contact) : '',
        ...(row.name !== '' && { nickname: row.name }),
        language: languageOf(row),
      };
    },
    async values(permit) {
      check(permit, desk.region, desk.clock, USES);
      const row = await rowOf(permit.subject);
      const out: Record<string, Json> = {};
      for (const field of row ? permit.fields : []) {
        const value = await readers[field]?.(row!);
        if (value !== undefined) out[field] = permit.masked.includes(field) ? '•••' : value;
      }
      return out;
    },
    held: (id) => heldFields(desk.pool, naming, id),
    hasSecondStep: async (id) => (await rowOf(id))?.twoFactorEnabled === true,
    async endAllSessions(id) {
      await desk.pool.query('delete from auth_session where user_id = $1', [id]);
    },
    async rename(permit, nickname) {
      check(permit, desk.region, desk.clock, new Set(['collect', 'use']));
      if (!permit.fields.includes(account.nickname)) throw notPermitted();
      await (await context).internalAdapter.updateUser(permit.subject, { name: nickname?.trim() ?? '' });
    },
    async removePerson(id) {
      await removeRows(desk.pool, id);
      await desk.claims.releaseAll(id);
    },
  };
}

interface Where {
  readonly ipAddress?: string | null;
  readonly userAgent?: string | null;
}

const contactOf = (row: AccountRow, kind: Contact['kind']): string | undefined =>
  contactsOf(row).find((contact) => contact.kind === kind)?.value;

const some = (rows: readonly unknown[]): Json | undefined => (rows.length > 0 ? HELD : undefined);

function texts<T>(rows: readonly T[], field: keyof T): Json | undefined {
  const held = rows
    .map((row) => row[field])
    .filter((text): text is T[keyof T] & string => typeof text === 'string' && text !== '');
  return held.length > 0 ? [...new Set<string>(held)] : undefined;
}

function check(permit: Permit, region: string, clock: Clock, actions: ReadonlySet<string>): void {
  const age = isPermit(permit) ? clock.now() - permit.at : -1;
  if (!(age >= 0 && age <= PERMIT_LIFE) || permit.region !== region || !actions.has(permit.action))
    throw notPermitted();
}

/** Children before the person; none of these rows is needed to erase, they are noise by then. */
async function removeRows(pool: Pool, person: string): Promise<void> {
  for (const table of ['auth_session', 'auth_account', 'auth_two_factor', 'auth_passkey'])
    await pool.query(`delete from ${table} where user_id = $1`, [person]);
  await pool.query('delete from auth_user where id = $1', [person]);
  await pool.query('delete from identity_registration where id = $1', [person]);
}
