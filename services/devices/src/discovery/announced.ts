/** What one gateway has announced: which topics say what of which device. In memory; it announces again when it is asked. */
import type { Description } from '../description.ts';
import { json, scalars } from '../zigbee.ts';
import type { Facet } from './facets.ts';
import type { Announcement, Presence } from './read.ts';

/** What a message said of one device. */
export interface Heard {
  readonly address: string;
  readonly values: Readonly<Record<string, string>>;
  readonly online?: boolean;
}

type Told = { readonly key: string; readonly facet: Facet };

interface AnnouncedDevice {
  readonly address: string;
  /** By the topic that announced it. */
  readonly by: Map<string, Announcement>;
  readonly facets: Map<string, Facet>;
  readonly there: Map<string, boolean>;
}

const TOPICS_MAX = 2_000;

/** What one gateway has announced. */
export class Announced {
  readonly #devices = new Map<string, AnnouncedDevice>();
  readonly #byConfig = new Map<string, string>();
  readonly #told = new Map<string, { readonly address: string; readonly told: Told[] }[]>();
  readonly #presences = new Map<string, { readonly address: string; readonly presence: Presence }[]>();
  #stale = false;

  knows(topic: string): boolean {
    this.#index();
    return this.#told.has(topic) || this.#presences.has(topic);
  }

  /** Answers the address of the device that it is about; undefined where a gateway announces without end. */
  put(topic: string, announcement: Announcement): string | undefined {
    if (!this.#byConfig.has(topic) && this.#byConfig.size >= TOPICS_MAX) return undefined;
    const { address } = announcement;
    const before = this.#byConfig.get(topic);
    if (before !== undefined && before !== address) this.drop(topic);
    const device = this.#devices.get(address) ?? {
      ...{ address, by: new Map(), facets: new Map(), there: new Map() },
    };
    device.by.set(topic, announcement);
    this.#devices.set(address, device);
    this.#byConfig.set(topic, address);
    this.#stale = true;
    return address;
  }

  /** Answers the address, and whether anything is left of it. */
  drop(topic: string): { readonly address: string; readonly left: boolean } | undefined {
    const address = this.#byConfig.get(topic);
    const device = address === undefined ? undefined : this.#devices.get(address);
    if (!device) return undefined;
    this.#byConfig.delete(topic);
    device.by.delete(topic);
    const left = device.by.size > 0;
    if (!left) this.#devices.delete(device.address);
    this.#stale = true;
    return { address: device.address, left };
  }

  /** Topics under which a device is announced. */
  topicsOf(address: string): readonly string[] {
    return [...(this.#devices.get(address)?.by.keys() ?? [])];
  }

  /** What the device is; where it stands and what its people call it is theirs. */
  describe(address: string): Omit<Description, 'space' | 'ip'> | undefined {
    this.#index();
    const device = this.#devices.get(address);
    const [first] = device?.by.values() ?? [];
    if (!device || !first) return undefined;
    const { name, model, firmware } = first;
    const features = [...device.facets].map(([key, { feature }]) => ({ name: key, ...feature }));
    return { address, name, model, firmware, features };
  }

  /** What a message says; undefined where nobody has announced its topic. */
  hear(topic: string, payload: Buffer): readonly Heard[] | undefined {
    if (!this.knows(topic)) return undefined;
    const text = payload.toString('utf8');
    const value = json(payload);
    const heard = new Map<string, { values: Record<string, string>; online?: boolean }>();
    const of = (address: string) => {
      const there = heard.get(address) ?? { values: {} };
      heard.set(address, there);
      return there;
    };
    for (const { address, told } of this.#told.get(topic) ?? [])
      for (const { key, facet } of told) {
        const read = facet.told!.read(text, value);
        if (read !== undefined && read !== '') Object.assign(of(address).values, scalars({ [key]: read }));
      }
    for (const { address, presence } of this.#presences.get(topic) ?? []) {
      const online = this.#present(address, presence, text, value);
      if (online !== undefined) of(address).online = online;
    }
    return [...heard].map(([address, each]) => ({ address, ...each }));
  }

  #present(address: string, { topic, read, yes, no }: Presence, text: string, value: unknown): boolean | undefined {
    const device = this.#devices.get(address)!;
    const word = read(text, value);
    if (word !== yes && word !== no) return undefined;
    device.there.set(topic, word === yes);
    const [{ mode } = { mode: 'latest' }] = device.by.values();
    const all = [...device.there.values()];
    return mode === 'all' ? all.every(Boolean) : mode === 'any' ? all.some(Boolean) : word === yes;
  }

  /** Where a value is set, and how it is written; undefined where it is not. */
  command(address: string, key: string, value: string): { topic: string; payload: string } | undefined {
    this.#index();
    const set = this.#devices.get(address)?.facets.get(key)?.set;
    const payload = set?.write(value);
    return set && payload !== undefined ? { topic: set.topic, payload } : undefined;
  }

  /** When somebody asks: a gateway announces hundreds of things at once. */
  #index(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.#told.clear();
    this.#presences.clear();
    for (const device of this.#devices.values()) {
      name(device);
      for (const [key, facet] of device.facets) this.#tell(device.address, { key, facet });
      const presences = new Map([...device.by.values()].flatMap((each) => each.presences.map((p) => [p.topic, p])));
      for (const [topic, presence] of presences) {
        const there = this.#presences.get(topic) ?? [];
        there.push({ address: device.address, presence });
        this.#presences.set(topic, there);
      }
    }
  }

  #tell(address: string, told: Told): void {
    const topic = told.facet.told?.topic;
    if (topic === undefined) return;
    const all = this.#told.get(topic) ?? [];
    const own = all.find((each) => each.address === address);
    if (own) own.told.push(told);
    else all.push({ address, told: [told] });
    this.#told.set(topic, all);
  }
}

const KEY_MAX = 80;

/** Each thing by a name of its own, the same whichever was announced first. */
function name({ by, facets }: AnnouncedDevice): void {
  facets.clear();
  for (const [topic, { components }] of [...by].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const { key, facets: own } of components)
      for (const facet of own) {
        const wanted = facet.part === '' ? key : components.length === 1 ? facet.part : `${key}_${facet.part}`;
        const other = `${topic.split('/').at(-2)}_${wanted}`;
        facets.set((facets.has(wanted) ? other : wanted).replaceAll(/[^\w.:-]/g, '_').slice(0, KEY_MAX), facet);
      }
}
