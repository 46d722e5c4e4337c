/** One home at work: who lives there, which devices it has, and how they are now. In memory; made again from what is sealed. */
import { expiryOf, type Listed, type Region, uuidv7 } from '@kept/kit';
import { livesThere, type Members, type Membership } from '@kept/service-spaces';
import { byWeek, isOver } from './age.ts';
import { type Description, descriptionOf, valuesOf } from './description.ts';
import { HomeFull } from './errors.ts';
import { type Had, Packets, packetsIn } from './packets.ts';
import { type Point, pointsOf } from './series.ts';
import type { DevicesContext } from './service.ts';

export type Repositories = ReturnType<DevicesContext['at']>['resources'];

/** A device of a home, as this process knows it. */
export interface Device {
  readonly id: string;
  readonly via: string | null;
  description: Description;
  online: boolean | null;
  seen: number | null;
  /** By key, the newest. */
  readonly latest: Map<string, Point>;
}

export const SERVICE = { role: 'service' } as const;
const DEVICES_MAX = 500;
/** What is in use is taken down anew so long after it was. */
const RENEW_MS = 30 * 86_400_000;
const RENEW_AGAIN_MS = 86_400_000;
const FORGET_MS = 3_600_000;
const DESCRIBING = ['device-id', 'device-model', 'device-firmware', 'device-ip', 'device-space'] as const;
const TELLING = ['device-state', 'device-energy', 'device-log'] as const;

/** One home at work. */
export class Household {
  readonly home: string;
  readonly region: Region;
  readonly devices = new Map<string, Device>();
  residents: readonly string[] = [];
  readonly packets = new Packets();
  readonly #repositories: Repositories;
  #turn: Promise<unknown> = Promise.resolve();
  #forgetAt = 0;
  #renewAt = 0;
  #rows = new Map<string, (Listed & { readonly owner: string })[]>();

  private constructor(region: Region, repositories: Repositories, home: string) {
    this.region = region;
    this.#repositories = repositories;
    this.home = home;
  }

  static async open(region: Region, members: Members, repositories: Repositories, home: string): Promise<Household> {
    const household = new Household(region, repositories, home);
    await household.load(await members.of(home));
    await household.#recall();
    return household;
  }

  /** Again whenever somebody comes or goes. */
  async load(members: readonly Membership[]): Promise<void> {
    const residents = members.filter(({ role }) => livesThere(role)).map(({ person }) => person);
    // Handed over: whoever comes after them begins with nothing.
    if (!this.residents.some((each) => residents.includes(each))) this.devices.clear();
    this.residents = residents;
    const all = await this.#repositories.registry.having('home', this.home);
    // What somebody took along when they left is theirs, and nothing is added to it.
    const rows = all.filter(({ owner, plain }) => residents.includes(owner) && plain['gone'] === null);
    this.#rows = Map.groupBy(rows, ({ plain }) => plain['device'] as string);
    // One copy is enough to know what a device is; it is read for the person whose it is.
    for (const person of this.residents) {
      const own = rows.filter(({ owner }) => owner === person);
      const unknown = own.filter(({ plain }) => !this.devices.has(plain['device'] as string));
      if (unknown.length > 0) await this.#read(person, unknown);
    }
    for (const device of this.devices.values()) await this.#shareOut(device);
    this.#renewAt = Math.min(...members.map(({ since }) => since), ...this.#taken()) + RENEW_MS;
  }

  #taken(): number[] {
    return [...this.#rows.values()].flat().map(({ createdAt }) => createdAt.getTime());
  }

  /** Whether something has become old of a home that is in use; true once a day at most. */
  isToRenew(): boolean {
    const now = this.region.clock.now();
    if (now <= this.#renewAt) return false;
    this.#renewAt = now + RENEW_AGAIN_MS;
    return true;
  }

  /** A home that is in use does not end by its age, though nobody looks: who lives there, who fitted what, and devices. */
  async renew(members: Members): Promise<void> {
    const givers = [...this.#rows.values()].flat().map(({ plain }) => plain['giver']);
    await members.renew(this.home, new Set(givers.filter((each) => typeof each === 'string')));
    await this.serial(async () => {
      for (const device of [...this.devices.values()]) await this.#shareOut(device);
    });
  }

  async #read(person: string, rows: readonly Listed[]): Promise<void> {
    const { registry, history } = this.#repositories;
    const ids = rows.map(({ id }) => id);
    const opened = await registry.readMany(SERVICE, person, ids, 'device-security', DESCRIBING).catch(refusedIsNothing);
    for (const { id, plain } of rows) {
      const values = opened.get(id);
      if (values) this.#know(plain['device'] as string, (plain['via'] as string | null) ?? null, descriptionOf(values));
    }
    const kept = (await history.rows(person)).filter(({ plain }) => plain['home'] === this.home);
    const newest = new Map(byWeek(kept).map((row) => [row.plain['device'] as string, row.id]));
    const told = await history
      .readMany(SERVICE, person, [...newest.values()], 'device-security', TELLING)
      .catch(refusedIsNothing);
    for (const [device, row] of newest)
      for (const field of ['device-state', 'device-energy'] as const)
        this.tell(device, pointsOf(told.get(row)?.[field] ?? ''));
  }

  /** In which packets the last that is durable came. What they told is opened when one of them is sent once more. */
  async #recall(): Promise<void> {
    const { history } = this.#repositories;
    const found = new Map<string, { device: string; name: string; at: number; rows: Map<string, string> }>();
    for (const person of this.residents)
      for (const { id, plain } of await history.rows(person)) {
        if (plain['home'] !== this.home) continue;
        for (const { name, at } of packetsIn(plain['packets'])) {
          const device = plain['device'] as string;
          const key = `${device} ${name} ${at}`;
          const there = found.get(key) ?? { device, name, at, rows: new Map<string, string>() };
          there.rows.set(person, id);
          found.set(key, there);
        }
      }
    for (const { device, name, at, rows } of [...found.values()].sort((a, b) => a.at - b.at))
      this.packets.recall(device, name, at, () => this.#had(at, rows));
  }

  /** What these rows tell of that moment; by person. */
  async #had(at: number, rows: ReadonlyMap<string, string>): Promise<Had> {
    const points: Point[] = [];
    for (const [person, row] of rows) {
      if (points.length > 0) break;
      const told = await this.#repositories.history
        .readMany(SERVICE, person, [row], 'device-security', TELLING)
        .catch(refusedIsNothing);
      const values = told.get(row);
      for (const field of TELLING) points.push(...pointsOf(values?.[field] ?? '').filter((each) => each.at === at));
    }
    return { at, points, people: new Set(rows.keys()) };
  }

  #know(id: string, via: string | null, description: Description): Device {
    const known = this.devices.get(id);
    const device = known ?? { id, via, description, online: null, seen: null, latest: new Map() };
    device.description = description;
    this.devices.set(id, device);
    return device;
  }

  /** What takes devices in or out is done one after the other. */
  serial<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** How a device was is known no longer here than it is kept; looked after once an hour. */
  forget(): void {
    const now = this.region.clock.now();
    if (now < this.#forgetAt) return;
    this.#forgetAt = now + FORGET_MS;
    const datum = { field: 'device-state', collection: 'security', collectedAt: now };
    const kept = (expiryOf(this.region.program, datum).at ?? Number.POSITIVE_INFINITY) - now;
    for (const device of this.devices.values()) {
      for (const { key, at } of [...device.latest.values()]) if (at <= now - kept) device.latest.delete(key);
      if (device.seen !== null && device.seen <= now - kept) device.seen = null;
    }
  }

  /** The newest counts, whenever it comes; answers whether anything did. */
  tell(id: string, points: readonly Point[]): boolean {
    this.forget();
    const device = this.devices.get(id);
    let news = false;
    for (const point of device ? points : []) {
      const known = device!.latest.get(point.key);
      if ((known && known.at > point.at) || isOver(this.region, point.at)) continue;
      device!.latest.set(point.key, point);
      device!.seen = Math.max(device!.seen ?? 0, point.at);
      news = true;
    }
    return news;
  }

  named(via: string, name: string): Device | undefined {
    for (const device of this.devices.values())
      if (device.via === via && (device.description.name === name || device.description.address === name))
        return device;
    return undefined;
  }

  below(via: string): Device[] {
    return [...this.devices.values()].filter((device) => device.via === via);
  }

  /** Takes a device in, or what has changed about it, for everybody who lives here. Throws DEVICES_HOME_FULL. */
  async describe(
    given: { id?: string; via: string | null; secret?: string; by?: string },
    description: Description,
  ): Promise<Device> {
    if (!given.id && this.devices.size >= DEVICES_MAX) throw new HomeFull(DEVICES_MAX);
    const id = given.id ?? uuidv7(this.region.clock);
    const before = this.devices.get(id)?.description;
    if (before && JSON.stringify(before) === JSON.stringify(description)) {
      await this.#shareOut(this.devices.get(id)!);
      return this.devices.get(id)!;
    }
    const device = this.#know(id, given.via, description);
    for (const { owner, id: row } of this.#rows.get(id) ?? [])
      await this.#repositories.registry
        .collect(
          SERVICE,
          owner,
          { 'device-firmware': null, 'device-ip': null, 'device-space': null, ...valuesOf(description) },
          row,
        )
        .catch(refusedIsNothing);
    await this.#shareOut(device, given);
    return device;
  }

  /** Gives each resident the row of this device that they lack, or that has become old. */
  async #shareOut({ id, via, description }: Device, given: { secret?: string; by?: string } = {}): Promise<void> {
    const { registry } = this.#repositories;
    const now = this.region.clock.now();
    for (const person of this.residents) {
      const own = (this.#rows.get(id) ?? []).find(({ owner }) => owner === person);
      if (own && now - own.createdAt.getTime() < RENEW_MS) continue;
      const keeper = this.residents.includes(given.by ?? '') ? given.by : this.residents[0];
      const proof = own ? own.plain : person === keeper ? { secret: given.secret, giver: given.by } : {};
      const plain = {
        home: this.home,
        device: id,
        via: via ?? undefined,
        secret: proof['secret'],
        giver: proof['giver'],
      };
      const made = await registry
        .append(SERVICE, person, [{ values: valuesOf(description), plain }])
        .catch(refusedIsNothing);
      if (!('rows' in made)) continue;
      // By the device: to look through all rows of a person for each of theirs would take the square of their number.
      const row = (await registry.having('device', id)).find(({ id: each }) => each === made.rows[0]);
      const others = (this.#rows.get(id) ?? []).filter((each) => each !== own);
      this.#rows.set(id, [...others, row!]);
      if (own) await registry.remove(person, own.id);
    }
  }

  /**
   * What one device told, and what refers to it, goes on with another in its place: it keeps its id, its room and, where
   * that is ours to say, its name. The other one is no device of its own any more, and what it told so far is told of it.
   */
  async replace(id: string, by: string, { keepsName }: { readonly keepsName: boolean }): Promise<Device> {
    const [old, fresh] = [this.devices.get(id)!, this.devices.get(by)!];
    const { registry, history } = this.#repositories;
    await this.remove(by);
    for (const { owner, id: row } of this.#rows.get(id) ?? [])
      await registry.setPlain(owner, row, { via: fresh.via, secret: undefined, giver: undefined });
    for (const { owner, id: row, plain } of await history.having('device', by))
      if (plain['home'] === this.home && this.residents.includes(owner))
        await history.setPlain(owner, row, { device: id });
    const { name, space } = old.description;
    const own = { ...fresh.description, space, ...(keepsName && { name }) };
    this.devices.set(id, { ...old, via: fresh.via, online: fresh.online });
    // Of a model that tells other things, what the old one told last is not how it is.
    const latest = this.devices.get(id)!.latest;
    latest.clear();
    for (const [key, point] of fresh.latest) latest.set(key, point);
    return this.describe({ id, via: fresh.via }, own);
  }

  /** It is no device of this home any more. What it told stays with those whom it told it of. */
  async remove(id: string): Promise<void> {
    const gone = new Date(this.region.clock.now());
    for (const { owner, id: row } of this.#rows.get(id) ?? [])
      await this.#repositories.registry.setPlain(owner, row, { gone, secret: undefined });
    this.#rows.delete(id);
    this.devices.delete(id);
  }
}

/** Where the policy, or a person’s choice, says no, nothing is read and nothing is kept of them; the others are unharmed. */
export function refusedIsNothing(error: unknown): ReadonlyMap<string, Record<string, never>> {
  if (!isNo(error)) throw error;
  return new Map();
}

/** Whether it is the policy, a choice, or that the person is not here any more. */
export function isNo(error: unknown): boolean {
  const { kind, code } = error as { kind?: string; code?: string };
  return kind === 'refused' || code === 'VAULT_KEY_ERASED';
}
