/** What takes long: finding whom an incident reached, and telling them. Durable; arguments are ids. */
import { Refused, Unavailable, uuidOf, uuidv7 } from '@kept/base';
import type { Jobs } from '@kept/jobs';
import type { Region } from '@kept/kit';
import { promiseOf } from './clocks.ts';
import type { Incident } from './incident.ts';
import type { ReachedStore } from './reached.ts';
import type { IncidentStore } from './store.ts';
import { messageOf } from './told.ts';

export interface IncidentWork {
  /** Finds anew whom it reached; what is sought may have been entered better. */
  trace(incident: string): Promise<void>;
  /** Tells those who were not told yet; repeated it tells nobody again. */
  tell(incident: string): Promise<void>;
}

/** What an incident is in before it is traced, or is traced again. */
export const BEFORE_TRACE = ['suspected', 'traced'] as const;

export interface WorkOptions {
  readonly jobs: Jobs;
  readonly store: IncidentStore;
  readonly regions: ReadonlyMap<string, Region>;
  readonly reached: (region: string) => ReachedStore;
  /** Address of the person's pages. */
  readonly origin: string;
}

/** People written to at once. */
const AT_ONCE = 8;
/** Between two notes of how far a trace is: entries gone through. */
const NOTED_EACH = 50_000;

/** Declares the work; before the jobs are launched. */
export function openWork(options: WorkOptions): IncidentWork {
  const { jobs, regions, store } = options;
  // Whoever began it moves it as well, to see it at once; killed before that, it is moved here.
  const tracing = jobs.define('incident-trace', async (run, id: string) => {
    await run.step('begin', async () => void (await store.move(id, BEFORE_TRACE, 'tracing')));
    try {
      for (const region of regions.keys()) await run.step(`trace-${region}`, () => trace(options, region, id));
    } catch (error) {
      await run.step('failed', async () => void (await store.move(id, ['tracing'], 'suspected')));
      throw error;
    }
    await run.step('traced', async () => void (await store.move(id, ['tracing'], 'traced')));
  });
  const telling = jobs.define('incident-notices', async (run, id: string) => {
    await run.step('begin', async () => void (await store.move(id, ['traced'], 'telling')));
    try {
      for (const region of regions.keys()) await run.step(`tell-${region}`, () => tellAll(options, region, id));
    } catch (error) {
      await run.step('failed', async () => void (await store.move(id, ['telling'], 'traced')));
      throw error;
    }
    await run.step('told', () => told(options, id));
  });
  return {
    trace: (incident) => jobs.start(tracing, uuidv7(), incident),
    tell: (incident) => jobs.start(telling, uuidv7(), incident),
  };
}

async function trace({ store, regions, reached }: WorkOptions, id: string, incident: string): Promise<void> {
  const { sought } = (await store.byId(incident))!;
  let noted = -NOTED_EACH;
  let notes: Promise<void> = Promise.resolve();
  const note = (done: number, of: number): void => {
    if (done - noted < NOTED_EACH && done < of) return;
    noted = done;
    // How far it is matters to nobody but who watches: that it could not be noted ends nothing.
    notes = notes.then(() => store.looked(incident, id, done, of)).catch(() => {});
  };
  const { people, decisions, unreadable } = await regions.get(id)!.gate.trace(sought, note);
  await notes;
  await reached(id).put(incident, people);
  await store.found(incident, {
    ...{ region: id, decisions, unreadable, people: people.length },
    fields: [...new Set(people.flatMap(({ fields }) => fields))].sort(),
    jurisdictions: await reached(id).jurisdictions(incident),
  });
}

/** Tells all of a region who were not told yet. One who cannot be written to now holds nobody else up. */
async function tellAll(options: WorkOptions, region: string, id: string): Promise<void> {
  const incident = (await options.store.byId(id))!;
  if (incident.drill) return;
  const store = options.reached(region);
  let away: Unavailable | undefined;
  for (let after: string | null = null; ; ) {
    const people: string[] = await store.untold(id, after, AT_ONCE);
    await Promise.all(
      people.map((person) =>
        tellOne(options, region, incident, person).catch((error: unknown) => {
          if (!(error instanceof Unavailable)) throw error;
          away = error;
        }),
      ),
    );
    after = people.at(-1) ?? null;
    if (after === null) break;
  }
  // The step is taken again, later; whoever was told is not told again.
  if (away !== undefined) throw away;
}

async function tellOne(
  { regions, reached, origin }: WorkOptions,
  region: string,
  { id, parts }: Incident,
  person: string,
): Promise<void> {
  const { identity, program, clock } = regions.get(region)!;
  const { channels } = promiseOf(program.manifest);
  const by = (['email', 'phone'] as const).filter((each) => channels.includes(each));
  const reachedBy: string[] = [];
  for (const kind of by) {
    const message = (lang: Parameters<typeof messageOf>[4]) =>
      messageOf(program, parts, `${origin}/incidents`, kind, lang);
    // The same id for the same person, incident and way: nobody is written to twice.
    const writing = { id: uuidOf(`incident ${id} ${kind} ${person}`), by: [kind], message };
    // An address that a provider does not take reaches nobody, now or later.
    const ways = await identity.write(person, writing).catch((error: unknown) => {
      if (error instanceof Refused) return [];
      throw error;
    });
    reachedBy.push(...ways);
  }
  await reached(region).noteTold(id, person, reachedBy, clock.now());
}

/** Publishes it where somebody was reached by no way, or where the policy names the site among the ways. */
async function told({ store, regions, reached }: WorkOptions, id: string): Promise<void> {
  const incident = (await store.byId(id))!;
  const [first] = regions.values();
  const { channels, fallback } = promiseOf(first!.program.manifest);
  let unreached = 0;
  for (const region of regions.keys()) unreached += (await reached(region).counts(id)).unreached;
  const announced = channels.includes('site') || (unreached > 0 && fallback === 'announcement');
  if (announced && !incident.drill) await store.announce(id);
  await store.move(id, ['telling'], 'told');
}
