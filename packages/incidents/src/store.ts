/** Incidents as rows: what happened, how far it is, what each region's trace found, which reports were handed in. */
import type { Instant } from '@kept/base';
import type { Pool } from '@kept/db';
import type { HandedIn, Incident, IncidentState, NewIncident, Parts, TracedRegion } from './incident.ts';

interface Row {
  readonly id: string;
  readonly state: IncidentState;
  readonly drill: boolean;
  readonly critical: boolean;
  readonly sought: NewIncident['sought'];
  readonly noticed_at: Date;
  readonly opened_at: Date;
  readonly opened_by: string;
  readonly parts: Parts;
  readonly traced_at: Date | null;
  readonly telling_at: Date | null;
  readonly told_at: Date | null;
  readonly announced: boolean;
  readonly ended_at: Date | null;
  readonly lessons: string | null;
}

/** The time at which a state began, by its column. */
const BEGAN: Readonly<Partial<Record<IncidentState, string>>> = {
  traced: 'traced_at',
  telling: 'telling_at',
  told: 'told_at',
};

export class IncidentStore {
  readonly #pool: Pool;
  readonly #now: () => Instant;

  constructor(pool: Pool, now: () => Instant) {
    this.#pool = pool;
    this.#now = now;
  }

  async add(id: string, by: string, { drill, critical, noticedAt, sought }: NewIncident): Promise<void> {
    await this.#pool.query(
      `insert into incidents.incident (id, state, drill, critical, sought, noticed_at, opened_at, opened_by)
       values ($1, 'suspected', $2, $3, $4, $5, $6, $7)`,
      [id, drill, critical, JSON.stringify(sought), new Date(noticedAt), new Date(this.#now()), by],
    );
  }

  /** The newest first. */
  async all(): Promise<Incident[]> {
    const { rows } = await this.#pool.query<Row>('select * from incidents.incident order by noticed_at desc, id');
    return rows.map(incidentOf);
  }

  async byId(id: string): Promise<Incident | undefined> {
    const { rows } = await this.#pool.query<Row>('select * from incidents.incident where id = $1', [id]);
    return rows[0] && incidentOf(rows[0]);
  }

  /** False where it is in none of these states. */
  async move(id: string, from: readonly IncidentState[], to: IncidentState): Promise<boolean> {
    const began = BEGAN[to];
    const { rowCount } = await this.#pool.query(
      `update incidents.incident set state = $3${began ? `, ${began} = $4` : ''}
       where id = $1 and state = any($2)${began ? '' : ' and $4::timestamptz is not null'}`,
      [id, from, to, new Date(this.#now())],
    );
    return rowCount === 1;
  }

  /** Not once people are being told: all of them are told the same. */
  async write(id: string, parts: Parts): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update incidents.incident set parts = $2 where id = $1 and state in ('suspected', 'tracing', 'traced')`,
      [id, JSON.stringify(parts)],
    );
    return rowCount === 1;
  }

  async announce(id: string): Promise<void> {
    await this.#pool.query('update incidents.incident set announced = true where id = $1', [id]);
  }

  /** False where it is not in one of these states. */
  async end(id: string, from: readonly IncidentState[], to: IncidentState, by: string, lessons: string) {
    const { rowCount } = await this.#pool.query(
      `update incidents.incident set state = $3, ended_at = $4, ended_by = $5, lessons = $6
       where id = $1 and state = any($2)`,
      [id, from, to, new Date(this.#now()), by, lessons],
    );
    return rowCount === 1;
  }

  async traced(id: string): Promise<TracedRegion[]> {
    const { rows } = await this.#pool.query(
      `select region, looked::float8 as looked, of::float8 as of, decisions::float8 as decisions,
         unreadable::float8 as unreadable, people, fields, jurisdictions
       from incidents.traced where incident = $1 order by region`,
      [id],
    );
    return rows.map((row) =>
      row.people === null ? { region: row.region, looked: row.looked, of: row.of } : { ...row },
    );
  }

  /** How far a region is. */
  async looked(id: string, region: string, looked: number, of: number): Promise<void> {
    await this.#pool.query(
      `insert into incidents.traced (incident, region, looked, of) values ($1, $2, $3, $4)
       on conflict (incident, region) do update set looked = excluded.looked, of = excluded.of`,
      [id, region, looked, of],
    );
  }

  async found(id: string, found: Required<Omit<TracedRegion, 'looked' | 'of'>>): Promise<void> {
    const { region, decisions, unreadable, people, fields, jurisdictions } = found;
    await this.#pool.query(
      `insert into incidents.traced (incident, region, decisions, unreadable, people, fields, jurisdictions)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (incident, region) do update set decisions = excluded.decisions, unreadable = excluded.unreadable,
         people = excluded.people, fields = excluded.fields, jurisdictions = excluded.jurisdictions`,
      [id, region, decisions, unreadable, people, fields, JSON.stringify(jurisdictions)],
    );
  }

  async reports(id: string): Promise<HandedIn[]> {
    const { rows } = await this.#pool.query<{ authority: string; handed_in_at: Date; by: string; reference: string }>(
      `select authority, handed_in_at, handed_in_by::text as by, reference from incidents.report where incident = $1`,
      [id],
    );
    return rows.map(({ handed_in_at, ...rest }) => ({ ...rest, at: handed_in_at.getTime() }));
  }

  /** A report that was handed in stays as it was entered first. */
  async handedIn(id: string, { authority, at, by, reference }: HandedIn): Promise<void> {
    await this.#pool.query(
      `insert into incidents.report (incident, authority, handed_in_at, handed_in_by, reference)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [id, authority, new Date(at), by, reference],
    );
  }
}

const incidentOf = (row: Row): Incident => ({
  ...{ id: row.id, state: row.state, drill: row.drill, critical: row.critical, sought: row.sought },
  ...{ noticedAt: row.noticed_at.getTime(), openedAt: row.opened_at.getTime(), openedBy: row.opened_by },
  ...{ parts: row.parts, announced: row.announced },
  ...(row.traced_at && { tracedAt: row.traced_at.getTime() }),
  ...(row.telling_at && { tellingAt: row.telling_at.getTime() }),
  ...(row.told_at && { toldAt: row.told_at.getTime() }),
  ...(row.ended_at && { endedAt: row.ended_at.getTime() }),
  ...(row.lessons !== null && { lessons: row.lessons }),
});
