/** The homes of one region at work in this process. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Batcher, isUuid, openService, type Region, Turns } from '@kept/kit';
import { type Members, membersOf } from '@kept/service-spaces';
import { Announced } from './discovery/announced.ts';
import { foldPerson } from './fold.ts';
import { type Device, Household, isNo, type Repositories } from './household.ts';
import { type Kept, openIngest, REST_MS, type Report } from './ingest.ts';
import { Live } from './live.ts';
import { Arrivals } from './order.ts';
import { served } from './service.ts';
import type { UpdateAnswer, UpdateState } from './zigbee.ts';

/** How a command reaches a device; the broker is one. Answers false where nobody takes it. */
export type Outlet = (to: Session, topic: string, payload: string, retain?: boolean) => Promise<boolean>;

/** Another service that reads topics of a session. Undefined where this one is none of its. */
export type Reader = (session: Session, topic: string, payload: Buffer) => Promise<Outcome | undefined>;

/** Another way to a device than the broker: resolves when it has done so. False where the device is none of its. */
export type Way = (household: Household, device: Device, values: Readonly<Record<string, string>>) => Promise<boolean>;

/** What became of a message. All but `again` are acknowledged: sending one that is refused once more changes nothing. */
export type Outcome =
  | { readonly is: 'kept'; readonly points: number }
  /** Nothing to keep: a command, a list, a state of the gateway. */
  | { readonly is: 'passed' }
  | { readonly is: 'refused' | 'malformed' | 'throttled' | 'again' };

/** A device, or a gateway of devices, that has proven itself. */
export interface Session {
  readonly region: string;
  readonly home: string;
  readonly device: string;
  readonly giver: string;
}

/** What a gateway says about the firmware of a device; nothing of it is kept here. */
export interface FirmwareNews {
  readonly home: string;
  readonly device: string;
  readonly update?: UpdateState;
  readonly answer?: UpdateAnswer;
}

const opened = new WeakMap<object, Runtime>();

/** The same for whoever asks. */
export function runtimeOf(region: Region): Runtime {
  const there = opened.get(region.vault);
  if (there) return there;
  const made = new Runtime(region);
  opened.set(region.vault, made);
  return made;
}

/** Rows of one person: a fold reads the whole week again, so that it pays for many. */
const FOLD_AT = 300;

/** Homes, credentials and readings of a region. */
export class Runtime {
  readonly region: Region;
  readonly members: Members;
  readonly repositories: Repositories;
  readonly live = new Live();
  readonly arrivals = new Arrivals();
  outlet: Outlet | null = null;
  /** Clears what is retained under topics of a session. */
  sweep: (session: Session, topics: readonly string[]) => Promise<void> = async () => {};
  readonly readers = new Set<Reader>();
  readonly ways = new Set<Way>();
  /** Told of firmware. Must not throw. */
  readonly firmwareListeners = new Set<(news: FirmwareNews) => void>();
  /** Told now and then of a home that is in use: what others keep of it is taken down anew before it ends by its age. */
  readonly renewers = new Set<(home: string) => Promise<void>>();
  /** Where the broker listens; null where it is another's. */
  port: number | null = null;
  /** Told of a credential before anybody has it; what it throws, nobody gets one for. */
  admitted: (session: Session, secret: string) => Promise<void> = async () => {};
  /** Told whose credentials have ended. */
  ended: (counts: (session: Session) => Promise<boolean>, home: string) => Promise<void> = async () => {};
  readonly #homes = new Map<string, Promise<Household>>();
  readonly #ingest: Batcher<Report, Kept>;
  readonly #notes: Batcher<Report, Kept>;
  readonly #telling = new Turns();
  readonly #announced = new Map<string, Announced>();
  readonly #unfolded = new Map<string, number>();
  #folding: Promise<unknown> = Promise.resolve();
  #renewing: Promise<unknown> = Promise.resolve();

  constructor(region: Region) {
    this.region = region;
    this.members = membersOf(region);
    this.repositories = openService(served, region).place.resources as unknown as Repositories;
    this.#ingest = openIngest(this.repositories, REST_MS);
    this.#notes = openIngest(this.repositories, 0);
    this.members.watch(async (home) => {
      const household = await this.#homes.get(home);
      await household?.load(await this.members.of(home));
      await this.live.changed(home);
      await this.ended((session) => this.counts(session), home);
    });
  }

  tellFirmware(news: FirmwareNews): void {
    for (const listener of this.firmwareListeners) listener(news);
  }

  household(home: string): Promise<Household> {
    const there = this.#homes.get(home);
    if (there) return there;
    const made = Household.open(this.region, this.members, this.repositories, home);
    this.#homes.set(home, made);
    made.catch(() => this.#homes.delete(home));
    return made;
  }

  /** What a gateway has announced since this process began. */
  announcedBy(gateway: string): Announced {
    const there = this.#announced.get(gateway) ?? new Announced();
    this.#announced.set(gateway, there);
    return there;
  }

  /** Resolves when it is decided, sealed and durable for everybody who lives there; then it is shown. */
  report(report: Report): Promise<Kept> {
    const keeping = this.#ingest.add(report);
    // Of two batches under way the later may be durable first; what follows from it waits for what came before.
    keeping.catch(() => {});
    return this.#telling.take(report.device, async () => this.#told(report, await keeping));
  }

  /** The same for what is done to a device and waits until it is noted: it waits for no fuller batch, and for nobody before it. */
  async note(report: Report): Promise<Kept> {
    return this.#told(report, await this.#notes.add(report));
  }

  #told({ household, device, points }: Report, kept: Kept): Kept {
    if (kept.people > 0) {
      household.tell(device, points);
      this.live.tell({ home: household.home, device, points });
      for (const person of household.residents) this.#count(person);
      // What fails is tried again the next day, long before anything ends.
      if (household.isToRenew()) this.#renewing = this.#renewing.then(() => this.#renew(household)).catch(() => {});
    }
    return kept;
  }

  async #renew(household: Household): Promise<void> {
    await household.renew(this.members);
    for (const renewer of this.renewers) await renewer(household.home);
  }

  #count(person: string): void {
    const count = (this.#unfolded.get(person) ?? 0) + 1;
    this.#unfolded.set(person, count);
    if (count % FOLD_AT === 0 && count === FOLD_AT) this.#folding = this.#folding.then(() => this.fold(person));
  }

  /** One after the other; what fails is folded later. */
  async fold(person: string): Promise<number> {
    this.#unfolded.set(person, 0);
    try {
      return await foldPerson(this.repositories, person);
    } catch (error) {
      if (isNo(error)) return 0;
      throw error;
    }
  }

  /** When nothing is being folded or taken down anew. */
  async settled(): Promise<void> {
    await this.#folding.catch(() => {});
    await this.#renewing;
  }

  /** Gives a device or a gateway what it proves itself with; shown once. */
  async admit(home: string, by: string, name: string, space: string): Promise<{ device: string; secret: string }> {
    const secret = randomBytes(24).toString('base64url');
    const household = await this.household(home);
    const blank = { address: '', name, model: '', features: [], firmware: '', ip: '', space };
    const { id } = await household.describe({ via: null, secret: hashOf(secret), by }, blank);
    try {
      await this.admitted({ region: this.region.id, home, device: id, giver: by }, secret);
    } catch (error) {
      await household.serial(() => household.remove(id));
      throw error;
    }
    return { device: id, secret };
  }

  /** Takes out what proved itself by a credential, with all below it; its connections end. */
  async dismiss(home: string, device: string): Promise<void> {
    const household = await this.household(home);
    await household.serial(async () => {
      for (const { id } of household.below(device)) await household.remove(id);
      await household.remove(device);
    });
    await this.ended((session) => this.counts(session), home);
  }

  /** Null unless it is a live credential of somebody who still may fit devices in that home. */
  async prove(device: string, secret: string): Promise<Session | null> {
    for (const { plain } of await this.repositories.registry.having('device', device)) {
      const [hash, home, giver] = [plain['secret'], plain['home'], plain['giver']];
      if (typeof hash !== 'string' || !same(hash, hashOf(secret))) continue;
      const session = { region: this.region.id, home: text(home), device, giver: text(giver) };
      return (await this.counts(session)) ? session : null;
    }
    return null;
  }

  /** The session of a device that another broker has let in; null where its credential does not count. */
  async sessionOf(home: string, device: string): Promise<Session | null> {
    if (!isUuid(home) || !isUuid(device)) return null;
    const rows = await this.repositories.registry.having('device', device);
    const row = rows.find(({ plain }) => plain['home'] === home && typeof plain['secret'] === 'string');
    if (!row) return null;
    const session = { region: this.region.id, home, device, giver: text(row.plain['giver']) };
    return (await this.counts(session)) ? session : null;
  }

  /** Whether a session would be let in again. */
  async counts({ home, device, giver }: Session): Promise<boolean> {
    const own = await this.members.find(home, giver);
    if (!own || !['owner', 'member', 'installer'].includes(own.role)) return false;
    const rows = await this.repositories.registry.having('device', device);
    return rows.some(({ plain }) => plain['secret'] !== null && plain['gone'] === null);
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A secret of 24 random bytes needs no slow hash. */
const hashOf = (secret: string): string => createHash('sha256').update(`kept/device/v1\0${secret}`).digest('base64url');
const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
