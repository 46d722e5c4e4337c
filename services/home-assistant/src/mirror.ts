/**
 * One Home Assistant that is shown a home.
 *
 *     it says that it is there → decided for its person → announcements, then readings as they come
 *     it sets a value → a command of its person’s, by their grants at that moment
 *
 * Everything is asked for again: what may be seen with each reading, the permit every half minute, the membership whenever
 * somebody comes or goes. What ends clears what was retained.
 */
import type { Device, Household, News, Runtime, Session } from '@kept/service-devices';
import { lookOn, spaceOf } from '@kept/service-devices';
import type { Membership } from '@kept/service-spaces';
import { announcementOf, topicsOf } from './announcement.ts';

/** A permit is good for half a minute. */
const RENEW_MS = 25_000;
/** Said about a device, and shown to its people only. */
const LOGGED: ReadonlySet<string> = new Set(['command', 'fault']);

/** One Home Assistant that is shown a home. */
export class Mirror {
  readonly session: Session;
  readonly #runtime: Runtime;
  readonly #household: Household;
  readonly #told = new Map<string, string>();
  #own: Membership;
  #permitted: number;
  #leave: () => void = () => {};
  #turn: Promise<unknown> = Promise.resolve();
  #over = false;

  private constructor(runtime: Runtime, session: Session, household: Household, own: Membership) {
    this.#runtime = runtime;
    this.session = session;
    this.#household = household;
    this.#own = own;
    this.#permitted = this.#now();
  }

  /** Throws GATE_REFUSED, SPACES_NOT_GRANTED where its person may not look on. */
  static async open(runtime: Runtime, session: Session, own: Membership): Promise<Mirror> {
    const household = await runtime.household(session.home);
    await lookOn(runtime, own, household);
    const mirror = new Mirror(runtime, session, household, own);
    mirror.#leave = runtime.live.add({
      home: session.home,
      tell: (news) => mirror.#heard(news),
      renewed: () => mirror.#renewed(),
      end: () => void mirror.end(),
    });
    return mirror;
  }

  #now(): number {
    return this.#runtime.region.clock.now();
  }

  /** Everything from the beginning: it has just come. */
  announce(): Promise<void> {
    this.#told.clear();
    return this.#inTurn(async () => {
      for (const device of this.#household.devices.values()) await this.#show(device);
    });
  }

  /** When all of what has been told is on its way. */
  async settled(): Promise<void> {
    await this.#turn.catch(() => {});
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  #sees(device: Device): boolean {
    // Its own are none that it has to be told of.
    const isShown = device.via !== this.session.device && device.description.features.length > 0;
    return !this.#over && isShown && this.#runtime.members.may(this.#own, 'see', spaceOf(device));
  }

  #heard({ device: id, points }: News): void {
    if (points.every(({ key }) => LOGGED.has(key))) return;
    void this.#inTurn(async () => {
      const device = this.#household.devices.get(id);
      if (!device || this.#over) return;
      if (this.#now() >= this.#permitted + RENEW_MS) {
        await lookOn(this.#runtime, this.#own, this.#household);
        this.#permitted = this.#now();
      }
      await this.#show(device);
    }).catch((error: unknown) => ((error as { kind?: string }).kind === 'refused' ? this.end() : undefined));
  }

  async #show(device: Device): Promise<void> {
    const topics = topicsOf(device.id);
    if (!this.#sees(device)) return this.#hide(Object.values(topics));
    const settable = this.#runtime.members.may(this.#own, 'control', spaceOf(device));
    await this.#tell(topics.config, JSON.stringify(announcementOf(device, settable)));
    const there = device.online === false ? 'offline' : 'online';
    await this.#tell(topics.availability, there);
    const state = [...device.latest.values()].filter(({ key }) => !LOGGED.has(key) && key !== 'availability');
    const values = Object.fromEntries(state.map(({ key, value }) => [key, value]));
    if (state.length > 0) await this.#tell(topics.state, JSON.stringify(values));
  }

  async #tell(topic: string, payload: string): Promise<void> {
    if (this.#told.get(topic) === payload) return;
    if (await this.#runtime.outlet?.(this.session, topic, payload, true)) this.#told.set(topic, payload);
  }

  async #hide(topics: readonly string[]): Promise<void> {
    const told = topics.filter((topic) => this.#told.delete(topic));
    if (told.length > 0) await this.#runtime.sweep(this.session, told);
  }

  async #renewed(): Promise<boolean> {
    const own = await this.#runtime.members.find(this.session.home, this.session.giver);
    if (!own || !(await this.#runtime.counts(this.session))) return false;
    this.#own = own;
    const gone = [...this.#told.keys()].filter((topic) => !this.#household.devices.has(topic.slice(5, 41)));
    await this.#inTurn(async () => {
      await this.#hide(gone.filter((topic) => topic.startsWith('kept/')));
      for (const device of this.#household.devices.values()) await this.#show(device);
    });
    return true;
  }

  /** Nothing of the home stays with the broker. */
  async end(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    this.#leave();
    await this.#turn.catch(() => {});
    await this.#hide([...this.#told.keys()]);
  }
}
