/** Homes that are guarded in this process: what their devices tell is noted, and sets off the alarm where they are armed. */
import { type Instant, isUuid, type Region } from '@kept/kit';
import {
  catalogue,
  type Device,
  type Household,
  type News,
  type Point,
  type Runtime,
  recentOf,
  roleIn,
  runtimeOf,
  SharedText,
} from '@kept/service-devices';
import { codeOf, commanderOf, type Event, isNews, isOfSafety, nameOf, sensed, setsOff } from './events.ts';
import { Log } from './log.ts';
import { type Kind, MODES, type Mode } from './words.ts';

/** Whoever leaves has so long to go, and whoever comes home to say so. */
export const EXIT_MS = 60_000;
export const ENTRY_MS = 45_000;
const ROUND_MS = 5_000;
/** A lock answers a command within so long. */
const COMMAND_MS = 30_000;
const DAY_MS = 86_400_000;

export interface Arming {
  readonly mode: Mode;
  readonly since: Instant | null;
}

interface Guarded {
  /** By device and thing. */
  readonly known: Map<string, Kind | null>;
  readonly commands: Map<string, { readonly at: number; readonly who: string }>;
  arming: Arming;
  /** Entries that become an intrusion unless somebody disarms. */
  pending: readonly { readonly due: Instant; readonly event: Event }[];
}

const opened = new WeakMap<object, Guard>();

/** Of a region; the same for whoever asks. */
export function guardOf(region: Region): Guard {
  const there = opened.get(region.vault);
  if (there) return there;
  const made = new Guard(region);
  opened.set(region.vault, made);
  return made;
}

/** Homes of a region under guard. */
export class Guard {
  readonly runtime: Runtime;
  readonly log: Log;
  readonly #modes: SharedText;
  readonly #homes = new Map<string, Guarded>();
  readonly #waiting = new Map<string, News[]>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(region: Region) {
    this.runtime = runtimeOf(region);
    this.log = new Log(region);
    this.#modes = new SharedText(region, this.log.modes, 'device-state');
  }

  /** Answers how it ends. */
  begin(): () => Promise<void> {
    const leave = this.runtime.live.hear((news) => this.#hear(news));
    const renew = async (home: string) => this.#modes.renew(await this.runtime.household(home));
    this.runtime.renewers.add(renew);
    const timer = setInterval(() => void this.round(), ROUND_MS);
    timer.unref();
    return async () => {
      leave();
      this.runtime.renewers.delete(renew);
      clearInterval(timer);
      await this.settled();
    };
  }

  async settled(): Promise<void> {
    await this.#turn;
  }

  /** What was to be said in time and was not. */
  round(): Promise<void> {
    return this.#inTurn(async () => {
      for (const [home, guarded] of this.#homes) if (guarded.pending.length > 0) await this.#due(home, guarded);
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** Most of what devices tell is passed by here: no promise, no look at the home. */
  #hear(news: News): void {
    const matters = news.points.some(({ key }) => isOfSafety(key) || NOTED.test(key));
    if (!matters) return;
    const waiting = this.#waiting.get(news.home);
    if (waiting) {
      waiting.push(news);
      return;
    }
    this.#waiting.set(news.home, [news]);
    void this.#inTurn(async () => {
      const all = this.#waiting.get(news.home)!;
      this.#waiting.delete(news.home);
      await this.#note(news.home, all);
    }).catch(() => {
      // Taken up anew with the next word from it: what was not noted is still in what its devices told.
      this.#homes.delete(news.home);
    });
  }

  async #note(home: string, all: readonly News[]): Promise<void> {
    const household = await this.runtime.household(home);
    if (![...household.devices.values()].some(isWatched)) return;
    const known = this.#homes.get(home);
    if (!known) {
      await this.#takeUp(household);
      return;
    }
    const events: Event[] = [];
    for (const { device, points } of all) events.push(...(await this.#eventsOf(household, known, device, points)));
    if (events.length === 0) return;
    for (const person of household.residents) await this.log.add(home, person, events);
    await this.#alarm(home, known, events);
  }

  /** Everything since what was noted last, from what devices told: nothing is lost by an interruption, or noted twice. */
  async #takeUp(household: Household): Promise<Guarded> {
    const { home, residents } = household;
    const arming = armingOf(await this.#modes.known(household));
    const guarded: Guarded = { known: new Map(), commands: new Map(), arming, pending: [] };
    const last = await Promise.all(residents.map((person) => this.log.newest(home, person)));
    const noted = last.filter((each) => each !== null);
    // Who has only just come has nothing yet; who has been here has at least what the others have.
    const since = noted.length > 0 ? Math.min(...noted) : this.runtime.region.clock.now() - DAY_MS;
    const events: Event[] = [];
    for (const [device, points] of await recentOf(this.runtime, household, since)) {
      const told = Map.groupBy(points, ({ at }) => at);
      for (const [at, own] of told) {
        const found = await this.#eventsOf(household, guarded, device, own);
        if (at >= since) events.push(...found);
      }
    }
    for (const [i, person] of residents.entries()) {
      if (last[i] === null && noted.length > 0) continue;
      const had = new Set((await this.log.recent(home, person, since)).map(nameOf));
      const lacking = events.filter((event) => !had.has(nameOf(event)));
      if (lacking.length > 0) await this.log.add(home, person, lacking);
    }
    this.#homes.set(home, guarded);
    await this.#alarm(home, guarded, events);
    return guarded;
  }

  async #eventsOf(household: Household, guarded: Guarded, id: string, points: readonly Point[]): Promise<Event[]> {
    const device = household.devices.get(id);
    if (!device || !isWatched(device)) return [];
    const model = (await catalogue()).find(device.description.model);
    const isFault = (key: string) => roleIn(model, { ...NOTHING, name: key }) === 'fault';
    const events: Event[] = [];
    for (const point of points) {
      const { key, value, at } = point;
      const who = key === 'command' ? commanderOf(value) : null;
      if (who) guarded.commands.set(id, { at, who });
      const found = sensed(point, isFault);
      if (!found) continue;
      const place = `${id} ${found.slot}`;
      const before = guarded.known.get(place);
      guarded.known.set(place, found.kind);
      if (!isNews(before, found)) continue;
      const name = device.description.name;
      const by = found.slot === 'lock' ? (codeOf(points) ?? commandedBy(guarded, id, at)) : null;
      events.push({ at, kind: found.kind!, device: id, who: by, key, value, name });
    }
    return events;
  }

  /** How a home is armed now, and since when. */
  async armingOf(household: Household): Promise<Arming> {
    return (await this.#inTurn(() => this.#guarded(household))).arming;
  }

  async #guarded(household: Household): Promise<Guarded> {
    return this.#homes.get(household.home) ?? this.#takeUp(household);
  }

  /** By somebody who may, durable for everybody who lives there when it resolves. */
  async arm(household: Household, person: string, mode: Mode): Promise<Arming> {
    return this.#inTurn(async () => {
      const guarded = await this.#guarded(household);
      const at = this.runtime.region.clock.now();
      const event = {
        at,
        kind: 'armed',
        device: null,
        who: `person:${person}`,
        key: '-',
        value: mode,
        name: '-',
      } as const;
      for (const each of household.residents) await this.log.add(household.home, each, [event]);
      await this.#modes.set(household, `${mode} ${new Date(at).toISOString()}`);
      guarded.arming = { mode, since: at };
      guarded.pending = [];
      if (mode === 'disarmed') await this.#quiet(household);
      return guarded.arming;
    });
  }

  /** The alarm of every device ends. */
  async #quiet(household: Household): Promise<void> {
    const at = this.runtime.region.clock.now();
    for (const { id, latest } of [...household.devices.values()])
      if (latest.get('intrusion')?.value === 'true')
        await this.runtime.report({ household, device: id, points: [{ at, key: 'intrusion', value: 'false' }] });
  }

  async #alarm(home: string, guarded: Guarded, events: readonly Event[]): Promise<void> {
    const { mode, since } = guarded.arming;
    const leaving = mode === 'away' ? EXIT_MS : 0;
    const now = events.filter((event) => setsOff(mode, event) && event.at >= (since ?? 0) + leaving);
    const due = now.map((event) => {
      const isEntry = event.kind === 'opened' || event.kind === 'unlocked';
      return { due: event.at + (isEntry ? ENTRY_MS : 0), event };
    });
    guarded.pending = [...guarded.pending, ...due];
    if (guarded.pending.length > 0) await this.#due(home, guarded);
  }

  async #due(home: string, guarded: Guarded): Promise<void> {
    const now = this.runtime.region.clock.now();
    const over = guarded.pending.filter(({ due }) => due <= now);
    guarded.pending = guarded.pending.filter((each) => !over.includes(each));
    const household = await this.runtime.household(home);
    for (const { event } of over) {
      const device = household.devices.get(event.device!);
      // One alarm of one device, until somebody disarms.
      if (!device || device.latest.get('intrusion')?.value === 'true') continue;
      const intrusion: Event = { ...event, kind: 'intrusion', who: null };
      for (const person of household.residents) await this.log.add(home, person, [intrusion]);
      await this.runtime.report({
        household,
        device: device.id,
        points: [{ at: now, key: 'intrusion', value: 'true' }],
      });
    }
  }
}

/** Said of a device that is watched; of others it is passed by. */
const NOTED = /^(availability|state|command|lock)$|fault|error|malfunction|voltage_low/;
const NOTHING = { kind: 'binary', settable: false, unit: '', min: null, max: null, values: [] } as const;

const isWatched = ({ description: { features }, latest }: Device): boolean =>
  features.some(({ name, values }) => isOfSafety(name) || (name === 'state' && values.includes('LOCK'))) ||
  [...latest.keys()].some(isOfSafety);

function commandedBy({ commands }: Guarded, device: string, at: number): string | null {
  const last = commands.get(device);
  return last && at - last.at <= COMMAND_MS ? last.who : null;
}

function armingOf(text: string | null): Arming {
  const [mode, since = ''] = (text ?? '').split(' ');
  const known = MODES.find((each) => each === mode);
  const at = Date.parse(since);
  return known && Number.isFinite(at) ? { mode: known, since: at } : { mode: 'disarmed', since: null };
}

/** Whoever is named by an entry: the person, whether an automation of theirs did it; or a code of a lock. */
export function namedBy(
  who: string | null,
): { person: string | null; run: boolean; code: number | null; by: string } | null {
  const [kind, rest = ''] = who?.split(':') ?? [];
  if ((kind === 'person' || kind === 'run') && isUuid(rest))
    return { person: rest, run: kind === 'run', code: null, by: '' };
  if (kind !== 'code') return null;
  const [code = '', by = ''] = rest.split('/');
  return { person: null, run: false, code: code === '' ? null : Number(code), by };
}
