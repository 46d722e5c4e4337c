import { ACTIONS, ACTORS, type AgeBand, bandsAt, jurisdictionOf, type Program, STATUSES } from '@kept/policy';
import { idsOf, type Names, type Side, sideOf } from '../names.ts';
import type { Domain } from '../space.ts';

/** People who live where both programs hold one law for them. */
export interface Place {
  readonly id: string;
  /** Countries, `US-CA`, and `*` for everywhere that neither program names. */
  readonly residences: readonly string[];
  /** The jurisdiction in each program. */
  readonly before: string;
  readonly after: string;
}

/** Two programs by common names. */
export interface Between {
  readonly names: Names;
  readonly domain: Domain;
  readonly places: readonly Place[];
  readonly ages: readonly AgeBand[];
  readonly before: Side;
  readonly after: Side;
}

const COLLECT = ACTIONS.indexOf('collect');

/** Matches two programs: names by themselves, people by where they live and how old they are. */
export function between(before: Program, after: Program): Between {
  const places = placesOf(before, after);
  const ages = bandsAt([...before.bands, ...after.bands].map(({ from }) => from));
  const names: Names = {
    ...idsOf([before, after]),
    places: places.map(({ id }) => id),
    ages: ages.map(({ id }) => id),
  };
  const side = (program: Program, which: 'before' | 'after'): Side =>
    sideOf(
      program,
      names,
      places.map((place) => place[which]),
      ages.map((band) => bandIn(program, band)),
    );
  return { names, domain: wholeOf(names), places, ages, before: side(before, 'before'), after: side(after, 'after') };
}

/** Where people live, sorted by what the two programs call it. */
function placesOf(before: Program, after: Program): Place[] {
  const named = [before, after].flatMap(({ manifest }) =>
    Object.values(manifest.jurisdictions).flatMap(({ residences }) => residences as readonly string[]),
  );
  const found = new Map<string, { residences: string[]; before: string; after: string }>();
  for (const residence of new Set([...named, '*'])) {
    const [mine, theirs] = [jurisdictionOf(before, residence), jurisdictionOf(after, residence)];
    const id = mine === theirs ? mine : `${mine} → ${theirs}`;
    const same = found.get(id);
    if (same === undefined) found.set(id, { residences: [residence], before: mine, after: theirs });
    else same.residences.push(residence);
  }
  return [...found].map(([id, place]) => ({ id, ...place }));
}

/** The band of a program that holds all of `band`, which cuts where any of the two programs does. */
const bandIn = ({ bands }: Program, { id, from }: AgeBand): string =>
  id === 'unknown' ? id : bands.find((own) => own.id !== 'unknown' && from >= own.from && from <= own.to)!.id;

/** Every situation; a request to collect always names a row, any other one may name a row and a recipient or none. */
function wholeOf(names: Names): Domain {
  const all = (ids: readonly string[]): number[] => ids.map((_, i) => i);
  const orNone = (ids: readonly string[]): number[] => [ids.length, ...all(ids)];
  const [recipients, collections, rows] = [
    orNone(names.recipients),
    orNone(names.collections),
    names.collections.length === 0 ? [0] : all(names.collections),
  ];
  return {
    ...{ purposes: all(names.purposes), actions: all(ACTIONS), actors: all(ACTORS), statuses: all(STATUSES) },
    ...{ places: all(names.places), ages: all(names.ages), from: all(names.regions), to: all(names.regions) },
    fields: all(names.fields),
    recipients: () => recipients,
    collections: (action) => (action === COLLECT ? rows : collections),
  };
}
