/** The only door out: everything that leaves Kept for somebody else passes here. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, Days, type Instant, Millis, Minutes, systemClock, uuidv7 } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Permit } from '@kept/gate';
import type { Program } from '@kept/policy';
import { type Adapter, type Channel, deliverPatiently, type Parcel, type Patience } from './adapter.ts';
import { AlreadyUnderWay, NoMail, NothingToSend, NotReachable, NoWayOut, Uncertain, Undeclared } from './errors.ts';
import type { Composed } from './messages.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import type { Asker, OutboxKeys, SharingGate } from './ports.ts';
import { type Offer, recipientFor, refuseUnreachable } from './reachable.ts';
import {
  begin,
  finish,
  type MessageRow,
  receiptsOf,
  type ShareReceipt,
  type Traffic,
  trafficSince,
  writeReceipt,
} from './receipts.ts';
import { isMarketing, unsubscribeToken } from './unsubscribe.ts';

export interface RecipientsOptions {
  readonly region: string;
  /** The policy in force at this moment. */
  readonly program: () => Program;
  readonly gate: SharingGate;
  readonly keys: OutboxKeys;
  /** Data database of the region, migrated. */
  readonly pool: Pool;
  /** Ways out by channel. A channel without one ends in the outbox. */
  readonly adapters?: Partial<Readonly<Record<Channel, Adapter>>>;
  readonly clock?: Clock;
  readonly patience?: Patience;
  /** Address of our pages: where mail that advertises is ended. Without it no such mail leaves. */
  readonly origin?: string;
}

/** Values by field of the policy. */
export type SharedValues = Readonly<Record<string, string>>;

/** A message that is to leave. Its text may hold what `values` holds, and what Kept itself made (a code). */
export interface Dispatch extends Asker {
  /** UUID. The same id again answers what came of it the first time, and sends nothing. */
  readonly id?: string;
  readonly subject: string;
  readonly purpose: string;
  /** All that is shared: the recipient gets these fields and no other. */
  readonly fields: readonly string[];
  /** What the caller holds, or how to open it under the permit to share it. */
  readonly values: SharedValues | ((permit: Permit) => Promise<SharedValues>);
  /** `unsubscribe` is there where the mail advertises: an address that ends such mail, to be told in its text as well. */
  readonly compose: (values: SharedValues, unsubscribe?: string) => Composed & { readonly to: string };
}

/** To whoever answers for a recipient. */
export interface Letter extends Composed {
  /** UUID. The same id again sends nothing. */
  readonly id: string;
  readonly to: string;
}

/** That a message was handed over, or put into the outbox. */
export interface Dispatched {
  readonly id: string;
  /** Adapter that took it, or `outbox`. */
  readonly via: string;
  readonly at: Instant;
  /** Entry of the ledger: the receipt or, where nobody else received anything, the decision. */
  readonly index: number;
}

/** The way out of one region. */
export interface Recipients {
  readonly outbox: Outbox;
  /**
   * Shares with a recipient that the policy names. Asks the gate, opens only what it permits, hands over, and writes a
   * receipt. Throws `GATE_REFUSED`, `RECIPIENTS_UNDECLARED`, `RECIPIENTS_NO_VALUE`, and what adapters throw.
   */
  send(recipient: string, dispatch: Dispatch): Promise<Dispatched>;
  /**
   * Writes to the person: through the recipient that the policy names for this channel or, where it names none, from
   * the controller's own server, which nobody else receives; that is a use, not a sharing, and leaves no receipt.
   */
  reach(channel: Channel, dispatch: Dispatch): Promise<Dispatched>;
  /**
   * A letter to a recipient itself, about what a person asked for; once under its id. Throws `RECIPIENTS_NO_MAIL` where
   * no mail server is set, and what adapters throw.
   */
  writeTo(recipient: string, letter: Letter): Promise<void>;
  /**
   * Throws `RECIPIENTS_NOT_REACHABLE`, with the clause, if the policy would not let somebody like this be written to.
   * Asked before anything is collected: it is about nobody yet, and leaves no record.
   */
  refuseUnreachable(channel: Channel, offer: Offer): void;
  /** Who has received something about a person, newest first. */
  receipts(person: string): Promise<ShareReceipt[]>;
  /** What became of the messages of the last day: counts, of nobody in particular. */
  traffic(): Promise<Traffic[]>;
  /** Forgets messages of more than a day ago, and what the outbox held of them. */
  expire(): Promise<void>;
  /** Removes what is kept of an erased person. */
  removePerson(person: string): Promise<void>;
}

const PATIENCE: Patience = {
  waits: [Millis(300), Millis(1_500)],
  sleep: (time) => wait(time),
};
/** After that, a message still under way belongs to a process that died. */
const UNDER_WAY = Minutes(2);
const MESSAGE_LIFE = Days(1);
const HIDDEN = '•••';

/** Nothing is sent, asked or read yet. */
export function openRecipients(options: RecipientsOptions): Recipients {
  const { region, program, gate, keys, pool, adapters = {}, clock = systemClock, patience = PATIENCE } = options;
  const outbox = openOutbox({ region, pool, keys, gate, clock });

  async function dispatch(recipient: string | null, channel: Channel, message: Dispatch): Promise<Dispatched> {
    const { subject, purpose, fields, actor, service } = message;
    const id = message.id ?? uuidv7(clock);
    const adapter = adapters[channel];
    const asked = { actor, service, purpose, fields, subject };
    const permit = await gate.permit(
      recipient === null ? { ...asked, action: 'use' } : { ...asked, action: 'share', recipient },
    );
    const parcel = await parcelOf(options, channel, { ...message, id }, await minimise(message, permit));
    // What may leave in another form only cannot be where a message goes to.
    if (parcel.to === HIDDEN) throw new NotReachable(permit.clause, 'transfer');

    const via = adapter?.name ?? 'outbox';
    const at = clock.now();
    const earlier = await begin(pool, { person: subject, id, recipient, channel, via, at });
    if (earlier) return repeated(id, earlier, at);

    const deliver = (): Promise<unknown> =>
      adapter
        ? deliverPatiently(adapter, parcel, patience)
        : outbox.put(parcel, { subject, channel, recipient, purpose, fields, service });
    /** What may have been received is on record as received. */
    const record = async (certain: boolean): Promise<number> => {
      let index = permit.index;
      if (recipient !== null) {
        index = await gate.record(subject, 'share-receipt', { id, recipient, purpose, fields, via, certain });
        await writeReceipt(pool, subject, { id, recipient, purpose, fields, via, certain, at, index });
      }
      await finish(pool, subject, id, certain ? 'sent' : 'uncertain', index);
      return index;
    };
    try {
      await deliver();
    } catch (error) {
      if (error instanceof Uncertain) await record(false);
      else await finish(pool, subject, id, 'failed', null);
      throw error;
    }
    return { id, via, at, index: await record(true) };
  }

  return {
    outbox,
    async send(recipient, message) {
      const { channel } = program().manifest.recipients[recipient] ?? {};
      if (channel !== 'sms' && channel !== 'email') throw new Undeclared(recipient);
      return dispatch(recipient, channel, message);
    },
    async reach(channel, message) {
      return dispatch(recipientFor(program(), region, channel, message.purpose), channel, message);
    },
    writeTo: (recipient, letter) => writeTo(options, recipient, letter),
    refuseUnreachable: (channel, offer) => refuseUnreachable(program(), region, channel, offer),
    receipts: (person) => receiptsOf(pool, person),
    traffic: () => trafficSince(pool, clock.now() - MESSAGE_LIFE),
    async expire() {
      await pool.query('delete from message where created_at < $1', [new Date(clock.now() - MESSAGE_LIFE)]);
      await outbox.expire();
    },
    async removePerson(person) {
      await outbox.remove(person);
      await pool.query('delete from message where owner_id = $1', [person]);
      await pool.query('delete from share_receipt where owner_id = $1', [person]);
    },
  };
}

async function writeTo(options: RecipientsOptions, recipient: string, { id, to, subject, text }: Letter) {
  const { pool, adapters = {}, clock = systemClock, patience = PATIENCE } = options;
  const { email: adapter } = adapters;
  if (!adapter) throw new NoMail();
  const at = clock.now();
  // Under the id of the letter, since its person may be gone by now.
  const earlier = await begin(pool, { person: id, id, recipient, channel: 'email', via: adapter.name, at });
  if (earlier) return void repeated(id, earlier, at);
  try {
    await deliverPatiently(adapter, { id, to, subject, text }, patience);
  } catch (error) {
    await finish(pool, id, id, error instanceof Uncertain ? 'uncertain' : 'failed', null);
    throw error;
  }
  await finish(pool, id, id, 'sent', null);
}

/** What is handed over; mail that advertises comes with the way to end it, or not at all. */
async function parcelOf(
  { region, keys, program, origin }: RecipientsOptions,
  channel: Channel,
  { id, subject: person, purpose, compose }: Dispatch & { readonly id: string },
  values: SharedValues,
): Promise<Parcel> {
  if (channel !== 'email' || !isMarketing(program(), purpose)) return { ...compose(values), id };
  if (origin === undefined) throw new NoWayOut(purpose);
  const unsubscribe = `${origin}/unsubscribe/${await unsubscribeToken(keys, region, { person, purpose })}`;
  return { ...compose(values, unsubscribe), id, unsubscribe };
}

/** The values of the permitted fields, and of no other; hidden where the policy lets them be shared in that form only. */
async function minimise({ values, fields }: Dispatch, permit: Permit): Promise<SharedValues> {
  const held = typeof values === 'function' ? await values(permit) : values;
  return Object.fromEntries(
    fields.map((field) => {
      const value = held[field];
      if (value === undefined) throw new NothingToSend(field);
      return [field, permit.masked.includes(field) ? HIDDEN : value];
    }),
  );
}

function repeated(id: string, { state, via, index, at }: MessageRow, now: Instant): Dispatched {
  if (state === 'sent') return { id, via, at, index: index! };
  if (state === 'uncertain') throw new Uncertain('an earlier try with this id');
  if (state === 'sending' && now - at > UNDER_WAY) throw new Uncertain('an earlier try with this id was interrupted');
  throw new AlreadyUnderWay();
}
