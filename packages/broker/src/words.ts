/** What became of a message: `drop` is acknowledged and goes no further; `again` is not acknowledged. */
export type Taken = 'pass' | 'drop' | 'again';

/** How a message that may be sent once more came (MQTT 5, 2.2.1 and 3.3.1.1); one of QoS 0 is not. */
export interface Delivery {
  readonly clientId: string;
  /** From 1 to 65,535. Another message may have it once it was acknowledged. */
  readonly packetId: number;
  /** Whether whoever sent it says that it may have been here before. */
  readonly dup: boolean;
}

/** Lets devices in and takes what they send. `S` is whatever it knows them by. */
export interface Doorkeeper<S> {
  prove(name: string, secret: string): Promise<S | null>;
  /** The topics below which this device lives: `home/device`. */
  mountOf(session: S): string;
  /** The session behind a mount; null where it does not count. For a broker that proves credentials itself. */
  sessionAt(mount: string): Promise<S | null>;
  /** Resolves when the message is durable. Must not throw. */
  received(session: S, topic: string, payload: Buffer, delivery?: Delivery): Promise<Taken>;
}

/** A broker at work. */
export interface Broker<S> {
  /** Null where it listens elsewhere. */
  readonly port: number | null;
  /** Makes a new credential known, where the broker proves them itself. Throws BROKER_UNREACHABLE. */
  admit(mount: string, name: string, secret: string): Promise<void>;
  /** Answers false where nobody is there to take it. */
  publish(mount: string, topic: string, payload: string, retain?: boolean): Promise<boolean>;
  /** Clears what is retained under these topics. */
  sweep(mount: string, topics: readonly string[]): Promise<void>;
  /** Names of all topics under which something is retained; for those who look for what should not be there. */
  retained(): Promise<readonly string[]>;
  /**
   * Closes the connections of all of a home whom `counts` does not let stay, or who are not there any more; resolves when
   * not one more message passes.
   */
  review(home: string, counts: (session: S) => Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}
