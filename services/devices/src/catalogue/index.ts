/** What is known of real models, by their makers’ names; from a file that is opened when somebody first asks. */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { Feature } from '../description.ts';
import { isFine, ROLES, type Role, roleOf } from './roles.ts';

/** A thing that a model tells or takes, and where it belongs. */
export type KnownFeature = Feature & { readonly role: Role };

export interface Model {
  readonly vendor: string;
  readonly model: string;
  readonly name: string;
  readonly power: 'battery' | 'mains';
  /** Whether its maker gives out firmware for it. */
  readonly ota: boolean;
  readonly features: readonly KnownFeature[];
}

type FeatureRow = [string, Feature['kind'], 0 | 1, string, number | null, number | null, string[], Role];
type ModelRow = [string, string, string, 0 | 1, 0 | 1, number[], string[], [string, string, string][]];
interface File {
  readonly source: string;
  readonly features: readonly FeatureRow[];
  readonly models: readonly ModelRow[];
}

interface Label {
  readonly vendor: string;
  readonly model: string;
  readonly name: string;
}

const FILE = new URL('../../data/models.json.br', import.meta.url);
const LONGEST = 400;

/** What is known of real models. */
export class Catalogue {
  /** Which package it is made of. */
  readonly source: string;
  readonly #file: File;
  readonly #places = new Map<string, number>();
  readonly #labels: readonly Label[][];
  /** Those that somebody has asked for. */
  readonly #models = new Map<Label, Model>();

  constructor(file: File) {
    this.source = file.source;
    this.#file = file;
    this.#labels = file.models.map(([vendor, model, name, , , , , others]) => [
      { vendor, model, name },
      ...others.map(([its, also, called]) => ({ vendor: its, model: also, name: called })),
    ]);
    // What two models share names neither: the first stays only under what is its alone.
    for (const [i, labels] of this.#labels.entries())
      for (const { vendor, model } of labels) this.#enter(`${vendor} ${model}`, i);
    for (const [i, [, , , , , , ids]] of file.models.entries()) for (const id of ids) this.#enter(id, i);
  }

  #enter(name: string, place: number): void {
    const key = name.toLowerCase();
    if (!this.#places.has(key)) this.#places.set(key, place);
  }

  get size(): number {
    return this.#file.models.length;
  }

  /** By what a gateway says of it: maker and model, then words of any kind; or the one word that the device calls itself. */
  find(text: string): Model | undefined {
    const words = text.slice(0, LONGEST).toLowerCase().split(' ');
    for (let length = Math.min(words.length, 8); length > 0; length--) {
      const place = this.#places.get(words.slice(0, length).join(' '));
      if (place === undefined || (length === 1 && words.length > 1)) continue;
      const labels = this.#labels[place]!;
      const label = labels.find(({ vendor, model }) =>
        text.toLowerCase().startsWith(`${vendor} ${model}`.toLowerCase()),
      );
      return this.#at(place, label ?? labels[0]!);
    }
    return undefined;
  }

  /** Those whose maker, model or name has all of these words; in the order of the makers’ names. */
  search(text: string, most: number): Model[] {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const found: Model[] = [];
    for (const [place, labels] of this.#labels.entries())
      for (const label of labels) {
        if (found.length >= most) return found;
        const all = `${label.vendor} ${label.model} ${label.name}`.toLowerCase();
        if (words.every((word) => all.includes(word))) found.push(this.#at(place, label));
      }
    return found;
  }

  #at(place: number, label: Label): Model {
    const there = this.#models.get(label);
    if (there) return there;
    const [, , , battery, ota, features] = this.#file.models[place]!;
    const made: Model = {
      ...{ ...label, power: battery ? 'battery' : 'mains', ota: ota === 1 },
      features: features.map((each) => featureOf(this.#file.features[each]!)),
    };
    this.#models.set(label, made);
    return made;
  }
}

const featureOf = ([name, kind, set, unit, min, max, values, role]: FeatureRow): KnownFeature => ({
  ...{ name, kind, settable: set === 1, unit, min, max, values, role },
});

let opened: Promise<Catalogue> | undefined;

/** The same for whoever asks. */
export function catalogue(): Promise<Catalogue> {
  opened ??= readFile(FILE)
    .then(promisify(brotliDecompress))
    .then((bytes) => new Catalogue(JSON.parse(bytes.toString('utf8')) as File));
  return opened;
}

/** Of a feature of a device, whatever is known of its model. */
export function roleIn(model: Model | undefined, feature: Feature): Role {
  const known = model?.features.find(({ name }) => name === feature.name);
  return known?.role ?? roleOf(feature);
}

export { isFine, ROLES, type Role };
