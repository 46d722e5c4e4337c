import { type Alike, alike, keyOf, type Rectangle, Sorted, sizeOf } from './grid.ts';
import { both, type Part, RANK, reveals } from './parts.ts';
import type { Sided } from './sided.ts';

/** The situations that are gone through: every combination of these numbers. None is one past the last number. */
export interface Domain {
  readonly purposes: readonly number[];
  readonly actions: readonly number[];
  readonly actors: readonly number[];
  readonly statuses: readonly number[];
  readonly places: readonly number[];
  readonly ages: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly fields: readonly number[];
  /** Whom, and which row, a request for an action names. Either real ones, or none, or both. */
  readonly recipients: (action: number) => readonly number[];
  readonly collections: (action: number) => readonly number[];
}

/** Situations about which every side says the same: every combination of what stands here. */
export interface Block {
  readonly purpose: number;
  readonly action: number;
  readonly actors: readonly number[];
  readonly recipient: number;
  readonly statuses: readonly number[];
  /** Places and ages; from and to; fields and collections. */
  readonly people: readonly Rectangle[];
  readonly ways: readonly Rectangle[];
  readonly data: readonly Rectangle[];
  /** By side: what it says, and how the person may stop it (bits of `STOP`). */
  readonly parts: readonly Part[];
  readonly stops: readonly number[];
}

/** How many situations a block is. */
export const situationsOf = ({ actors, statuses, people, ways, data }: Block): number =>
  actors.length * statuses.length * sizeOf(people) * sizeOf(ways) * sizeOf(data);

/**
 * The whole of `domain` in blocks that do not overlap. The checks of `decide` are a conjunction of parts that look at
 * different things, so that what each of them tells apart is enough, and the product is never written out.
 */
export function* blocks(sides: readonly Sided[], domain: Domain): Generator<Block> {
  for (const purpose of domain.purposes) {
    const people = alike(domain.places, domain.ages, (place, age) =>
      sides.map((side) => side.person(purpose, place, age)),
    );
    const parties = new Map<number, Party>();
    for (const action of domain.actions)
      for (const recipient of domain.recipients(action)) {
        const party = parties.get(recipient) ?? new Party(sides, domain, purpose, recipient);
        parties.set(recipient, party);
        yield* blocksFor(sides, domain, people, party, action);
      }
  }
}

/** What depends on purpose and recipient alone. */
class Party {
  readonly purpose: number;
  readonly recipient: number;
  readonly ways: readonly Alike[];
  readonly #sides: readonly Sided[];
  readonly #fields: readonly number[];
  readonly #data = new Map<string, readonly Alike[]>();

  constructor(sides: readonly Sided[], { from, to, fields }: Domain, purpose: number, recipient: number) {
    this.purpose = purpose;
    this.recipient = recipient;
    this.ways = alike(from, to, (a, b) => sides.map((side) => side.way(purpose, recipient, a, b)));
    this.#sides = sides;
    this.#fields = fields;
  }

  data(seen: boolean, collections: readonly number[]): readonly Alike[] {
    const key = `${seen} ${collections.join()}`;
    const known = this.#data.get(key);
    if (known !== undefined) return known;
    const say = (field: number, collection: number): Part[] =>
      this.#sides.map((side) => side.datum(seen, this.purpose, collection, this.recipient, field));
    const sorted = new Sorted();
    for (const field of this.#fields) {
      const parts = say(field, collections[0]!);
      // Most fields are none of the purpose's, whichever collection is named.
      if (parts.every(({ rank }) => rank === RANK.minimisation)) sorted.add(parts, field, collections);
      else for (const collection of collections) sorted.add(say(field, collection), field, [collection]);
    }
    const data = sorted.all();
    this.#data.set(key, data);
    return data;
  }
}

function* blocksFor(
  sides: readonly Sided[],
  domain: Domain,
  people: readonly Alike[],
  party: Party,
  action: number,
): Generator<Block> {
  const { purpose, recipient } = party;
  const collections = domain.collections(action);
  const whole = {
    ...{ purpose, action, recipient, statuses: domain.statuses },
    stops: sides.map((side) => side.stops(action, purpose)),
    people: [{ first: domain.places, second: domain.ages }],
    ways: [{ first: domain.from, second: domain.to }],
    data: [{ first: domain.fields, second: collections }],
  };
  const received = sides.map((side) => side.receiving(action, purpose, recipient));
  const standings = alike(domain.statuses, [0], (status) =>
    sides.map((side) => side.standing(action, purpose, status)),
  );
  for (const { actors, seen, parts } of askers(sides, domain, party, action)) {
    const asked: Block = { ...whole, actors, parts };
    if (closed(asked)) {
      yield asked;
      continue;
    }
    const levels: readonly Level[] = [
      [() => standings, (area) => ({ statuses: area.flatMap(({ first }) => first) })],
      [() => people, (area) => ({ people: area })],
      [() => [{ parts: received, area: [] }], () => ({})],
      [() => party.ways, (area) => ({ ways: area })],
      [() => party.data(seen, collections), (area) => ({ data: area })],
    ];
    yield* narrowed(asked, levels);
  }
}

type Level = readonly [() => readonly Alike[], (area: readonly Rectangle[]) => Partial<Block>];

/** `block` cut up by the first of `levels`, and each piece by the rest, unless nobody lets it through any more. */
function* narrowed(block: Block, [level, ...rest]: readonly Level[]): Generator<Block> {
  if (level === undefined || closed(block)) {
    yield block;
    return;
  }
  const [kinds, cut] = level;
  for (const { parts, area } of kinds())
    yield* narrowed({ ...block, ...cut(area), parts: parts.map((part, i) => both(block.parts[i]!, part)) }, rest);
}

const closed = ({ parts }: Block): boolean => parts.every(({ ruling }) => ruling !== 0);

interface Askers {
  readonly actors: number[];
  readonly seen: boolean;
  readonly parts: readonly Part[];
}

/** Actors who are treated alike. */
function askers(sides: readonly Sided[], domain: Domain, { purpose, recipient }: Party, action: number): Askers[] {
  const [row] = domain.collections(action);
  const found = new Map<string, Askers>();
  for (const actor of domain.actors) {
    const parts = sides.map((side) => side.asked(actor, action, purpose, row!, recipient));
    const seen = reveals(actor, action);
    const key = `${seen} ${parts.map(keyOf).join('|')}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, { actors: [actor], seen, parts });
    else same.actors.push(actor);
  }
  return [...found.values()];
}
