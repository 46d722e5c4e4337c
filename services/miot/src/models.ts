/** What is known of MIoT models; from a file that is opened when somebody first asks. */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { Feature } from '@kept/service-devices';
import type { ActionRow, ModelRow, PropertyRow } from './spec.ts';

export interface Property {
  readonly feature: Feature;
  readonly siid: number;
  readonly piid: number;
  readonly reads: boolean;
  /** As the device has them, in the order of the feature’s values. */
  readonly raw: readonly (number | boolean)[];
}

export interface Action {
  readonly name: string;
  readonly siid: number;
  readonly aiid: number;
}

export interface Model {
  /** `zhimi.airpurifier.za1` */
  readonly id: string;
  readonly name: string;
  readonly properties: readonly Property[];
  readonly actions: readonly Action[];
}

const FILE = new URL('../data/models.json.br', import.meta.url);

export class Models {
  /** Which package they are made of. */
  readonly source: string;
  readonly #rows: ReadonlyMap<string, ModelRow>;

  constructor({ source, models }: { readonly source: string; readonly models: readonly ModelRow[] }) {
    this.source = source;
    this.#rows = new Map(models.map((row) => [row[0], row]));
  }

  get ids(): readonly string[] {
    return [...this.#rows.keys()];
  }

  find(id: string): Model | undefined {
    const row = this.#rows.get(id);
    if (!row) return undefined;
    const [, name, properties, actions] = row;
    return { id, name, properties: properties.map(propertyOf), actions: actions.map(actionOf) };
  }
}

const propertyOf = ([name, kind, siid, piid, read, write, unit, min, max, values, raw]: PropertyRow): Property => ({
  feature: { name, kind, settable: write === 1, unit, min, max, values },
  ...{ siid, piid, reads: read === 1, raw },
});
const actionOf = ([name, siid, aiid]: ActionRow): Action => ({ name, siid, aiid });

/** Things that a model tells or takes; an action is something that takes one value. */
export const featuresOf = ({ properties, actions }: Model): Feature[] => [
  ...properties.map(({ feature }) => feature),
  ...actions.map(
    ({ name }): Feature => ({ name, kind: 'enum', settable: true, unit: '', min: null, max: null, values: ['run'] }),
  ),
];

/** As it is told of in the home; undefined for what is no value. */
export function toldOf({ feature, raw }: Property, value: unknown): string | undefined {
  if (typeof value !== 'number' && typeof value !== 'boolean' && typeof value !== 'string') return undefined;
  const place = raw.indexOf(value as number | boolean);
  if (place >= 0) return feature.values[place]!;
  if (feature.kind === 'binary' && (value === 0 || value === 1)) return feature.values[value === 1 ? 0 : 1]!;
  return String(value).replaceAll(/\s+/g, ' ').slice(0, 500);
}

/** As the device takes it; what it may be has been looked at. */
export function rawOf({ feature, raw }: Property, value: string): number | boolean | string {
  const place = feature.values.indexOf(value);
  if (place >= 0 && raw.length > 0) return raw[place]!;
  return feature.kind === 'numeric' ? Number(value) : value;
}

let opened: Promise<Models> | undefined;

/** The same for whoever asks. */
export function models(): Promise<Models> {
  opened ??= readFile(FILE)
    .then(promisify(brotliDecompress))
    .then((bytes) => new Models(JSON.parse(bytes.toString('utf8'))));
  return opened;
}
