/** Who has received which fields of a person, and which messages are one and the same. */
import type { Instant } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Channel } from './adapter.ts';

/** One act of sharing. */
export interface ShareReceipt {
  readonly id: string;
  /** Id of the recipient in the policy. */
  readonly recipient: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  /** Adapter that carried it; `outbox` if it waits there and nobody outside has received it. */
  readonly via: string;
  /** False where it is not known whether it arrived. */
  readonly certain: boolean;
  readonly at: Instant;
  /** Entry of the ledger. */
  readonly index: number;
}

/** `sent` was taken by the provider; `uncertain` may have been. */
export type MessageState = 'sending' | 'sent' | 'uncertain' | 'failed';

export interface MessageRow {
  readonly state: MessageState;
  readonly via: string;
  readonly index: number | null;
  readonly at: Instant;
}

export interface NewMessage {
  readonly person: string;
  readonly id: string;
  readonly recipient: string | null;
  readonly channel: Channel;
  readonly via: string;
  readonly at: Instant;
}

/**
 * Answers the row that has this id already, and then writes nothing; undefined if the id is now ours: it is new, or
 * nothing was handed over under it.
 */
export async function begin(
  pool: Pool,
  { person, id, recipient, channel, via, at }: NewMessage,
): Promise<MessageRow | undefined> {
  const { rowCount } = await pool.query(
    `insert into message (owner_id, id, recipient, channel, state, via, created_at)
     values ($1, $2, $3, $4, 'sending', $5, $6)
     on conflict (owner_id, id) do update set state = 'sending', via = excluded.via, created_at = excluded.created_at
     where message.state = 'failed'`,
    [person, id, recipient, channel, via, new Date(at)],
  );
  if (rowCount === 1) return undefined;
  const { rows } = await pool.query<{
    state: MessageState;
    via: string;
    ledger_index: number | null;
    created_at: Date;
  }>('select state, via, ledger_index, created_at from message where owner_id = $1 and id = $2', [person, id]);
  const row = rows[0];
  return row && { state: row.state, via: row.via, index: row.ledger_index, at: row.created_at.getTime() };
}

export async function finish(
  pool: Pool,
  person: string,
  id: string,
  state: MessageState,
  index: number | null,
): Promise<void> {
  await pool.query('update message set state = $3, ledger_index = $4 where owner_id = $1 and id = $2', [
    person,
    id,
    state,
    index,
  ]);
}

export async function writeReceipt(pool: Pool, person: string, receipt: ShareReceipt): Promise<void> {
  const { id, recipient, purpose, fields, via, certain, at, index } = receipt;
  await pool.query(
    `insert into share_receipt (owner_id, id, recipient, purpose, fields, via, certain, at, ledger_index)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [person, id, recipient, purpose, fields, via, certain, new Date(at), index],
  );
}

/** Messages with one recipient (null: the controller's own server), one way, one state. */
export interface Traffic {
  readonly recipient: string | null;
  readonly via: string;
  readonly state: MessageState;
  readonly count: number;
  readonly last: Instant;
}

export async function trafficSince(pool: Pool, since: Instant): Promise<Traffic[]> {
  const { rows } = await pool.query<Omit<Traffic, 'last'> & { last: Date }>(
    `select recipient, via, state, count(*)::int as count, max(created_at) as last from message
     where created_at > $1 group by recipient, via, state order by recipient, via, state`,
    [new Date(since)],
  );
  return rows.map((row) => ({ ...row, last: row.last.getTime() }));
}

interface ReceiptRow {
  id: string;
  recipient: string;
  purpose: string;
  fields: string[];
  via: string;
  certain: boolean;
  at: Date;
  ledger_index: number;
}

export async function receiptsOf(pool: Pool, person: string): Promise<ShareReceipt[]> {
  const { rows } = await pool.query<ReceiptRow>(
    `select id, recipient, purpose, fields, via, certain, at, ledger_index from share_receipt
     where owner_id = $1 order by at desc, id desc`,
    [person],
  );
  return rows.map(({ at, ledger_index: index, ...row }) => ({ ...row, at: at.getTime(), index }));
}
