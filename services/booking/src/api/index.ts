/**
 * Booking in the HTTP API.
 *
 * - **Store**: where people are received. **Visit**: a time that was agreed with one, there or at home.
 */
import { Day, endpoint, Instant, Label, STAFF, Uuid } from '@kept/api';
import { z } from 'zod';

const StoreId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const Time = z.object({ at: Instant, day: Day, time: z.string().max(5) });

export const FoundStore = z.object({
  id: StoreId,
  name: Label,
  province: Label,
  city: Label,
  district: Label,
  address: Label,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** Made up, for trying out. */
  synthetic: z.boolean(),
});
export type FoundStore = z.infer<typeof FoundStore>;

export const listStores = endpoint({
  method: 'GET',
  path: '/api/booking/stores',
  who: 'anyone',
  summary: 'Every store: whoever looks for one looks among them by themself, and says to nobody where they are.',
  answers: { 200: z.object({ stores: z.array(FoundStore).max(500) }) },
});

export const listTimes = endpoint({
  method: 'GET',
  path: '/api/booking/stores/:store/times',
  who: 'person',
  summary: 'Times of the next two weeks at which the store still has a place.',
  params: z.strictObject({ store: StoreId }),
  answers: { 200: z.object({ zone: z.string().max(60), times: z.array(Time).max(1_000) }) },
});

export const Visit = z.object({
  id: Uuid,
  store: z.object({ id: StoreId, name: Label, address: Label }),
  starts: Time,
  at: z.enum(['store', 'home']),
  /** Over, and kept for a few days still. */
  past: z.boolean(),
});
export type Visit = z.infer<typeof Visit>;

export const listVisits = endpoint({
  method: 'GET',
  path: '/api/booking/visits',
  who: 'person',
  summary: 'The person’s own visits, the soonest first; nothing is opened.',
  answers: { 200: z.object({ visits: z.array(Visit).max(100) }) },
});

const Line = (longest: number) => z.string().trim().min(1).max(longest);

export const NewVisit = z.strictObject({
  store: StoreId,
  starts: Instant,
  at: z.enum(['store', 'home']),
  name: Line(80),
  phone: Line(32),
  need: Line(1_000),
  /** Of a visit at home, and of no other. */
  region: Line(120).optional(),
  address: Line(200).optional(),
});

/** Ways by which the person was told. */
const Told = z.array(z.enum(['sms', 'email'])).max(2);

export const bookVisit = endpoint({
  method: 'POST',
  path: '/api/booking/visits',
  who: 'person',
  summary: 'Takes a place at one time, which nobody else then has; tells the person by text message and e-mail.',
  body: NewVisit,
  answers: { 201: z.object({ visit: Visit, told: Told }) },
});

export const moveVisit = endpoint({
  method: 'PUT',
  path: '/api/booking/visits/:id',
  who: 'person',
  summary: 'Moves a visit to another time of the same store; the old place is free at that moment.',
  params: z.strictObject({ id: Uuid }),
  body: z.strictObject({ starts: Instant }),
  answers: { 200: z.object({ visit: Visit, told: Told }) },
});

export const endVisit = endpoint({
  method: 'DELETE',
  path: '/api/booking/visits/:id',
  who: 'person',
  summary: 'Calls a visit off: what was given for it goes at once.',
  params: z.strictObject({ id: Uuid }),
  answers: { 204: null },
});

export const visitCalendar = endpoint({
  method: 'GET',
  path: '/api/booking/visits/:id/calendar',
  who: 'person',
  summary: 'The visit for a calendar (iCalendar, RFC 5545), without a word of what the person wrote.',
  params: z.strictObject({ id: Uuid }),
  answers: { 200: null },
  produces: 'text/calendar',
});

export const BookedVisit = z.object({ id: Uuid, starts: Time, at: z.enum(['store', 'home']), moved: z.boolean() });
export type BookedVisit = z.infer<typeof BookedVisit>;

export const listBooked = endpoint({
  method: 'GET',
  path: '/api/console/booking/:store/visits',
  who: 'operator',
  staff: STAFF.work,
  summary: 'Visits to come of a store, without who comes.',
  params: z.strictObject({ store: StoreId }),
  answers: { 200: z.object({ visits: z.array(BookedVisit).max(2_000) }) },
});

export const VisitDetails = z.object({
  name: z.string().max(80).nullable(),
  phone: z.string().max(32).nullable(),
  region: z.string().max(120).nullable(),
  address: z.string().max(200).nullable(),
  need: z.string().max(1_000).nullable(),
});
export type VisitDetails = z.infer<typeof VisitDetails>;

export const openVisit = endpoint({
  method: 'POST',
  path: '/api/console/booking/:store/visits/:id/details',
  who: 'operator',
  staff: STAFF.work,
  summary: 'Who comes and what for, opened on the record: an entry of that person’s ledger.',
  params: z.strictObject({ store: StoreId, id: Uuid }),
  answers: { 200: VisitDetails },
});

export const callOff = endpoint({
  method: 'DELETE',
  path: '/api/console/booking/:store/visits/:id',
  who: 'operator',
  staff: STAFF.work,
  summary: 'Calls a visit off for the store, and tells whoever was to come.',
  params: z.strictObject({ store: StoreId, id: Uuid }),
  answers: { 204: null },
});
