import { ACTIONS, ACTORS, STATUSES } from '@kept/policy';
import type { Rectangle } from './grid.ts';
import type { Names } from './names.ts';
import type { Block } from './space.ts';

/** A situation in numbers, and how far it is from the plainest: the smaller the easier to imagine. */
export interface Spot {
  readonly cost: number;
  readonly purpose: number;
  readonly action: number;
  readonly actor: number;
  readonly recipient: number;
  readonly status: number;
  readonly place: number;
  readonly age: number;
  readonly from: number;
  readonly to: number;
  readonly field: number;
  readonly collection: number;
}

/** Anything out of the ordinary outweighs every order of names. */
export const EXTRA = 1_000_000;

const SERVICE = ACTORS.indexOf('service');
const USE = ACTIONS.indexOf('use');
const ACTIVE = STATUSES.indexOf('active');

/**
 * Finds the plainest situation of a block: a service uses a field of a grown-up with an active account where it is, for
 * nobody else; of several such, the first in the order of the manifest.
 */
export function plainest(names: Names): (block: Block) => Spot {
  const grown = names.ages.length - 2;
  const none = { recipient: names.recipients.length, collection: names.collections.length };
  const unless = (plain: number) => (number: number) => (number === plain ? 0 : EXTRA + number);
  const order = (number: number) => number;
  const asker = unless(SERVICE);
  const doing = unless(USE);
  const life = unless(ACTIVE);
  const party = unless(none.recipient);
  // Somebody whose age nobody knows, the last of all ages, is harder to imagine than a child.
  const person = remembered(order, (age) => (age === grown ? 0 : age > grown ? 2 * EXTRA : EXTRA + grown - age));
  const datum = remembered(order, unless(none.collection));
  const way = remembered(order, order, (from, to) => (from === to ? 0 : EXTRA));
  return ({ purpose, action, actors, recipient, statuses, people, ways, data }) => {
    const [actor, status] = [least(actors, asker), least(statuses, life)];
    const [who, where, what] = [person(people), way(ways), datum(data)];
    return {
      cost:
        purpose + doing(action) + asker(actor) + party(recipient) + life(status) + who.cost + where.cost + what.cost,
      ...{ purpose, action, actor, recipient, status },
      ...{ place: who.first, age: who.second, from: where.first, to: where.second },
      ...{ field: what.first, collection: what.second },
    };
  };
}

const least = (numbers: readonly number[], cost: (number: number) => number): number =>
  numbers.reduce((best, number) => (cost(number) < cost(best) ? number : best));

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly cost: number;
}

/** The cheapest pair of an area. Many blocks share one, so that it is found once. */
function remembered(
  first: (number: number) => number,
  second: (number: number) => number,
  together: (a: number, b: number) => number = () => 0,
): (area: readonly Rectangle[]) => Pair {
  const known = new WeakMap<readonly Rectangle[], Pair>();
  return (area) => {
    let best = known.get(area);
    if (best !== undefined) return best;
    for (const rectangle of area)
      for (const a of rectangle.first)
        for (const b of rectangle.second) {
          const cost = first(a) + second(b) + together(a, b);
          if (best === undefined || cost < best.cost) best = { first: a, second: b, cost };
        }
    known.set(area, best!);
    return best!;
  };
}
