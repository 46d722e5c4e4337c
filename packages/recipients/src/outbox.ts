/** Where messages land while no provider has been named: sealed, shown to the operator under a permit, gone in a day. */
import { type Clock, Days, type Instant } from '@kept/base';
import type { Pool } from '@kept/db';
import { openBlob, sealBlob } from '@kept/vault';
import type { Channel, Parcel } from './adapter.ts';
import type { Asker, OutboxKeys, SharingGate } from './ports.ts';

/** What is known of a message without opening it. */
export interface OutboxEntry {
  readonly id: string;
  readonly person: string;
  readonly channel: Channel;
  readonly recipient: string | null;
  readonly purpose: string;
  readonly at: Instant;
  readonly expiresAt: Instant;
  /** Absent where the policy does not let this operator read it, or it can no longer be read. */
  readonly message?: { readonly to: string; readonly subject: string; readonly text: string };
  /** Entry of the ledger that says who read it; the person sees it too. */
  readonly index?: number;
}

/** Where an entry stands in the order of the list. */
export type OutboxPlace = Pick<OutboxEntry, 'at' | 'id'>;

/** Messages that no provider was given. */
export interface Outbox {
  put(parcel: Parcel, of: Enclosed): Promise<void>;
  /** Newest first, at most 200. Each message that is opened is one decision in the ledger, made under the operator's name. */
  list(reader: Asker, page?: { readonly limit?: number; readonly before?: OutboxPlace }): Promise<OutboxEntry[]>;
  /** How many messages it holds. */
  waiting(): Promise<number>;
  /** Destroys the keys of days that are over, and their rows. */
  expire(): Promise<void>;
  remove(person: string): Promise<void>;
}

/** On whose behalf, and what for. */
export interface Enclosed {
  readonly subject: string;
  readonly channel: Channel;
  readonly recipient: string | null;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly service: string;
}

export interface OutboxOptions {
  readonly region: string;
  readonly pool: Pool;
  readonly keys: OutboxKeys;
  readonly gate: SharingGate;
  readonly clock: Clock;
}

interface Row {
  owner_id: string;
  id: string;
  channel: Channel;
  recipient: string | null;
  purpose: string;
  fields: string[];
  created_at: Date;
  day: string;
  sealed: Buffer;
}

const LIFE = Days(1);
const PAGE = 50;
const PAGE_MAX = 200;

export function openOutbox({ region, pool, keys, gate, clock }: OutboxOptions): Outbox {
  const made = new Set<string>();
  const context = (person: string, id: string) => `${region}/outbox/${person}/${id}`;

  async function dayKey(day: string): Promise<string> {
    const id = `day:${day}`;
    if (!made.has(id)) await keys.put([id]);
    made.add(id);
    return id;
  }

  async function read(row: Row, reader: Asker): Promise<Pick<OutboxEntry, 'message' | 'index'>> {
    const { owner_id: subject, purpose, fields } = row;
    try {
      const permit = await gate.permit({ ...reader, action: 'use', purpose, fields, subject, note: 'outbox' });
      const inner = await openBlob(keys, `day:${row.day}`, context(subject, row.id), row.sealed);
      const plain = await openBlob(keys, `person:${subject}`, context(subject, row.id), inner);
      const message = JSON.parse(plain.toString()) as NonNullable<OutboxEntry['message']>;
      plain.fill(0);
      return { message, index: permit.index };
    } catch (error) {
      if (isRefusal(error)) return {};
      throw error;
    }
  }

  return {
    async put({ id, to, subject, text }, of) {
      const now = clock.now();
      const day = dayOf(now);
      const plain = Buffer.from(JSON.stringify({ to, subject, text }));
      // Under both keys: it goes with the day, and at once with the person.
      const inner = await sealBlob(keys, `person:${of.subject}`, context(of.subject, id), plain);
      const sealed = await sealBlob(keys, await dayKey(day), context(of.subject, id), inner);
      plain.fill(0);
      await pool.query(
        `insert into outbox (owner_id, id, channel, recipient, purpose, fields, service, day, created_at, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [of.subject, id, of.channel, of.recipient, of.purpose, of.fields, of.service, day, new Date(now), sealed],
      );
    },
    async list(reader, { limit = PAGE, before } = {}) {
      const rows = await page(pool, clock.now() - LIFE, before, Math.min(limit, PAGE_MAX));
      return Promise.all(rows.map(async (row) => ({ ...outsideOf(row), ...(await read(row, reader)) })));
    },
    async waiting() {
      const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from outbox where created_at > $1', [
        new Date(clock.now() - LIFE),
      ]);
      return rows[0]!.n;
    },
    async expire() {
      // A message of 23:59 lives until 23:59 of the next day; the day after, nothing of that day lives.
      const over = dayOf(clock.now() - Days(1));
      const { rows } = await pool.query<{ day: string }>('select distinct day::text from outbox where day < $1', [
        over,
      ]);
      if (rows.length === 0) return;
      await keys.erase(rows.map(({ day }) => `day:${day}`));
      await pool.query('delete from outbox where day < $1', [over]);
      made.clear();
    },
    async remove(person) {
      await pool.query('delete from outbox where owner_id = $1', [person]);
    },
  };
}

async function page(pool: Pool, after: Instant, before: OutboxPlace | undefined, limit: number): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select owner_id, id, channel, recipient, purpose, fields, created_at, day::text, sealed from outbox
     where created_at > $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
     order by created_at desc, id desc limit $4`,
    [new Date(after), before && new Date(before.at), before?.id, limit],
  );
  return rows;
}

const outsideOf = ({ id, owner_id: person, channel, recipient, purpose, created_at }: Row): OutboxEntry => ({
  ...{ id, person, channel, recipient, purpose },
  at: created_at.getTime(),
  expiresAt: created_at.getTime() + LIFE,
});

const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

const isRefusal = (error: unknown): boolean => {
  const { kind, code } = error as { kind?: string; code?: string };
  return kind === 'refused' || code === 'SUBJECT_UNKNOWN';
};
