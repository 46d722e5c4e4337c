/** Homes that are looked after in this process: whenever a device tells something, and once in a while where none does. */
import { openService, type Region } from '@kept/kit';
import { catalogue, type Device, type Household, type Runtime, roleIn, runtimeOf } from '@kept/service-devices';
import { type Condition, conditionsOf, DELAYS, type Known, Standing } from './conditions.ts';
import { Inbox } from './inbox.ts';
import { type Repositories, served } from './service.ts';

/** How late somebody may hear that a device is silent. */
const ROUND_MS = 30_000;

const opened = new WeakMap<object, Watch>();

/** Of a region; the same for whoever asks. */
export function watchOf(region: Region): Watch {
  const there = opened.get(region.vault);
  if (there) return there;
  const made = new Watch(region, openService(served, region).place.resources as unknown as Repositories);
  opened.set(region.vault, made);
  return made;
}

interface Entry {
  readonly standing: Standing;
  readonly device: string;
  alert: string | null;
}

type Homes = Map<string, Map<string, Entry>>;

/** Homes that are looked after in this process. */
export class Watch {
  readonly runtime: Runtime;
  readonly inbox: Inbox;
  readonly #homes: Homes = new Map();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(region: Region, repositories: Repositories) {
    this.runtime = runtimeOf(region);
    this.inbox = new Inbox(region, repositories);
  }

  /** Answers how it ends. */
  begin(): () => Promise<void> {
    const waiting = new Map<string, Set<string>>();
    const leave = this.runtime.live.hear(({ home, device }) => {
      const told = waiting.get(home);
      if (told) {
        told.add(device);
        return;
      }
      // A home that talks all the time is looked at once after each look, at those that told something.
      waiting.set(home, new Set([device]));
      void this.#inTurn(async () => {
        const which = waiting.get(home)!;
        waiting.delete(home);
        await this.#look(home, which);
      });
    });
    const timer = setInterval(() => void this.round(), ROUND_MS);
    timer.unref();
    return async () => {
      leave();
      clearInterval(timer);
      await this.settled();
    };
  }

  /** Every home that has told something since this process began. */
  round(): Promise<void> {
    return this.#inTurn(async () => {
      for (const home of this.#homes.keys()) await this.#look(home);
    });
  }

  async settled(): Promise<void> {
    await this.#turn;
  }

  /** One look after the other; one that fails is made again with the next round. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work).catch(() => {});
    this.#turn = turn;
    return turn;
  }

  /** `which`: only these devices; all of the home if absent. */
  async #look(home: string, which?: ReadonlySet<string>): Promise<void> {
    const household = await this.runtime.household(home);
    const entries = this.#homes.get(home) ?? (await this.#entriesOf(home));
    this.#homes.set(home, entries);
    const so = new Map<string, { device: string; condition: Condition }>();
    const devices = which ? [...which].flatMap((id) => household.devices.get(id) ?? []) : household.devices.values();
    for (const device of devices)
      for (const condition of await this.#conditions(device, entries))
        so.set(nameOf(device.id, condition), { device: device.id, condition });
    for (const name of [...so.keys()]) if (!entries.has(name)) entries.set(name, fresh(so.get(name)!.device));
    for (const [name, entry] of entries) {
      if (which && !which.has(entry.device)) continue;
      await this.#settle(household, entry, name, so.get(name)?.condition);
      // What is neither so nor told of is forgotten.
      if (!entry.standing.raised && !so.has(name)) entries.delete(name);
    }
  }

  async #entriesOf(home: string): Promise<Map<string, Entry>> {
    const open = await this.inbox.open(home);
    return new Map(
      [...open].map(([name, alert]) => [name, { standing: new Standing(true), device: name.slice(0, 36), alert }]),
    );
  }

  async #conditions(device: Device, entries: ReadonlyMap<string, Entry>): Promise<Condition[]> {
    const model = (await catalogue()).find(device.description.model);
    const known: Known = {
      power: model?.power,
      isFault: (key) => roleIn(model, { ...NOTHING, name: key }) === 'fault',
    };
    const low = entries.get(`${device.id} battery battery`)?.standing.raised ?? false;
    return conditionsOf(device, known, this.runtime.region.clock.now(), low);
  }

  async #settle(household: Household, entry: Entry, name: string, condition: Condition | undefined): Promise<void> {
    const now = this.runtime.region.clock.now();
    const kind = name.split(' ')[1] as Condition['kind'];
    const todo = entry.standing.at(now, condition !== undefined, DELAYS[kind]);
    try {
      if (todo === 'raise')
        entry.alert = await this.inbox.raise(household.home, household.residents, entry.device, condition!);
      if (todo === 'clear' && entry.alert !== null) {
        await this.inbox.mark(entry.alert, { cleared: new Date(now) });
        entry.alert = null;
      }
    } catch (error) {
      entry.standing.raised = todo === 'clear';
      throw error;
    }
  }
}

const NOTHING = { kind: 'binary', settable: false, unit: '', min: null, max: null, values: [] } as const;
const nameOf = (device: string, { kind, key }: Condition): string => `${device} ${kind} ${key}`;
const fresh = (device: string): Entry => ({ standing: new Standing(false), device, alert: null });
