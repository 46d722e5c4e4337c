/** Invented people: twelve fields, about 200 bytes, the same for the same seed. */
import { ManualClock, type SeededRandom, uuidv7 } from '@kept/base';

export const FIELDS = [
  'given-name',
  'family-name',
  'email',
  'phone',
  'birthday',
  'street',
  'city',
  'postcode',
  'country',
  'document',
  'account',
  'note',
] as const;
export type Field = (typeof FIELDS)[number];

export interface Person {
  readonly id: string;
  readonly values: Readonly<Record<Field, string>>;
}

/** Names of columns of the peers' tables. */
export const COLUMNS = FIELDS.map((field) => field.replaceAll('-', '_'));

export function person(random: SeededRandom, n: number): Person {
  const letters = (count: number): string =>
    Array.from({ length: count }, () => 'abcdefghijklmnopqrstuvwxyz0123456789'[random.below(36)]).join('');
  return {
    id: uuidv7(new ManualClock(), random),
    values: {
      'given-name': `Anna${letters(4)}`,
      'family-name': `Mueller${letters(5)}`,
      email: `anna.${n}.${letters(8)}@home.example`,
      phone: `+999${100_000_000 + n}${letters(4)}`,
      birthday: '1984-05-17',
      street: `Hauptstrasse ${n % 300}`,
      city: 'Berlin',
      postcode: `10${100 + (n % 899)}`,
      country: 'DE',
      document: `L01X00T4${letters(3)}`,
      account: `DE893704004405320${10_000 + (n % 90_000)}`,
      note: `prefers email; vegetarian; ${letters(40)}`,
    },
  };
}

export const people = (random: SeededRandom, count: number): Person[] =>
  Array.from({ length: count }, (_, n) => person(random, n));
