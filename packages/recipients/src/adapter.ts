import { type Duration, KeptError } from '@kept/base';
import { AdapterFailed, NotTaken } from './errors.ts';

/** By which way a message travels. */
export type Channel = 'sms' | 'email';

/** What is handed to a recipient: an address and a short text. Held in memory only. */
export interface Parcel {
  /** The message's own id (UUID): the same parcel twice is the same message. */
  readonly id: string;
  /** An E.164 number or an e-mail address, normalised. */
  readonly to: string;
  /** One line; e-mail only. */
  readonly subject: string;
  readonly text: string;
  /** Where one click, made by a program, ends such mail for good (RFC 8058); e-mail that advertises has it. */
  readonly unsubscribe?: string;
}

/** That a parcel was taken. `reference` is the provider's own name for it. */
export interface HandedOver {
  readonly reference?: string;
}

/**
 * A way out to one provider.
 *
 * `deliver` resolves once the provider has taken the parcel. It throws `RECIPIENTS_NOT_TAKEN` only if nothing was
 * handed over, so that repeating is safe; `RECIPIENTS_UNCERTAIN` if that is not known; `RECIPIENTS_REJECTED` and
 * `RECIPIENTS_ACCOUNT` for good. It never puts a personal value, or the provider's own words, into an error.
 */
export interface Adapter {
  readonly name: string;
  readonly channel: Channel;
  deliver(parcel: Parcel): Promise<HandedOver>;
}

/** How long, and how often, a recipient is tried that took nothing. */
export interface Patience {
  /** Waits between tries; as many repetitions as there are waits. */
  readonly waits: readonly Duration[];
  readonly sleep: (time: Duration) => Promise<void>;
}

/** Repeats while nothing was taken, and only then. */
export async function deliverPatiently(adapter: Adapter, parcel: Parcel, patience: Patience): Promise<HandedOver> {
  for (let tries = 0; ; tries++) {
    try {
      return await adapter.deliver(parcel);
    } catch (error) {
      const wait = patience.waits[tries];
      if (error instanceof NotTaken && wait !== undefined) await patience.sleep(wait);
      else if (error instanceof KeptError) throw error;
      else throw new AdapterFailed(adapter.name, error);
    }
  }
}
