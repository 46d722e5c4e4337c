/** Incidents: what happened, whom it reached, who has to be told by when, and what people are told. */
import { z } from 'zod';
import { endpoint, STAFF } from './endpoint.ts';
import { Action, ClauseId, Count, Instant, Label, Name, Named, Sentence, Uuid } from './words.ts';

const PART = z.string().trim().max(2_000);
const BreachPart = z.enum(['situation', 'impact', 'measures', 'advice', 'remedies', 'contact']);
const TextGiven = z.strictObject({ 'zh-Hans': PART, 'zh-Hant': PART, en: PART });
/** What people are told, by part of the notice and language. */
export const IncidentParts = z.partialRecord(BreachPart, TextGiven);
export type IncidentParts = z.infer<typeof IncidentParts>;

/** Which uses of data are in question; what is left out may be anything. */
export const IncidentSought = z.strictObject({
  from: Instant,
  to: Instant,
  actions: z.array(Action).min(1).max(6).optional(),
  role: Name.optional(),
  actor: Uuid.optional(),
  service: Name.optional(),
  purpose: Name.optional(),
  recipient: Name.optional(),
  fields: z.array(Name).min(1).max(200).optional(),
});
export type IncidentSought = z.infer<typeof IncidentSought>;

export const IncidentState = z.enum(['suspected', 'tracing', 'traced', 'telling', 'told', 'closed', 'dismissed']);

/** A report that an authority is owed. */
export const IncidentClock = z.object({
  authority: Named,
  law: Label,
  dueAt: Instant,
  /** `may-be`: nobody can tell yet whether somebody under that law was reached. */
  reach: z.enum(['yes', 'may-be']),
  handedIn: z.object({ at: Instant, reference: Label }).nullable(),
});
export type IncidentClock = z.infer<typeof IncidentClock>;

export const Incident = z.object({
  id: Uuid,
  state: IncidentState,
  drill: z.boolean(),
  critical: z.boolean(),
  noticedAt: Instant,
  openedAt: Instant,
  endedAt: Instant.nullable(),
  sought: IncidentSought,
  /** People whom it reached; null while that is not known. */
  people: Count.nullable(),
  told: Count,
  /** When all of them had been. */
  toldAt: Instant.nullable(),
  announced: z.boolean(),
  /** By when people have to be told, and the clause that says so. */
  peopleDueAt: Instant,
  clause: ClauseId,
  clocks: z.array(IncidentClock).max(20),
});
export type Incident = z.infer<typeof Incident>;

export const IncidentDetail = Incident.extend({
  regions: z
    .array(
      z.object({
        region: Named,
        /** Entries of its log gone through, of how many. */
        looked: Count,
        of: Count,
        people: Count.nullable(),
        decisions: Count.nullable(),
        unreadable: Count.nullable(),
      }),
    )
    .max(20),
  fields: z.array(Named).max(2_000),
  jurisdictions: z.array(z.object({ jurisdiction: Named, people: Count })).max(100),
  byChannel: z.array(z.object({ channel: Name, people: Count })).max(10),
  unreached: Count,
  /** The parts that the policy promises, in their order, each with what stands above it. */
  promised: z.array(z.object({ part: BreachPart, title: Label })).max(6),
  parts: IncidentParts,
  /** What could be said by what is known. */
  drafts: IncidentParts,
  lessons: Sentence.nullable(),
});
export type IncidentDetail = z.infer<typeof IncidentDetail>;

const at = '/api/console/incidents';
const one = { params: z.strictObject({ id: Uuid }) };

export const listIncidents = endpoint({
  method: 'GET',
  path: at,
  who: 'operator',
  staff: STAFF.all,
  summary: 'Every incident, the newest first, with what is due.',
  answers: { 200: z.object({ incidents: z.array(Incident).max(1_000) }) },
});

export const openIncident = endpoint({
  method: 'POST',
  path: at,
  who: 'operator',
  staff: STAFF.work,
  summary: 'Enters what is suspected; the clocks run from when it was noticed.',
  body: z.strictObject({
    drill: z.boolean(),
    critical: z.boolean(),
    noticedAt: Instant.optional(),
    sought: IncidentSought,
  }),
  answers: { 201: IncidentDetail },
});

export const readIncident = endpoint({
  method: 'GET',
  path: `${at}/:id`,
  who: 'operator',
  staff: STAFF.all,
  summary: 'One incident: whom it reached, who was told, what is due.',
  ...one,
  answers: { 200: IncidentDetail },
});

export const traceIncident = endpoint({
  method: 'POST',
  path: `${at}/:id/trace`,
  who: 'operator',
  staff: STAFF.decide,
  summary: 'Finds whom it reached, by the ledger; goes on by itself.',
  ...one,
  answers: { 202: IncidentDetail },
});

export const writeIncident = endpoint({
  method: 'PUT',
  path: `${at}/:id/parts`,
  who: 'operator',
  staff: STAFF.work,
  summary: 'What people are to be told; nobody is told yet.',
  ...one,
  body: z.strictObject({ parts: IncidentParts }),
  bytes: 200_000,
  answers: { 200: IncidentDetail },
});

export const tellIncident = endpoint({
  method: 'POST',
  path: `${at}/:id/notices`,
  who: 'operator',
  staff: STAFF.decide,
  summary: 'Tells everybody whom it reached, once each, and publishes it where somebody cannot be reached.',
  ...one,
  body: z.strictObject({
    /** As the caller knows it: somebody may have traced it anew meanwhile. */
    people: Count,
  }),
  answers: { 202: IncidentDetail },
});

export const readIncidentReport = endpoint({
  method: 'GET',
  path: `${at}/:id/reports/:authority`,
  who: 'operator',
  staff: STAFF.all,
  summary: 'The draft of the report that an authority is owed.',
  params: z.strictObject({ id: Uuid, authority: Name }),
  answers: { 200: z.object({ text: z.string().max(100_000) }) },
});

export const handInIncidentReport = endpoint({
  method: 'POST',
  path: `${at}/:id/reports/:authority`,
  who: 'operator',
  staff: STAFF.decide,
  summary: 'Notes that an authority has its report.',
  params: z.strictObject({ id: Uuid, authority: Name }),
  body: z.strictObject({ at: Instant.optional(), reference: z.string().trim().min(1).max(200) }),
  answers: { 200: IncidentDetail },
});

export const closeIncident = endpoint({
  method: 'POST',
  path: `${at}/:id/closure`,
  who: 'operator',
  staff: STAFF.decide,
  summary: 'Ends it: with what was learnt once everybody has been told, or as none with the reason.',
  ...one,
  body: z.strictObject({ as: z.enum(['closed', 'dismissed']), lessons: z.string().trim().min(1).max(4_000) }),
  answers: { 200: IncidentDetail },
});

const Told = z.object({
  id: Uuid,
  at: Instant,
  title: Label,
  clause: ClauseId,
  parts: z.array(z.object({ part: BreachPart, title: Label, text: Sentence })).max(6),
});

/** An incident as one whom it reached sees it. */
export const MyIncident = Told.extend({
  fields: z.array(Named).max(2_000),
  /** How often data of theirs was used, between when. */
  uses: Count,
  first: Instant,
  last: Instant,
});
export type MyIncident = z.infer<typeof MyIncident>;

export const listMyIncidents = endpoint({
  method: 'GET',
  path: '/api/incidents/mine',
  who: 'person',
  summary: 'Incidents that reached the caller’s data, the newest first.',
  answers: { 200: z.object({ incidents: z.array(MyIncident).max(1_000) }) },
});

export const PublicIncident = Told;
export type PublicIncident = z.infer<typeof PublicIncident>;

export const listPublicIncidents = endpoint({
  method: 'GET',
  path: '/api/incidents',
  who: 'anyone',
  summary: 'Incidents that are announced, for those who cannot be told otherwise.',
  answers: { 200: z.object({ incidents: z.array(PublicIncident).max(1_000) }) },
});
