/** Every statement on the tables of people and their consents. */
import type { Instant } from '@kept/base';
import type { PoolClient } from '@kept/db';
import { CONSENT_RECORD_SCHEMA, type ConsentRecord } from './consent.ts';
import type { Status } from './subject.ts';

export interface PersonRow {
  readonly id: string;
  readonly region: string;
  readonly age_band: string;
  readonly jurisdiction: string;
  readonly status: string;
  readonly consents: readonly string[];
  readonly restricted: readonly string[];
  readonly objected: readonly string[];
  readonly joined: string;
  readonly placed: string;
  readonly shown: readonly string[];
  readonly agreed: readonly string[];
  readonly created_at: Date;
}

type Db = Pick<PoolClient, 'query'>;

const PERSON =
  'id, region, age_band, jurisdiction, status, consents, restricted, objected, joined, placed, shown, agreed, created_at';

export const persons = (db: Db, ids: string[]): Promise<PersonRow[]> =>
  rows(db, 'load', `select ${PERSON} from subjects.person where owner_id = any($1::uuid[])`, [`{${ids.join(',')}}`]);

/** Locked until the transaction ends. */
export const personForUpdate = async (db: Db, id: string): Promise<PersonRow | undefined> =>
  (
    await rows<PersonRow>(
      db,
      'lock',
      `select ${PERSON} from subjects.person where owner_id = $1 and id = $1 for update`,
      [id],
    )
  )[0];

export async function countPersons(db: Db): Promise<Record<Status, number>> {
  const found = await rows<{ status: Status; n: number }>(
    db,
    'count',
    'select status, count(*)::int as n from subjects.person group by status',
    [],
  );
  const none: Record<Status, number> = { prospective: 0, active: 0, closing: 0, closed: 0 };
  return { ...none, ...Object.fromEntries(found.map(({ status, n }) => [status, n])) };
}

/** Ids in their order, those after `after`. */
export async function personsAfter(db: Db, after: string, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    'after',
    'select owner_id as id from subjects.person where owner_id > $1 order by owner_id limit $2',
    [after, limit],
  );
  return found.map((row) => row.id);
}

const ALIKE = 'region, age_band, jurisdiction, status, consents, restricted, objected, joined, placed, shown, agreed';

/** People who are alike in all that decisions look at, but for those who joined under this version. */
export async function personGroups(
  db: Db,
  version: string,
  some: number,
): Promise<{ row: PersonRow; count: number; ids: string[] }[]> {
  const found = await rows<PersonRow & { n: number; ids: string[] }>(
    db,
    'groups',
    `select ${ALIKE}, count(*)::int as n, (array_agg(owner_id::text order by owner_id))[1:$2] as ids
     from subjects.person where joined <> $1 and status <> 'closed' group by ${ALIKE} order by n desc`,
    [version, some],
  );
  return found.map(({ n, ids, ...row }) => ({ row, count: n, ids }));
}

export interface NewPerson {
  readonly id: string;
  readonly region: string;
  readonly ageBand: string;
  readonly jurisdiction: string;
  /** Version of the policy in force, as it is stored. */
  readonly joined: string;
}

/** Ids of those that were not there before. */
export async function insertPersons(db: Db, people: readonly NewPerson[], at: Instant): Promise<string[]> {
  const column = (of: keyof NewPerson) => people.map((person) => person[of]);
  const inserted = await rows<{ id: string }>(
    db,
    'create',
    `insert into subjects.person (owner_id, id, region, age_band, jurisdiction, joined, placed, status,
       created_at, updated_at)
     select u.id, u.id, u.region, u.age_band, u.jurisdiction, u.joined, u.joined, 'prospective', $6, $6
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) u (id, region, age_band, jurisdiction, joined)
     on conflict do nothing returning id`,
    [column('id'), column('region'), column('ageBand'), column('jurisdiction'), column('joined'), new Date(at)],
  );
  return inserted.map((row) => row.id);
}

export interface PersonChange {
  readonly ageBand?: string;
  readonly jurisdiction?: string;
  readonly status?: string;
  readonly consents?: readonly string[];
  readonly restricted?: readonly string[];
  readonly objected?: readonly string[];
  readonly placed?: string;
  readonly shown?: readonly string[];
  readonly agreed?: readonly string[];
}

export async function updatePerson(db: Db, id: string, change: PersonChange, at: Instant): Promise<void> {
  await rows(
    db,
    'update',
    `update subjects.person set age_band = coalesce($2, age_band), jurisdiction = coalesce($3, jurisdiction),
       status = coalesce($4, status), consents = coalesce($5, consents), restricted = coalesce($6, restricted),
       objected = coalesce($7, objected), placed = coalesce($9, placed), shown = coalesce($10, shown),
       agreed = coalesce($11, agreed), version = version + 1, updated_at = $8
     where owner_id = $1 and id = $1`,
    [
      ...[id, change.ageBand, change.jurisdiction, change.status],
      ...[change.consents, change.restricted, change.objected, new Date(at)],
      ...[change.placed, change.shown, change.agreed],
    ],
  );
}

export async function appendConsent(db: Db, record: ConsentRecord): Promise<void> {
  await rows(
    db,
    'consent',
    `insert into subjects.consent_record (owner_id, id, schema_version, consent, purposes, notice, language, method,
       event_type, event_state, event_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[record.subject, record.id, record.schemaVersion, record.consent, record.purposes, record.notice],
      ...[record.language, record.method, record.event.type, record.event.state, new Date(record.event.at)],
    ],
  );
}

interface ConsentRow {
  id: string;
  owner_id: string;
  schema_version: string;
  consent: string;
  purposes: string[];
  notice: string;
  language: string;
  method: string;
  event_type: string;
  event_state: 'given' | 'withdrawn';
  event_at: Date;
}

/** The newest first. */
export async function consentRecords(db: Db, id: string): Promise<ConsentRecord[]> {
  const found = await rows<ConsentRow>(
    db,
    'consents',
    'select * from subjects.consent_record where owner_id = $1 order by event_at desc, id desc',
    [id],
  );
  return found.map((row) => ({
    schemaVersion: row.schema_version,
    id: row.id,
    subject: row.owner_id,
    consent: row.consent,
    purposes: row.purposes,
    notice: row.notice,
    language: row.language,
    method: row.method,
    event: { type: row.event_type, state: row.event_state, at: row.event_at.getTime() },
  }));
}

/** The person and their records: the only way in which a record leaves. */
export async function removePerson(db: Db, id: string): Promise<void> {
  await db.query(`select set_config('subjects.erasing', $1, true)`, [id]);
  await db.query('delete from subjects.consent_record where owner_id = $1', [id]);
  await db.query('delete from subjects.told where owner_id = $1', [id]);
  await db.query('delete from subjects.person where owner_id = $1 and id = $1', [id]);
}

export const newRecord = (base: Omit<ConsentRecord, 'schemaVersion'>): ConsentRecord => ({
  schemaVersion: CONSENT_RECORD_SCHEMA,
  ...base,
});

async function rows<R>(db: Db, name: string, text: string, values: unknown[]): Promise<R[]> {
  return (await db.query({ name: `subjects_${name}`, text, values })).rows as R[];
}
