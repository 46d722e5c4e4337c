/** Values that a field takes, and that occur nowhere else. */
import type { SeededRandom } from '@kept/base';
import type { FieldForm } from '../resource.ts';

/** A value, and the part of it to look for. */
export interface Canary {
  readonly value: string;
  readonly needle: string;
}

const bytes = (random: SeededRandom, count: number): Buffer => Buffer.from(random.fill(new Uint8Array(count)));
const hex = (random: SeededRandom, digits: number): string =>
  bytes(random, Math.ceil(digits / 2))
    .toString('hex')
    .slice(0, digits);
const digits = (random: SeededRandom, count: number): string =>
  Array.from({ length: count }, () => random.below(10)).join('');

const same = (value: string): Canary => ({ value, needle: value });

/** Numbers begin with 100, and addresses are of a reserved domain. */
const MAKERS: Readonly<Record<FieldForm['kind'], (random: SeededRandom, longest: number) => Canary>> = {
  text: (random, longest) => same(`陶${hex(random, Math.min(24, longest - 1))}`),
  multiline(random, longest) {
    const needle = hex(random, Math.min(24, longest - 2));
    return { value: `陶\n${needle}`, needle };
  },
  email: (random) => same(`${hex(random, 16)}@post.example`),
  phone: (random) => same(`+86 100 ${digits(random, 4)} ${digits(random, 4)}`),
  date: (random) => same(`1${digits(random, 3)}-0${1 + random.below(9)}-1${digits(random, 1)}`),
  file(random) {
    const needle = hex(random, 24);
    return { value: `{"name":"${needle}.jpg","type":"image/jpeg","bytes":1,"width":1,"height":1}`, needle };
  },
  document: (random) => same(`data:application/pdf;base64,${bytes(random, 60).toString('base64')}`),
  picture: (random) => same(`data:image/png;base64,${bytes(random, 60).toString('base64')}`),
};

export const canaryFor = ({ kind, longest }: FieldForm, random: SeededRandom): Canary => MAKERS[kind](random, longest);

/** A shorter text is found by chance. */
const TELLING = 8;
export const isTelling = ({ needle }: Canary): boolean => needle.length >= TELLING;
