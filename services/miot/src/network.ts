/** The devices of a region in networks of its homes: asked now and then, told at once. */
import { BlockList, isIP } from 'node:net';
import { openService, type Region, type Repository } from '@kept/kit';
import {
  type Device,
  DeviceAway,
  type Household,
  type Point,
  present,
  type Runtime,
  refusedIsNothing,
  runtimeOf,
} from '@kept/service-devices';
import { infoOf, propertiesOf, told } from './calls.ts';
import { type Address, Client, PORT } from './client.ts';
import { NotReachable, ThereAlready, UnknownModel } from './errors.ts';
import { featuresOf, type Model, models } from './models.ts';
import { type Settings, served } from './service.ts';

const SERVICE = { role: 'service' } as const;
const WAY = 'miio';
/** A device that answers is asked so often; one that does not, twice as long after each time, up to ten minutes. */
export const EVERY_MS = 15_000;
const SELDOM_MS = 600_000;
/** What is as it was is told anew so often. */
const SAME_MS = 600_000;
/** Packets are lost; who has not answered so often is away. */
const AWAY = 3;
const RENEW_MS = 30 * 86_400_000;

interface Local {
  row: string;
  readonly owner: string;
  readonly home: string;
  readonly device: string;
  readonly client: Client;
  readonly model: Model;
  readonly told: Map<string, Point>;
  since: number;
  due: number;
  failures: number;
}

/** What somebody types in. */
export interface Adding {
  readonly home: string;
  readonly person: string;
  readonly address: string;
  readonly token: string;
  readonly name: string;
  readonly space: string;
}

const opened = new WeakMap<object, Network>();

/** Of a region; the same for whoever asks. */
export function networkOf(region: Region, settings: Settings): Network {
  const there = opened.get(region.vault);
  if (there) return there;
  const made = new Network(region, settings);
  opened.set(region.vault, made);
  return made;
}

/** Devices of a region that are reached without a gateway. */
export class Network {
  readonly runtime: Runtime;
  readonly #rows: Repository;
  readonly #port: number;
  readonly #reach = new BlockList();
  readonly #locals = new Map<string, Local>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(region: Region, { networks, port = PORT }: Settings) {
    const { tokens } = openService(served, region).place.resources as unknown as Record<string, Repository>;
    this.runtime = runtimeOf(region);
    this.#rows = tokens!;
    this.#port = port;
    for (const network of networks) {
      const [address = '', length = ''] = network.split('/');
      this.#reach.addSubnet(address, Number(length), familyOf(address));
    }
  }

  /** Answers how it ends. */
  async begin(): Promise<() => Promise<void>> {
    await this.#load();
    const way = this.#way.bind(this);
    const renew = (home: string) => this.#renew(home);
    this.runtime.ways.add(way);
    this.runtime.renewers.add(renew);
    const timer = setInterval(() => void this.round(), 1_000);
    timer.unref();
    return async () => {
      clearInterval(timer);
      this.runtime.ways.delete(way);
      this.runtime.renewers.delete(renew);
      await this.#turn;
      for (const { client } of this.#locals.values()) client.close();
    };
  }

  async #load(): Promise<void> {
    for (const { owner, id, plain, createdAt } of await this.#rows.having('way', WAY)) {
      const opened = await this.#rows
        .readMany(SERVICE, owner, [id], 'device-security', ['device-id', 'device-ip'])
        .catch(refusedIsNothing);
      const { 'device-id': text = '', 'device-ip': ip = '' } = opened.get(id) ?? {};
      const [model = '', token = ''] = text.split(' ');
      const known = (await models()).find(model);
      if (!known || !isToken(token) || !this.reaches(ip)) continue;
      const [home, device] = [plain['home'] as string, plain['device'] as string];
      this.#take({ row: id, owner, home, device, since: createdAt.getTime() }, known, { ip, token });
    }
  }

  #take(
    own: Pick<Local, 'row' | 'owner' | 'home' | 'device' | 'since'>,
    model: Model,
    { ip, token }: Pick<Address, 'ip' | 'token'>,
  ): void {
    const client = new Client(this.runtime.region.clock, { ip, token, port: this.#port });
    this.#locals.set(own.device, { ...own, client, model, told: new Map(), due: 0, failures: 0 });
  }

  /** Whether the operator lets this server send there. */
  reaches(ip: string): boolean {
    return isIP(ip) > 0 && this.#reach.check(ip, familyOf(ip));
  }

  /** Asks the device what it is, and takes it in. Throws MIOT_NOT_REACHABLE, MIOT_NO_ANSWER, MIOT_UNKNOWN_MODEL, MIOT_THERE_ALREADY. */
  async add({ home, person, address: ip, token, name, space }: Adding): Promise<{ device: string; model: string }> {
    if (!this.reaches(ip)) throw new NotReachable();
    const client = new Client(this.runtime.region.clock, { ip, token, port: this.#port });
    const { model: id, firmware } = await infoOf(client).finally(() => client.close());
    const model = (await models()).find(id);
    if (!model) throw new UnknownModel();
    const household = await this.runtime.household(home);
    const address = `miot:${ip}`;
    if ([...household.devices.values()].some(({ description }) => description.address === address))
      throw new ThereAlready();
    const features = featuresOf(model);
    const about = { address, name, model: `${id} ${model.name}`, features, firmware, ip, space };
    const made = await household.serial(() => household.describe({ via: null, by: person }, about));
    const plain = { home, device: made.id, way: WAY };
    const values = { 'device-id': `${id} ${token}`, 'device-ip': ip };
    try {
      const { rows } = await this.#rows.append({ role: 'person' }, person, [{ values, plain }]);
      const own = { row: rows[0]!, owner: person, home, device: made.id, since: this.runtime.region.clock.now() };
      this.#take(own, model, { ip, token });
    } catch (error) {
      await household.serial(() => household.remove(made.id));
      throw error;
    }
    return { device: made.id, model: model.name };
  }

  /** Asks those whose time has come; resolves when nobody is being asked any more. */
  round(): Promise<void> {
    const now = this.runtime.region.clock.now();
    const due = [...this.#locals.values()].filter((local) => local.due <= now);
    if (due.length === 0) return this.#turn.then(() => {});
    for (const local of due) local.due = Number.POSITIVE_INFINITY;
    const turn = this.#turn.then(() => Promise.all(due.map((local) => this.#ask(local)))).then(() => {});
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #ask(local: Local): Promise<void> {
    const { clock } = this.runtime.region;
    try {
      const household = await this.runtime.household(local.home);
      const device = household.devices.get(local.device);
      if (!device || !(await this.#counts(local))) {
        await this.#forget(local);
        return;
      }
      await this.#asked(household, device, local);
    } catch {
      local.failures++;
    }
    const wait = Math.min(EVERY_MS * 2 ** Math.min(local.failures, 10), SELDOM_MS);
    local.due = clock.now() + wait;
  }

  async #asked(household: Household, device: Device, local: Local): Promise<void> {
    const now = this.runtime.region.clock.now();
    const hall = { runtime: this.runtime, household, now };
    let points: Point[];
    try {
      points = await propertiesOf(local.client, local.model, now);
    } catch (error) {
      local.failures++;
      if (local.failures >= AWAY) await present(hall, device, false);
      if ((error as { code?: string }).code !== 'MIOT_NO_ANSWER') throw error;
      return;
    }
    local.failures = 0;
    await present(hall, device, true);
    const news = points.filter(({ key, value }) => {
      const before = local.told.get(key);
      return before === undefined || before.value !== value || now - before.at >= SAME_MS;
    });
    if (news.length > 0) await this.runtime.report({ household, device: device.id, points: news });
    for (const point of news) local.told.set(point.key, point);
  }

  /** A token counts for as long as whoever typed it in may fit devices there. */
  async #counts({ home, owner }: Local): Promise<boolean> {
    const own = await this.runtime.members.find(home, owner);
    return own !== undefined && ['owner', 'member', 'installer'].includes(own.role);
  }

  async #forget(local: Local): Promise<void> {
    this.#locals.delete(local.device);
    local.client.close();
    await this.#rows.remove(local.owner, local.row);
  }

  async #way(_: Household, device: Device, values: Readonly<Record<string, string>>): Promise<boolean> {
    const local = this.#locals.get(device.id);
    if (!local) return false;
    if (!(await this.#counts(local))) throw new DeviceAway();
    try {
      await told(local.client, local.model, values);
    } catch {
      throw new DeviceAway();
    }
    // What it is like now is asked at once.
    local.due = 0;
    void this.round();
    return true;
  }

  /** What is in use does not end by its age. */
  async #renew(home: string): Promise<void> {
    const now = this.runtime.region.clock.now();
    for (const local of this.#locals.values()) {
      if (local.home !== home || now - local.since < RENEW_MS) continue;
      const opened = await this.#rows
        .readMany(SERVICE, local.owner, [local.row], 'device-security', ['device-id', 'device-ip'])
        .catch(refusedIsNothing);
      const values = opened.get(local.row);
      if (!values) continue;
      const plain = { home, device: local.device, way: WAY };
      const { rows } = await this.#rows.append(SERVICE, local.owner, [{ values, plain }]);
      await this.#rows.remove(local.owner, local.row);
      local.row = rows[0]!;
      local.since = now;
    }
  }
}

const familyOf = (ip: string): 'ipv4' | 'ipv6' => (isIP(ip) === 6 ? 'ipv6' : 'ipv4');
export const isToken = (text: string): boolean => /^[\da-f]{32}$/i.test(text);
