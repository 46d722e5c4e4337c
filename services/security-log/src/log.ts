/** The log as it is kept: for each who lives there a row a day, under a key that ends with that day’s time. */
import { type Instant, openService, type Region, type Repository } from '@kept/kit';
import { isNo, refusedIsNothing, type View } from '@kept/service-devices';
import { type Event, eventsOf, lineOf, mergedEvents } from './events.ts';
import { served } from './service.ts';

const SERVICE = { role: 'service' } as const;
const FIELDS = ['device-log'] as const;
/** Rows of one day that become one. */
const FOLD_AT = 40;

export const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

/** Logs of the homes of a region. */
export class Log {
  readonly #region: Region;
  readonly entries: Repository;
  readonly modes: Repository;

  constructor(region: Region) {
    const { entries, modes } = openService(served, region).place.resources as unknown as Record<string, Repository>;
    this.#region = region;
    this.entries = entries!;
    this.modes = modes!;
  }

  /** Durable when it resolves; whom the policy, or their choice, leaves out is left out. */
  async add(home: string, person: string, events: readonly Event[]): Promise<void> {
    const days = Map.groupBy(events, ({ at }) => dayOf(at));
    for (const [day, own] of days) {
      const values = { 'device-log': mergedEvents(own).map(lineOf).join('\n') };
      // It ends with its own day, whenever it is noted; but nothing begins in the future.
      const from = Math.min(Date.parse(day), this.#region.clock.now());
      await this.entries.append(SERVICE, person, [{ values, plain: { home, day } }], from).catch(refusedIsNothing);
      await this.#fold(home, person, day);
    }
  }

  async #fold(home: string, person: string, day: string): Promise<void> {
    const rows = await this.#of(home, person, day, day);
    const groups = Map.groupBy(rows, ({ bucket }) => bucket);
    for (const group of groups.values())
      if (group.length >= FOLD_AT)
        await this.entries
          .fold(
            SERVICE,
            person,
            group.map(({ id }) => id),
            'device-security',
            (all) => ({
              'device-log': mergedEvents(...all.map((values) => eventsOf(values['device-log'] ?? '')))
                .map(lineOf)
                .join('\n'),
            }),
          )
          .catch((error: unknown) => {
            if (!isNo(error)) throw error;
          });
  }

  async #of(home: string, person: string, first: string, last: string) {
    return (await this.entries.rows(person)).filter(({ plain }) => {
      const day = plain['day'] as string | null;
      return plain['home'] === home && day !== null && day >= first && day <= last;
    });
  }

  /** In order of time, by one decision, on the record of whose copy it is. Throws GATE_REFUSED. */
  async of(home: string, { by, owner, purpose }: View, from: Instant, until: Instant): Promise<Event[]> {
    const events = await this.#read(home, { by, owner, purpose }, from, until);
    return events.filter(({ at }) => at >= from && at < until);
  }

  /** The same for the service itself. */
  recent(home: string, person: string, since: Instant): Promise<Event[]> {
    const view = { by: SERVICE, owner: person, purpose: 'device-security' } as const;
    const end = this.#region.clock.now() + 86_400_000;
    return this.#read(home, view, since, end).catch((error: unknown) => {
      if (!isNo(error)) throw error;
      return [];
    });
  }

  /** Of which day the newest entry is. */
  async newest(home: string, person: string): Promise<Instant | null> {
    const days = (await this.entries.rows(person)).flatMap(({ plain }) =>
      plain['home'] === home && typeof plain['day'] === 'string' ? [Date.parse(plain['day'])] : [],
    );
    return days.length > 0 ? Math.max(...days) : null;
  }

  async #read(
    home: string,
    { by, owner, purpose }: Omit<View, 'by'> & { readonly by: View['by'] | typeof SERVICE },
    from: Instant,
    until: Instant,
  ): Promise<Event[]> {
    const rows = await this.#of(home, owner, dayOf(from), dayOf(until));
    const ids = rows.map(({ id }) => id);
    const opened = await this.entries.readMany(by, owner, ids, purpose, FIELDS);
    return mergedEvents(...[...opened.values()].map((values) => eventsOf(values['device-log'] ?? '')));
  }
}
