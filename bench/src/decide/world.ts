/**
 * One policy, its people and their requests, drawn from fixed seeds, and the answers by a readable reference. Every
 * engine is given this world in its own language, and has to give these answers.
 */
import { SeededRandom } from '@kept/base';

const PURPOSES = 40;
const FIELDS = 120;
const RECIPIENTS = 8;
const PEOPLE = 10_000;
const CONSENT_PURPOSES = 20;
const THIRD_PARTIES_FROM = 5;
/** Fields in one request. */
export const WIDTH = 5;

export const REGIONS = ['eu', 'uk', 'us-ca', 'us', 'br', 'in'] as const;
/** Years from which the age bands begin; a request's `age` is the number of a band. */
export const AGES = [0, 13, 16, 18] as const;
const OTHER_BASES = ['contract', 'legal-obligation', 'legitimate-interest', 'vital-interest', 'public-task'] as const;

export type Basis = 'consent' | (typeof OTHER_BASES)[number];

export interface Field {
  readonly id: string;
  special: boolean;
  identifier: boolean;
}
export interface Purpose {
  readonly id: string;
  readonly basis: Basis;
  readonly fields: readonly string[];
  readonly redact: readonly string[];
  readonly recipients: readonly string[];
  readonly regions: readonly string[];
  /** Number of an age band. */
  readonly minAge: number;
}
export interface Person {
  readonly id: string;
  /** Purposes consented to. */
  readonly consents: readonly string[];
  readonly restricted: boolean;
  readonly objected: boolean;
}
export interface Question {
  readonly person: string;
  readonly fields: readonly string[];
  readonly purpose: string;
  readonly recipient: string;
  readonly region: string;
  readonly age: number;
}

/** Why; in the order of the checks, then the two ways to be let through. */
export const CLAUSES = [
  'restriction',
  'age',
  'consent',
  'objection',
  'recipient',
  'region',
  'transfer',
  'minimisation',
  'special',
] as const;
export type Clause = (typeof CLAUSES)[number] | 'redact' | 'allow';
export interface Answer {
  readonly decision: 'allow' | 'redact' | 'deny';
  readonly clause: Clause;
}
export const answer = (clause: Clause): Answer => ({
  decision: clause === 'allow' || clause === 'redact' ? clause : 'deny',
  clause,
});

const random = new SeededRandom(20240607);
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const ascending = (a: number, b: number): number => a - b;
function shuffle<T>(list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
const pick = (n: number, count: number): number[] => shuffle(range(n)).slice(0, count);

export const fields: readonly Field[] = range(FIELDS).map((i) => ({ id: `f${i}`, special: false, identifier: false }));
for (const i of pick(FIELDS, 14)) fields[i]!.special = true;
for (const i of pick(FIELDS, 30)) fields[i]!.identifier = true;
export const recipients = range(RECIPIENTS).map((i) => ({ id: `r${i}`, thirdParty: i >= THIRD_PARTIES_FROM }));
/** Recipients that may get nothing from a region, as `recipient>region`. */
export const banned: ReadonlySet<string> = new Set(
  pick(RECIPIENTS * REGIONS.length, 7).map((x) => `r${Math.floor(x / REGIONS.length)}>${REGIONS[x % REGIONS.length]}`),
);
export const purposes: readonly Purpose[] = range(PURPOSES).map((i) => {
  const basis = i < CONSENT_PURPOSES ? 'consent' : OTHER_BASES[(i - CONSENT_PURPOSES) % OTHER_BASES.length]!;
  const count = 20 + random.below(31);
  const mine = pick(FIELDS, count).sort(ascending);
  const redact = shuffle([...mine])
    .slice(0, Math.floor(count * 0.2))
    .sort(ascending);
  const to = shuffle(range(RECIPIENTS))
    .slice(0, 3 + random.below(4))
    .sort(ascending);
  const where = shuffle(range(REGIONS.length))
    .slice(0, 4 + random.below(3))
    .sort(ascending);
  return {
    id: `p${i}`,
    basis,
    fields: mine.map((f) => `f${f}`),
    redact: redact.map((f) => `f${f}`),
    recipients: to.map((r) => `r${r}`),
    regions: where.map((g) => REGIONS[g]!),
    minAge: [0, 0, 1, 2, 3][random.below(5)]!,
  };
});
export const people: readonly Person[] = range(PEOPLE).map((i) => ({
  id: `u${i}`,
  consents: range(CONSENT_PURPOSES).flatMap((k) => (random.next() < 0.7 ? [`p${k}`] : [])),
  restricted: random.next() < 0.03,
  objected: random.next() < 0.08,
}));

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((item) => [item.id, item]));
export const fieldOf = byId(fields);
export const purposeOf = byId(purposes);
export const recipientOf = byId(recipients);
export const personOf = byId(people);

/** `count` questions; the same seed gives the same ones. */
export function questions(count: number, seed: number): Question[] {
  const dice = new SeededRandom(seed);
  return range(count).map(() => {
    const purpose = purposes[dice.below(PURPOSES)]!;
    const person = people[dice.below(PEOPLE)]!;
    const asked = new Set<string>();
    while (asked.size < WIDTH)
      asked.add(dice.next() < 0.85 ? purpose.fields[dice.below(purpose.fields.length)]! : `f${dice.below(FIELDS)}`);
    const recipient =
      dice.next() < 0.9 ? purpose.recipients[dice.below(purpose.recipients.length)]! : `r${dice.below(RECIPIENTS)}`;
    const region =
      dice.next() < 0.9 ? purpose.regions[dice.below(purpose.regions.length)]! : REGIONS[dice.below(REGIONS.length)]!;
    const age = dice.next() < 0.8 ? 3 : dice.below(3);
    return { person: person.id, fields: [...asked], purpose: purpose.id, recipient, region, age };
  });
}

/** Bases on which a restriction does not stop, and on which special fields may be used. */
export const goesOn = (basis: Basis): boolean => basis === 'legal-obligation' || basis === 'vital-interest';
export const mayUseSpecial = (basis: Basis): boolean => basis === 'consent' || goesOn(basis);

const sets = new Map(
  purposes.map((purpose) => [
    purpose.id,
    {
      fields: new Set(purpose.fields),
      redact: new Set(purpose.redact),
      recipients: new Set(purpose.recipients),
      regions: new Set(purpose.regions),
    },
  ]),
);

/** The right answer for each field: the first clause that applies. */
export function reference(q: Question): Answer[] {
  const purpose = purposeOf.get(q.purpose)!;
  const set = sets.get(q.purpose)!;
  const person = personOf.get(q.person)!;
  const whole = wholly(q, purpose, person);
  return q.fields.map((id) => {
    if (whole !== undefined) return answer(whole);
    if (!set.fields.has(id)) return answer('minimisation');
    const field = fieldOf.get(id)!;
    if (field.special && !mayUseSpecial(purpose.basis)) return answer('special');
    const hidden = set.redact.has(id) || (field.identifier && recipientOf.get(q.recipient)!.thirdParty);
    return answer(hidden ? 'redact' : 'allow');
  });
}

function wholly(q: Question, purpose: Purpose, person: Person): Clause | undefined {
  const set = sets.get(q.purpose)!;
  if (person.restricted && !goesOn(purpose.basis)) return 'restriction';
  if (q.age < purpose.minAge) return 'age';
  if (purpose.basis === 'consent' && !person.consents.includes(purpose.id)) return 'consent';
  if (purpose.basis === 'legitimate-interest' && person.objected) return 'objection';
  if (!set.recipients.has(q.recipient)) return 'recipient';
  if (!set.regions.has(q.region)) return 'region';
  return banned.has(`${q.recipient}>${q.region}`) ? 'transfer' : undefined;
}
