/** What things are called elsewhere, and which device of this home each is. */
import type { Device } from '@kept/service-devices';
import type { Path, Source } from './source.ts';

type Feature = Device['description']['features'][number];

/** One thing of one device. */
export interface Thing {
  readonly device: Device;
  readonly key: string;
  readonly feature: Feature | undefined;
}

/** As Home Assistant makes an object id of a name. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');

/** A name without a letter of its alphabet gives none: then its address stands for it. */
export const nameOf = ({ id, description }: Device): string =>
  slugOf(description.name) || slugOf(description.address) || `device_${id.replaceAll('-', '')}`;

export const keysOf = ({ description, latest }: Device): string[] => [
  ...new Set([...description.features.map(({ name }) => name), ...latest.keys()]),
];

export const thingOf = (device: Device, key: string): Thing => ({
  device,
  key,
  feature: device.description.features.find(({ name }) => name === key),
});

/** Devices of the home under the names that other platforms know them by. */
export class Names {
  readonly unknown = new Set<string>();
  readonly #devices: readonly Device[];
  readonly #things: Readonly<Record<string, string>>;
  readonly #byObject: ReadonlyMap<string, readonly Thing[]>;

  /** `things`: what somebody has said that a name stands for, a device or `<device>.<key>`. */
  constructor(devices: readonly Device[], things: Readonly<Record<string, string>>) {
    this.#devices = devices;
    this.#things = things;
    const all = devices.flatMap((device) =>
      keysOf(device).flatMap((key): [string, Thing][] => {
        const thing = thingOf(device, key);
        const whole: [string, Thing] = [`${nameOf(device)}_${slugOf(key)}`, thing];
        // What a device is above all, as a lamp its light, has no name but the device's.
        return key === 'state' ? [whole, [nameOf(device), thing]] : [whole];
      }),
    );
    this.#byObject = new Map(
      [...Map.groupBy(all, ([name]) => name)].map(([name, own]) => [name, own.map(([, thing]) => thing)]),
    );
  }

  #told(name: string): Thing | undefined {
    const told = this.#things[name];
    if (told === undefined) return undefined;
    const device = this.#devices.find(({ id }) => id === told.slice(0, 36));
    return device && thingOf(device, told.slice(37) || 'state');
  }

  #none(source: Source, path: Path, name: string, code: 'name' | 'ambiguous'): undefined {
    if (source.missing.has(name)) return undefined;
    this.unknown.add(name.slice(0, 200));
    source.cannot(path, code, name);
    return undefined;
  }

  /** `binary_sensor.hall_motion_occupancy`, as zigbee2mqtt names it for Home Assistant. */
  entity(source: Source, path: Path, name: unknown): Thing | undefined {
    if (typeof name !== 'string') {
      source.cannot(path, 'value', name);
      return undefined;
    }
    const told = this.#told(name);
    if (told) return told;
    const found = this.#byObject.get(name.slice(name.indexOf('.') + 1)) ?? [];
    if (found.length === 1) return found[0];
    return this.#none(source, path, name, found.length > 1 ? 'ambiguous' : 'name');
  }

  /** As a topic of zigbee2mqtt names it. */
  topic(source: Source, path: Path, name: string): Device | undefined {
    const told = this.#told(name);
    if (told) return told.device;
    const found = this.#devices.filter(({ description }) => description.name === name || description.address === name);
    return found.length === 1 ? found[0] : this.#none(source, path, name, found.length > 1 ? 'ambiguous' : 'name');
  }

  /** By its address: `lumi.158d0009988776` is 0x00158d0009988776. */
  address(source: Source, path: Path, name: unknown): Device | undefined {
    if (typeof name !== 'string') {
      source.cannot(path, 'value', name);
      return undefined;
    }
    const told = this.#told(name);
    if (told) return told.device;
    const bare = bareOf(name.slice(name.lastIndexOf('.') + 1));
    const found = bare === '' ? [] : this.#devices.filter(({ description }) => bareOf(description.address) === bare);
    return found.length === 1 ? found[0] : this.#none(source, path, name, found.length > 1 ? 'ambiguous' : 'name');
  }
}

const bareOf = (address: string): string =>
  /^(0x)?[0-9a-f]+$/i.test(address) ? address.toLowerCase().replace(/^0x/, '').replace(/^0+/, '') : '';
