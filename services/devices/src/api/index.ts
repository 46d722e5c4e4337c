/**
 * Devices in the HTTP API.
 *
 * - **Device**: what it is, what it tells and takes (**feature**), and its newest values (**reading**).
 * - **News**: readings as they come, over server-sent events.
 * - **Credential**: what a gateway or a device proves itself with to the broker; shown once.
 */
import { Count, endpoint, Instant, Label, Name, Uuid } from '@kept/api';
import { z } from 'zod';

const SpaceId = z.string().regex(/^\d{1,3}(\.\d{1,3}){0,3}$/);
const DeviceName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}+#]+$/u);
const Key = z.string().regex(/^[\w.:-]{1,80}$/);
const Value = z.string().max(500);

export const Feature = z.object({
  name: z.string().max(80),
  kind: z.enum(['binary', 'numeric', 'enum', 'text']),
  settable: z.boolean(),
  unit: z.string().max(40),
  min: z.number().nullable(),
  max: z.number().nullable(),
  values: z.array(z.string().max(200)).max(100),
  /** Where it belongs: what it measures, what is set day by day, how it is set up, how it is, what is wrong with it. */
  role: z.enum(['measure', 'control', 'setting', 'diagnostic', 'fault']),
});
export type Feature = z.infer<typeof Feature>;

/** What is known of a model by its maker’s name, whatever a device says of itself. */
export const Model = z.object({
  vendor: z.string().max(200),
  model: z.string().max(200),
  name: z.string().max(400),
  power: z.enum(['battery', 'mains']),
  /** Whether its maker gives out firmware for it. */
  ota: z.boolean(),
});
export type Model = z.infer<typeof Model>;

export const Reading = z.object({ key: Key, value: Value, at: Instant });
export type Reading = z.infer<typeof Reading>;

export const Device = z.object({
  id: Uuid,
  name: z.string().max(200),
  model: z.string().max(400),
  firmware: z.string().max(200),
  /** Where it stands; null where nobody has said. */
  space: SpaceId.nullable(),
  /** The gateway that it speaks through; null for one that connects itself. */
  via: Uuid.nullable(),
  /** Whether its gateway says that it answers; null where nobody can tell. */
  online: z.boolean().nullable(),
  seen: Instant.nullable(),
  features: z.array(Feature).max(200),
  /** Null where the catalogue does not have its model. */
  maker: Model.nullable(),
  readings: z.array(Reading).max(400),
  /** What the person may do with it now. */
  acts: z.array(z.enum(['see', 'history', 'control', 'setup', 'people'])).max(5),
});
export type Device = z.infer<typeof Device>;

const Home = z.strictObject({ id: Uuid });
const OfHome = z.strictObject({ id: Uuid, device: Uuid });

export const listDevices = endpoint({
  method: 'GET',
  path: '/api/homes/:id/devices',
  who: 'person',
  summary: 'The devices of a home that the person may see now, with their newest readings.',
  params: Home,
  answers: { 200: z.object({ devices: z.array(Device).max(500) }) },
});

export const findModels = endpoint({
  method: 'GET',
  path: '/api/devices/models',
  who: 'person',
  summary: 'Models of real devices whose maker, number or name has these words.',
  query: z.strictObject({ q: z.string().trim().min(2).max(100) }),
  answers: {
    200: z.object({
      /** How many the catalogue has, and which package it is made of. */
      of: Count,
      source: z.string().max(100),
      models: z.array(Model.extend({ tells: z.array(z.string().max(80)).max(200) })).max(20),
    }),
  },
});

export const watchHome = endpoint({
  method: 'GET',
  path: '/api/homes/:id/live',
  who: 'person',
  summary: 'Readings as they come; ends when the person may not see them any more.',
  params: Home,
  answers: { 200: null },
  produces: 'text/event-stream',
});

export const News = z.object({ device: Uuid, readings: z.array(Reading).max(400) });
export type News = z.infer<typeof News>;

export const Credential = z.object({
  device: Uuid,
  /** Password of the broker; the name is `device`. Shown once. */
  secret: z.string().max(80),
  /** Null where an outside broker is used. */
  port: z.int().nullable(),
  /** What stands before each topic at an outside broker. */
  mount: z.string().max(100),
});

export const addDevice = endpoint({
  method: 'POST',
  path: '/api/homes/:id/devices',
  who: 'person',
  summary: 'Takes in a gateway, or a device that connects itself, and gives it a credential of its own.',
  params: Home,
  body: z.strictObject({ name: DeviceName, space: SpaceId.optional() }),
  answers: { 201: Credential },
});

export const changeDevice = endpoint({
  method: 'PATCH',
  path: '/api/homes/:id/devices/:device',
  who: 'person',
  summary: 'Says where a device stands, or what it is called; a gateway is told the new name.',
  params: OfHome,
  body: z.strictObject({ name: DeviceName.optional(), space: SpaceId.nullable().optional() }),
  answers: { 204: null },
});

export const removeDevice = endpoint({
  method: 'DELETE',
  path: '/api/homes/:id/devices/:device',
  who: 'person',
  summary: 'Takes a device out of the home; its credential ends, and its gateway is told.',
  params: OfHome,
  answers: { 204: null },
});

export const replaceDevice = endpoint({
  method: 'POST',
  path: '/api/homes/:id/devices/:device/replacement',
  who: 'person',
  summary: 'Puts another device of the home in the place of this one: room, name, history and automations stay.',
  params: OfHome,
  /** Behind a gateway, and here already as a device of its own, which it then is no longer. */
  body: z.strictObject({ by: Uuid }),
  answers: { 204: null },
});

export const command = endpoint({
  method: 'POST',
  path: '/api/homes/:id/devices/:device/commands',
  who: 'person',
  summary: 'Sets values of a device; noted in its log with who did it.',
  params: OfHome,
  body: z.strictObject({ values: z.record(Key, Value).refine((values) => Object.keys(values).length > 0) }),
  answers: { 202: z.object({ at: Instant }) },
});

export const Column = z.object({ from: Instant, count: Count, low: z.number(), high: z.number(), mean: z.number() });
export type Column = z.infer<typeof Column>;

export const chart = endpoint({
  method: 'GET',
  path: '/api/homes/:id/devices/:device/chart',
  who: 'person',
  summary:
    'What a device told of one thing in a day, a month or a year, in a few hundred columns; those without readings are left out.',
  params: OfHome,
  query: z.strictObject({
    key: Key,
    span: z.enum(['day', 'month', 'year']),
    until: z.coerce.number().pipe(Instant).optional(),
  }),
  answers: { 200: z.object({ from: Instant, until: Instant, columns: z.array(Column).max(400) }) },
});

export const EXPORTS = ['csv', 'parquet'] as const;
const Export = z.strictObject({
  format: z.enum(EXPORTS),
  span: z.enum(['day', 'month', 'year']).default('year'),
  until: z.coerce.number().pipe(Instant).optional(),
});

export const exportDevice = endpoint({
  method: 'GET',
  path: '/api/homes/:id/devices/:device/export',
  who: 'person',
  summary: 'What a device told, point by point in order of time, as CSV or as Parquet; streamed.',
  params: OfHome,
  query: Export,
  answers: { 200: null },
  produces: 'text/csv, application/vnd.apache.parquet',
});

export const exportHome = endpoint({
  method: 'GET',
  path: '/api/homes/:id/export',
  who: 'person',
  summary: 'The same of every device of a home whose past the person may see now, one device after the other.',
  params: Home,
  query: Export,
  answers: { 200: null },
  produces: 'text/csv, application/vnd.apache.parquet',
});

const Sample = z.strictObject({
  /** Milliseconds since 1970; now, where it is absent or cannot be. */
  ts: Instant.optional(),
  values: z.record(Key, z.union([Value, z.number(), z.boolean()])).refine((all) => Object.keys(all).length > 0),
});

export const tellReadings = endpoint({
  method: 'POST',
  path: '/api/devices/me/telemetry',
  who: 'anyone',
  summary:
    'What a device tells, in ThingsBoard’s form with times; the device and its credential as name and password of HTTP Basic.',
  body: z.union([Sample, z.array(Sample).min(1).max(1_000)]),
  answers: { 200: z.object({ points: Count }) },
});

/** What this device knows about the person, without opening it. */
export const Knowledge = z.object({
  known: z
    .array(z.object({ field: Name, label: Label, rows: Count, first: Instant, clause: z.string().max(40) }))
    .max(40),
  /** Declared for devices, and not held of this one. */
  unknown: z.array(z.object({ field: Name, label: Label })).max(40),
});
export type Knowledge = z.infer<typeof Knowledge>;

export const readKnowledge = endpoint({
  method: 'GET',
  path: '/api/homes/:id/devices/:device/mine',
  who: 'person',
  summary: 'What is held of this device about the person, without opening it.',
  params: OfHome,
  answers: { 200: Knowledge },
});

export const clearMine = endpoint({
  method: 'DELETE',
  path: '/api/homes/:id/devices/:device/mine',
  who: 'person',
  summary: 'Clears the device of the person: what it told about them goes, everybody else’s stays.',
  params: OfHome,
  answers: { 200: z.object({ rows: Count }) },
});
