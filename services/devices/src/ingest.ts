/** Points of devices on their way in: decided for everybody who lives there, sealed, durable; then shown. */
import { Batcher, type Instant } from '@kept/kit';
import { isOver, weekOf } from './age.ts';
import { type Household, isNo, type Repositories, SERVICE } from './household.ts';
import { packetsOf } from './packets.ts';
import { type Point, textOfPoints } from './series.ts';

/** What one device tells in one message. */
export interface Report {
  readonly household: Household;
  readonly device: string;
  readonly points: readonly Point[];
  /** The packet that they came in, as it is kept beside them. */
  readonly packet?: string;
}

/** For how many people it was kept. None: nobody lives there, or everybody has said no. */
export interface Kept {
  readonly people: number;
}

type Field = 'device-state' | 'device-energy' | 'device-log';

const ENERGY: ReadonlySet<string> = new Set([
  'power',
  'energy',
  'current',
  'voltage',
  'power_factor',
  'produced_energy',
]);
/** What is said about a device rather than by it. */
export const LOGGED: ReadonlySet<string> = new Set(['availability', 'command', 'fault']);

const fieldOf = (key: string): Field =>
  LOGGED.has(key) ? 'device-log' : ENERGY.has(key) ? 'device-energy' : 'device-state';

/** Values by field, as the repository takes them. */
export const valuesOf = (points: readonly Point[]): { readonly [F in Field]?: string } =>
  Object.fromEntries(
    [...Map.groupBy(points, ({ key }) => fieldOf(key))].map(([field, own]) => [field, textOfPoints(own)]),
  );

/** At 1,111 messages a second 20 ms halve the processor time of one; who sends a lone one waits no longer. */
export const REST_MS = 20;

/** Messages that arrive while others are being written, or for so many milliseconds after it began, are written together. */
export function openIngest(repositories: Repositories, rest: number): Batcher<Report, Kept> {
  return new Batcher<Report, Kept>({ max: 500, lanes: 2, rest }, async (reports) => {
    const answers: (Kept | Error)[] = reports.map(() => ({ people: 0 }));
    const homes = Map.groupBy(reports.keys(), (i) => reports[i]!.household);
    await Promise.all(
      [...homes].map(async ([household, places]) => {
        const own = places.map((i) => reports[i]!);
        const kept = await keep(repositories, household, own);
        for (const i of places) answers[i] = kept;
      }),
    );
    return answers;
  });
}

async function keep(
  { history }: Repositories,
  household: Household,
  reports: readonly Report[],
): Promise<Kept | Error> {
  const { region, home, residents } = household;
  const now = region.clock.now();
  const weeks = weeksOf(reports, now);
  const outcomes = await Promise.all(
    residents.map(async (person) => {
      try {
        // What is older than it may be kept is not begun with.
        for (const [week, own] of weeks)
          if (!isOver(region, week)) await history.append(SERVICE, person, entriesOf(home, own), week);
        return [...weeks.keys()].some((week) => !isOver(region, week)) ? 1 : 0;
      } catch (error) {
        return isNo(error) ? 0 : (error as Error);
      }
    }),
  );
  // What could not be written for one of them is sent again by whoever sent it: nobody's share is left out.
  const failed = outcomes.find((each) => typeof each !== 'number');
  if (failed) return failed;
  return { people: outcomes.filter((each) => each === 1).length };
}

/** By the week in which it was measured: what comes late ends no later for it. Nearly always there is one. */
function weeksOf(reports: readonly Report[], now: Instant): ReadonlyMap<Instant, readonly Report[]> {
  const weeks = new Map<Instant, Report[]>();
  for (const { points, ...rest } of reports)
    for (const [week, own] of Map.groupBy(points, ({ at }) => weekOf(Math.min(at, now)))) {
      const there = weeks.get(week);
      if (there) there.push({ ...rest, points: own });
      else weeks.set(week, [{ ...rest, points: own }]);
    }
  return weeks;
}

const entriesOf = (home: string, reports: readonly Report[]) =>
  [...Map.groupBy(reports, ({ device }) => device)].map(([device, own]) => ({
    values: valuesOf(own.flatMap(({ points }) => points)),
    plain: { home, device, packets: packetsOf(own.map(({ packet }) => packet)) },
  }));
